"""Somebody deleted stands on no card any more, and comes back to all of them."""

from __future__ import annotations

from datetime import UTC, datetime
from itertools import count

import pytest

from store.actions.add import Add
from store.actions.delete import Delete
from store.actions.edit import Edit
from store.actions.registry import ACTIONS
from store.actions.service import Service
from store.actions.set_apart import SetApart
from store.config.settings import Settings
from store.disk.memory_keeper import MemoryKeeper
from store.records.ids import PersonId
from store.records.person import Person
from store.records.snapshot import Snapshot, snapshot_of

A, B, C = (PersonId(each) for each in "ABC")


@pytest.fixture
def snapshot() -> Snapshot:
    people = (
        Person(id=A, name="Ada", through=B, knows=(C, B), distinct_from=(B,)),
        Person(id=B, name="Bo", knows=(A,)),
        Person(id=C, name="Cleo", knows=(B,)),
    )
    return snapshot_of({"people": {each.id: each for each in people}})


@pytest.fixture
def service(snapshot: Snapshot) -> Service:
    numbers = count(1)
    return Service(
        MemoryKeeper(snapshot),
        ACTIONS,
        lambda: datetime(2026, 11, 20, 9, tzinfo=UTC),
        lambda: f"N{next(numbers)}",
        Settings(),
    )


def test_deleting_takes_the_name_off_every_card_and_undo_puts_it_back(
    service: Service, snapshot: Snapshot
) -> None:
    service.perform("delete", Delete(person=B))
    ada, cleo = service.snapshot.people[A], service.snapshot.people[C]
    assert (ada.through, ada.knows, ada.distinct_from, cleo.knows) == (None, (C,), (), ())
    service.undo()
    assert dict(service.snapshot.people) == dict(snapshot.people)


def test_whoever_comes_back_does_not_name_those_who_have_gone_since(service: Service) -> None:
    service.perform("delete", Delete(person=A))
    first = service.history()[-1].revision
    service.perform("delete", Delete(person=B))
    service.undo_revision(first)
    ada = service.snapshot.people[A]
    assert (ada.through, ada.knows, ada.distinct_from) == (None, (C,), ())
    service.undo_revision(service.history()[-2].revision)
    assert service.snapshot.people[B].knows == (), "Ada was not there when Bo went"


def test_taking_back_an_edit_names_nobody_who_has_gone_since(service: Service) -> None:
    service.perform("apart", SetApart(a=C, b=A))
    apart = service.history()[-1].revision
    service.undo()
    service.perform("edit", Edit(person=C, org="Aubier"))
    service.perform("delete", Delete(person=A))
    service.undo_revision(service.history()[-3].revision)
    assert apart < service.history()[-1].revision
    assert service.snapshot.people[C].distinct_from == ()


def test_names_noted_since_stay_when_a_deletion_is_taken_back(service: Service) -> None:
    service.perform("delete", Delete(person=B))
    deletion = service.history()[-1].revision
    service.perform("add", Add(name="Dee"))
    (dee,) = (id for id, card in service.snapshot.people.items() if card.name == "Dee")
    service.perform("apart", SetApart(a=A, b=dee))
    service.undo_revision(deletion)
    ada = service.snapshot.people[A]
    assert ada.distinct_from == (dee, B)
    assert (ada.through, set(ada.knows)) == (B, {B, C})
    assert service.snapshot.people[C].knows == (B,)
