"""Cards as readers give them, and plans made of them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from itertools import count

from store.formats.incoming import IncomingInteraction, Reading
from store.formats.intake import plan_import
from store.formats.plan import ImportHow, Plan
from store.records.interaction import Interaction
from store.records.kinds import By, TableName
from store.records.person import Person
from store.records.record import Record
from store.records.snapshot import Snapshot, snapshot_of
from store.records.tables import TABLE_OF

TODAY = date(2026, 11, 20)


def card(name: str, source: str, **fields: object) -> Person:
    return Person(**{"id": "", "name": name, "sources": (source,), **fields})  # type: ignore[arg-type]


def reading(*people: Person) -> Reading:
    return Reading(people=people)


def letter(
    source: str, name: str, key: str, on: date = date(2024, 3, 15), by: By = "them"
) -> IncomingInteraction:
    talk = Interaction(id="", people=(), kind="message", on=on, by=by, source=key)
    return IncomingInteraction(with_source=source, with_name=name, interaction=talk)


def store(*records: Record) -> Snapshot:
    tables: dict[TableName, dict[str, Record]] = {}
    for record in records:
        tables.setdefault(TABLE_OF[type(record)], {})[record.id] = record
    return snapshot_of(tables)


def ids(prefix: str = "N") -> Callable[[], str]:
    numbers = count(1)
    return lambda: f"{prefix}{next(numbers):04}"


def plan(snapshot: Snapshot, *readings: Reading, how: ImportHow = "merge") -> Plan:
    return plan_import(snapshot, readings, how, ids(f"N{snapshot.revision}-"), TODAY)


def done(snapshot: Snapshot, *readings: Reading, how: ImportHow = "merge") -> Snapshot:
    """The snapshot after an import; done again it would change nothing."""
    after = snapshot.apply(plan(snapshot, *readings, how=how).change_set)
    assert not plan(after, *readings, how=how).change_set
    return after
