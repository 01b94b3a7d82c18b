"""Where the time went: worked examples, and sums that hold for any network."""

from __future__ import annotations

import json
from collections import Counter
from datetime import date, timedelta

import msgspec
import pytest
from any_network import IDS, networks, with_people_in
from hypothesis import given, settings
from hypothesis import strategies as st
from small_network import TODAY, Network, ago

from store.config.settings import Settings, WeekStart
from store.records.change import ChangeSet, make
from store.records.kinds import BUDGET_KINDS, BudgetKind, budget_kind
from store.records.person import Pause
from store.records.snapshot import Snapshot
from store.records.time_entry import TimeEntry
from store.rules.budget import minutes_of, week_of
from store.views.answers_time import time_answer
from store.views.ties import Ties
from store.views.time_figures import LayerShare, TimeFigures, time_figures
from store.views.week import week_view

LAST_WEEK = ago(7)


def figures(net: Network, day: date = TODAY) -> TimeFigures:
    return time_figures(net.snapshot(), net.ties(), day)


def test_who_got_the_time_is_told_by_layer_and_by_name() -> None:
    net = Network()
    ada, bo = net.person("Ada", 200, layer=5), net.person("Bo", 300)
    net.talk(ada, 3, minutes=40)
    net.talk(bo, 5, minutes=30)
    net.talk(net.person("Cleo"), 2, minutes=10)
    net.talk(ada, 29, minutes=500)
    both = net.talk(ada, 1, kind="in_person", minutes=61)
    net.records[-1] = msgspec.structs.replace(both, people=(ada, bo))
    net.time(15)
    told = figures(net)
    assert (told.since, told.until) == (ago(27), TODAY)
    assert told.minutes == 40 + 30 + 10 + 61 + 15
    assert told.by_layer == (
        LayerShare(layer=5, new=False, minutes=71, people=1),
        LayerShare(layer=None, new=False, minutes=60, people=1),
        LayerShare(layer=None, new=True, minutes=10, people=1),
    )
    assert [(each.name, each.minutes) for each in told.most] == [
        ("Ada", 71),
        ("Bo", 60),
        ("Cleo", 10),
    ]
    ways = told.ways
    assert (ways.voice, ways.meeting, ways.writing, ways.other) == (80, 61, 0, 15)
    assert told.by_kind == (("in_person", 61), ("call", 80), ("preparing", 15))


@pytest.mark.parametrize(("back", "new"), [(0, False), (380, False), (795, True)])
def test_new_is_who_was_first_met_within_the_days_shown(back: int, new: bool) -> None:
    net = Network()
    net.person("Ada", 800, 797, 385, 3)
    (share,) = figures(net, ago(back)).by_layer
    assert share.new is new


def test_time_by_value_looks_at_all_who_are_tended() -> None:
    net = Network()
    for place in range(8):
        net.person(f"N{place}", *range(40, 40 + 9 * place, 9), 300)
    gone = net.person("Gone", 400, status="faded")
    net.talk(net.person("Near", 41, 48, layer=5), 1, minutes=50)
    net.talk(gone, 2, minutes=5)
    parts = {each.part: each for each in figures(net).by_value}
    assert list(parts) == ["high", "middle", "low", "untended"]
    assert (parts["high"].minutes, parts["high"].people) == (50, 1)
    assert (parts["untended"].minutes, parts["middle"].minutes, parts["low"].minutes) == (5, 0, 0)


def test_twelve_weeks_end_with_the_one_meant_and_the_usual_leaves_it_out() -> None:
    net = Network(budget=100)
    ada = net.person("Ada")
    for days, minutes in ((0, 90), (7, 10), (14, 30), (28, 50), (100, 999)):
        net.talk(ada, days, minutes=minutes)
    now = figures(net)
    assert [each.minutes for each in now.weeks] == [*[0] * 7, 50, 0, 30, 10, 90]
    assert [each.number for each in now.weeks] == list(range(36, 48))
    assert now.usual == 30
    assert now.weeks[-1].minutes == now.week.spent == 90
    before = figures(net, ago(14))
    assert before.until == date(2026, 11, 8)
    assert (before.week.spent, before.weeks[-1].minutes, before.usual) == (30, 30, 50)
    assert figures(net, ago(70)).usual == 999


def test_of_a_week_to_come_the_shares_are_those_until_today() -> None:
    net = Network()
    net.talk(net.person("Ada"), 0, minutes=90)
    told = figures(net, ago(-21))
    assert (told.week.spent, told.until, told.minutes) == (0, TODAY, 90)
    assert told.weeks[-4].minutes == 90
    assert told.usual is None, "this week goes on"
    assert figures(net, ago(-400)).by_layer == told.by_layer


def test_plans_timers_that_run_and_days_to_come_are_no_time_spent() -> None:
    net = Network()
    ada = net.person("Ada")
    net.talk(ada, -1, planned=True, minutes=30)
    net.talk(ada, 1, planned=True, minutes=30)
    net.talk(ada, -1, minutes=30)
    net.records.append(TimeEntry(id="T", kind="call", on=TODAY, person=ada))
    assert figures(net).minutes == 0
    assert figures(net).by_layer == ()


