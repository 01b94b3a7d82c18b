"""Done, told with more than a key: notes, days, plans, and telling it again in its place."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from store.actions.add import Add
from store.actions.done import MarkDone
from store.actions.follow_up import Promise
from store.actions.log import Log
from store.actions.registry import ACTIONS
from store.actions.service import Service
from store.clock import clock_on, fresh_id
from store.config.settings import Settings
from store.disk.memory_keeper import MemoryKeeper
from store.records.interaction import Interaction
from store.views.ties import Ties
from store.words.message import Refusal

TODAY = date(2026, 11, 20)


@pytest.fixture
def service() -> Service:
    made = Service(MemoryKeeper(), ACTIONS, clock_on(TODAY), fresh_id, Settings())
    made.perform("add", Add(name="Ada", layer=15))
    made.perform("follow-up", Promise(person="Ada", on=TODAY, why="the engine"))
    return made


def talks(service: Service) -> list[Interaction]:
    """All of them."""
    return list(service.snapshot.interactions.values())


def test_a_note_on_a_closed_promise_is_kept_with_the_talk_it_tells_of(service: Service) -> None:
    service.perform("done", MarkDone(person="Ada", note="Sent it\x1b[31m"))
    (talk,) = talks(service)
    assert (talk.note, talk.on) == ("Sent it[31m", TODAY)


def test_what_was_done_another_day_is_told_so_and_never_in_advance(service: Service) -> None:
    tomorrow, yesterday = TODAY + timedelta(days=1), TODAY - timedelta(days=1)
    with pytest.raises(Refusal):
        service.perform("done", MarkDone(person="Ada", kind="call", on=tomorrow))
    service.perform("done", MarkDone(person="Ada", kind="call", on=yesterday))
    assert [talk.on for talk in talks(service)] == [yesterday]


def test_a_plan_told_with_its_kind_is_one_talk_and_not_two(service: Service) -> None:
    service.perform("log", Log(people=("Ada",), on=TODAY + timedelta(days=3)))
    clock = clock_on(TODAY + timedelta(days=5))
    later = Service(MemoryKeeper(service.snapshot), ACTIONS, clock, fresh_id, Settings())
    (planned,) = talks(later)
    later.perform("done", MarkDone(row=planned.id, kind="in_person", minutes=40))
    (talk,) = talks(later)
    assert (talk.id, talk.kind, talk.minutes, talk.planned) == (planned.id, "in_person", 40, False)
    assert talk.on == planned.on


def test_instead_is_one_commit_that_undo_takes_back_whole(service: Service) -> None:
    first = service.perform("done", MarkDone(person="Ada", kind="call", minutes=20))
    before = len(service.history())
    better = MarkDone(person="Ada", kind="in_person", minutes=60)
    service.perform_instead(first.snapshot.revision, "done", better)
    assert [(talk.kind, talk.minutes) for talk in talks(service)] == [("in_person", 60)]
    assert len(service.history()) == before + 1
    assert service.ties().roll.ordered == Ties.of(service.snapshot, TODAY, Settings()).roll.ordered
    service.undo()
    assert [(talk.kind, talk.minutes) for talk in talks(service)] == [("call", 20)]


def test_what_was_taken_back_meanwhile_is_not_replaced(service: Service) -> None:
    first = service.perform("done", MarkDone(person="Ada", kind="call"))
    service.undo()
    with pytest.raises(Refusal):
        service.perform_instead(first.snapshot.revision, "done", MarkDone(person="Ada"))
    with pytest.raises(Refusal):
        service.perform_instead(999, "done", MarkDone(person="Ada"))
    assert talks(service) == []
