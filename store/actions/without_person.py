"""A plain document in which a person is no longer named."""

from __future__ import annotations

from collections.abc import Iterator

from store.actions.redaction import MARK, Redaction
from store.records.ids import PersonId
from store.records.record import Document, Json

LONG_ID = 12
"""Letters of an id from which it is looked for everywhere; a shorter one may be a word."""

_LISTS = frozenset({"people", "wanted", "asked", "knows", "distinct_from"})
_SINGLES = frozenset({"person", "through"})
_OWN_NAME = ("people", "me")
"""Tables whose `name` is somebody's own."""


def strings_in(value: Json) -> Iterator[str]:
    """Every string at any depth, keys included."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield key
            yield from strings_in(inner)
    elif isinstance(value, list):
        for each in value:
            yield from strings_in(each)


def without(table: str, document: Document, person: PersonId, redaction: Redaction) -> Document:
    """The document with the person's id taken out, and a mark for each secret.

    Somebody's own name stays, be it the same. An item of a list of which nothing is left goes.
    """
    whole: Document = {}
    for key, value in document.items():
        if key == "name" and table in _OWN_NAME:
            whole[key] = value
        elif key == "sorting" and isinstance(value, dict):
            whole[key] = {inner: _left(inner, each, person) for inner, each in value.items()}
        elif key not in _SINGLES or value != person:
            whole[key] = _left(key, value, person)
    rewriting = _Rewriting(person if len(person) >= LONG_ID else "", redaction)
    return {
        rewriting.text(key): value
        if key == "name" and table in _OWN_NAME
        else rewriting.value(value)
        for key, value in whole.items()
    }


def _left(key: str, value: Json, person: PersonId) -> Json:
    if key in _LISTS and isinstance(value, list):
        return [each for each in value if each != person]
    return value


class _Rewriting:
    def __init__(self, id: str, redaction: Redaction) -> None:
        self._id = id
        self.text = redaction.text

    def value(self, value: Json) -> Json:
        if isinstance(value, str):
            return self.text(value)
        if isinstance(value, dict):
            return {self.text(key): self.value(inner) for key, inner in value.items()}
        if isinstance(value, list):
            return [kept for each in value if (kept := self.value(each)) != MARK or each == MARK]
        return value
