"""What is said of a change: the one value that came back, the promise that a talk leaves open."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from store.actions.add import Add
from store.actions.edit import Edit
from store.actions.follow_up import Promise
from store.actions.log import Log
from store.actions.registry import ACTIONS
from store.actions.service import Done, Service
from store.clock import clock_on, fresh_id
from store.config.settings import Settings
from store.disk.memory_keeper import MemoryKeeper
from store.records.kinds import Language
from store.words.words import Words

TODAY = date(2026, 11, 20)


@pytest.fixture
def service() -> Service:
    return Service(MemoryKeeper(), ACTIONS, clock_on(TODAY), fresh_id, Settings())


def said(done: Done, language: Language = "en") -> str:
    return Words(language).tell(done.said, TODAY).replace("\N{NO-BREAK SPACE}", " ")


def test_one_field_taken_back_is_told_with_its_value(service: Service) -> None:
    made = service.perform("add", Add(name="Frances"))
    service.perform("edit", Edit(person=made.id, name="r"))
    assert said(service.undo()) == "Undone: changed, r (name: r → Frances)"
    done = service.redo()
    assert said(done, "fr") == "Rétabli : modification, r (nom : Frances → r)"


def test_a_field_that_was_empty_is_a_dash(service: Service) -> None:
    made = service.perform("add", Add(name="Frances"))
    service.perform("edit", Edit(person=made.id, city=("Lyon",)))
    assert said(service.undo()).endswith("(cities: Lyon → –)")


def test_several_fields_and_other_acts_are_told_by_name_alone(service: Service) -> None:
    made = service.perform("add", Add(name="Frances"))
    service.perform("edit", Edit(person=made.id, name="Fran", city=("Lyon",)))
    assert "→" not in said(service.undo())
    assert "→" not in said(service.undo())


@pytest.mark.parametrize(
    ("ahead", "stays"), [(-3, True), (0, True), (5, False)], ids=["since", "today", "to come"]
)
def test_a_talk_says_that_a_promise_which_is_due_stays(
    service: Service, ahead: int, stays: bool
) -> None:
    made = service.perform("add", Add(name="Frances"))
    day = TODAY + timedelta(days=ahead)
    service.perform("follow-up", Promise(person=made.id, on=day, why="the slides"))
    done = service.perform("log", Log(people=(made.id,), kind="call", minutes=20))
    tail = "; done closes the promise." if stays else "."
    assert said(done) == f"Frances: call, 20 min{tail}"


@pytest.mark.parametrize("people", [4, 5])
def test_one_field_of_many_people_is_counted_and_of_few_people_named(
    service: Service, people: int
) -> None:
    ids = [service.perform("add", Add(name=f"Ann {n}")).id for n in range(people)]
    service.perform_many("edit", [Edit(person=id, layer=50) for id in ids])
    if people == 4:
        assert said(service.undo()) == "Undone: changed, Ann 0, Ann 1, Ann 2, Ann 3"
        return
    assert said(service.undo()) == "Undone: layer for 5 people"
    assert said(service.redo(), "fr") == "Rétabli : proximité pour 5 personnes"


def test_several_fields_of_many_people_are_told_by_the_act(service: Service) -> None:
    ids = [service.perform("add", Add(name=f"Ann {n}")).id for n in range(6)]
    service.perform_many("edit", [Edit(person=id, layer=50, pinned=True) for id in ids])
    assert said(service.undo()) == "Undone: changed, Ann 0, Ann 1, Ann 2 +3"
