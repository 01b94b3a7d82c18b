"""What rhythms promise a week, what a change would make of it, and that both agree."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Literal

import msgspec
import pytest
from any_network import IDS, TODAY, networks, talks
from hypothesis import given, settings
from hypothesis import strategies as st
from small_network import Network, ago

from store.actions.action import Context
from store.actions.edit import Edit, edit
from store.config.settings import Settings
from store.records.change import ChangeSet, make
from store.records.ids import PersonId
from store.records.kinds import Layer
from store.records.person import City, Pause
from store.records.snapshot import Snapshot
from store.rules.layer_steps import next_layer
from store.views.capacity import CapacityView, capacity_view, nudge_of
from store.views.ties import Ties
from store.views.weekly_minutes import WeeklyMinutes
from store.views.what_if import Shift, altered, shift_of, what_if, what_if_all

LAYER_MOVES: st.SearchStrategy[Layer | Literal[0] | None] = st.sampled_from(
    [None, None, 0, 5, 15, 50, 150]
)
CADENCE_MOVES = st.sampled_from([None, None, -1, 0, 1, 7, 30, 400])


def edited(snapshot: Snapshot, ties: Ties, params: Edit) -> tuple[ChangeSet, Snapshot]:
    """The change really made, by the action of the program."""
    context = Context(
        now=datetime(2026, 11, 20, 10, tzinfo=UTC),
        today=TODAY,
        new_id=lambda: "new",
        settings=Settings(),
        ties=lambda: ties,
    )
    change_set = edit(snapshot, params, context).change_set
    return change_set, snapshot.apply(change_set)


def weekly_of(view: CapacityView, person: PersonId) -> float | None:
    return next((cost.weekly for cost in view.costs if cost.person == person), None)


@settings(max_examples=70, deadline=None)
@given(networks(), st.data(), LAYER_MOVES, CADENCE_MOVES)
def test_what_if_is_what_the_view_says_once_it_is_done(
    snapshot: Snapshot,
    data: st.DataObject,
    layer: Layer | Literal[0] | None,
    cadence: int | None,
) -> None:
    ties = Ties.of(snapshot, TODAY, Settings())
    known = WeeklyMinutes.of(snapshot, ties)
    person = data.draw(st.sampled_from([id for id in IDS if id in snapshot.people]))
    told = what_if(snapshot, ties, person, layer=layer, cadence=cadence, known=known)
    before = capacity_view(snapshot, ties)
    assert (told.before, told.total_before) == (weekly_of(before, person), before.minutes)
    alone = shift_of(
        snapshot, ties, [altered(snapshot.people[person], layer=layer, cadence=cadence)]
    )
    assert alone == Shift(before=told.before, after=told.after, idle=told.idle)
    change_set, then = edited(snapshot, ties, Edit(person=person, layer=layer, cadence=cadence))
    later = ties.after(change_set, then)
    for looked in (later, Ties.of(then, TODAY, Settings())):
        view = capacity_view(then, looked)
        assert (told.after, told.total_after) == (weekly_of(view, person), view.minutes)
        assert (told.idle is None) == (told.after is not None)
        idle = WeeklyMinutes.of(then, looked).lines.get(person)
        assert told.idle == (idle.idle if idle is not None else "unsorted")
    assert known.after(then, later) == WeeklyMinutes.of(then, later)


@settings(max_examples=25, deadline=None)
@given(networks(), st.booleans())
def test_one_layer_on_is_told_before_it_is_done(snapshot: Snapshot, closer: bool) -> None:
    ties = Ties.of(snapshot, TODAY, Settings())
    for cost in capacity_view(snapshot, ties).costs:
        nudge = nudge_of(snapshot, ties, cost.person)
        told = nudge.closer if closer else nudge.farther
        layer = next_layer(cost.layer, closer=closer)
        assert (told is None) == (layer is None)
        if told is not None:
            assert told.layer == (layer or None)
            assert (told.supposed_days is None) == cost.asking.is_set
            _, then = edited(snapshot, ties, Edit(person=cost.person, layer=layer))
            view = capacity_view(then, Ties.of(then, TODAY, Settings()))
            assert told.weekly == (weekly_of(view, cost.person) or 0.0)
            assert (told.idle is None) == (weekly_of(view, cost.person) is not None)


@settings(max_examples=25, deadline=None)
@given(networks(), CADENCE_MOVES.filter(lambda days: bool(days) and days != -1))
def test_a_rhythm_set_costs_its_minutes_a_week_whatever_the_contacts_show(
    snapshot: Snapshot, cadence: int
) -> None:
    ties = Ties.of(snapshot, TODAY, Settings())
    for id in snapshot.people:
        _, then = edited(snapshot, ties, Edit(person=id, cadence=cadence))
        view = capacity_view(then, Ties.of(then, TODAY, Settings()))
        for cost in view.costs:
            if cost.person == id:
                assert cost.asking.is_set
                assert cost.weekly == 7 * cost.asking.minutes / cadence
                assert what_if(snapshot, ties, id, cadence=cadence).after == cost.weekly


@settings(max_examples=25, deadline=None)
@given(networks())
def test_several_at_once_add_up(snapshot: Snapshot) -> None:
    ties = Ties.of(snapshot, TODAY, Settings())
    known = WeeklyMinutes.of(snapshot, ties)
    cards = [altered(each, cadence=30) for each in snapshot.people.values()]
    told = what_if_all(snapshot, ties, cards, known)
    then = snapshot
    for each in cards:
        _, then = edited(then, ties, Edit(person=each.id, cadence=30))
    view = capacity_view(then, Ties.of(then, TODAY, Settings()))
    assert told.total_after == view.minutes == (told.after or 0.0)
    assert told.total_before == (told.before or 0.0)


@settings(max_examples=25, deadline=None)
@given(networks(settled=True), st.data())
def test_what_is_kept_up_is_what_a_new_look_finds(snapshot: Snapshot, data: st.DataObject) -> None:
    ties = Ties.of(snapshot, TODAY, Settings())
    known = WeeklyMinutes.of(snapshot, ties)
    for step in range(data.draw(st.integers(1, 3))):
        change_set = ChangeSet((make(data.draw(talks(500 + step))),))
        snapshot = snapshot.apply(change_set)
        ties = ties.after(change_set, snapshot)
        known = known.after(snapshot, ties)
        assert known == WeeklyMinutes.of(snapshot, ties)
    assert known.after(snapshot, ties) is known


@settings(max_examples=25, deadline=None)
@given(networks())
def test_everybody_is_told_of_once(snapshot: Snapshot) -> None:
    view = capacity_view(snapshot, Ties.of(snapshot, TODAY, Settings()))
    assert view.people + sum(count for _, count in view.idle) == len(snapshot.people)
    assert view.minutes == pytest.approx(sum(layer.weekly for layer in view.layers))
    assert [cost.weekly for cost in view.costs] == sorted(
        (cost.weekly for cost in view.costs), reverse=True
    )


def view_of(net: Network) -> CapacityView:
    return capacity_view(net.snapshot(), net.ties())


def test_minutes_are_those_of_the_tie_or_of_the_step() -> None:
    net = Network(budget=120)
    net.person("Ada", 30, 60, 90)
    net.person("Ben", layer=15)
    net.person("Cleo", layer=150, cadence_days=70)
    view = view_of(net)
    ada, ben, cleo = sorted(view.costs, key=lambda cost: cost.name)
    assert (ada.asking.minutes, ada.asking.own) == (20.0, True)
    assert ada.asking.gap_days == pytest.approx(30.0)
    assert (ben.asking.gap_days, ben.asking.minutes, ben.asking.own) == (45.0, 20.0, False)
    assert (cleo.asking.gap_days, cleo.asking.minutes, cleo.weekly) == (70.0, 5.0, 0.5)
    assert view.minutes == pytest.approx(7 * 20 / 30 + 7 * 20 / 45 + 0.5)
    assert (view.budget, view.people, view.seats) == (120, 3, 150)


def test_ten_minutes_every_ninety_days_are_less_than_one_a_week_however_often_you_talk() -> None:
    net = Network()
    ada = net.person("Ada", 12, 24, 36, 48, 60, cadence_days=90, layer=5)
    ben = net.person("Ben", 12, 24, 36, 48, 60, layer=5)
    for person in (ada, ben):
        for days in (72, 84, 96, 108, 120, 132):
            net.talk(person, days, minutes=10)
    costs = {cost.person: cost for cost in view_of(net).costs}
    assert costs[ada].weekly == 7 * costs[ada].asking.minutes / 90
    assert costs[ada].weekly == pytest.approx(0.78, abs=0.01)
    assert costs[ada].asking.seen_gap_days == pytest.approx(12.0)
    assert costs[ben].asking.gap_days == costs[ben].asking.usual_gap_days < 20
    told = what_if(net.snapshot(), net.ties(), ben, cadence=90)
    assert told.after == costs[ada].weekly
    back = what_if(net.snapshot(), net.ties(), ada, cadence=-1)
    assert back.after == costs[ben].weekly


def test_where_a_rhythm_is_set_a_layer_moves_no_minutes() -> None:
    net = Network()
    ada = net.person("Ada", 12, 24, 36, cadence_days=30, layer=150)
    ben = net.person("Ben", 12, 24, 36, layer=150)
    snapshot, ties = net.snapshot(), net.ties()
    weekly = {cost.person: cost.weekly for cost in view_of(net).costs}
    nudge = nudge_of(snapshot, ties, ada)
    assert nudge.closer is not None
    assert nudge.farther is not None
    assert nudge.closer.weekly == nudge.farther.weekly == weekly[ada]
    assert nudge.farther.supposed_days is None
    free = nudge_of(snapshot, ties, ben)
    assert free.farther is not None
    assert free.farther.layer is None
    assert free.farther.supposed_days == ties.day.usual
    assert free.farther.weekly != weekly[ben]


def test_days_off_of_everybody_change_nothing_and_those_of_one_take_them_out() -> None:
    net = Network()
    net.person("Ada", layer=15)
    usual = view_of(net).minutes
    off = Pause(start=ago(1), until=ago(-5))
    net.me = msgspec.structs.replace(net.me, pauses=(off,))
    assert view_of(net).minutes == usual > 0
    net.person("Ben", layer=15, pauses=(off,))
    view = view_of(net)
    assert view.minutes == usual
    assert view.idle == (("paused", 1),)


def test_a_trip_to_their_city_makes_no_rhythm() -> None:
    net = Network()
    net.person("Ada", layer=15, cities=(City(name="Lyon"),))
    usual = view_of(net).minutes
    trip = City(name="Lyon", start=ago(1).isoformat(), end=ago(-2).isoformat())
    net.me = msgspec.structs.replace(net.me, cities=(City(name="Genève"), trip))
    assert view_of(net).minutes == usual


def test_seats_hold_the_layer_and_the_closer_ones() -> None:
    net = Network()
    for number in range(6):
        net.person(f"Five {number}", layer=5)
    net.person("Ben", layer=15, cadence_days=0)
    net.person("Cleo", layer=15, status="faded")
    net.person("Dan", layer=50, status="deceased")
    net.person("Eve", 40)
    net.person("Flo")
    view = view_of(net)
    told = [(each.layer, each.people, each.within, each.seats) for each in view.layers]
    assert told == [
        (5, 6, 6, 5),
        (15, 1, 7, 15),
        (50, 0, 7, 50),
        (150, 0, 7, 150),
        (None, 1, 8, None),
    ]
    assert dict(view.idle) == {"not_yet": 1, "seen_anyway": 1, "faded": 1, "deceased": 1}


def test_a_sleeping_tie_wakes_up_where_its_rhythm_is_set_slower() -> None:
    net = Network()
    ada = net.person("Ada", 400, 430, 460)
    snapshot, ties = net.snapshot(), net.ties()
    assert what_if(snapshot, ties, ada, layer=5).idle == "dormant"
    slow = what_if(snapshot, ties, ada, cadence=365)
    assert slow.before is None
    assert slow.after is not None
    assert slow.total_after == slow.after
