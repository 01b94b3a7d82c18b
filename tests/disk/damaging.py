"""A real data file, made through the keeper, to be damaged and repaired."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from store.actions.commit import Note
from store.disk.file_keeper import FileKeeper
from store.disk.repairs.proposed import proposals
from store.disk.repairs.repair import Repair, RepairKind
from store.records.change import Change, ChangeSet, alter, make
from store.records.ids import PersonId
from store.records.interaction import Interaction
from store.records.person import Person
from store.records.snapshot import Snapshot

MOMENT = datetime(2026, 11, 25, 9, 30, tzinfo=UTC)
STAMP = "20261125-093000"

State = dict[str, tuple[bytes, int, int]]
"""Bytes, time of change and mode of each file by name."""


def clock() -> datetime:
    return MOMENT


def person(name: str) -> Person:
    return Person(id=name[0], name=name)


def call(id: str, *people: str) -> Interaction:
    return Interaction(
        id=id, people=tuple(map(PersonId, people)), kind="call", on=date(2026, 11, 20)
    )


def opened(path: Path) -> FileKeeper:
    return FileKeeper(path, clock=clock)


def commit(keeper: FileKeeper, *changes: Change) -> None:
    keeper.commit(ChangeSet(changes), Note(at=MOMENT, action="edit"))


def tended(path: Path) -> Snapshot:
    """Three people, two talks: some changes before a backup, some after, one in the journal."""
    keeper = opened(path)
    commit(keeper, make(person("Ada")))
    commit(keeper, make(person("Bo")), make(call("X", "A", "B")))
    keeper.tidy("idle")
    keeper.backup()
    ada = keeper.snapshot.people[PersonId("A")]
    commit(keeper, alter(ada, org="Aubier"))
    keeper.tidy("idle")
    commit(keeper, make(person("Cleo")), make(call("Y", "C")))
    keeper._journal.close()
    return keeper.snapshot


def without_backups(path: Path) -> None:
    folder = path.with_name(f"{path.name}.backups")
    for each in folder.iterdir():
        each.unlink()


def edited(path: Path, change: Callable[[dict[str, Any]], None]) -> None:
    """Edit the file as another program does."""
    document = json.loads(path.read_text())
    change(document)
    path.write_text(json.dumps(document))


def state(path: Path) -> State:
    """Of all files in the folder of a data file."""
    return {
        str(each.relative_to(path.parent)): (
            each.read_bytes() if each.is_file() else b"",
            each.stat().st_mtime_ns,
            each.stat().st_mode,
        )
        for each in sorted(path.parent.rglob("*"))
    }


def proposed(path: Path) -> dict[RepairKind, Repair]:
    return {each.kind: each for each in proposals(path, clock)}


def repaired(path: Path) -> list[RepairKind]:
    """Do all that is proposed, one after the other; what was done."""
    done: list[RepairKind] = []
    while left := [each for each in proposals(path, clock) if each.kind not in done]:
        left[0].apply()
        done.append(left[0].kind)
    return done


def reread(path: Path) -> Snapshot:
    return FileKeeper(path, read_only=True).snapshot
