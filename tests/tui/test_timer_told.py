"""What is told of a timer that runs, and how its question is filled in."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from store.records.ids import PersonId
from store.records.kinds import Kind, Language
from store.records.person import Person
from store.records.snapshot import snapshot_of
from store.records.time_entry import TimeEntry
from store.views.timer import RunningTimer, running
from store.words.words import Words
from tui.phrasing.timer_clock import timer_clock
from tui.phrasing.timer_told import briefly_named, forgotten_said, since_said, timer_named
from tui.screens.stop_questions import stop_key, stop_question, told_of
from tui.screens.timing_questions import meanwhile_question, spoken, usual_kind
from widgets.ask_line import Question

EN, FR = Words("en"), Words("fr")
START = datetime(2026, 11, 20, 10, 14, 7, 250_000, tzinfo=UTC)


def timer(started: datetime = START, **fields: Any) -> RunningTimer:
    told: dict[str, Any] = {"kind": "call", "contact": "call", "person": PersonId("B"), **fields}
    entry = TimeEntry(id="T", on=started.date(), started=started, **told)
    björn = Person(id="B", name="Björn Ek")
    found = running(snapshot_of({"people": {"B": björn}, "time_entries": {"T": entry}}))
    assert found is not None
    return found


def after(**time: float) -> datetime:
    return START + timedelta(**time)


def clock(now: datetime, *, watched: bool = True, words: Words = EN) -> str:
    return timer_clock(timer(), now, words, watched=watched)


def test_seconds_run_while_somebody_looks() -> None:
    assert clock(START) == "0:00:00"
    assert clock(after(minutes=12, seconds=41.9)) == "0:12:41"
    assert clock(after(hours=1, minutes=2, seconds=41)) == "1:02:41"
    assert clock(after(seconds=-90)) == "0:00:00"


def test_whole_minutes_are_enough_where_nobody_looks_or_it_was_forgotten() -> None:
    assert clock(after(minutes=12, seconds=41), watched=False) == "12 min"
    assert clock(after(hours=4)) == "4:00:00"
    assert clock(after(hours=4, minutes=1)) == "4 h 01 ?"


def test_since_when_is_told_on_the_clock_of_whoever_asks() -> None:
    assert since_said(timer(), after(hours=3), EN) == "10:14"
    assert since_said(timer(), after(hours=20), EN) == "Fri 20 Nov 10:14"
    assert since_said(timer(), after(hours=20), FR) == "ven. 20 nov. 10:14"
    tokyo = after(hours=1).astimezone(ZoneInfo("Asia/Tokyo"))
    assert since_said(timer(), tokyo, EN) == "19:14"


def test_an_hour_that_the_clocks_skip_is_not_timed() -> None:
    paris = ZoneInfo("Europe/Paris")
    before = datetime(2026, 3, 29, 1, 50, tzinfo=paris)
    now = datetime(2026, 3, 29, 3, 10, tzinfo=paris)
    started = before.astimezone(UTC)
    assert timer_clock(timer(started), now, EN, watched=True) == "0:20:00"
    assert since_said(timer(started), now, EN) == "01:50"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (EN, "A timer runs since Fri 20 Nov 10:14: t says how long it was (call · Björn Ek)."),
        (FR, "Un chrono tourne depuis ven. 20 nov. 10:14\xa0: t dit combien de temps (appel · B"),
    ],
)
def test_a_forgotten_one_is_told_with_a_key(words: Words, said: str) -> None:
    assert forgotten_said(timer(), after(hours=20), "t", words).startswith(said)
    veiled = forgotten_said(timer(), after(hours=20), "t", words, curtain=True)
    assert "Björn" not in veiled
    assert "B. E." in veiled


def test_time_for_nobody_is_named_by_its_kind() -> None:
    preparing = timer(kind="preparing", contact=None, person=None)
    assert timer_named(preparing, EN) == "preparing"
    assert timer_named(timer(person=PersonId("gone")), FR) == "appel"


# The question -----------------------------------------------------------------------------------


def question(now: datetime, draft: str = "", language: Language = "en", **fields: Any) -> Question:
    asked, words = timer(**fields), Words(language)
    return stop_question(asked, now, words, curtain=False, draft=draft)


def test_the_line_is_filled_in_and_enter_takes_it_as_it_stands() -> None:
    asked = question(after(minutes=12, seconds=41))
    assert (asked.label, asked.value) == ("Talked with Björn Ek:", "13 min ")
    assert asked.value[: asked.selected] == "13 min", "what is typed first takes its place"
    echo = asked.read(asked.value)
    assert (echo.text, echo.accepted) == ("→ call · 13 min · today", True)
    assert asked.empty
    better = asked.read("10 min video yesterday Moved to Lyon")
    assert better.text == "→ video · 10 min · yesterday · “Moved to Lyon”"


def test_what_was_noted_meanwhile_is_told_before_what_is_typed() -> None:
    asked = question(after(minutes=2), note="the lab\nhiring")
    assert asked.read("2 min wants a call").text.endswith("“the lab / hiring / wants a call”")
    veiled = stop_question(timer(note="the lab"), after(minutes=2), EN, curtain=True)
    assert "lab" not in veiled.read(veiled.value).text
    assert "Björn" not in veiled.label


def test_a_draft_goes_on_with_newer_minutes_and_its_own_words_stay() -> None:
    asked = question(after(minutes=30), "13 min Moved to Lyon")
    assert (asked.value, asked.selected) == ("30 min Moved to Lyon ", len("30 min"))
    assert asked.read(asked.value).text.endswith("“Moved to Lyon” · draft")
    assert asked.read(f"{asked.value}and wants a call").text.endswith("Lyon and wants a call”")
    assert question(after(minutes=30), "Moved to Lyon ").value == "30 min Moved to Lyon "
    typed = stop_question(
        timer(), after(minutes=30), EN, curtain=False, draft="12 min call", before=13
    )
    assert typed.value == "12 min call ", "those that were typed stay"
    own = question(after(minutes=30), "call 20 Moved")
    assert (own.value, own.selected) == ("call 20 Moved ", 0)
    assert question(after(hours=9), "13 min Moved to Lyon").value == "Moved to Lyon "


def test_a_note_that_comes_back_is_said_to_be_a_draft_and_nothing_glues_to_it() -> None:
    asked = meanwhile_question(timer(), FR, curtain=False, draft="le labo")
    assert asked.value == "le labo "
    assert asked.read(asked.value).text.startswith("Votre brouillon\xa0: ")
    assert asked.read("le labo recrute").text == "Entrée ou Échap l'enregistre"
    assert meanwhile_question(timer(), FR, curtain=False).value == ""
    assert "Échap l'enregistre" in asked.hint
    assert meanwhile_question(timer(), FR, curtain=True, draft="le labo").covered


def test_a_forgotten_one_asks_how_long_it_was_and_takes_no_less() -> None:
    asked = question(after(hours=20))
    assert (asked.value, asked.empty) == ("", False)
    assert asked.hint == "Since Fri 20 Nov 10:14: how long was it? 45, 1h10; 0 drops the timer"
    assert not asked.read("Moved to Lyon").accepted
    told = asked.read("1h10 Moved to Lyon")
    assert (told.text, told.accepted) == ("→ call · 1 h 10 · yesterday · “Moved to Lyon”", True)
    assert asked.read("0").text == "→ the timer is dropped, nothing is noted"
    assert len(question(after(hours=20), language="fr").hint) < 79


def test_a_day_to_come_is_refused() -> None:
    assert not question(after(minutes=5)).read("5 min tomorrow").accepted


@pytest.mark.parametrize(
    ("text", "kind", "minutes", "note"),
    [
        ("préparation 25 min diapos", "preparing", 25, "diapos"),
        ("25 min diapos", "", 25, "diapos"),
        ("20 min 25 min diapos", "", 25, "diapos"),
        ("20 min messages 30", "writing", 30, ""),
        ("20 min diapos 25 min", "", 20, "diapos 25 min"),
        ("diapos 25 min", "", None, "diapos 25 min"),
        ("20 min 3 diapos", "", 20, "3 diapos"),
    ],
)
def test_time_without_a_person_is_told_as_it_is_added(
    text: str, kind: str, minutes: int | None, note: str
) -> None:
    nobody = timer(kind="preparing", contact=None, person=None)
    told = told_of(text, nobody, after(minutes=20), FR)
    assert (told.kind, told.minutes, told.note) == (kind, minutes, note)


def test_time_without_a_person_is_asked_by_its_kind() -> None:
    nobody = timer(kind="preparing", contact=None, person=None)
    asked = stop_question(nobody, after(minutes=20), FR, curtain=False)
    assert asked.label == "Préparation\xa0:"
    assert asked.read("messages 25").text == "→ écrits · 25 min · aujourd'hui"


@pytest.mark.parametrize(
    ("text", "kind", "minutes", "note"),
    [
        ("1 min appel 12 min", "call", 12, ""),
        ("1 min 12 min visio Lyon", "video", 12, "Lyon"),
        ("1 min 12", "", 12, ""),
        ("appel 12 min", "call", 12, ""),
        ("café Lyon", "in_person", None, "Lyon"),
        ("1 min 3 articles", "", 1, "3 articles"),
        ("2 min 3 min", "", 2, "3 min"),
        ("préparation 20 diapos", "preparing", 20, "diapos"),
        ("Préparation du salon", "", None, "Préparation du salon"),
    ],
)
def test_a_length_that_is_typed_goes_before_the_one_filled_in(
    text: str, kind: str, minutes: int | None, note: str
) -> None:
    told = told_of(text, timer(), after(minutes=1), FR)
    assert (told.kind, told.minutes, told.note) == (kind, minutes, note)


def test_nobody_times_a_message_by_accident() -> None:
    steps: tuple[Kind, ...] = ("call", "video", "in_person", "message", "email", "event")
    assert [spoken(each) for each in steps] == [*steps[:3], "call", "call", "call"]
    assert usual_kind(Person(id="B", name="B", prefers="email")) == "call"
    assert usual_kind(Person(id="B", name="B", prefers="video")) == "video"
    assert usual_kind(None) == "call"


def test_in_a_narrow_place_a_first_name_is_enough() -> None:
    assert briefly_named(timer(), EN) == ("call · Björn", "Björn")
    assert briefly_named(timer(kind="preparing", contact=None, person=None), FR) == ("préparation",)


def test_a_draft_is_kept_under_the_person_so_as_to_go_with_them() -> None:
    assert "B" in stop_key(timer()).split(":")


def test_a_timer_over_midnight_is_of_the_day_on_which_it_was_started() -> None:
    late = datetime(2026, 11, 20, 23, 50, tzinfo=UTC)
    asked = stop_question(timer(late), late + timedelta(minutes=25), EN, curtain=False)
    assert asked.read(asked.value).text == "→ call · 25 min · yesterday"
    assert date(2026, 11, 20) == timer(late).entry.on
