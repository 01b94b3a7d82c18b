"""The disk answers a sync with an error: whatever is on it then is not relied on."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from orders import Desk, desk_on, line
from stock import opened_by_tinydb

from store.disk import journal
from store.disk.file_keeper import FileKeeper
from store.words.message import DataProblem


def ordered(desk: Desk, number: int, name: str) -> tuple[bool, str]:
    ((_, done, answer),) = desk.run(range(number, number + 1), lambda _: line("add", name=name))
    return done, answer


def names(keeper: FileKeeper) -> list[str]:
    return [each.name for each in keeper.snapshot.people.values()]


def failing(descriptor: int) -> None:
    raise OSError(errno.EIO, os.strerror(errno.EIO))


def inode_of_journal(path: Path) -> int:
    return path.with_name(f"{path.name}.journal").stat().st_ino


def test_an_error_at_a_commit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Guards the doubt after an error of fdatasync: the change is refused and not held in memory;
    the next commit reads all anew and goes to another inode, as the pages of this one may be lost
    though they are read."""
    path = tmp_path / "arrosoir.json"
    desk = desk_on(path)
    for number in range(5):
        assert ordered(desk, number, f"P{number}")[0]
    before = path.with_name(f"{path.name}.journal").open("rb")
    # Held open, so that its number is not given to another file.
    with before, monkeypatch.context() as patch:
        patch.setattr(journal, "sync_data", failing)
        assert ordered(desk, 10, "Refused") == (False, '"file_error"')
        assert "Refused" not in [each.name for each in desk.service.snapshot.people.values()]
        assert desk.service.snapshot.revision == 5
        assert ordered(desk, 11, "Refused too") == (False, '"file_error"')
        assert names(FileKeeper(path)) == [f"P{number}" for number in range(5)]
        patch.undo()
        assert ordered(desk, 12, "Later")[0]
        assert inode_of_journal(path) != os.fstat(before.fileno()).st_ino
    again = FileKeeper(path)
    assert names(again) == [*(f"P{number}" for number in range(5)), "Later"]
    assert [entry.revision for entry in again.history()] == list(range(1, 7))


def test_after_an_error_another_session_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Guards the same between two sessions: neither loses anything of the other."""
    path = tmp_path / "arrosoir.json"
    one = desk_on(path)
    assert ordered(one, 0, "First")[0]
    two = desk_on(path)
    with monkeypatch.context() as patch:
        patch.setattr(journal, "sync_data", failing)
        assert not ordered(one, 1, "Refused")[0]
    assert ordered(two, 2, "Second")[0]
    assert ordered(one, 3, "Third")[0]
    assert ordered(two, 4, "Fourth")[0]
    for keeper in (FileKeeper(path), one.service._keeper, two.service._keeper):
        assert isinstance(keeper, FileKeeper)
        keeper.refresh()
        assert names(keeper) == ["First", "Second", "Third", "Fourth"]


@contextmanager
def failing_at(place: int) -> Iterator[list[int]]:
    """The n-th fsync of this process fails; gives how many there were."""
    calls: list[int] = []
    fsync: Callable[[int], None] = os.fsync

    def counted(descriptor: int) -> None:
        calls.append(descriptor)
        if len(calls) == place:
            failing(descriptor)
        fsync(descriptor)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "fsync", counted)
        yield calls


def test_an_error_at_each_sync_of_a_checkpoint(tmp_path: Path) -> None:
    """Guards that history, data file and folder are synced before the journal is emptied: at
    whichever of them the disk fails, all is there, and the next checkpoint does."""
    failures = 0
    for place in range(1, 40):
        path = tmp_path / f"{place}" / "arrosoir.json"
        desk = desk_on(path)
        wanted = []
        for number in range(5):
            assert ordered(desk, number, f"P{number}")[0]
            wanted.append(f"P{number}")
        with failing_at(place) as calls:
            try:
                desk.service.tidy("idle")
            except DataProblem:
                failures += 1
        assert names(FileKeeper(path)) == wanted
        opened_by_tinydb(path)
        assert ordered(desk, 9, "Later")[0]
        desk.service.tidy("idle")
        again = FileKeeper(path)
        assert names(again) == [*wanted, "Later"]
        assert [entry.revision for entry in again.history()] == list(range(1, 7))
        assert not list(path.parent.rglob("*.tmp"))
        if len(calls) < place:
            break
    assert failures >= 4, "history, data file, folder, backups"


def test_an_error_at_each_sync_of_the_first_commit(tmp_path: Path) -> None:
    """Guards the same for the making of a file."""
    for place in range(1, 10):
        path = tmp_path / f"{place}" / "arrosoir.json"
        desk = desk_on(path)
        with failing_at(place) as calls:
            done, answer = ordered(desk, 0, "First")
            assert done or answer == '"file_error"'
        assert done == (len(calls) < place)
        assert names(FileKeeper(path)) == (["First"] if done else [])
        assert ordered(desk, 1, "Second")[0]
        assert names(FileKeeper(path)) == [*(["First"] if done else []), "Second"]
        if done:
            break
    assert place > 2
