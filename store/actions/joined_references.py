"""References between records that come from two copies: none of them leads nowhere."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from typing import cast

import msgspec

from store.records.ids import PersonId
from store.records.kinds import TableName
from store.records.me import ME, Me
from store.records.naming import named_in, without_people
from store.records.record import Record
from store.records.snapshot import Snapshot

Tables = dict[TableName, dict[str, Record]]

_LINKS: tuple[tuple[TableName, str, TableName], ...] = (
    ("events", "circle", "circles"),
    ("follow_ups", "event", "events"),
    ("follow_ups", "exchange", "exchanges"),
    ("time_entries", "slot", "slots"),
)
"""Table, field, and the table of what the field names."""


def settled(tables: Tables, ours: Snapshot) -> Tables:
    """The tables with references to what is not there dropped, and records about nobody left out.

    What led nowhere in our data already stays as it is: that is for `doctor` to tell.

    Args:
        tables: both copies laid together.
        ours: the data at home.
    """
    whole = {name: dict(records) for name, records in tables.items()}
    people = cast(AbstractSet[PersonId], whole["people"].keys())
    gone = frozenset(person for person in ours.people if person not in people)
    for name, records in tables.items():
        for id, record in records.items():
            own = ours.tables[name].get(id)
            missing = _missing(record, own, people, gone)
            if not missing:
                continue
            left = without_people(record, missing)
            if left is None and own is not None:
                left = without_people(own, gone)
            if left is None:
                del whole[name][id]
            else:
                whole[name][id] = left
    _drop_links(whole, ours)
    _ask_known_people_only(whole, ours, people)
    return whole


def _missing(
    record: Record,
    own: Record | None,
    people: AbstractSet[PersonId],
    gone: AbstractSet[PersonId],
) -> frozenset[PersonId]:
    missing = [person for person in named_in(record) if person not in people]
    if not missing:
        return frozenset()
    lost = () if own is None else named_in(own)
    return frozenset(each for each in missing if each in gone or each not in lost)


def _drop_links(whole: Tables, ours: Snapshot) -> None:
    for name, field, target in _LINKS:
        for id, record in whole[name].items():
            link = getattr(record, field)
            if link is None or link in whole[target]:
                continue
            own = ours.tables[name].get(id)
            lost_before = own is not None and getattr(own, field) == link
            if not lost_before or link in ours.tables[target]:
                whole[name][id] = msgspec.structs.replace(record, **{field: None})


def _ask_known_people_only(whole: Tables, ours: Snapshot, people: AbstractSet[PersonId]) -> None:
    """Nobody who stays away is named as asked about in the sorting."""
    me = whole["me"].get(ME)
    if not isinstance(me, Me) or me.sorting.asked == ours.me.sorting.asked:
        return
    known = frozenset(ours.me.sorting.asked)
    asked = tuple(each for each in me.sorting.asked if each in people or each in known)
    sorting = msgspec.structs.replace(me.sorting, asked=asked)
    whole["me"][ME] = msgspec.structs.replace(me, sorting=sorting)
