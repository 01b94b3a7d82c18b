"""Where a field or a record came from, and when, told from the history and the record itself."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Literal

import msgspec

from store.records.ids import day_of_ulid
from store.records.kinds import TableName
from store.records.person import Person
from store.records.record import Record
from store.views.recorded import Fact

_OWN = frozenset(
    {
        *("layer", "cadence_days", "avoids", "new_job_on", "status", "deceased_on", "pauses"),
        *("dates", "deferrals", "pinned", "through", "knows", "distinct_from", "declined"),
        "employment",
    }
)
"""Fields that no import fills."""

How = Literal["typed", "import", "join", "outside", "restore", "unknown"]
"""How something came in: typed here, by an import, from another copy of the data, by another
program, from a backup; unknown where nothing tells."""

_HOW: dict[str, How] = {
    "import": "import",
    "join": "join",
    "outside": "outside",
    "restore": "restore",
    "repair": "restore",
}


class Origin(msgspec.Struct, frozen=True, kw_only=True):
    """Where something came from, and when."""

    how: How
    keys: tuple[str, ...] = ()
    """Of an import: its source keys."""
    at: datetime | None = None
    """The moment, where the history remembers it."""
    day: date | None = None
    """Else the day on which the record was made, where that is known."""
    session: str = ""
    """Which session it was, where the history remembers it."""


def field_origin(field: str, person: Person, facts: Sequence[Fact]) -> Origin:
    """Of a field of a card: by the latest change that stands, else by what the card tells."""
    for fact in reversed(facts):
        mine = fact.standing and (fact.table, fact.id) == ("people", person.id)
        if mine and field in fact.fields:
            return _told(fact)
    made = person.added or day_of_ulid(person.id)
    if field in _OWN or not person.sources:
        known = person.added is not None or field in _OWN
        return Origin(how="typed" if known else "unknown", day=made)
    return Origin(how="import", keys=person.sources, day=made)


def link_origin(links: Sequence[str], card: Person, facts: Sequence[Fact]) -> Origin:
    """Of a name on somebody else's card: by the latest change that stands."""
    for fact in reversed(facts):
        mine = fact.standing and (fact.table, fact.id) == ("people", card.id)
        if mine and not set(links).isdisjoint(fact.fields):
            return _told(fact)
    return Origin(how="unknown")


def _told(fact: Fact) -> Origin:
    how = _HOW.get(fact.action, "typed")
    keys = fact.keys if how == "import" else ()
    return Origin(how=how, keys=keys, at=fact.at, session=fact.session)


def record_origin(record: Record, table: TableName, facts: Sequence[Fact]) -> Origin:
    """When a record was entered; that the person was put on it later tells the history."""
    for fact in reversed(facts):
        if fact.standing and fact.made and (fact.table, fact.id) == (table, record.id):
            return _told(fact)
    source = getattr(record, "source", "")
    made = day_of_ulid(record.id)
    if source:
        return Origin(how="import", keys=(source,), day=made)
    return Origin(how="unknown", day=made)
