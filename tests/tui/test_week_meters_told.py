"""The week on Today: more than was meant is told by a word and by the form of the bar."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from store.config.settings import Settings
from store.records.ids import PersonId
from store.records.interaction import Interaction
from store.records.kinds import BudgetKind, Kind, Language
from store.records.me import Budget, Me
from store.records.person import Pause, Person
from store.records.snapshot import Snapshot, snapshot_of
from store.records.time_entry import TimeEntry
from store.views.ties import Ties
from store.views.timer import running
from store.views.week import week_view
from store.words.glyphs import shown
from store.words.words import Words
from tui.phrasing.week_meters import timer_aside, week_meters
from widgets.week import Meter, meter_line

WEDNESDAY = date(2026, 11, 18)
BUDGET = Budget(total=120, kinds={"call": 60, "social": 20, "event": 30})
BJORN = PersonId("B")


def network(
    minutes: dict[Kind, int], timer: TimeEntry | None = None, *, away: bool = False
) -> Snapshot:
    """A week with so many minutes of each kind."""
    talks = [
        Interaction(id=kind, people=(BJORN,), kind=kind, on=WEDNESDAY, minutes=spent)
        for kind, spent in minutes.items()
    ]
    pause = Pause(start=WEDNESDAY - timedelta(days=7), until=WEDNESDAY + timedelta(days=7))
    me = Me(budget=BUDGET, pauses=(pause,) if away else ())
    return snapshot_of(
        {
            "people": {BJORN: Person(id=BJORN, name="Björn Ek")},
            "interactions": {talk.id: talk for talk in talks},
            "time_entries": {} if timer is None else {timer.id: timer},
            "me": {me.id: me},
        }
    )


def meters(snapshot: Snapshot, language: Language = "en") -> dict[str, Meter]:
    """By label."""
    ties = Ties.of(snapshot, WEDNESDAY, Settings())
    return {each.label: each for each in week_meters(week_view(snapshot, ties), Words(language))}


def drawn(meter: Meter, width: int = 48) -> str:
    """The line as text."""
    line = meter_line(meter, width)
    left = "".join(piece.text for piece in line.left)
    right = "".join(piece.text for piece in line.right)
    return left.ljust(width - len(right)) + right


@pytest.mark.parametrize(("language", "word"), [("en", "over"), ("fr", "au-delà")])
def test_beyond_the_band_the_bar_ends_in_an_arrow_and_a_word_follows(
    language: Language, word: str
) -> None:
    told = meters(network({"call": 90, "social": 25}), language)
    call = drawn(next(each for each in told.values() if each.target == 60))
    assert f"█▶ {word}  1:30 " in call
    assert len(call) == 48
    assert "░" not in call


def test_within_the_band_nothing_is_said_though_a_little_more_was_spent() -> None:
    line = drawn(meters(network({"call": 65}))["call"])
    assert "over" not in line
    assert "▶" not in line
    assert line.endswith("█  1:05 of 1:00")


def test_a_ceiling_has_no_even_pace_and_is_told_only_where_it_is_passed() -> None:
    low = meters(network({"social": 5}))["social"]
    assert (low.pace, low.over) == (None, "")
    assert "┊" not in drawn(low)
    assert meters(network({"social": 25}))["social"].over == "over"


def test_the_even_pace_is_that_of_the_end_of_the_day_whatever_was_spent() -> None:
    # The third of five working days: the mark rests there all day long.
    before, after = (meters(network({"call": spent}))["call"] for spent in (0, 20))
    assert before.pace == after.pace == 60 * 3 // 5
    assert drawn(before).index("┊") == drawn(after).index("┊")


def test_in_a_week_away_nothing_is_too_much() -> None:
    assert all(not each.over for each in meters(network({"call": 90}, away=True)).values())


def test_the_word_stays_where_there_is_no_room_for_a_bar_and_ascii_has_a_form_too() -> None:
    over = meters(network({"call": 90}))["call"]
    assert "over" in drawn(over, 31)
    assert shown(drawn(over), "ascii").count("#>") == 1


@pytest.mark.parametrize(
    ("contact", "kind", "said", "veiled"),
    [("call", "call", "▶ call · Björn Ek", "▶ call"), (None, "preparing", "▶ preparing", None)],
)
def test_what_runs_is_told_without_a_clock_and_behind_the_curtain_without_a_name(
    contact: Kind | None, kind: BudgetKind, said: str, veiled: str | None
) -> None:
    started = datetime(2026, 11, 20, 10, tzinfo=UTC)
    person = BJORN if contact else None
    entry = TimeEntry(
        id="R", kind=kind, contact=contact, person=person, on=WEDNESDAY, started=started
    )
    timer, words = running(network({}, entry)), Words("en")
    assert timer_aside(timer, words, False) == said
    assert timer_aside(timer, words, True) == (veiled or said)
    assert timer_aside(None, words, False) == "no timer"
