"""What must hold of Today whatever the network: its order, its size, and good manners."""

from __future__ import annotations

from datetime import timedelta
from itertools import takewhile

import msgspec
import pytest
from any_network import IDS, PAUSES, TODAY, cards, crowds, debts, networks, talks, with_people_in
from hypothesis import given, settings
from hypothesis import strategies as st
from small_network import Network

from store.config.settings import Settings
from store.records.change import Change, ChangeSet, alter, make, remove
from store.records.ids import PersonId
from store.records.interaction import Interaction
from store.records.snapshot import Snapshot
from store.rules.due import Due
from store.rules.portion import only_today
from store.views.heat import heat_rows, heat_summary
from store.views.ties import Ties
from store.views.today import room_of, today_view
from store.views.week import week_view

FEWEST_DAYS = 3
GAP_SHARE = 4
REST_AFTER, REST_DAYS = 3, 60

FIVE, THREE = Settings(), Settings(quiet=True)
CHANGES = ("log", "log", "log", "move", "answer", "remove", "card", "end", "debt", "off")

BOTH = pytest.mark.parametrize("chosen", [FIVE, THREE], ids=["five", "quiet"])


def ties_of(snapshot: Snapshot, chosen: Settings = FIVE) -> Ties:
    return Ties.of(snapshot, TODAY, chosen)


def rows_of(snapshot: Snapshot, chosen: Settings = FIVE) -> tuple[Due, ...]:
    return today_view(snapshot, ties_of(snapshot, chosen)).rows


def shown_in(snapshot: Snapshot, chosen: Settings) -> list[Due]:
    return [row for row in rows_of(snapshot, chosen) if row.today]


@given(networks(), st.permutations(IDS))
def test_the_order_is_one_whatever_the_order_of_the_people(
    snapshot: Snapshot, order: list[PersonId]
) -> None:
    rows = rows_of(snapshot)
    assert len({row.id for row in rows}) == len(rows)
    assert len({row.order for row in rows}) == len(rows)
    assert [row.order for row in rows] == sorted(row.order for row in rows)
    mixed = with_people_in(snapshot, [each for each in order if each in snapshot.people])
    assert rows_of(mixed) == rows


@given(networks() | crowds())
def test_nobody_is_harassed(snapshot: Snapshot) -> None:
    ties = ties_of(snapshot)
    for row in rows_of(snapshot):
        if row.group not in ("cooling", "dormant", "give"):
            continue
        held = snapshot.interactions_of(row.person)
        past = [each for each in held if not each.planned and each.on <= TODAY]
        since = min(((TODAY - each.on).days for each in past), default=None)
        if ties[row.person].state == "seen_anyway":
            assert since != 0
            continue
        assert not [each for each in held if each.planned and each.on >= TODAY]
        if since is None:
            continue
        usual = ties[row.person].usual_gap_days
        assert usual is not None
        assert since >= max(FEWEST_DAYS, usual / GAP_SHARE)
        assert since >= REST_DAYS or in_vain(past) < REST_AFTER


def in_vain(past: list[Interaction]) -> int:
    """Days in a row, newest first, on which I wrote and nothing came back."""
    days = sorted({each.on for each in past if each.kind != "social"}, reverse=True)
    heard = max((each.on for each in past if each.by == "them"), default=None)
    talked = {each.on for each in past if each.kind not in ("message", "email", "social")}
    return sum(
        1 for _ in takewhile(lambda day: day not in talked and (heard is None or day > heard), days)
    )


@given(networks())
def test_nobody_without_a_running_clock_is_proposed(snapshot: Snapshot) -> None:
    ties = ties_of(snapshot)
    for row in rows_of(snapshot):
        person = snapshot.people[row.person]
        assert person.status == "active"
        gift = row.id in snapshot.exchanges
        if row.group != "promised" and not gift:
            assert person.cadence_days != 0
        if row.group in ("cooling", "dormant", "give"):
            allowed = {"tended", "seen_anyway"} if gift else {"tended"}
            assert ties[row.person].state in allowed


