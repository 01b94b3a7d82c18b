"""What is known of somebody who is to be sorted: enough to tell who they are."""

from __future__ import annotations

from datetime import date

import msgspec

from store.records.ids import PersonId
from store.records.kinds import Kind
from store.records.person import Person
from store.records.snapshot import Snapshot

WRITTEN: frozenset[Kind] = frozenset({"message", "email"})


class Newcomer(msgspec.Struct, frozen=True, kw_only=True):
    """A card in short, and what was written both ways."""

    person: PersonId
    name: str
    title: str
    org: str
    cities: tuple[str, ...]
    schools: tuple[str, ...]
    met: date | None
    where: str
    domains: tuple[str, ...]
    """Of the mail addresses, each once."""
    mine: int
    """Days on which I wrote."""
    theirs: int
    """Days on which they wrote."""
    last_on: date | None
    """The last of these days."""


def newcomer_view(snapshot: Snapshot, person: Person, today: date) -> Newcomer:
    """A person as the sorting shows them."""
    id = PersonId(person.id)
    days: dict[bool, set[date]] = {True: set(), False: set()}
    for each in snapshot.interactions_of(id):
        if each.kind in WRITTEN and not each.planned and each.on <= today:
            days[each.by == "them"].add(each.on)
    mine, theirs = days[False], days[True]
    return Newcomer(
        person=id,
        name=person.name,
        title=person.title,
        org=person.org,
        cities=tuple(city.name for city in person.cities if city.kind == "now"),
        schools=tuple(school.name for school in person.schools),
        met=person.met,
        where=person.where,
        domains=tuple(dict.fromkeys(_domain(each) for each in person.emails if "@" in each)),
        mine=len(mine),
        theirs=len(theirs),
        last_on=max(mine | theirs, default=None),
    )


def _domain(address: str) -> str:
    return address.rpartition("@")[2].lower()
