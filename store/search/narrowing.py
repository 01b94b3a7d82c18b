"""Whom to look among: by school, city, passion and the like."""

from __future__ import annotations

import msgspec

from store.records.kinds import Layer
from store.records.person import Person
from store.search.folded import FoldedValue, folded, words_of

Matched = tuple[tuple[str, str], ...]
"""Field and value of what matched."""

SHOWN = 80
"""Characters of a value that are shown as the match."""


class Narrowing(msgspec.Struct, frozen=True, kw_only=True):
    """What has to hold of a person: each field that is set, with one of its values.

    A value fits where every word of it begins a word of the person's: "insa" fits "INSA Lyon".
    """

    school: tuple[str, ...] = ()
    city: tuple[str, ...] = ()
    passion: tuple[str, ...] = ()
    org: tuple[str, ...] = ()
    field: tuple[str, ...] = ()
    tag: tuple[str, ...] = ()
    layer: Layer | None = None

    def matched(self, person: Person) -> Matched | None:
        """The values that fit, one a field; None where a field has none."""
        if self.layer is not None and person.layer != self.layer:
            return None
        asked = self._asked()
        if not asked:
            return ()
        values = folded(person)
        found = []
        for field, choices in asked.items():
            value = next((each for each in values if _fits(each, field, choices)), None)
            if value is None:
                return None
            found.append((field, value.value[:SHOWN]))
        return tuple(found)

    def _asked(self) -> dict[str, tuple[str, ...]]:
        asked = {
            "schools": self.school,
            "cities": self.city,
            "passions": self.passion,
            "org": self.org,
            "fields": self.field,
            "tags": self.tag,
        }
        return {field: values for field, values in asked.items() if values}


EVERYBODY = Narrowing()


def _fits(value: FoldedValue, field: str, choices: tuple[str, ...]) -> bool:
    return value.field == field and any(
        words and all(f" {word}" in value.text for word in words)
        for words in map(words_of, choices)
    )
