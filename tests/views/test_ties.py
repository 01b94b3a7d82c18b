from __future__ import annotations

from datetime import timedelta

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from small_network import PLENTY, TODAY, Network, ago, interaction

from store.records.change import Change, ChangeSet, alter, make, remove
from store.records.ids import InteractionId, PersonId
from store.records.me import Budget, Me
from store.records.person import City, Deferral, Pause
from store.records.snapshot import Snapshot
from store.views.heat import heat_rows, heat_summary
from store.views.ties import Ties
from store.views.today import today_view
from store.views.week import week_view


def varied() -> Network:
    net = Network()
    net.person("Ada", 40, 80, cadence_days=30, cities=(City(name="Lyon"),))
    net.person("Bob", 3, 30, layer=5, cities=(City(name="Lyon"),))
    net.person("Cy", 900, fields=("press",))
    net.person("Di", 900, 5)
    net.person("Eve", sources=("uid:1",))
    net.person("Flo", layer=50, added=ago(300), birthday="--11-23")
    net.promise(net.person("Gus", 60), 2)
    net.received(net.person("Hal", 60), 40)
    net.introduction(net.person("Ida", 60, 80), net.person("Joe", 60, 80))
    return net


def same(one: Ties, other: Ties, snapshot: Snapshot) -> None:
    assert today_view(snapshot, one) == today_view(snapshot, other)
    assert heat_rows(snapshot, one) == heat_rows(snapshot, other)
    assert heat_summary(snapshot, one) == heat_summary(snapshot, other)
    assert week_view(snapshot, one) == week_view(snapshot, other)


def changes(snapshot: Snapshot) -> dict[str, Change]:
    person = {
        name: snapshot.people[PersonId(f"P-{name}")] for name in ("Ada", "Bob", "Cy", "Eve", "Flo")
    }
    put_off = Deferral(row="cooling", on=TODAY, until=TODAY + timedelta(days=3))
    follow_up = next(iter(snapshot.follow_ups.values()))
    exchange = next(iter(snapshot.exchanges.values()))
    intro = next(iter(snapshot.introductions.values()))
    return {
        "log": make(interaction("N1", PersonId("P-Ada"), TODAY, minutes=35)),
        "wake": make(interaction("N2", PersonId("P-Cy"), TODAY)),
        "plan": make(interaction("N3", PersonId("P-Flo"), TODAY + timedelta(days=2), planned=True)),
        "newcomer": make(interaction("N4", PersonId("P-Eve"), TODAY)),
        "snooze": alter(person["Ada"], deferrals=(put_off,)),
        "fade": alter(person["Cy"], status="faded"),
        "sort": alter(person["Eve"], layer=15),
        "move": alter(person["Bob"], cities=(City(name="Paris"),)),
        "keep": alter(follow_up, closed=TODAY),
        "thank": alter(exchange, thanked=TODAY),
        "decline": alter(intro, state="declined"),
        "agree": alter(intro, state="a_agreed"),
        "delete": remove(person["Flo"]),
        "off": Change("me", "1", snapshot.me, msgspec.structs.replace(
            snapshot.me, pauses=(Pause(start=ago(3), until=ago(1)),)
        )),
        "trip": Change("me", "1", snapshot.me, msgspec.structs.replace(
            snapshot.me, cities=(City(name="Lyon", start=str(TODAY), end=str(TODAY)),)
        )),
        "budget": Change("me", "1", snapshot.me, msgspec.structs.replace(
            snapshot.me, budget=Budget(total=60), last_act=TODAY
        )),
    }  # fmt: skip


@pytest.mark.parametrize("name", list(changes(varied().snapshot())))
def test_after_a_change_the_ties_are_those_of_a_new_look(name: str) -> None:
    net = varied()
    before = net.snapshot()
    change_set = ChangeSet((changes(before)[name],))
    after = before.apply(change_set)
    moved = net.ties().after(change_set, after)
    same(moved, Ties.of(after, TODAY, net.settings), after)
    back = moved.after(change_set.inverse(), before)
    same(back, net.ties(), before)


def test_a_trip_turns_calls_with_who_lives_there_into_meetings() -> None:
    net = varied()
    before = net.snapshot()
    change_set = ChangeSet((changes(before)["trip"],))
    after = before.apply(change_set)
    steps = {
        row.name: row.step for row in today_view(after, net.ties().after(change_set, after)).rows
    }
    assert steps["Ada"] == "in_person"


