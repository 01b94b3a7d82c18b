from __future__ import annotations

from datetime import date, timedelta

import pytest

from store.records.kinds import Kind, Language
from store.words.message import Problem
from tui.typed.capture import Capture, read_capture
from tui.typed.later import read_until
from tui.typed.rhythm import OWN_RHYTHM, SEEN_ANYWAY, read_rhythm

TODAY = date(2026, 11, 20)


@pytest.mark.parametrize(
    ("text", "kind", "minutes", "on", "note"),
    [
        (
            "call 20 Moved to Lyon, hiring is hard",
            "call",
            20,
            None,
            "Moved to Lyon, hiring is hard",
        ),
        ("appel 20 min Déménagement", "call", 20, None, "Déménagement"),
        ("20 call", "call", 20, None, ""),
        ("coffee yesterday At Mokxa", "in_person", 60, date(2026, 11, 19), "At Mokxa"),
        ("déjeuner hier", "in_person", 90, date(2026, 11, 19), ""),
        ("cal 5", "call", 5, None, ""),
        ("vis 1h30 Plans", "video", 90, None, "Plans"),
        ("call demain 30", "call", 30, date(2026, 11, 21), ""),
        ("call 18 nov 25 Good news", "call", 25, date(2026, 11, 18), "Good news"),
        ("en personne 45", "in_person", 45, None, ""),
        ("Moved to Lyon", None, None, None, "Moved to Lyon"),
        ("Call me back, she said", "call", None, None, "me back, she said"),
        ("", None, None, None, ""),
    ],
)
def test_a_talk_is_read_as_typed(
    text: str, kind: Kind | None, minutes: int | None, on: date | None, note: str
) -> None:
    told = Capture(kind=kind, minutes=minutes, on=on, note=note)
    assert read_capture(text, TODAY, "en") == told


def test_an_ambiguous_beginning_is_part_of_the_note() -> None:
    assert read_capture("me too", TODAY, "en").note == "me too"


@pytest.mark.parametrize(
    ("text", "language", "until"),
    [
        ("1", "en", date(2026, 11, 21)),
        ("é", "fr", date(2026, 11, 23)),
        ('"', "fr", date(2026, 11, 27)),
        ("4", "en", date(2026, 12, 20)),
        ("3d", "en", date(2026, 11, 23)),
        ("24 nov", "en", date(2026, 11, 24)),
        ("mardi prochain", "fr", date(2026, 11, 24)),
    ],
)
def test_until_when_is_a_figure_or_a_day(text: str, language: Language, until: date) -> None:
    assert read_until(text, TODAY, language) == until


def test_what_is_no_day_is_refused() -> None:
    with pytest.raises(Problem):
        read_until("soonish", TODAY, "en")


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("30", 30),
        ("6w", 42),
        ("3 mois", 90),
        ("0", SEEN_ANYWAY),
        ("à", SEEN_ANYWAY),
        ("-", OWN_RHYTHM),
        ("often", None),
    ],
)
def test_a_rhythm_is_read_in_days(text: str, days: int | None) -> None:
    assert read_rhythm(text) == days


def test_a_comma_or_a_word_before_the_day_does_not_hide_it() -> None:
    tomorrow = TODAY + timedelta(days=1)
    assert read_capture("café demain, parler du poste", TODAY, "fr").on == tomorrow
    assert read_capture("coffee 45 on tomorrow, about the job", TODAY, "en").on == tomorrow
    assert read_capture("coffee on second thoughts", TODAY, "en").on is None
