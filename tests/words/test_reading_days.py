"""What people type for a day, and what of it is refused."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.records.kinds import LANGUAGES, Language
from store.words.dates import day, header_day
from store.words.day_text import read_day, read_last_day
from store.words.day_vocabulary import FIXED, MONTHS, NUMBERS, UNITS, WEEKDAYS
from store.words.message import UsageProblem

SUNDAY = date(2026, 11, 22)

EITHER_LANGUAGE = {
    # as programs write them
    "2026-11-24": "2026-11-24",
    "20261124": "2026-11-24",
    "2026-W48-2": "2026-11-24",
    "2026/11/24": "2026-11-24",
    # counted
    "3d": "2026-11-25",
    "3j": "2026-11-25",
    "+3d": "2026-11-25",
    "-3d": "2026-11-19",
    "2w": "2026-12-06",
    "2sem": "2026-12-06",
    "2 semaines": "2026-12-06",
    "1m": "2026-12-22",
    "1mois": "2026-12-22",
    "1y": "2027-11-22",
    "1an": "2027-11-22",
    "in 3 days": "2026-11-25",
    "3 days from now": "2026-11-25",
    "in a week": "2026-11-29",
    "a fortnight": "2026-12-06",
    "dans 3 jours": "2026-11-25",
    "dans une semaine": "2026-11-29",
    "dans 8 jours": "2026-11-30",
    "dans huit jours": "2026-11-29",
    "d'ici huit jours": "2026-11-29",
    "sous huitaine": "2026-11-29",
    "quinze jours": "2026-12-06",
    "dans une quinzaine": "2026-12-06",
    "dans deux mois": "2027-01-22",
    "3 days ago": "2026-11-19",
    "a week ago": "2026-11-15",
    "il y a 3 jours": "2026-11-19",
    "il y a quinze jours": "2026-11-08",
    "il y a un an": "2025-11-22",
    # by a word of their own
    "today": "2026-11-22",
    "aujourd'hui": "2026-11-22",
    "Aujourd’hui": "2026-11-22",
    "ce soir": "2026-11-22",
    "tomorrow": "2026-11-23",
    "tomorrow morning": "2026-11-23",
    "DEMAIN": "2026-11-23",
    "demain soir": "2026-11-23",
    "après-demain": "2026-11-24",
    "apres demain": "2026-11-24",
    "the day after tomorrow": "2026-11-24",
    "hier": "2026-11-21",
    "yesterday": "2026-11-21",
    "avant-hier": "2026-11-20",
    # by the day of the week
    "friday": "2026-11-27",
    "fri": "2026-11-27",
    "vendredi": "2026-11-27",
    "ven.": "2026-11-27",
    "sunday": "2026-11-29",
    "this sunday": "2026-11-22",
    "ce vendredi": "2026-11-27",
    "lundi matin": "2026-11-23",
    "next tuesday": "2026-11-24",
    "mardi prochain": "2026-11-24",
    "last friday": "2026-11-20",
    "vendredi dernier": "2026-11-20",
    "last sunday": "2026-11-15",
    "mardi en huit": "2026-12-01",
    "lundi en huit": "2026-11-30",
    "mardi en quinze": "2026-12-08",
    "demain en huit": "2026-11-30",
    "tuesday week": "2026-12-01",
    "a week on tuesday": "2026-12-01",
    "vendredi 27": "2026-11-27",
    # by the span
    "next week": "2026-11-29",
    "la semaine prochaine": "2026-11-29",
    "le mois dernier": "2026-10-22",
    "l'an prochain": "2027-11-22",
    "fin du mois": "2026-11-30",
    "fin de mois": "2026-11-30",
    "end of month": "2026-11-30",
    "end of the month": "2026-11-30",
    "fin du mois prochain": "2026-12-31",
    "end of next month": "2026-12-31",
    "fin de l'année": "2026-12-31",
    "end of year": "2026-12-31",
    "fin février": "2027-02-28",
    "mi-décembre": "2026-12-15",
    "début janvier": "2027-01-01",
    # by the calendar
    "24/11": "2026-11-24",
    "24.11.": "2026-11-24",
    "24/11/2026": "2026-11-24",
    "24-11-26": "2026-11-24",
    "24.11.2026": "2026-11-24",
    "05/05": "2027-05-05",
    "24 nov": "2026-11-24",
    "24 nov.": "2026-11-24",
    "24 novembre 2026": "2026-11-24",
    "24-nov-2026": "2026-11-24",
    "Nov 24": "2026-11-24",
    "November 24th, 2026": "2026-11-24",
    "1st of December": "2026-12-01",
    "1er décembre": "2026-12-01",
    "premier mai": "2027-05-01",
    "le 24": "2026-11-24",
    "the 24th": "2026-11-24",
    "21 nov": "2027-11-21",
    "29 feb": "2028-02-29",
    "24 mar": "2027-03-24",
    "mar. 24 nov.": "2026-11-24",
    "Tue 24 Nov": "2026-11-24",
    "Tuesday, 24 November 2026": "2026-11-24",
    "sam. 21 nov.": "2026-11-21",
    # only dateparser reads these
    "dans 2 mois et 3 jours": "2027-01-25",
    "24 nov 2026 at 14:30": "2026-11-24",
}

BEHIND = {
    "friday": "2026-11-20",
    "vendredi": "2026-11-20",
    "sunday": "2026-11-15",
    "3d": "2026-11-19",
    "quinze jours": "2026-11-08",
    "24 nov": "2025-11-24",
    "24/11": "2025-11-24",
    "22/11": "2026-11-22",
    "le 24": "2026-10-24",
    "vendredi 13": "2026-11-13",
    "fin octobre": "2026-10-31",
    "fin novembre": "2025-11-30",
    "dans 3 jours": "2026-11-25",
    "next friday": "2026-11-27",
    "mardi en huit": "2026-12-01",
    "demain": "2026-11-23",
}

REFUSED = {
    "": "date.unreadable",
    "   ": "date.unreadable",
    ".": "date.unreadable",
    "'": "date.unreadable",
    "foo": "date.unreadable",
    "24": "date.unreadable",
    "24 11": "date.unreadable",
    "week": "date.unreadable",
    "huit": "date.unreadable",
    "mars": "date.unreadable",
    "apres-midi": "date.unreadable",
    "lundi en trente": "date.unreadable",
    "lundi ou mardi": "date.unreadable",
    "next soon": "date.unreadable",
    "dans 3 jours il y a 2 jours": "date.unreadable",
    "vendredi 13": "date.unreadable",
    "31/02": "date.impossible",
    "31/02/2027": "date.impossible",
    "2026-02-29": "date.impossible",
    "2026-13-01": "date.impossible",
    "2026-W60-1": "date.impossible",
    "31 avril": "date.impossible",
    "30 feb": "date.impossible",
    "Feb 30 2027": "date.impossible",
    "0/0": "date.impossible",
    "99/99": "date.impossible",
    "le 32": "date.impossible",
    "lundi 24 nov 2026": "date.wrong_weekday",
    "Mon 24 Nov": "date.wrong_weekday",
    "1899-12-31": "date.out_of_range",
    "2101-01-01": "date.out_of_range",
    "99999 days": "date.out_of_range",
    "9999 ans": "date.out_of_range",
    "99999 years ago": "date.out_of_range",
    "1 jan 1750": "date.out_of_range",
}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("text", "expected"), EITHER_LANGUAGE.items())
def test_both_languages_are_read_whatever_the_language(
    text: str, expected: str, language: Language
) -> None:
    assert read_day(text, SUNDAY, language).isoformat() == expected


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("text", "expected"), BEHIND.items())
def test_what_names_no_direction_lies_behind_where_the_past_is_told(
    text: str, expected: str, language: Language
) -> None:
    assert read_day(text, SUNDAY, language, past=True).isoformat() == expected


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("text", "sentence"), REFUSED.items())
def test_what_cannot_be_meant_is_refused_and_said_why(
    text: str, sentence: str, language: Language
) -> None:
    with pytest.raises(UsageProblem) as refused:
        read_day(text, SUNDAY, language)
    assert refused.value.code == "bad_date"
    assert refused.value.status == 2
    assert refused.value.message.id == sentence
    assert refused.value.message.values["text"] == text.strip()


def test_french_puts_the_day_first() -> None:
    assert read_day("03/04", SUNDAY, "fr") == date(2027, 4, 3)
    assert read_day("03/04/2027", SUNDAY, "fr") == date(2027, 4, 3)
    with pytest.raises(UsageProblem):
        read_day("11/24", SUNDAY, "fr")


def test_english_asks_back_where_two_days_could_be_meant() -> None:
    with pytest.raises(UsageProblem) as refused:
        read_day("03/04/2027", SUNDAY, "en")
    assert refused.value.message.id == "date.ambiguous"
    assert refused.value.message.values["a"] == "2027-04-03"
    assert refused.value.message.values["b"] == "2027-03-04"
    assert read_day("11/24", SUNDAY, "en") == date(2026, 11, 24)


def test_mar_with_a_number_is_tuesday_in_french_and_march_in_english() -> None:
    assert read_day("mar 24", SUNDAY, "fr") == date(2026, 11, 24)
    assert read_day("mar 24", SUNDAY, "en") == date(2027, 3, 24)


def test_a_day_of_the_week_is_never_today_itself() -> None:
    for offset in range(7):
        today = SUNDAY + timedelta(days=offset)
        name = today.strftime("%A")
        assert read_day(name, today, "en") == today + timedelta(days=7)
        assert read_day(name, today, "en", past=True) == today - timedelta(days=7)


def test_months_end_where_a_shorter_month_ends() -> None:
    assert read_day("1 mois", date(2027, 1, 31), "fr") == date(2027, 2, 28)
    assert read_day("1y", date(2028, 2, 29), "en") == date(2029, 2, 28)
    assert read_day("fin du mois", date(2026, 11, 30), "fr") == date(2026, 11, 30)


def test_years_of_two_digits_are_near() -> None:
    assert read_day("1/1/85", SUNDAY, "fr") == date(1985, 1, 1)
    assert read_day("1/1/30", SUNDAY, "fr") == date(2030, 1, 1)


def test_only_the_beginning_of_a_long_text_is_looked_at() -> None:
    assert read_day("demain" + " " * 300 + "x" * 1_000_000, SUNDAY, "fr") == date(2026, 11, 23)
    with pytest.raises(UsageProblem) as refused:
        read_day("x" * 1_000_000, SUNDAY, "fr")
    assert len(str(refused.value.message.values["text"])) == 200


def test_a_refusal_repeats_no_control_characters() -> None:
    with pytest.raises(UsageProblem) as refused:
        read_day("\x1b[31mlundi\u202e", SUNDAY, "fr")
    assert refused.value.message.values["text"] == "[31mlundi"


@given(
    value=st.dates(date(1900, 1, 1), date(2100, 12, 31)),
    today=st.dates(date(1950, 1, 1), date(2090, 12, 31)),
    language=st.sampled_from(LANGUAGES),
    past=st.booleans(),
)
def test_a_day_said_in_full_is_read_back(
    value: date, today: date, language: Language, past: bool
) -> None:
    assert read_day(day(value, language), today, language, past=past) == value


@given(
    today=st.dates(date(1950, 1, 1), date(2090, 12, 31)),
    distance=st.integers(-60, 60),
    language=st.sampled_from(LANGUAGES),
    past=st.booleans(),
)
def test_a_near_day_said_in_short_is_read_back(
    today: date, distance: int, language: Language, past: bool
) -> None:
    value = today + timedelta(days=distance)
    assert read_day(day(value, language, today), today, language, past=past) == value
    assert read_day(header_day(value, language), today, language, past=past) == value


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("mon", date(2026, 11, 30)),
        ("lundi", date(2026, 11, 30)),
        ("5d", date(2026, 12, 2)),
        ("2 dec", date(2026, 12, 2)),
        ("2026-11-25", date(2026, 11, 25)),
        ("today", date(2026, 11, 20)),
        ("hier", date(2026, 11, 19)),
        ("3 days ago", date(2026, 11, 17)),
    ],
)
def test_the_last_day_of_a_span_is_read_from_its_first(text: str, last: date) -> None:
    friday, today = date(2026, 11, 27), date(2026, 11, 20)
    assert read_last_day(text, friday, today, "en") == last


WORDS = sorted({*WEEKDAYS, *MONTHS, *NUMBERS, *UNITS, *FIXED})
JOINTS = [
    "en",
    "huit",
    "fin",
    "du",
    "end of",
    "l'",
    "il y a",
    "ago",
    "in",
    "dans",
    "next",
    "-",
    "/",
]


@given(
    words=st.lists(st.sampled_from([*WORDS, *JOINTS]) | st.integers(0, 99999).map(str), max_size=5),
    joint=st.sampled_from([" ", "", "/", "-", "."]),
    language=st.sampled_from(LANGUAGES),
    past=st.booleans(),
)
def test_any_heap_of_words_gives_a_day_in_range_or_a_refusal(
    words: list[str], joint: str, language: Language, past: bool
) -> None:
    assert _is_a_day_or_a_refusal(joint.join(words), language, past)


@given(text=st.text(max_size=40), language=st.sampled_from(LANGUAGES))
def test_any_text_gives_a_day_or_a_refusal(text: str, language: Language) -> None:
    assert _is_a_day_or_a_refusal(text, language, past=False)


def _is_a_day_or_a_refusal(text: str, language: Language, past: bool) -> bool:
    try:
        return 1900 <= read_day(text, SUNDAY, language, past=past).year <= 2100
    except UsageProblem as refused:
        return refused.code == "bad_date"
