"""Sessions stopped, disks failing and other programs writing at the worst of moments."""

from __future__ import annotations

import errno
import os
import signal
from contextlib import ExitStack
from datetime import UTC, datetime
from pathlib import Path

import pytest
from forked import Tell, forked, stop_oneself
from tinydb import TinyDB, where

from store.actions.commit import Note
from store.actions.registry import ACTIONS
from store.actions.service import Service
from store.clock import fresh_id, system_clock
from store.config.settings import Settings
from store.disk import checkpoint, journal, keeping_order
from store.disk.durable import put_in_place
from store.disk.file_keeper import FileKeeper
from store.records.change import ChangeSet, alter, make
from store.records.ids import PersonId
from store.records.person import Person
from store.words.message import BusyProblem

A = PersonId("A")
NOTE = Note(at=datetime(2026, 11, 22, 9, tzinfo=UTC), action="add")


def person(id: str, org: str = "") -> ChangeSet:
    return ChangeSet((make(Person(id=id, name=id, org=org)),))


def ids(path: Path) -> list[str]:
    return sorted(FileKeeper(path).snapshot.people)


def attempt(keeper: FileKeeper, id: str, saved: list[str]) -> None:
    """To be told "busy" is a good answer as well."""
    try:
        keeper.commit(person(id), NOTE)
    except BusyProblem:
        return
    saved.append(id)


def edit(keeper: FileKeeper, **fields: object) -> None:
    keeper.commit(ChangeSet((alter(keeper.snapshot.people[A], **fields),)), NOTE)


def begun(path: Path) -> FileKeeper:
    keeper = FileKeeper(path)
    keeper.commit(person("A"), NOTE)
    keeper.tidy("idle")
    return keeper


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "arrosoir.json"


def test_an_outside_insert_beside_a_new_record_in_the_journal(path: Path) -> None:
    """Both get doc_id 2; at the checkpoint one of both records is lost."""
    keeper = begun(path)
    keeper.commit(person("B"), NOTE)
    with TinyDB(path) as database:
        database.table("people").insert({"id": "C", "name": "C"})
    keeper.refresh()
    keys = keeper.contents.keys["people"].by_id.plain()
    assert len(set(keys.values())) == 3
    keeper.tidy("idle")
    assert ids(path) == ["A", "B", "C"]


@pytest.mark.parametrize("older", [False, True])
def test_stopped_while_the_first_file_is_made(older: bool, path: Path) -> None:
    """begin_file renames without looking whether the lock was taken over."""
    if older:
        path.write_bytes(b'{"_meta":{"1":{"app":"arrosoir","schema":1}}}')

    def work(tell: Tell) -> None:
        def slow(temporary: Path, target: Path) -> None:
            tell("stopping")
            stop_oneself()
            put_in_place(temporary, target)

        pytest.MonkeyPatch().setattr(checkpoint, "put_in_place", slow)
        FileKeeper(path).commit(person("A"), NOTE)

    with forked(work) as child:
        child.until("stopping")
        child.stopped()
        keeper = FileKeeper(path)
        saved = ["A"]
        attempt(keeper, "B", saved)
        keeper.close()
        child.signal(signal.SIGCONT)
        child.done()
    assert ids(path) == saved


@pytest.mark.parametrize("commits", [1, 2])
def test_stopped_in_a_purge(commits: int, path: Path) -> None:
    """Forgetting writes history and file: a commit of others meanwhile must not go under."""
    keeper = begun(path)
    keeper.commit(person("X"), NOTE)

    def work(tell: Tell) -> None:
        def slow(temporary: Path, target: Path) -> None:
            tell("stopping")
            stop_oneself()
            put_in_place(temporary, target)

        pytest.MonkeyPatch().setattr(keeping_order, "put_in_place", slow)
        service = Service(FileKeeper(path), ACTIONS, system_clock, fresh_id, Settings())
        try:
            service.forget("X", "00" * 32)
        except Exception as error:  # noqa: BLE001 - busy would be a good answer
            tell(repr(error))

    with forked(work) as child:
        child.until("stopping")
        child.stopped()
        saved = ["A"]
        for number in range(commits):
            attempt(keeper, f"B{number}", saved)
        child.signal(signal.SIGCONT)
        child.done()
    assert set(saved) <= set(ids(path))