@pytest.mark.parametrize("status", ["faded", "deceased"])
def test_a_plan_of_several_is_asked_of_the_next_of_them_at_once(status: str) -> None:
    net = Network()
    ada, bob = net.person("Ada", 60), net.person("Bob", 60)
    plan = interaction("PLAN", ada, ago(1), planned=True)
    net.records.append(msgspec.structs.replace(plan, people=(ada, bob)))
    before = net.snapshot()
    change_set = ChangeSet((alter(before.people[ada], status=status),))
    after = before.apply(change_set)
    moved = net.ties().after(change_set, after)
    same(moved, Ties.of(after, TODAY, net.settings), after)
    asked = [row.name for row in today_view(after, moved).rows if row.id == "PLAN"]
    assert asked == ["Bob"]


@settings(max_examples=30)
@given(
    st.lists(
        st.sampled_from(["log", "wake", "snooze", "fade", "move", "thank", "keep"]), unique=True
    )
)
def test_changes_in_any_order_end_alike(names: list[str]) -> None:
    net = varied()
    snapshot, ties = net.snapshot(), net.ties()
    for name in names:
        change = changes(net.snapshot())[name]
        current = snapshot.tables[change.table].get(change.id)
        if current != change.before:
            continue
        change_set = ChangeSet((change,))
        snapshot = snapshot.apply(change_set)
        ties = ties.after(change_set, snapshot)
    same(ties, Ties.of(snapshot, TODAY, net.settings), snapshot)


def test_one_log_does_not_move_the_figures_of_the_others() -> None:
    net = varied()
    before = net.ties()
    change_set = ChangeSet((make(interaction("N", PersonId("P-Ada"), TODAY)),))
    after = Ties.of(net.snapshot().apply(change_set), TODAY, net.settings)
    for name in ("Bob", "Cy", "Gus"):
        assert after[PersonId(f"P-{name}")] == before[PersonId(f"P-{name}")]
    assert after[PersonId("P-Ada")] != before[PersonId("P-Ada")]


def test_what_they_answer_today_leaves_the_own_usual_alone() -> None:
    net = Network()
    ada = net.person("Ada")
    for days in (90, 60, 30):
        net.talk(ada, days, kind="message")
    usual = net.ties().day.usual
    net.talk(ada, 0, kind="message", by="them")
    assert net.ties().day.usual == usual


def test_an_unknown_person_stands_as_an_unsorted_card() -> None:
    ties = varied().ties()
    assert not ties[PersonId("nobody")].counted
    assert PersonId("P-Eve") not in ties
    assert PersonId("P-Ada") in ties


def test_the_heat_orders_by_what_is_likeliest_lost_and_puts_the_new_last() -> None:
    rows = varied().heat()
    known = [row.p_lost for row in rows if row.p_lost is not None]
    assert known == sorted(known, reverse=True)
    assert rows[-1].name == "Flo"
    assert rows[-1].p_lost is None
    assert "Eve" not in [row.name for row in rows]


def test_the_heat_of_one_layer_holds_that_layer() -> None:
    net = varied()
    assert [row.name for row in heat_rows(net.snapshot(), net.ties(), 5)] == ["Bob"]


def test_the_summary_counts_lanes_and_bands() -> None:
    net = varied()
    summary = heat_summary(net.snapshot(), net.ties())
    assert [lane.layer for lane in summary.lanes] == [5, 15, 50, 150, None]
    assert (summary.new, summary.dormant, summary.people) == (1, 1, 9)
    assert sum(sum(lane.counts.values()) for lane in summary.lanes) == 7
    assert [(back.name, back.days) for back in summary.back] == [("Di", 895)]


def test_who_turns_thin_within_a_week_is_named() -> None:
    net = Network()
    net.person("Ada", 16, cadence_days=30)
    net.person("Bob", 10, cadence_days=30)
    soon = heat_summary(net.snapshot(), net.ties()).soon
    assert [(each.name, each.days) for each in soon] == [("Ada", 5)]


def test_the_week_holds_talks_and_other_time() -> None:
    net = Network(budget=120)
    ada = net.person("Ada")
    net.talk(ada, 0, minutes=31)
    net.talk(ada, 4, kind="email", minutes=10)
    net.talk(ada, 5, minutes=99)
    net.time(15, days=1)
    week = net.week()
    assert {each.kind: each.spent for each in week.kinds} == {
        "call": 31,
        "writing": 10,
        "preparing": 15,
    }
    assert (week.spent, week.target, week.spent_today) == (56, 120, 31)
    assert week.share == 95
    assert week.left_today == 64


def test_nothing_at_all_is_no_trouble() -> None:
    net = Network()
    assert net.today().rows == ()
    assert net.heat() == ()
    assert net.week().spent == 0
    assert net.week().target == PLENTY
    assert InteractionId("x") not in net.ties().week
    assert Me().budget.total == 120
