"""Who works, or once worked, where the user does or did: colleagues, and former ones."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache

import msgspec

from store.records.ids import PersonId
from store.records.person import Person

Same = Callable[[str, str], bool]
"""Whether two names mean one institution."""


class Colleague(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody of an employer of the user's."""

    person: PersonId
    employer: str
    """As the user's own card has it."""
    now: bool
    """Whether both work there now."""


def colleagues(
    people: Iterable[Person], org: str, employers: Sequence[str], same: Same
) -> Iterator[Colleague]:
    """Everybody who has an employer in common with the user; the present one comes first.

    Args:
        people: who is looked at.
        org: where the user works now; may be empty.
        employers: where the user worked before.
        same: whether two names mean one institution; asked once for each spelling.
    """
    mine = tuple(dict.fromkeys(each for each in (org, *employers) if each.strip()))
    if not mine:
        return

    @cache
    def shared(name: str) -> str:
        return next((each for each in mine if same(each, name)), "")

    for person in people:
        found = shared(person.org) if person.org else ""
        now = bool(org) and found == org
        if not now:
            found = found or next(filter(None, map(shared, person.employers)), "")
        if found:
            yield Colleague(person=PersonId(person.id), employer=found, now=now)
