"""The figures of weeks are kept while nothing moves them, and never a moment longer."""

from __future__ import annotations

from datetime import date, timedelta

from store.config.settings import Settings
from store.records.change import ChangeSet, make
from store.records.ids import PersonId
from store.records.interaction import Interaction
from store.records.person import Person
from store.records.record import Record
from store.records.snapshot import Snapshot, snapshot_of
from store.records.time_entry import Slot, TimeEntry
from store.views.ties import Ties
from store.views.time_figures import time_figures
from tui.figures_known import KEPT, FiguresKnown
from tui.writer import Fresh

TODAY = date(2026, 11, 20)
WEEK = timedelta(days=7)
ANA = PersonId("A")


def talk(id: str, on: date = TODAY) -> Interaction:
    return Interaction(id=id, people=(ANA,), kind="call", on=on, minutes=20)


def seen(snapshot: Snapshot, today: date = TODAY) -> Fresh:
    return Fresh(snapshot, Ties.of(snapshot, today, Settings()), today)


def after(fresh: Fresh, record: Record) -> Fresh:
    change = ChangeSet((make(record),))
    snapshot = fresh.snapshot.apply(change)
    return Fresh(snapshot, fresh.ties.after(change, snapshot), fresh.today)


def first() -> Fresh:
    return seen(
        snapshot_of({"people": {ANA: Person(id=ANA, name="Ana")}, "interactions": {"1": talk("1")}})
    )


def test_a_booked_slot_moves_no_figure_and_costs_no_look_at_contacts() -> None:
    known, fresh = FiguresKnown(), first()
    found = known.of(fresh, TODAY)
    booked = after(fresh, Slot(id="S", kind="call", on=TODAY, minutes=20, person=ANA))
    assert known.of(booked, TODAY) is found
    assert known.of(booked, TODAY - timedelta(days=2)) is found, "the same week"
    assert time_figures(booked.snapshot, booked.ties, TODAY) == found


def test_whatever_is_noted_and_another_day_give_other_figures() -> None:
    known, fresh = FiguresKnown(), first()
    before = known.of(fresh, TODAY)
    running = TimeEntry(id="E", kind="call", on=TODAY)
    for each in (talk("2"), TimeEntry(id="F", kind="preparing", on=TODAY, minutes=5), running):
        fresh = after(fresh, each)
        found = known.of(fresh, TODAY)
        assert found is not before
        assert found == time_figures(fresh.snapshot, fresh.ties, TODAY)
        before = found
    tomorrow = seen(fresh.snapshot, TODAY + timedelta(days=1))
    assert known.of(tomorrow, TODAY) == time_figures(tomorrow.snapshot, tomorrow.ties, TODAY)


def test_weeks_gone_through_are_let_go_of() -> None:
    known, fresh = FiguresKnown(), first()
    for place in range(3 * KEPT):
        day = TODAY - place * WEEK
        assert known.of(fresh, day) == time_figures(fresh.snapshot, fresh.ties, day)
    assert len(known._weeks) <= KEPT