def test_stopped_while_it_renews_the_journal(path: Path) -> None:
    """Two that stand still one after the other (or a disk that stalls for over a second): renew
    renames over the journal that a third session made meanwhile."""
    keeper = begun(path)

    def one(tell: Tell) -> None:
        def slow(descriptor: int) -> None:
            tell("stopping")
            stop_oneself()
            os.fdatasync(descriptor)

        pytest.MonkeyPatch().setattr(journal, "sync_data", slow)
        FileKeeper(path).commit(person("One"), NOTE)

    def two(tell: Tell) -> None:
        left = [1]

        def slow(temporary: Path, target: Path) -> None:
            if left:
                left.pop()
                tell("stopping")
                stop_oneself()
            put_in_place(temporary, target)

        pytest.MonkeyPatch().setattr(journal, "put_in_place", slow)
        FileKeeper(path).commit(person("Two"), NOTE)

    with ExitStack() as stack:
        first = stack.enter_context(forked(one))
        first.until("stopping")
        first.stopped()
        second = stack.enter_context(forked(two))
        second.until("stopping")
        second.stopped()
        saved = ["Two"]
        attempt(keeper, "Three", saved)
        second.signal(signal.SIGCONT)
        second.done()
        assert set(saved) <= set(ids(path))


def test_outside_sets_a_value_that_the_journal_went_through(path: Path) -> None:
    keeper = begun(path)
    edit(keeper, org="X")
    edit(keeper, org="Y")
    with TinyDB(path) as database:
        database.table("people").update({"org": "X"}, doc_ids=[1])
    assert keeper.refresh().people[A].org == "X"


def test_outside_sets_a_value_and_then_back(path: Path) -> None:
    keeper = begun(path)
    edit(keeper, title="T")
    for org in ("X", ""):
        with TinyDB(path) as database:
            database.table("people").update({"org": org}, doc_ids=[1])
        assert keeper.refresh().people[A].org == org
    assert FileKeeper(path).snapshot.people[A].org == ""


def test_outside_inserts_a_row_and_then_removes_it(path: Path) -> None:
    keeper = begun(path)
    with TinyDB(path) as database:
        database.table("people").insert({"id": "C", "name": "C"})
    keeper.refresh()
    with TinyDB(path) as database:
        database.table("people").remove(where("id") == "C")
    assert sorted(keeper.refresh().people) == ["A"]
    assert ids(path) == ["A"]


@pytest.mark.parametrize("first", ["reader", "writer"])
def test_a_line_whose_sync_failed_was_read_by_another_session(
    first: str, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A line that was taken back is not gone on from by who had read it."""
    writer = begun(path)
    writer.commit(person("W0"), NOTE)
    reader = FileKeeper(path)

    def failing(descriptor: int) -> None:
        reader.refresh()
        raise OSError(errno.EIO, "i/o")

    with monkeypatch.context() as patch:
        patch.setattr(journal, "sync_data", failing)
        with pytest.raises(Exception, match="file_error"):
            writer.commit(person("Refused"), NOTE)
    for who, keeper in sorted(
        {"writer": writer, "reader": reader}.items(), reverse=first == "writer"
    ):
        keeper.commit(person(who), NOTE)
    assert ids(path) == sorted(["A", "W0", "reader", "writer"])
    assert sorted(reader.refresh().people) == ids(path)


def test_refused_stays_refused_where_the_line_could_not_be_taken_back(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where it can be neither synced nor cut off, it is left behind when the journal is renewed."""
    keeper = begun(path)

    def failing(*given: object) -> None:
        raise OSError(errno.EIO, "i/o")

    with monkeypatch.context() as patch:
        patch.setattr(journal, "sync_data", failing)
        patch.setattr(os, "ftruncate", failing)
        with pytest.raises(Exception, match="file_error"):
            keeper.commit(person("Refused"), NOTE)
    keeper.commit(person("Later"), NOTE)
    assert ids(path) == ["A", "Later"]