def test_days_off_take_their_part_of_the_target_of_that_week() -> None:
    net = Network(budget=100)
    off = Pause(start=date(2026, 11, 9), until=date(2026, 11, 10))
    net.me = msgspec.structs.replace(net.me, pauses=(off,))
    assert [each.target for each in figures(net).weeks[-3:]] == [100, 60, 100]


def test_the_keys_of_the_answer_stay_and_a_week_from_sunday_has_its_number() -> None:
    net = Network()
    net.settings = Settings(week_starts="sunday")
    net.talk(net.person("Ada"), 5, minutes=20)
    answer = time_answer(figures(net))
    assert set(answer) >= {"week", "from", "until", "kinds", "total", "today", "timer"}
    assert set(answer) >= {"span", "by_layer", "most", "ways", "by_value", "by_kind", "weeks"}
    assert (answer["week"], answer["from"]) == ("2026-W47", "2026-11-15")
    assert json.loads(json.dumps(answer)) == answer
    assert answer["most"] == [{"person": {"id": "P-Ada", "name": "Ada"}, "minutes": 20}]


entries = st.lists(
    st.builds(
        lambda kind, days, minutes, person: TimeEntry(
            id="", kind=kind, on=ago(days), minutes=minutes, person=person
        ),
        st.sampled_from(BUDGET_KINDS),
        st.integers(-2, 60),
        st.sampled_from([None, 5, 25]),
        st.sampled_from([None, *IDS[:3]]),
    ),
    max_size=6,
)


@st.composite
def with_entries(draw: st.DrawFn) -> Snapshot:
    """Any network, with time that is no contact."""
    snapshot = draw(networks())
    drawn = [
        msgspec.structs.replace(each, id=f"E{place}") for place, each in enumerate(draw(entries))
    ]
    return snapshot.apply(ChangeSet(tuple(map(make, drawn))))


def spent_by_day(snapshot: Snapshot, ties: Ties) -> dict[tuple[date, BudgetKind], int]:
    """The same minutes, counted day by day."""
    days: Counter[tuple[date, BudgetKind]] = Counter()
    for talk in snapshot.interactions.values():
        if not talk.planned and talk.on <= ties.today:
            days[talk.on, budget_kind(talk.kind)] += minutes_of(talk, ties.scene.minutes)
    for entry in snapshot.time_entries.values():
        if entry.on <= ties.today:
            days[entry.on, entry.kind] += entry.minutes or 0
    return days


STARTS: st.SearchStrategy[WeekStart] = st.sampled_from(["monday", "sunday", "saturday", "friday"])


@settings(max_examples=40)
@given(with_entries(), STARTS, st.integers(-20, 120))
def test_days_add_up_to_weeks_and_kinds_to_the_whole(
    snapshot: Snapshot, starts: WeekStart, back: int
) -> None:
    ties = Ties.of(snapshot, TODAY, Settings(week_starts=starts))
    told, days = time_figures(snapshot, ties, ago(back)), spent_by_day(snapshot, ties)
    for each in told.weeks:
        until = each.start + timedelta(days=6)
        assert each.minutes == sum(m for (on, _), m in days.items() if each.start <= on <= until)
    assert told.week.start == week_of(ago(back), starts).start == told.weeks[-1].start
    assert told.week.spent == told.weeks[-1].minutes == sum(e.spent for e in told.week.kinds)
    within = {key: m for key, m in days.items() if told.since <= key[0] <= told.until}
    assert told.minutes == sum(within.values()) == sum(m for _, m in told.by_kind)
    ways = told.ways
    assert told.minutes == ways.voice + ways.meeting + ways.writing + ways.other
    layers, values = (
        sum(each.minutes for each in told.by_layer),
        sum(each.minutes for each in told.by_value),
    )
    assert layers == values <= told.minutes
    assert sum(each.people for each in told.by_layer) == sum(e.people for e in told.by_value)


@settings(max_examples=30)
@given(with_entries(), STARTS)
def test_this_week_is_the_one_that_today_shows(snapshot: Snapshot, starts: WeekStart) -> None:
    ties = Ties.of(snapshot, TODAY, Settings(week_starts=starts))
    assert time_figures(snapshot, ties, TODAY).week == week_view(snapshot, ties)


@settings(max_examples=30)
@given(with_entries())
def test_who_is_listed_first_changes_no_figure(snapshot: Snapshot) -> None:
    """Ties between names and values are broken by what people are, not by the order of a file."""
    other = with_people_in(snapshot, list(snapshot.people)[::-1])
    one, two = (
        time_figures(each, Ties.of(each, TODAY, Settings()), TODAY) for each in (snapshot, other)
    )
    assert one == two


def test_a_budget_of_nothing_has_no_band() -> None:
    net = Network(budget=0)
    net.talk(net.person("Ada"), 0, minutes=90)
    week = figures(net).week
    assert (week.spent, week.target, week.band) == (90, 0, None)


@pytest.mark.parametrize("day", [date.min, date.max])
def test_the_ends_of_the_calendar_have_figures(day: date) -> None:
    snapshot = Network().snapshot()
    ties = Ties.of(snapshot, TODAY, Settings())
    assert time_figures(snapshot, ties, day).minutes == 0
