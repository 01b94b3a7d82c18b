"""One row of today's follow-ups, before a screen or an answer shapes it."""

from __future__ import annotations

from datetime import date

import msgspec

from store.records.ids import PersonId
from store.records.kinds import GROUPS, Band, Group, Kind, Layer
from store.records.person import Deferral, Person
from store.rules.reason import Reason
from store.words.fold import fold

RANK: dict[Group, int] = {group: rank for rank, group in enumerate(GROUPS)}

SortKey = tuple[int, bool, bool, float, int, str, str]


class Due(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """Something to do for one person, and why."""

    id: str
    """A record's id, or `cooling:PERSON_ID`, `dormant:...`, `birthday:...`, `new_job:...`, or
    `date:PERSON_ID:06-12`, where `:2` follows for a second date on that day."""
    person: PersonId
    name: str
    group: Group
    reason: Reason
    band: Band | None
    layer: Layer | None
    step: Kind
    minutes: int
    due: date | None
    """Since when, or for which day."""
    pinned: bool = False
    today: bool = False
    """Whether Today shows it; the rest can wait."""
    order: SortKey
    """Group, pinned, past a set cadence, gain, day, name, id: total and stable."""

    @property
    def gain(self) -> float:
        """Worth of a turn now; 0 for promises and occasions."""
        return -self.order[3]


def order_key(
    group: Group,
    person: Person,
    id: str,
    *,
    gain: float = 0.0,
    urgent: bool = False,
    due: date | None = None,
) -> SortKey:
    """Where a row stands; ties break by name, then id."""
    day = 0 if due is None else due.toordinal()
    return (RANK[group], not person.pinned, not urgent, -gain, day, fold(person.name), id)


def is_put_off(deferrals: tuple[Deferral, ...], key: str, person: str, today: date) -> bool:
    """Whether the user has put a row off beyond today.

    Args:
        deferrals: of the person.
        key: the record's id, or a computed row's id less the person's.
        person: the person's id.
        today: the day.
    """
    return any(each.until > today and each.row in (key, f"{key}:{person}") for each in deferrals)
