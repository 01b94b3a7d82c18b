"""What was once is again: exactly, undoably, and without those who were forgotten."""

from __future__ import annotations

from datetime import UTC, date, datetime

import msgspec
import pytest

from store.actions.action import Outcome
from store.actions.registry import ACTIONS
from store.actions.restoring import restored
from store.actions.service import Service
from store.config.settings import Settings
from store.disk.memory_keeper import MemoryKeeper
from store.records.circle import Circle
from store.records.forgotten import Forgotten
from store.records.ids import PersonId
from store.records.interaction import Interaction
from store.records.kinds import TableName
from store.records.me import Me, Sorting
from store.records.person import Person
from store.records.record import Record
from store.records.snapshot import Snapshot, snapshot_of
from store.records.tables import TABLE_OF
from store.words.message import Message

DAY = date(2026, 11, 20)
KEY = "5a" * 32

ADA = Person(id="A", name="Ada Lovelace", emails=("ada@lovelace.org",), org="Aubier")
BO = Person(id="B", name="Bo Diallo", emails=("bo@diallo.net",))
CLEO = Person(id="C", name="Cleo Martin")


def talk(id: str, *people: str) -> Interaction:
    return Interaction(id=id, people=tuple(map(PersonId, people)), kind="call", on=DAY)


def data(*records: Record, forgotten: Forgotten | None = None) -> Snapshot:
    tables: dict[TableName, dict[str, Record]] = {}
    for record in records:
        tables.setdefault(TABLE_OF[type(record)], {})[record.id] = record
    return snapshot_of(tables, 7, forgotten or Forgotten())


THEN = data(
    ADA,
    BO,
    talk("1", "A", "B"),
    talk("2", "A"),
    Circle(id="O", name="Choir", people=(PersonId("A"),)),
)


def test_all_records_are_those_of_then_and_people_are_counted() -> None:
    now = data(msgspec.structs.replace(ADA, org="Bourgeon"), CLEO, talk("3", "A"))
    plan = restored(now, THEN)
    assert now.apply(plan.change_set) == THEN
    assert (plan.changed, plan.removed, plan.new) == (1, 1, 1)


def test_somebody_about_whom_only_a_talk_comes_back_counts_as_changed() -> None:
    plan = restored(data(ADA, BO, talk("1", "A", "B")), THEN)
    assert (plan.changed, plan.removed, plan.new) == (1, 0, 0)


def test_nothing_is_to_be_done_where_nothing_has_changed() -> None:
    assert not restored(THEN, THEN).change_set


def test_undone_it_gives_back_the_data_before() -> None:
    now = data(CLEO, talk("3", "C"), Me(name="Camille", last_act=DAY))
    service = Service(
        MemoryKeeper(now), ACTIONS, lambda: datetime(2026, 11, 20, 9, tzinfo=UTC), str, Settings()
    )
    plan = restored(now, THEN)
    outcome = Outcome(change_set=plan.change_set, id="x", said=Message("said.nothing"))
    service.commit("restore", outcome)
    assert set(service.snapshot.people) == {"A", "B"}
    assert service.snapshot.me == Me(last_act=DAY)
    service.undo()
    assert service.snapshot == now


def test_the_forgotten_do_not_come_back_nor_does_anything_that_names_them() -> None:
    forgotten = Forgotten().with_person(ADA, KEY)
    then = data(
        *THEN.people.values(),
        *THEN.interactions.values(),
        *THEN.circles.values(),
        Me(sorting=Sorting(asked=(PersonId("A"), PersonId("B")))),
    )
    now = data(CLEO, forgotten=forgotten)
    plan = restored(now, then)
    after = now.apply(plan.change_set)
    assert set(after.people) == {"B"}
    assert plan.forgotten == 1
    assert plan.new == 1
    (left,) = after.interactions.values()
    assert left.people == ("B",)
    (circle,) = after.circles.values()
    assert circle.people == ()
    assert after.me.sorting.asked == ("B",)
    assert b"ovelace" not in msgspec.json.encode([each.after for each in plan.change_set.changes])


def test_whoever_is_there_again_since_is_not_taken_away() -> None:
    forgotten = Forgotten().with_person(ADA, KEY)
    now = data(ADA, forgotten=forgotten)
    assert set(now.apply(restored(now, THEN).change_set).people) == {"A", "B"}


def test_a_talk_that_names_nobody_known_does_not_stop_it() -> None:
    then = data(ADA, talk("1", "A", "gone"), talk("2", "gone"))
    after = data().apply(restored(data(), then).change_set)
    (left,) = after.interactions.values()
    assert left.people == ("A",)


@pytest.mark.parametrize(("edited", "many"), [(10, False), (11, True)])
def test_more_than_one_in_ten_are_many(edited: int, many: bool) -> None:
    crowd = [Person(id=f"{n}", name=f"N {n}") for n in range(100)]
    now = data(
        *(
            msgspec.structs.replace(each, org="X") if n < edited else each
            for n, each in enumerate(crowd)
        )
    )
    plan = restored(now, data(*crowd))
    assert plan.changed == edited
    assert plan.many is many


def test_people_who_come_back_never_ask() -> None:
    crowd = [Person(id=f"{n}", name=f"N {n}") for n in range(100)]
    assert not restored(data(), data(*crowd)).many
