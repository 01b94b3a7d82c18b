"""Time without a person, and what a week is meant to take."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from itertools import count
from zoneinfo import ZoneInfo

import pytest

from store.actions.budget import LONGEST_WEEK, SetBudget
from store.actions.me import EditMe
from store.actions.registry import ACTIONS
from store.actions.service import Service
from store.actions.spent import Spent
from store.config.settings import Settings
from store.disk.memory_keeper import MemoryKeeper
from store.records.me import Budget
from store.records.snapshot import EMPTY
from store.views.time_figures import time_figures
from store.views.week import week_view
from store.words.message import Problem
from store.words.words import Words

NOW = datetime(2026, 11, 20, 10, 14, tzinfo=UTC)
EN, FR = Words("en"), Words("fr")


class Clock:
    """Shows what it is told."""

    def __init__(self, now: datetime) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now


def service_at(now: datetime = NOW, **settings: object) -> tuple[Service, Clock]:
    clock, numbers = Clock(now), count(1)
    told = Settings(**settings)  # type: ignore[arg-type]
    keeper = MemoryKeeper(EMPTY)
    return Service(keeper, ACTIONS, clock, lambda: f"N{next(numbers)}", told), clock


def test_time_without_a_person_counts_for_its_kind_and_can_be_taken_back() -> None:
    service, _ = service_at()
    done = service.perform("spent", Spent(kind="preparing", minutes=20, note="slides"))
    assert EN.tell(done.said, service.today()) == "20 min noted: preparing."
    (entry,) = service.snapshot.time_entries.values()
    assert (entry.kind, entry.minutes, entry.note, entry.on) == (
        "preparing",
        20,
        "slides",
        service.today(),
    )
    assert week_view(service.snapshot, service.ties()).spent_today == 20
    service.undo()
    assert not service.snapshot.time_entries


def test_the_day_is_told_where_it_is_not_today() -> None:
    service, _ = service_at()
    done = service.perform("spent", Spent(kind="event", minutes=90, on=date(2026, 11, 16)))
    said = FR.tell(done.said, service.today()).replace("\u00a0", " ")
    assert said == "Noté pour le lun. 16 nov. : événements, 1 h 30."


@pytest.mark.parametrize(
    "params",
    [
        Spent(kind="call", minutes=0),
        Spent(kind="call", minutes=1441),
        Spent(kind="call", minutes=5, on=date(2026, 11, 21)),
    ],
)
def test_no_time_too_much_of_it_and_days_to_come_are_refused(params: Spent) -> None:
    service, _ = service_at()
    with pytest.raises(Problem):
        service.perform("spent", params)
    assert not service.snapshot.time_entries


def test_targets_are_set_one_by_one_and_the_answer_says_all_of_them() -> None:
    service, _ = service_at()
    service.perform("budget", SetBudget(kinds={"call": 60, "social": 20}))
    done = service.perform("budget", SetBudget(total=90, kinds={"in_person": 45}))
    told = "Budget: in person 45 min, call 1 h, social 20 min at most; 1 h 30 a week in all."
    assert EN.tell(done.said) == told
    done = service.perform("budget", SetBudget(total=0, kinds={"call": 0, "social": 0}))
    assert service.snapshot.me.budget == Budget(total=0, kinds={"in_person": 45})
    assert EN.tell(done.said) == "Budget: in person 45 min a week."
    done = service.perform("budget", SetBudget(kinds={"in_person": 0}))
    assert EN.tell(done.said) == "Budget: nothing in particular."
    service.undo()
    assert service.snapshot.me.budget.kinds == {"in_person": 45}


def test_both_roads_to_the_budget_refuse_more_than_a_week() -> None:
    service, _ = service_at()
    with pytest.raises(Problem):
        service.perform("budget", SetBudget(kinds={"call": LONGEST_WEEK + 1}))
    with pytest.raises(Problem):
        service.perform("me", EditMe(budget=-1))


ZONES = ("Europe/Paris", "America/New_York", "Pacific/Auckland", "Asia/Kolkata", "UTC")

LAST_MINUTES = (
    (date(2026, 3, 29), "monday"),  # summer time begins in Paris that night
    (date(2026, 10, 25), "monday"),  # and ends
    (date(2026, 10, 31), "sunday"),  # the night before it ends in New York
    (date(2026, 4, 3), "saturday"),
    (date(2026, 12, 27), "monday"),
    (date(2027, 1, 3), "monday"),  # the end of a week 53
)


@pytest.mark.parametrize("zone", ZONES)
@pytest.mark.parametrize(("last", "starts"), LAST_MINUTES)
def test_a_week_ends_at_midnight_where_the_user_is(zone: str, last: date, starts: str) -> None:
    midnight = datetime.combine(last + timedelta(days=1), datetime.min.time(), ZoneInfo(zone))
    before = (midnight.astimezone(UTC) - timedelta(minutes=1)).astimezone(ZoneInfo(zone))
    service, clock = service_at(before, week_starts=starts)
    service.perform("spent", Spent(kind="call", minutes=11))
    clock.now = midnight
    service.perform("spent", Spent(kind="call", minutes=23))
    told = time_figures(service.snapshot, service.ties(), service.today())
    assert [each.minutes for each in told.weeks[-2:]] == [11, 23]
    assert told.week.start == last + timedelta(days=1)
