"""People written as vCards: 4.0 (RFC 6350) and 3.0 (RFC 2426), one card after the other.

What vCard has no property for goes out in properties of our own, `X-ARROSOIR-...`, which other
programs pass over and the reader takes back. What a card had when it came in goes out again: its
groups, parameters and properties that nobody knows, unless the user has changed the field since.
Circles of whom everybody goes out follow as cards of groups.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from store.formats.exported import ExportFormat, Wanted
from store.formats.vcard.card_writing import card_of, uid_of_card
from store.formats.vcard.circle_writing import circle_card
from store.formats.vcard.content_line import END, content_line
from store.records.ids import PersonId
from store.records.person import Property


def _written(wanted: Wanted, *, old: bool) -> Iterator[str]:
    people = wanted.snapshot.people

    def uid_of(id: str) -> str | None:
        person = people.get(PersonId(id))
        return None if person is None else uid_of_card(person)

    for id in wanted.people:
        person = people.get(id)
        if person is None:
            continue
        properties = card_of(
            person, old=old, private=wanted.private, part=wanted.part, uid_of=uid_of
        )
        yield _card(properties, old=old)
    going = set(wanted.people)
    for circle in wanted.snapshot.circles.values():
        # Part of a group would pass for the whole of it.
        if circle.people and going.issuperset(circle.people):
            yield _card(circle_card(circle, uid_of, old=old), old=old)


def _card(properties: Iterable[Property], *, old: bool) -> str:
    lines = (content_line(each, old=old) for each in properties)
    return "".join((f"BEGIN:VCARD{END}", *lines, f"END:VCARD{END}"))


def _write(wanted: Wanted) -> Iterator[str]:
    return _written(wanted, old=False)


def _write_old(wanted: Wanted) -> Iterator[str]:
    return _written(wanted, old=True)


VCARD = ExportFormat(name="vcard", extension=".vcf", write=_write)
"""4.0."""

VCARD3 = ExportFormat(name="vcard3", extension=".vcf", write=_write_old)
"""3.0, for programs that know no other."""
