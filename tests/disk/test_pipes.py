"""A pipe in the place of a file is refused at once; reading it would never end."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from store.actions.commit import Note
from store.disk.file_keeper import FileKeeper
from store.disk.places import history_path, journal_path
from store.records.change import ChangeSet, make
from store.records.person import Person
from store.words.message import DataProblem

NOTE = Note(at=datetime(2026, 11, 22, 9, tzinfo=UTC), action="add")


@pytest.mark.timeout(10)
@pytest.mark.parametrize("place", [journal_path, history_path])
def test_a_pipe_beside_the_file_is_named(place: Callable[[Path], Path], tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    keeper = FileKeeper(path)
    keeper.commit(ChangeSet((make(Person(id="A", name="Ada")),)), NOTE)
    keeper.close()
    beside = place(path)
    beside.unlink()
    os.mkfifo(beside)
    with pytest.raises(DataProblem, match="file_error") as caught:
        FileKeeper(path).history()
    assert caught.value.message.values["path"] == str(beside)
