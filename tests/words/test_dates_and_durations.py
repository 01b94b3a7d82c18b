"""Days and lengths of time as people read them, in both languages."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.records.kinds import Language
from store.words import dates
from store.words.durations import clock_minutes, minutes, silence, silence_short
from store.words.words import Words
from store.words.wrapping import wrap as plain_wrap
from widgets.wrapping import wrap as pane_wrap

SUNDAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("value", "english", "french"),
    [
        (date(2026, 11, 21), "yesterday", "hier"),
        (date(2026, 11, 22), "today", "aujourd'hui"),
        (date(2026, 11, 23), "tomorrow", "demain"),
        (date(2026, 11, 24), "Tue 24 Nov", "mar. 24 nov."),
        (date(2026, 12, 1), "Tue 1 Dec", "mar. 1er déc."),
        (date(2027, 1, 2), "Sat 2 Jan 2027", "sam. 2 janv. 2027"),
        (date(2026, 3, 4), "4 Mar", "4 mars"),
        (date(2025, 8, 1), "1 Aug 2025", "1er août 2025"),
    ],
)
def test_a_day_is_said_in_the_shortest_way_that_cannot_be_mistaken(
    value: date, english: str, french: str
) -> None:
    assert dates.day(value, "en", SUNDAY) == english
    assert dates.day(value, "fr", SUNDAY) == french


def test_without_a_today_weekday_and_year_are_said() -> None:
    assert dates.day(SUNDAY, "en") == "Sun 22 Nov 2026"
    assert dates.day(SUNDAY, "fr") == "dim. 22 nov. 2026"


def test_french_months_carry_a_point_only_where_they_are_cut() -> None:
    said = [dates.month_short(date(2026, number, 1), "fr") for number in range(1, 13)]
    assert " ".join(said) == ("janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc.")
    full = [dates.month(date(2026, number, 1), "fr") for number in (2, 8, 12)]
    assert full == ["février", "août", "décembre"]


def test_days_of_the_week_in_full_and_in_short() -> None:
    week = [SUNDAY + timedelta(days=offset) for offset in range(1, 8)]
    short = [dates.weekday_short(each, "fr") for each in week]
    assert short == ["lun.", "mar.", "mer.", "jeu.", "ven.", "sam.", "dim."]
    assert [dates.weekday_short(each, "en") for each in week][:3] == ["Mon", "Tue", "Wed"]
    assert dates.weekday(week[1], "fr") == "mardi"
    assert dates.weekday(week[1], "en") == "Tuesday"


@pytest.mark.parametrize(
    ("value", "english", "french"),
    [
        (date(2026, 11, 21), "since yesterday", "depuis hier"),
        (date(2026, 11, 17), "since Tue", "depuis mardi"),
        (date(2026, 11, 16), "since Mon", "depuis lundi"),
        (date(2026, 11, 15), "since 15 Nov", "depuis le 15 nov."),
        (date(2026, 11, 1), "since 1 Nov", "depuis le 1er nov."),
        (date(2025, 11, 10), "since 10 Nov 2025", "depuis le 10 nov. 2025"),
        (SUNDAY, "today", "aujourd'hui"),
        (date(2026, 11, 23), "tomorrow", "demain"),
        (date(2026, 11, 28), "Sat", "sam."),
        (date(2026, 11, 29), "29 Nov", "29 nov."),
    ],
)
def test_what_waits_is_said_since_when_and_never_as_late(
    value: date, english: str, french: str
) -> None:
    assert dates.since(value, "en", SUNDAY) == english
    assert dates.since(value, "fr", SUNDAY) == french


def test_the_header_leaves_the_year_out() -> None:
    assert dates.header_day(date(2025, 11, 20), "en") == "Thu 20 Nov"
    assert dates.header_day(date(2026, 11, 20), "fr") == "ven. 20 nov."


@pytest.mark.parametrize(
    ("number", "said", "clock"),
    [
        (0, "0 min", "0:00"),
        (5, "5 min", "0:05"),
        (40, "40 min", "0:40"),
        (60, "1 h", "1:00"),
        (65, "1 h 05", "1:05"),
        (85, "1 h 25", "1:25"),
        (120, "2 h", "2:00"),
        (1500, "25 h", "25:00"),
        (-10, "-10 min", "-0:10"),
        (-85, "-1 h 25", "-1:25"),
    ],
)
def test_minutes_are_said_in_hours_from_an_hour_on(number: int, said: str, clock: str) -> None:
    assert minutes(number, Words("en")) == said
    assert minutes(number, Words("fr")) == said
    assert clock_minutes(number) == clock


@pytest.mark.parametrize(
    ("days", "english", "french"),
    [
        (0, "0 days", "0 jour"),
        (1, "1 day", "1 jour"),
        (13, "13 days", "13 jours"),
        (13.4, "13 days", "13 jours"),
        (14, "2 weeks", "2 semaines"),
        (23.8, "3 weeks", "3 semaines"),
        (56, "8 weeks", "8 semaines"),
        (65, "9 weeks", "9 semaines"),
        (70, "2 months", "2 mois"),
        (120, "4 months", "4 mois"),
        (430, "14 months", "14 mois"),
        (715, "23 months", "23 mois"),
        (731, "2 years", "2 ans"),
        (3653, "10 years", "10 ans"),
    ],
)
def test_silence_is_said_in_the_unit_people_would_use(
    days: float, english: str, french: str
) -> None:
    assert silence(days, Words("en")) == english
    assert silence(days, Words("fr")) == french


@pytest.mark.parametrize(
    ("days", "english", "french"),
    [
        (0.2, "0 d", "0 j"),
        (34, "34 d", "34 j"),
        (96, "96 d", "96 j"),
        (120, "4 mo", "4 mois"),
        (1096, "3 y", "3 ans"),
    ],
)
def test_silence_in_a_narrow_cell_keeps_days_to_compare(
    days: float, english: str, french: str
) -> None:
    assert silence_short(days, Words("en")) == english
    assert silence_short(days, Words("fr")) == french


@given(first=st.floats(0, 5000), second=st.floats(0, 5000), language=st.sampled_from(["en", "fr"]))
def test_a_longer_silence_is_never_said_shorter(
    first: float, second: float, language: Language
) -> None:
    less, more = sorted((first, second))
    assert _days(silence(less, Words("en"))) <= _days(silence(more, Words("en")))
    assert len(silence_short(more, Words(language))) <= 7


def _days(said: str) -> float:
    number, unit = said.split()
    length = {"day": 1, "week": 7, "month": 365.25 / 12, "year": 365.25}
    return int(number) * length[unit.rstrip("s")]


@pytest.mark.parametrize("wrapped", [plain_wrap, pane_wrap])
def test_a_length_of_time_stays_on_one_line(wrapped: Callable[[str, int], list[str]]) -> None:
    text = "d'habitude 2 h 20 par semaine, 25 min en tout, 1 h le lundi"
    for cells in range(11, 40):
        lines = wrapped(text, cells)
        assert " ".join(lines) == text
        for length in ("2 h 20", "25 min", "1 h"):
            assert any(length in line for line in lines)
