"""Who is named as the next to come does come on that day, and nobody before."""

from __future__ import annotations

from datetime import date, timedelta
from math import ceil

import msgspec
from any_network import TODAY, crowds, networks
from hypothesis import given, settings
from hypothesis import strategies as st
from small_network import Network, ago

from store.config.settings import Settings
from store.records.change import ChangeSet, remove
from store.records.exchange import Exchange
from store.records.ids import PersonId
from store.records.interaction import Interaction
from store.records.person import Deferral, Pause
from store.records.snapshot import Snapshot
from store.rules.absence import SPREAD_DAYS
from store.rules.turns import stable_number
from store.views.next_due import next_due
from store.views.ties import Ties
from store.views.today import today_view

HORIZON = 60
"""Days that are looked through one by one."""


def first_day(snapshot: Snapshot, ties: Ties) -> date | None:
    """The first later day with a row."""
    days = (TODAY + timedelta(days=ahead) for ahead in range(1, HORIZON + 1))
    return next((day for day in days if today_view(snapshot, ties.on(snapshot, day)).rows), None)


def foretold(snapshot: Snapshot, ties: Ties) -> date | None:
    found = next_due(snapshot, ties)
    within = found is not None and found.on <= TODAY + timedelta(days=HORIZON)
    return found.on if found is not None and within else None


def without_the_due(snapshot: Snapshot, day: date) -> Snapshot:
    """The same network without the people who have a row on a day, so that others come later."""
    while due := {row.person for row in today_view(snapshot, ties_on(snapshot, day)).rows}:
        gone = tuple(remove(snapshot.people[id]) for id in due)
        snapshot = snapshot.apply(ChangeSet(gone))
    return snapshot


def ties_on(snapshot: Snapshot, day: date) -> Ties:
    return Ties.of(snapshot, day, Settings())


@settings(max_examples=150)
@given(networks() | crowds(), st.integers(-1, 12))
def test_the_day_foretold_is_the_first_with_a_row(drawn: Snapshot, quiet: int) -> None:
    snapshot = drawn
    for ahead in range(quiet + 1):
        snapshot = without_the_due(snapshot, TODAY + timedelta(days=ahead))
    ties = ties_on(snapshot, TODAY)
    assert foretold(snapshot, ties) == first_day(snapshot, ties)


def on(net: Network) -> int | None:
    """In how many days somebody comes next."""
    found = next_due(net.snapshot(), net.ties())
    return None if found is None else (found.on - TODAY).days


def test_who_rests_after_three_messages_comes_when_the_rest_is_over() -> None:
    net = Network()
    ada = net.person("Ada", layer=5)
    for days in (50, 30, 10):
        net.talk(ada, days, kind="message")
    assert on(net) == 50


def test_a_plan_is_asked_about_on_the_day_after() -> None:
    net = Network()
    net.talk(net.person("Ada", 60, 90), -1, planned=True)
    assert on(net) == 2


def test_of_a_plan_with_several_only_who_is_asked_comes_after_it() -> None:
    net = Network()
    ada, bea = net.person("Ada", 9, layer=150), net.person("Bea", 9, layer=150)
    plan = Interaction(
        id="PLAN", people=(bea, ada), kind="call", on=TODAY + timedelta(days=3), planned=True
    )
    net.records.append(plan)
    later = Deferral(row="PLAN", on=TODAY, until=TODAY + timedelta(days=20))
    net.records = [
        msgspec.structs.replace(each, deferrals=(later,)) if each.id == bea else each
        for each in net.records
    ]
    assert on(net) == 20


def test_who_has_a_plan_is_left_alone_until_it_has_passed() -> None:
    net = Network()
    for name in ("Ada", "Bea"):
        net.person(name, 60, 90)
    plan = Interaction(
        id="PLAN",
        people=(PersonId("P-Ada"), PersonId("P-Bea")),
        kind="call",
        on=TODAY + timedelta(days=3),
        planned=True,
    )
    net.records.append(plan)
    assert on(net) == 4


def test_a_gift_and_an_introduction_come_when_manners_allow() -> None:
    net = Network()
    ada = net.person("Ada", 2, layer=50)
    net.records.append(
        Exchange(id="X", person=ada, direction="given", kind="article", on=TODAY, note="soils")
    )
    usual = net.ties()[ada].usual_gap_days
    assert usual is not None
    assert on(net) == ceil(usual / 4) - 2
    net = Network()
    net.introduction(net.person("Ada", 2, layer=50), net.person("Bea", 1, layer=150))
    assert on(net) == ceil(usual / 4) - 2


def test_a_birthday_put_off_beyond_its_day_comes_a_year_later() -> None:
    put_off = Deferral(row="birthday", on=TODAY, until=TODAY + timedelta(days=20))
    net = Network()
    net.person("Ada", birthday="--11-25", deferrals=(put_off,))
    assert on(net) == 365 + 5 - 7


def test_a_tie_that_sleeps_comes_when_the_one_woken_has_had_its_week() -> None:
    net = Network()
    net.person("Ada", 900)
    net.person("Bea", 900, 2)
    assert on(net) == 5


def test_who_is_paused_comes_when_the_clock_runs_again() -> None:
    net = Network()
    pause = Pause(start=ago(3), until=TODAY + timedelta(days=3))
    net.person("Ada", 60, 90, pauses=(pause,))
    assert on(net) == 4


def test_after_days_away_of_all_the_first_day_of_the_spread_is_told() -> None:
    net = Network()
    pause = Pause(start=ago(20), until=TODAY + timedelta(days=5))
    net.me = msgspec.structs.replace(net.me, pauses=(pause,))
    net.person("Ada", 90, 120)
    assert on(net) == 6 + stable_number("P-Ada") % SPREAD_DAYS != 6


def test_what_todays_talk_does_to_the_own_usual_counts_from_tomorrow_on() -> None:
    net = Network()
    net.person("Ada", 10)
    before = on(net)
    net.person("Bob", 0, 300, layer=150)
    ties = net.ties()
    assert before is not None
    assert on(net) == (first_day(net.snapshot(), ties) or TODAY).toordinal() - TODAY.toordinal()
    assert on(net) != before
