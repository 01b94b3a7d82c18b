"""A lock that was taken over, by a session that ended before it had renewed the journal."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from store.actions.commit import Note
from store.disk.file_keeper import FileKeeper
from store.disk.lock import UNSETTLED, locked
from store.disk.places import journal_path, lock_path
from store.records.change import ChangeSet, make
from store.records.person import Person
from store.words.message import DataProblem

NOTE = Note(at=datetime(2026, 11, 22, 9, tzinfo=UTC), action="add")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "a.json"
    FileKeeper(path).commit(ChangeSet((make(Person(id="A", name="Ada")),)), NOTE)
    lock_path(path).write_text(f"{UNSETTLED}4242 1".ljust(48))
    return path


def test_whoever_comes_next_renews_the_journal_before_anything_else(path: Path) -> None:
    before = journal_path(path).stat().st_ino
    FileKeeper(path).commit(ChangeSet((make(Person(id="B", name="Bo")),)), NOTE)
    assert journal_path(path).stat().st_ino != before
    assert UNSETTLED not in lock_path(path).read_text()
    assert set(FileKeeper(path).snapshot.people) == {"A", "B"}


def test_the_mark_stays_until_that_is_done(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    keeper = FileKeeper(path)
    with monkeypatch.context() as patch:
        patch.setattr("store.disk.journal.write_beside", full)
        with pytest.raises(DataProblem, match="disk_full"):
            keeper.commit(ChangeSet((make(Person(id="B", name="Bo")),)), NOTE)
    assert lock_path(path).read_text().startswith(UNSETTLED)
    with locked(path) as held:
        assert held.unsettled
    keeper.commit(ChangeSet((make(Person(id="C", name="Cleo")),)), NOTE)
    with locked(path) as held:
        assert not held.unsettled
