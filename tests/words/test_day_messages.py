"""Days within sentences: the small word before them fits yesterday, today and tomorrow too."""

from __future__ import annotations

from datetime import date

import pytest

from store.records.kinds import Language
from store.words.dates import day_dated
from store.words.day_messages import for_day, on_day, since_day, until_day
from store.words.spoken_words import SpokenWords
from store.words.words import Words

TODAY = date(2026, 11, 20)


@pytest.mark.parametrize(
    ("day", "language", "until", "on"),
    [
        (date(2026, 11, 19), "en", "until yesterday", "yesterday"),
        (date(2026, 11, 20), "en", "until today", "today"),
        (date(2026, 11, 21), "en", "until tomorrow", "tomorrow"),
        (date(2026, 11, 24), "en", "until Tue 24 Nov", "on Tue 24 Nov"),
        (date(2026, 11, 19), "fr", "jusqu'à hier", "hier"),
        (date(2026, 11, 20), "fr", "jusqu'à aujourd'hui", "aujourd'hui"),
        (date(2026, 11, 21), "fr", "jusqu'à demain", "demain"),
        (date(2026, 11, 24), "fr", "jusqu'au mar. 24 nov.", "mar. 24 nov."),
    ],
)
def test_a_day_comes_with_the_word_before_it(
    day: date, language: Language, until: str, on: str
) -> None:
    words = Words(language)
    assert words.tell(until_day(day, TODAY), TODAY) == until
    assert words.tell(on_day(day, TODAY), TODAY) == on


def test_they_are_heard_in_full() -> None:
    words = SpokenWords("fr")
    assert words.tell(until_day(date(2026, 11, 24), TODAY), TODAY) == "jusqu'au mardi 24 novembre"


def test_a_day_can_be_told_by_its_date_however_near() -> None:
    assert day_dated(date(2026, 11, 19), "fr", TODAY) == "jeu. 19 nov."
    assert day_dated(date(2026, 3, 24), "en", TODAY) == "24 Mar"


@pytest.mark.parametrize(
    ("day", "language", "meant", "since"),
    [
        (date(2026, 11, 19), "fr", "pour hier", "depuis hier"),
        (date(2026, 11, 24), "fr", "pour le mar. 24 nov.", "depuis le mar. 24 nov."),
        (date(2026, 11, 24), "en", "for Tue 24 Nov", "since Tue 24 Nov"),
    ],
)
def test_a_day_that_something_is_meant_for_and_one_since_when(
    day: date, language: Language, meant: str, since: str
) -> None:
    words = Words(language)
    assert words.tell(for_day(day, TODAY), TODAY) == meant
    assert words.tell(since_day(day, TODAY), TODAY) == since
