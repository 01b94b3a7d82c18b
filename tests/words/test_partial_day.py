from __future__ import annotations

import contextlib
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.records.kinds import LANGUAGES, Language
from store.records.partial_date import is_partial_date
from store.words.message import UsageProblem
from store.words.partial_day import partial_day_said, read_partial_day

TODAY = date(2026, 11, 20)

PARTIAL = st.one_of(
    st.dates(min_value=date(1900, 1, 1)).map(date.isoformat),
    st.dates(date(2000, 1, 1), date(2000, 12, 31)).map(lambda day: f"-{day:-%m-%d}"),
    st.dates(min_value=date(1900, 1, 1)).map(lambda day: day.isoformat()[:7]),
    st.integers(1, 12).map(lambda month: f"--{month:02}"),
    st.integers(1900, 2100).map(str),
)


@pytest.mark.parametrize(
    ("text", "language", "read"),
    [
        ("12 april", "en", "--04-12"),
        ("12 april", "fr", "--04-12"),
        ("12 avril", "en", "--04-12"),
        ("le 12 avril 1985", "fr", "1985-04-12"),
        ("1er mai", "fr", "--05-01"),
        ("April 12, 1985", "en", "1985-04-12"),
        ("12 Apr 85", "en", "1985-04-12"),
        ("12 déc. 26", "fr", "2026-12-12"),
        ("12 déc. 27", "fr", "1927-12-12"),
        ("12/04/1985", "fr", "1985-04-12"),
        ("12/04", "fr", "--04-12"),
        ("12.04.85", "fr", "1985-04-12"),
        ("25/12", "en", "--12-25"),
        ("12/25/1985", "en", "1985-12-25"),
        ("05/05", "en", "--05-05"),
        ("29 février", "fr", "--02-29"),
        ("1985", "en", "1985"),
        ("avril 1985", "fr", "1985-04"),
        ("April", "en", "--04"),
        ("--04-12", "fr", "--04-12"),
        ("1985-04-12", "en", "1985-04-12"),
        ("1985/04/12", "en", "1985-04-12"),
    ],
)
def test_a_birthday_is_read_as_people_write_it(text: str, language: Language, read: str) -> None:
    assert read_partial_day(text, TODAY, language) == read


@pytest.mark.parametrize(
    ("text", "language", "id"),
    [
        ("1985-02-30", "en", "date.impossible"),
        ("--02-30", "fr", "date.impossible"),
        ("30 février", "fr", "date.impossible"),
        ("29/02/1985", "fr", "date.impossible"),
        ("13/13", "en", "date.impossible"),
        ("12 avril 0000", "fr", "date.impossible"),
        ("04/12/1985", "en", "date.ambiguous"),
        ("someday", "en", "problem.bad_birthday"),
        ("12", "fr", "problem.bad_birthday"),
        ("", "fr", "problem.bad_birthday"),
    ],
)
def test_what_cannot_be_a_birthday_is_told_apart(text: str, language: Language, id: str) -> None:
    with pytest.raises(UsageProblem) as refused:
        read_partial_day(text, TODAY, language)
    assert refused.value.message.id == id


def test_two_days_that_could_be_meant_are_named() -> None:
    with pytest.raises(UsageProblem) as refused:
        read_partial_day("04/12/1985", TODAY, "en")
    values = refused.value.message.values
    assert (values["a"], values["b"]) == ("4 December 1985", "12 April 1985")


@given(PARTIAL, st.sampled_from(LANGUAGES))
def test_what_is_said_is_read_back(text: str, language: Language) -> None:
    assert is_partial_date(text)
    assert read_partial_day(partial_day_said(text, language), TODAY, language) == text


@given(st.text(), st.sampled_from(LANGUAGES))
def test_any_text_is_read_or_refused(text: str, language: Language) -> None:
    with contextlib.suppress(UsageProblem):
        assert is_partial_date(read_partial_day(text, TODAY, language))
