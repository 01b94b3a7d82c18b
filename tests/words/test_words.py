"""Sentences: their places, their numbers, and what strangers put in them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.records.kinds import LANGUAGES, Language
from store.words.message import Message
from store.words.words import Words, language_of

SUNDAY = date(2026, 11, 22)


@given(name=st.text(max_size=30), language=st.sampled_from(LANGUAGES))
def test_a_value_is_put_in_as_it_is(name: str, language: Language) -> None:
    assert name in Words(language).say("date.since", day=name)


def test_braces_and_percents_in_a_name_are_just_signs() -> None:
    assert Words("en").say("date.since", day="{0} {x.y} %s {{") == "since {0} {x.y} %s {{"


@pytest.mark.parametrize(
    ("language", "number", "said"),
    [
        ("en", 0, "0 days"),
        ("en", 1, "1 day"),
        ("en", 2, "2 days"),
        ("fr", 0, "0 jour"),
        ("fr", 1, "1 jour"),
        ("fr", 2, "2 jours"),
    ],
)
def test_each_language_counts_in_its_own_way(language: Language, number: int, said: str) -> None:
    assert Words(language).say("duration.days", n=number) == said


def test_a_sentence_that_holds_a_number_need_not_have_a_plural() -> None:
    assert Words("en").say("duration.short_days", n=34) == "34 d"


def test_dates_and_messages_among_the_values_are_said_in_words() -> None:
    words = Words("fr")
    since = Message("date.since", {"day": Message("duration.days", {"n": 3})})
    assert words.tell(since) == "depuis 3 jours"
    assert words.tell(Message("date.since", {"day": date(2026, 11, 24)}), SUNDAY) == (
        "depuis mar. 24 nov."
    )


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({}, "en"),
        ({"LANG": "fr_FR.UTF-8"}, "fr"),
        ({"LANG": "fr_FR.UTF-8", "LC_ALL": "C"}, "en"),
        ({"LANG": "en_GB", "LC_MESSAGES": "fr_CA"}, "fr"),
        ({"LC_ALL": "", "LANG": "FR"}, "fr"),
        ({"LANG": "de_DE.UTF-8"}, "en"),
    ],
)
def test_the_language_follows_the_environment(
    environment: dict[str, str], language: Language
) -> None:
    assert language_of(environment) == language
