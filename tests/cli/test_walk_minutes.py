"""`walk`: some minutes at hand, as they go by, and what was done with them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from walk_trial import BJORN, TODAY, ZOE, Walking, data, network, walk  # noqa: F401

from store.actions.done import MarkDone
from store.actions.edit import Edit
from store.actions.log import Log
from store.actions.registry import ACTIONS
from store.actions.service import Service
from store.clock import fresh_id
from store.config.settings import Settings
from store.disk.memory_keeper import MemoryKeeper
from store.words.spoken_words import SpokenWords
from tui.cli.walking.today_road import TodayRoad

NINE = datetime(2026, 11, 20, 9, tzinfo=UTC)


class Morning:
    """A walk of which the clock is set by hand."""

    def __init__(self) -> None:
        self.now = NINE
        self.service = Service(
            MemoryKeeper(network()), ACTIONS, lambda: self.now, fresh_id, Settings()
        )
        self.road = TodayRoad(self.service, SpokenWords("en"))

    def asides(self) -> dict[str, str]:
        return {str(stop.person): stop.aside for stop in self.road.stops()}


def test_of_each_row_the_time_left_is_told_and_what_is_longer_than_that() -> None:
    morning = Morning()
    morning.road.within(60)
    assert morning.asides() == {"A": "", "T": "", "B": ""}
    morning.now += timedelta(minutes=15, seconds=59)
    assert set(morning.asides().values()) == {"45 minutes left."}
    morning.now += timedelta(minutes=33)
    asides = morning.asides()
    assert asides["A"] == asides["B"] == "Longer than the 12 minutes that are left."
    assert asides["T"] == "12 minutes left."


def test_a_row_that_is_done_makes_no_room_for_those_left_out() -> None:
    morning = Morning()
    morning.road.within(25)
    morning.service.perform("done", MarkDone(row="INTRO", minutes=20))
    assert [stop.person for stop in morning.road.stops()] == ["T"]


def test_where_there_was_a_choice_it_says_why() -> None:
    morning = Morning()
    morning.road.within(45)
    assert morning.asides()["B"] == "", "there is time for all"
    zoe = Log(people=(str(ZOE),), kind="call", on=TODAY - timedelta(days=31), minutes=20)
    morning.service.perform("log", zoe)
    morning.service.perform("edit", Edit(person=str(ZOE), cadence=30))
    morning.road.within(45)
    why = "Chosen for these minutes: nothing left out counts for more."
    assert morning.asides() == {"A": "", "T": "", "B": why}


def test_the_end_tells_what_was_done_and_minutes_told_anew_go_on_with_it() -> None:
    morning = Morning()
    morning.road.within(45)
    assert morning.road.leaving() == ()
    morning.now += timedelta(minutes=20)
    morning.service.perform("log", Log(people=(str(BJORN),), minutes=20))
    morning.now += timedelta(minutes=5)
    said = morning.road.leaving()[0].replace("\N{NO-BREAK SPACE}", " ")
    assert said == "25 minutes: a call with Björn. 20 minutes left."
    morning.road.within(10)
    said = morning.road.leaving()[0].replace("\N{NO-BREAK SPACE}", " ")
    assert said == "25 minutes: a call with Björn. 10 minutes left."
    morning.road.within(None)
    assert morning.road.leaving() == ()


@pytest.mark.parametrize("end", ["q", ""])
def test_the_walk_ends_with_what_was_done(walk: Walking, end: str) -> None:  # noqa: F811
    walked = walk("b 1h", "c 20 the boat", end, end, end)
    said = [each for each in walked.paragraphs if "with Amélie" in each]
    assert said == ["20 minutes: a call with Amélie. 40 minutes left."]
