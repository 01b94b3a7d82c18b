"""After days away the promises remain, and the rest is spread over four weeks."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import msgspec
from small_network import TODAY, Network, ago

from store.records.person import Pause
from store.views.ties import Ties
from store.views.today import TodayView, today_view

AWAY = Pause(start=ago(22), until=ago(1))
"""Ends yesterday, so that today is the first day back."""

MANY = 84


def waiting(pauses: tuple[Pause, ...]) -> Network:
    """Many ties whose turn had come when the user left, and one promise."""
    net = Network()
    net.me = msgspec.structs.replace(net.me, pauses=pauses)
    for number in range(MANY):
        net.person(f"N{number:02}", 90, 120, 150, cadence_days=30)
    net.promise(net.person("Paul", 1), 3)
    return net


def seen_on(net: Network, days: int) -> TodayView:
    """Today as it would be so many days on, had nothing been done meanwhile."""
    snapshot = net.snapshot()
    return today_view(snapshot, Ties.of(snapshot, TODAY + timedelta(days=days), net.settings))


def cooling(view: TodayView) -> set[str]:
    """Those who waited; Paul's own turn comes later."""
    rows = (row for row in view.rows if row.group == "cooling")
    return {row.person for row in rows if row.name != "Paul"}


def test_what_waited_comes_back_over_four_weeks_and_no_day_is_a_wall() -> None:
    net = waiting((AWAY,))
    found = [cooling(seen_on(net, days)) for days in range(28)]
    assert all(one <= other for one, other in pairwise(found))
    assert len(found[-1]) == MANY
    fresh = [len(found[0]), *(len(b - a) for a, b in pairwise(found))]
    assert max(fresh) <= MANY // 6
    assert len(found[6]) < MANY / 2 < len(found[20])


def test_promises_are_there_at_once() -> None:
    assert next(iter(seen_on(waiting((AWAY,)), 0).rows)).name == "Paul"


def test_without_an_absence_nothing_is_held_back() -> None:
    assert len(cooling(waiting(()).today())) == MANY
    short = Pause(start=ago(8), until=ago(1))
    assert len(cooling(waiting((short,)).today())) == MANY


def test_four_weeks_later_all_is_as_it_was() -> None:
    over = Pause(start=ago(60), until=ago(29))
    assert len(cooling(waiting((over,)).today())) == MANY


def test_a_pause_of_one_person_brings_no_wall_and_is_not_spread() -> None:
    net = Network()
    for number in range(20):
        net.person(f"N{number:02}", 90, 120, 150, cadence_days=30, pauses=(AWAY,))
    assert len(cooling(net.today())) == 20


def test_a_turn_that_comes_later_keeps_its_day() -> None:
    net = Network()
    net.me = msgspec.structs.replace(net.me, pauses=(AWAY,))
    for number in range(20):
        # 25 days without the pause: the rhythm of 30 asks for them in five days.
        net.person(f"N{number:02}", *range(47, 700, 30), cadence_days=30)
    days = [row.due for row in seen_on(net, 6).rows if row.group == "cooling"]
    assert len(days) == 20
    assert all(isinstance(day, date) and day >= TODAY for day in days)
