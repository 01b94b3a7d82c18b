"""A network of some people only: their records, in which nobody else is named."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from store.formats.whole.shape import LISTED
from store.records.ids import PersonId
from store.records.kinds import TableName
from store.records.lost import LINKS
from store.records.naming import named_in, subjects_of, without_people
from store.records.record import Record
from store.records.snapshot import Snapshot, snapshot_of


def excerpt(snapshot: Snapshot, people: Iterable[PersonId]) -> Snapshot:
    """What is kept of some people.

    A record goes out where it is about one of them; whoever else it names is left out, and an
    introduction to somebody else with them. A circle or an event goes out where one of them is in
    it. The user's own card, templates and time that is about nobody stay here.
    """
    wanted = frozenset(each for each in people if each in snapshot.people)
    tables: dict[TableName, dict[str, Record]] = {"people": {}}
    for table in LISTED:
        kept = tables.setdefault(table, {})
        for id, record in snapshot.tables[table].items():
            about = {PersonId(id)} if table == "people" else set(subjects_of(record))
            if wanted.isdisjoint(about):
                continue
            left = without_people(record, frozenset(named_in(record)) - wanted)
            if left is not None:
                kept[id] = left
    for table, field, target in LINKS:
        for id, record in tables[table].items():
            link = getattr(record, field)
            if link is not None and link not in tables[target]:
                tables[table][id] = msgspec.structs.replace(record, **{field: None})
    return snapshot_of(tables)
