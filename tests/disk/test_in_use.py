"""A program that keeps the data file open writes into it, not into one that was replaced."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from tinydb import TinyDB, where

from store.actions.commit import Note
from store.disk import checkpoint
from store.disk.backups import backups, read_backup
from store.disk.file_keeper import FileKeeper
from store.disk.in_use import is_open_elsewhere
from store.records.change import ChangeSet, alter, make
from store.records.ids import PersonId
from store.records.person import Person

NOTE = Note(at=datetime(2026, 11, 22, 9, tzinfo=UTC), action="add")
A = PersonId("A")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "a.json"
    keeper = FileKeeper(path)
    keeper.commit(ChangeSet((make(Person(id="A", name="Ada")),)), NOTE)
    keeper.close()
    if not _tells(path):
        pytest.skip("this file system or user has no leases")
    return path


def _tells(path: Path) -> bool:
    with path.open("rb"):
        return is_open_elsewhere(path)


def test_an_open_file_is_told_and_a_closed_one_too(path: Path) -> None:
    assert not is_open_elsewhere(path)
    with path.open("rb"):
        assert is_open_elsewhere(path)
    assert not is_open_elsewhere(path)


def test_stock_tinydb_kept_open_over_the_end_of_sessions_loses_nothing(path: Path) -> None:
    with TinyDB(path) as database:
        for number in range(3):
            keeper = FileKeeper(path)
            ada = keeper.snapshot.people[A]
            keeper.commit(ChangeSet((alter(ada, org=f"Org {number}"),)), NOTE)
            keeper.close()
            database.table("people").insert({"id": f"N{number}", "name": f"New {number}"})
            database.table("people").update({"title": f"T{number}"}, where("id") == "A")
    last = FileKeeper(path)
    assert set(last.snapshot.people) == {"A", "N0", "N1", "N2"}
    assert (last.snapshot.people[A].org, last.snapshot.people[A].title) == ("Org 2", "T2")
    last.commit(ChangeSet((make(Person(id="B", name="Bo")),)), NOTE)
    last.close()
    with TinyDB(path) as database:
        assert len(database.table("people")) == 5


def test_a_journal_grown_very_long_is_moved_all_the_same(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    keeper = FileKeeper(path)
    keeper.commit(ChangeSet((make(Person(id="B", name="Bo")),)), NOTE)
    with path.open("rb"):
        keeper.tidy("idle")
        assert "Bo" not in path.read_text()
        monkeypatch.setattr(checkpoint, "JOURNAL_BYTES", 1)
        keeper.tidy("idle")
        assert "Bo" in path.read_text()


def test_a_backup_holds_what_the_open_file_does_not(path: Path) -> None:
    keeper = FileKeeper(path)
    keeper.commit(ChangeSet((make(Person(id="B", name="Bo")),)), NOTE)
    with path.open("rb"):
        id = keeper.backup()
        assert "Bo" not in path.read_text()
    assert set(read_backup(path, id).snapshot.people) == {"A", "B"}
    assert all(each.good for each in backups(path))
