"""What is heard: names in full, units in full, and otherwise what the screen says."""

from __future__ import annotations

from datetime import date

import pytest

from store.records.kinds import LANGUAGES, Language
from store.words.dates import day_full, day_named
from store.words.day_messages import on_day
from store.words.durations import minutes, minutes_message
from store.words.language_names import language_word
from store.words.message import Message
from store.words.spoken_words import SPOKEN, SpokenWords
from store.words.words import Words

TODAY = date(2026, 11, 20)


@pytest.mark.parametrize(
    ("day", "en", "fr"),
    [
        (TODAY, "today", "aujourd'hui"),
        (date(2026, 11, 19), "yesterday", "hier"),
        (date(2026, 11, 24), "Tuesday 24 November", "mardi 24 novembre"),
        (date(2026, 3, 1), "Sunday 1 March", "dimanche 1er mars"),
        (date(2025, 3, 1), "Saturday 1 March 2025", "samedi 1er mars 2025"),
    ],
)
def test_a_day_has_its_names_in_full(day: date, en: str, fr: str) -> None:
    assert day_full(day, "en", TODAY) == en
    assert SpokenWords("fr").day(day, TODAY) == fr


def test_a_day_can_be_named_however_near() -> None:
    assert day_named(date(2026, 11, 19), "fr", TODAY) == "jeudi 19 novembre"


@pytest.mark.parametrize(
    ("spent", "en", "fr"),
    [
        (1, "1 minute", "1 minute"),
        (20, "20 minutes", "20 minutes"),
        (60, "1 hour", "1 heure"),
        (125, "2 hours 05", "2 heures 05"),
    ],
)
def test_minutes_have_their_units_in_full(spent: int, en: str, fr: str) -> None:
    assert minutes(spent, SpokenWords("en")) == en
    assert minutes(spent, SpokenWords("fr")) == fr


def test_a_language_is_called_by_its_name_where_its_code_is_known() -> None:
    assert language_word("fr", Words("en")) == "French"
    assert language_word("EN", Words("fr")) == "anglais"
    assert language_word("breton", Words("fr")) == "breton"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_spoken_sentence_takes_the_place_of_one_that_is_seen(language: Language) -> None:
    words = Words(language)
    for seen, heard in SPOKEN.items():
        assert words.say(seen) != seen
        assert words.say(heard) != heard
        assert "~" not in words.say(heard)


def test_messages_hold_days_and_kinds_as_they_are_heard() -> None:
    said = Message("said.snoozed", {"name": "Björn Ek", "day": on_day(date(2026, 11, 24), TODAY)})
    assert SpokenWords("en").tell(said, TODAY) == "Björn Ek, again on Tuesday 24 November."
    done = Message(
        "said.done", {"name": "Björn", "kind": Message("kind.call"), "minutes": minutes_message(1)}
    )
    assert SpokenWords("en").tell(done, TODAY) == "Björn: call, 1 minute."
    assert Words("en").tell(done, TODAY) == "Björn: call, 1 min."
