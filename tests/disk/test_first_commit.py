from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from store.actions.commit import Note
from store.disk.file_keeper import FileKeeper
from store.disk.journal import Journal
from store.records.change import ChangeSet, make
from store.records.person import Person

NOTE = Note(at=datetime(2026, 11, 20, 10, tzinfo=UTC), action="add")
ADA = ChangeSet((make(Person(id="A", name="Ada")),))


class Killed(BaseException):
    """Stands for a kill, which no handler sees."""


@pytest.mark.parametrize("empty_file", [False, True])
def test_a_kill_within_the_very_first_commit_leaves_a_file_that_opens(
    empty_file: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.json"
    if empty_file:
        path.touch()
    keeper = FileKeeper(path)

    def killed(self: Journal, raw: bytes, end: int, *, behind_others: bool) -> None:
        raise Killed

    monkeypatch.setattr(Journal, "append", killed)
    with pytest.raises(Killed):
        keeper.commit(ADA, NOTE)
    monkeypatch.undo()
    again = FileKeeper(path)
    assert not again.snapshot.people
    assert not again.history()
    again.commit(ADA, NOTE)
    assert len(FileKeeper(path).snapshot.people) == 1
    assert len(FileKeeper(path).history()) == 1
