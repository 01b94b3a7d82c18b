"""One suite for whatever keeps the data: the file and its twin in memory."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from store.actions.commit import Keeper, Note
from store.disk.file_keeper import FileKeeper
from store.disk.memory_keeper import MemoryKeeper
from store.records.change import ChangeSet, alter, make, remove
from store.records.ids import PersonId
from store.records.interaction import Interaction
from store.records.person import Person

NOTE = Note(at=datetime(2026, 11, 22, 9, tzinfo=UTC), action="add", about="Ada")
ADA = Person(id="A", name="Ada")


@pytest.fixture(params=["memory", "file"])
def keeper(request: pytest.FixtureRequest, tmp_path: Path) -> Keeper:
    makers: dict[str, Callable[[], Keeper]] = {
        "memory": MemoryKeeper,
        "file": lambda: FileKeeper(tmp_path / "arrosoir.json"),
    }
    return makers[request.param]()


def test_a_new_one_holds_nobody(keeper: Keeper) -> None:
    assert not keeper.snapshot.people
    assert not keeper.history()


def test_a_commit_gives_the_snapshot_after_it(keeper: Keeper) -> None:
    committed = keeper.commit(ChangeSet((make(ADA),)), NOTE)
    assert committed.snapshot is keeper.snapshot
    assert keeper.snapshot.people[PersonId("A")] == ADA
    assert keeper.snapshot.revision == 1


def test_a_commit_is_remembered_with_what_it_changed(keeper: Keeper) -> None:
    keeper.commit(ChangeSet((make(ADA),)), NOTE)
    (entry,) = keeper.history()
    assert (entry.action, entry.about, entry.revision) == ("add", "Ada", 1)
    assert entry.change_set == ChangeSet((make(ADA),))


def test_the_inverse_gives_back_the_snapshot_before(keeper: Keeper) -> None:
    keeper.commit(ChangeSet((make(ADA),)), NOTE)
    before = keeper.snapshot
    talk = Interaction(id="T", people=(PersonId("A"),), kind="call", on=date(2026, 11, 20))
    change_set = ChangeSet((make(talk), alter(ADA, org="Aubier")))
    keeper.commit(change_set, NOTE)
    assert keeper.snapshot.interactions_of(PersonId("A")) == (talk,)
    keeper.commit(change_set.inverse(), NOTE)
    assert keeper.snapshot == before
    assert keeper.snapshot.interactions_of(PersonId("A")) == ()


def test_a_removed_record_is_gone(keeper: Keeper) -> None:
    keeper.commit(ChangeSet((make(ADA),)), NOTE)
    keeper.commit(ChangeSet((remove(ADA),)), NOTE)
    assert PersonId("A") not in keeper.snapshot.people
    assert len(keeper.snapshot.people) == 0


def test_refresh_without_other_sessions_changes_nothing(keeper: Keeper) -> None:
    keeper.commit(ChangeSet((make(ADA),)), NOTE)
    assert keeper.refresh() is keeper.snapshot
