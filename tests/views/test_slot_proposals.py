"""What free time could be used for: within the span, the day's share and the week's budget."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

import msgspec
from any_network import TODAY, crowds, networks, with_people_in
from hypothesis import given, settings
from hypothesis import strategies as st
from small_network import Network

from store.config.settings import Settings
from store.records.ids import PersonId
from store.records.person import Pause
from store.records.snapshot import Snapshot
from store.records.time_entry import Slot
from store.rules.budget import Week, todays_share, week_of
from store.rules.busy import Busy
from store.rules.fit import needed
from store.rules.slot_plan import BREATH
from store.rules.slots import LEAST_OTHER, LEAST_WRITING, minute_of, set_aside
from store.views.slots import ProposedSlot, SlotsView, days_shown, slots_view
from store.views.ties import Ties
from store.views.week import WeekView, week_from, week_view

MORNING = datetime.combine(TODAY, time(8))
NEXT_MONDAY = TODAY + timedelta(days=3)
AHEAD = Week(TODAY, TODAY + timedelta(days=7))


def seen(
    net: Network, *busy: Busy, now: datetime = MORNING, days: Week = AHEAD, there: bool = False
) -> SlotsView:
    def eight_hours_ahead(zone: str, wall: datetime) -> datetime | None:
        return wall + timedelta(hours=8) if zone == "Asia/Tokyo" else None

    clock = eight_hours_ahead if there else None
    return slots_view(net.snapshot(), net.ties(), now, busy, days, there=clock)


def told(slots: tuple[ProposedSlot, ...]) -> list[tuple[str, str, int, list[str]]]:
    return [
        (f"{each.on:%a}", each.at, each.minutes, [row.name for row in each.rows]) for each in slots
    ]


def day(on: date, start: str, until: str) -> Busy:
    first, last = (datetime.combine(on, time.fromisoformat(each)) for each in (start, until))
    return Busy(first, last)


def test_promised_rows_come_first_and_the_best_go_into_the_earliest_free_time() -> None:
    net = Network(budget=200)
    net.person("Ada", 60, 90, layer=15)
    net.person("Bea", 60, 90, layer=5)
    net.promise(net.person("Cid", 5, layer=50), 0)
    view = seen(net, day(TODAY, "09:00", "17:00"))
    assert told(view.proposed) == [
        ("Fri", "17:00", 20, ["Cid"]),
        ("Fri", "17:30", 20, ["Bea"]),
        ("Fri", "18:00", 20, ["Ada"]),
    ], "at times one remembers, with a breath between"
    assert [(each.free, each.kind, each.step) for each in view.proposed] == [
        (90, "call", "call"),
        (60, "call", "call"),
        (30, "call", "call"),
    ]
    assert view.proposed[0].id == "free:2026-11-20:1700"


def test_what_is_written_shares_a_slot() -> None:
    net = Network(budget=400)
    for name in ("Ada", "Bea"):
        net.talk(net.person(name, prefers="message", layer=15), 90, kind="message")
    net.person("Cid", 60, 90, layer=15)
    (calls, writing) = sorted(seen(net).proposed, key=lambda each: each.kind)
    assert (calls.kind, calls.person) == ("call", "P-Cid")
    assert (writing.kind, writing.minutes, writing.person) == ("writing", 10, None)
    assert {row.name for row in writing.rows} == {"Ada", "Bea"}


def test_a_slot_is_no_shorter_than_one_plans_and_what_it_has_room_for_joins_in() -> None:
    net = Network(budget=400)
    net.settings = Settings(minutes={**Settings().minutes, "call": 5})
    net.person("Cid", 60, 90, layer=5)
    names = ("Ada", "Bea", "Dan")
    for name in names:
        net.talk(net.person(name, prefers="message", layer=15), 90, kind="message")
        writing = next(each for each in seen(net).proposed if each.kind == "writing")
        taken = 10 if len(writing.rows) < len(names) else 15
        assert writing.minutes == taken, "a message alone, or two, or three"
    assert [(each.minutes, len(each.rows)) for each in seen(net).proposed] == [(15, 1), (15, 3)]


def test_what_is_left_of_a_share_is_too_little_for_a_message_alone() -> None:
    net = Network(budget=100)
    net.person("Ada", 60, 90, layer=5, prefers="call")
    net.talk(net.person("Bea", prefers="message", layer=15), 90, kind="message")
    coming = Week(NEXT_MONDAY, NEXT_MONDAY + timedelta(days=6))
    net.settings = Settings(minutes={**Settings().minutes, "call": 15})
    assert told(seen(net, days=coming).proposed) == [
        ("Mon", "09:00", 15, ["Ada"]),
        ("Tue", "09:00", 10, ["Bea"]),
    ], "of 20 minutes 5 are left on Monday"


def test_a_days_share_is_not_passed_and_the_rest_goes_to_the_days_that_follow() -> None:
    net = Network(budget=100)
    for name in ("Ada", "Bea", "Cid"):
        net.person(name, 60, 90, layer=15)
    net.talk(PersonId("P-Ada"), 3, kind="message", minutes=70)
    net.talk(net.person("Dan"), 0, minutes=10)
    found = told(seen(net).proposed)
    assert [each[0] for each in found] == ["Fri", "Mon"], "30 left, 10 of it spent, then 20 a day"


def test_a_coffee_longer_than_the_share_may_be_the_days_only_one() -> None:
    net = Network(budget=120)
    net.person("Ada", 60, 90, layer=5, prefers="video")
    net.person("Bea", 60, 90, layer=15)
    net.settings = Settings(minutes={**Settings().minutes, "video": 60})
    coming = Week(NEXT_MONDAY, NEXT_MONDAY + timedelta(days=6))
    assert told(seen(net, days=coming).proposed) == [
        ("Mon", "09:00", 60, ["Ada"]),
        ("Tue", "09:00", 20, ["Bea"]),
    ], "the share is 25 on Monday, and 15 on Tuesday"


def test_nothing_beyond_the_week_and_nothing_in_a_budget_that_is_spent() -> None:
    net = Network(budget=15)
    net.person("Ada", 60, 90, layer=5)
    assert seen(net).proposed == ()
    assert seen(net).spans


def test_without_a_budget_only_the_seats_of_a_day_bound_it() -> None:
    net = Network(budget=0)
    for number in range(8):
        net.person(f"N{number}", 60, 90, layer=15)
    days = [each.on for each in seen(net).proposed]
    assert [days.count(each) for each in sorted(set(days))] == [5, 3]


def test_who_has_a_slot_needs_none_and_its_minutes_are_taken_from_the_budget() -> None:
    net = Network(budget=40)
    net.person("Ada", 60, 90, layer=5)
    net.person("Bea", 60, 90, layer=15)
    booked = Slot(
        id="S", kind="call", on=TODAY, at="09:00", minutes=30, person=PersonId("P-Ada"), note="roof"
    )
    net.records.append(booked)
    view = seen(net, days=Week(TODAY - timedelta(days=4), TODAY + timedelta(days=2)))
    assert [(each.name, each.standing, each.note) for each in view.booked] == [
        ("Ada", "to_come", "roof")
    ]
    assert view.spans[0].start == 9 * 60 + 30
    assert view.proposed == ()
    net.records[-1] = msgspec.structs.replace(booked, state="kept")
    assert seen(net).spans[0].start == 9 * 60, "what was done earlier leaves its time free"
    net.records[-1] = msgspec.structs.replace(booked, state="missed")
    view = seen(net)
    assert view.spans[0].start == 9 * 60
    assert told(view.proposed)[0] == ("Fri", "09:00", 20, ["Ada"])


def test_a_batch_that_is_booked_takes_the_first_of_its_kind() -> None:
    net = Network(budget=400)
    for name, layer in (("Ada", 15), ("Bea", 5), ("Cid", 15)):
        net.talk(net.person(name, prefers="message", layer=layer), 90, kind="message")
    assert [len(each.rows) for each in seen(net).proposed] == [3]
    batch = Slot(id="A", kind="writing", on=NEXT_MONDAY, at="09:00", minutes=10, count=2)
    net.records.append(batch)
    assert [row.name for each in seen(net).proposed for row in each.rows] == ["Cid"]
    net.records[-1] = msgspec.structs.replace(batch, on=TODAY)
    net.talk(PersonId("P-Bea"), 0, kind="message", minutes=5)
    assert [row.name for each in seen(net).proposed for row in each.rows] == ["Cid"]


def test_nobody_is_rung_up_at_night_and_messages_wait_until_they_wake() -> None:
    net = Network()
    net.person("Ada", 60, 90, layer=5, timezone="Asia/Tokyo")
    net.person("Bea", 60, 90, layer=15, timezone="Mars/Base")
    net.talk(
        net.person("Cid", prefers="message", layer=15, timezone="Asia/Tokyo"), 90, kind="message"
    )
    afternoon = day(TODAY, "09:00", "12:10")
    found = {row.name: each.at for each in seen(net, afternoon, there=True).proposed
             for row in each.rows}  # fmt: skip
    assert found == {"Ada": "12:10", "Bea": "13:30", "Cid": "14:00"}
    closed = (afternoon, day(TODAY, "12:10", "12:45"))
    late = {row.name: (each.on, each.at) for each in seen(net, *closed, there=True).proposed
            for row in each.rows}  # fmt: skip
    assert late["Ada"] == (NEXT_MONDAY, "09:00"), "after 13:00 it is past 21:00 there"
    assert late["Bea"] == (TODAY, "13:30")


def test_congratulations_wait_for_the_day() -> None:
    net = Network()
    net.person("Ada", 4, 40, 80, layer=15, birthday="--11-24")
    assert [each.on for each in seen(net).proposed] == [date(2026, 11, 24)]


def test_days_off_gone_by_or_paused_hold_nothing() -> None:
    net = Network()
    net.person("Ada", 60, 90, layer=5)
    pause = Pause(start=NEXT_MONDAY, until=NEXT_MONDAY + timedelta(days=2))
    net.me = msgspec.structs.replace(net.me, pauses=(pause,))
    evening = datetime.combine(TODAY, time(19))
    view = seen(net, now=evening, days=Week(TODAY - timedelta(days=4), AHEAD.until))
    assert [span.on.isoformat() for span in view.spans[::2]] == ["2026-11-26", "2026-11-27"]
    assert told(view.proposed) == [("Thu", "09:00", 20, ["Ada"])]
    gone = Week(TODAY - timedelta(days=11), TODAY - timedelta(days=5))
    assert seen(net, days=gone) == SlotsView(booked=(), proposed=(), spans=())


def test_a_week_over_the_turn_of_the_year_has_one_budget() -> None:
    net = Network(budget=40)
    for name in ("Ada", "Bea", "Cid"):
        net.person(name, 300, 330, layer=15)
    on = date(2026, 12, 28)
    ties = Ties.of(net.snapshot(), on, net.settings)
    days = Week(on, on + timedelta(days=6))
    view = slots_view(net.snapshot(), ties, datetime.combine(on, time(8)), (), days)
    assert sum(each.minutes for each in view.proposed) == 40
    assert {span.on.year for span in view.spans} == {2026, 2027}


def test_this_week_looks_seven_days_ahead_and_another_is_itself() -> None:
    week = Week(date(2026, 11, 16), date(2026, 11, 22))
    assert days_shown(week, TODAY) == Week(week.start, date(2026, 11, 27))
    assert days_shown(week, date(2026, 11, 23)) == week


BUSY = st.lists(
    st.builds(
        lambda ahead, hour, length: Busy(
            MORNING + timedelta(days=ahead, hours=hour),
            MORNING + timedelta(days=ahead, hours=hour, minutes=length),
        ),
        st.integers(0, 7),
        st.integers(0, 10),
        st.sampled_from([25, 60, 240, 700]),
    ),
    max_size=6,
)


@settings(max_examples=60)
@given(networks(settled=True) | crowds(settled=True), BUSY, st.integers(0, 12))
def test_proposals_keep_within_span_share_and_budget(
    snapshot: Snapshot, busy: list[Busy], hours: int
) -> None:
    ties = Ties.of(snapshot, TODAY, Settings())
    now = MORNING + timedelta(hours=hours)
    view = slots_view(snapshot, ties, now, busy, AHEAD)
    people = [row.person for each in view.proposed for row in each.rows]
    assert len(people) == len(set(people))
    ahead = {each.person for each in view.booked if each.is_open}
    assert ahead.isdisjoint(people)
    _within_spans(view)
    _as_one_would_book(view)
    _within_budget(view, snapshot, ties)
    again = with_people_in(snapshot, list(snapshot.people)[::-1])
    assert slots_view(again, Ties.of(again, TODAY, Settings()), now, busy[::-1], AHEAD) == view


def _within_spans(view: SlotsView) -> None:
    minutes: dict[date, set[int]] = {}
    for span in view.spans:
        minutes.setdefault(span.on, set()).update(range(span.start, span.until))
    for each in view.proposed:
        start = minute_of(each.at)
        assert start is not None
        assert each.minutes <= each.free
        taken = set(range(start, start + each.minutes))
        assert taken <= minutes[each.on], "in free time, and beside the other proposals"
        minutes[each.on] -= set(range(start - BREATH, start + each.minutes + BREATH))


def _as_one_would_book(view: SlotsView) -> None:
    writing = [each.on for each in view.proposed if each.kind == "writing"]
    assert len(writing) == len(set(writing)), "what is written on a day shares a slot"
    for each in view.proposed:
        assert each.minutes >= (LEAST_WRITING if each.kind == "writing" else LEAST_OTHER)
        assert each.minutes >= sum(needed(row) for row in each.rows)
        assert len(each.rows) == 1 or each.kind == "writing"


def _week_of(snapshot: Snapshot, ties: Ties, on: date) -> WeekView:
    calendar = week_of(on, ties.settings.week_starts)
    if calendar == ties.calendar:
        return week_view(snapshot, ties)
    talks = (
        each
        for each in snapshot.interactions.values()
        if calendar.holds(each.on) and not each.planned and each.on <= ties.today
    )
    return week_from(snapshot, ties, calendar, talks)


def _within_budget(view: SlotsView, snapshot: Snapshot, ties: Ties) -> None:
    budget = snapshot.me.budget.total
    used: dict[date, int] = {}
    for slot in snapshot.slots.values():
        if slot.state == "planned" and slot.on > TODAY:
            used[slot.on] = used.get(slot.on, 0) + slot.minutes
    for on in sorted({each.on for each in view.proposed}):
        todays = [each for each in view.proposed if each.on == on]
        minutes = sum(each.minutes for each in todays)
        week = _week_of(snapshot, ties, on)
        others = sum(taken for at, taken in used.items() if week.start <= at <= week.until)
        assert sum(len(each.rows) for each in todays) <= ties.settings.rows
        if budget:
            assert week.spent + others + minutes <= week.target
            left = sum(
                1 for n in range((week.until - on).days + 1)
                if (on + timedelta(days=n)).weekday() < 5
                and not any(p.start <= on + timedelta(days=n) <= p.until
                            for p in snapshot.me.pauses)
            )  # fmt: skip
            spent = week.spent_today if on == TODAY else 0
            own = used.get(on, 0)
            share = todays_share(week.target, week.spent - spent + others - own, left)
            alone = len(todays) == 1 and minutes == set_aside(
                todays[0].kind, needed(todays[0].rows[0])
            )
            assert minutes + spent + own <= share or (alone and not spent and not own)
        used[on] = used.get(on, 0) + minutes