@BOTH
@given(snapshot=networks() | crowds())
def test_today_is_small(chosen: Settings, snapshot: Snapshot) -> None:
    shown = shown_in(snapshot, chosen)
    promised = [row for row in shown if row.group == "promised"]
    limit = 3 if chosen.quiet else 5
    assert len(shown) <= max(limit, len(promised))
    assert [row.id for row in promised] == [
        row.id for row in rows_of(snapshot, chosen) if row.group == "promised"
    ]


@BOTH
@given(snapshot=networks() | crowds())
def test_what_is_shown_fits_the_minutes_of_the_day(chosen: Settings, snapshot: Snapshot) -> None:
    left = week_view(snapshot, ties_of(snapshot, chosen)).left_today
    resumes = room_of(snapshot, ties_of(snapshot, chosen)).resumes
    shown = shown_in(snapshot, chosen)
    for row in shown:
        left -= row.minutes
        last_chance = only_today(row, TODAY, resumes)
        allowed = row.group == "promised" or row.pinned or last_chance or len(shown) == 1
        assert left >= 0 or allowed


@st.composite
def changes(draw: st.DrawFn, snapshot: Snapshot, number: int) -> Change:
    """One change: a contact on any day, one moved, taken out; a card anew; a debt; days off."""
    held, people = list(snapshot.interactions.values()), list(snapshot.people.values())
    which = draw(st.sampled_from(CHANGES))
    if held and which in ("move", "answer", "remove"):
        talk = draw(st.sampled_from(held))
        if which == "move":
            return alter(talk, on=talk.on + timedelta(days=draw(st.integers(-40, 40))))
        if which == "answer":
            return alter(talk, by=draw(st.sampled_from([None, "me", "them"])), planned=False)
        return remove(talk)
    if people and which in ("card", "end"):
        person = draw(st.sampled_from(people))
        if which == "end":
            return remove(person)
        return Change("people", person.id, person, draw(cards(PersonId(person.id), settled=True)))
    if which == "off":
        return alter(snapshot.me, pauses=tuple(draw(st.lists(PAUSES, max_size=2))))
    if which == "debt":
        return make(draw(debts(number)))
    fresh = draw(talks(number, settled=True))
    on = draw(st.sampled_from([TODAY, fresh.on]))
    return make(msgspec.structs.replace(fresh, on=on))


@settings(max_examples=100)
@given(st.data())
def test_after_any_changes_all_stand_as_at_a_new_look(data: st.DataObject) -> None:
    snapshot = data.draw(networks(settled=True) | crowds(settled=True))
    ties = ties_of(snapshot)
    for step in range(data.draw(st.integers(1, 3))):
        count = data.draw(st.integers(1, 2))
        drawn = [data.draw(changes(snapshot, 500 + 10 * step + each)) for each in range(count)]
        once = {(each.table, each.id): each for each in drawn}
        change_set = ChangeSet(tuple(once.values()))
        snapshot = snapshot.apply(change_set)
        ties = ties.after(change_set, snapshot)
        same(ties, ties_of(snapshot), snapshot)


@settings(max_examples=50)
@given(networks(), st.lists(st.integers(0, 400) | st.integers(0, 8), min_size=1, max_size=3))
def test_the_ties_of_later_days_are_those_of_a_new_look(
    snapshot: Snapshot, steps: list[int]
) -> None:
    ties, then = ties_of(snapshot), TODAY
    for days in steps:
        then += timedelta(days=days)
        ties = ties.on(snapshot, then)
        same(ties, Ties.of(snapshot, then, FIVE), snapshot)


def same(ties: Ties, fresh: Ties, snapshot: Snapshot) -> None:
    """Whether all that is shown of both is the same."""
    assert today_view(snapshot, ties) == today_view(snapshot, fresh)
    assert heat_rows(snapshot, ties) == heat_rows(snapshot, fresh)
    assert heat_summary(snapshot, ties) == heat_summary(snapshot, fresh)
    assert week_view(snapshot, ties) == week_view(snapshot, fresh)


def test_who_was_talked_with_today_keeps_the_order_of_the_day() -> None:
    net = Network()
    ada, _ = net.person("Ada", 0), net.person("Bob", 0)
    before = net.snapshot()
    change_set = ChangeSet((alter(before.interactions_of(ada)[0], note="a note"),))
    after = before.apply(change_set)
    ties = net.ties().after(change_set, after)
    assert today_view(after, ties).summary.done_names == ("Ada", "Bob")
