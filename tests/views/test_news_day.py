"""Days to come that a note tells, and what tells of none."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.views.news_day import Foreseen, foreseen

TOLD = date(2026, 10, 19)
"""A Monday."""


@pytest.mark.parametrize(
    ("sentence", "on"),
    [
        ("Her book comes out on Thursday", date(2026, 10, 22)),
        ("Son livre sort jeudi", date(2026, 10, 22)),
        ("Exam on Monday", date(2026, 10, 26)),
        ("Speaks in Oslo on 12 March", date(2027, 3, 12)),
        ("Parle à Oslo le 12 mars", date(2027, 3, 12)),
        ("The hearing is on November 3rd", date(2026, 11, 3)),
        ("Soutenance le 1er décembre 2027", date(2027, 12, 1)),
        ("Jury 2026-11-24", date(2026, 11, 24)),
        ("Flies to Rome tomorrow", date(2026, 10, 20)),
        ("Part demain pour Rome", date(2026, 10, 20)),
        ("Rentre après-demain", date(2026, 10, 21)),
    ],
)
def test_a_day_is_read_from_the_day_of_the_talk(sentence: str, on: date) -> None:
    assert foreseen(sentence, TOLD) == Foreseen(on, exact=True)


@pytest.mark.parametrize(
    ("sentence", "on"),
    [
        ("Half marathon in April", date(2027, 4, 30)),
        ("Semi-marathon en avril", date(2027, 4, 30)),
        ("The move is planned for October", date(2026, 10, 31)),
        ("Emménage fin novembre", date(2026, 11, 30)),
        ("Defends the thesis in May 2028", date(2028, 5, 31)),
        ("Interview next week", date(2026, 11, 1)),
        ("Entretien la semaine prochaine", date(2026, 11, 1)),
        ("Opens the shop next month", date(2026, 11, 30)),
        ("Meets the ministry in two weeks", date(2026, 11, 2)),
        ("Passe son permis dans quinze jours", date(2026, 11, 2)),
    ],
)
def test_a_week_or_a_month_is_over_with_its_last_day(sentence: str, on: date) -> None:
    assert foreseen(sentence, TOLD) == Foreseen(on, exact=False)


@pytest.mark.parametrize(
    "sentence",
    [
        "Out of hospital since Monday",
        "On the board since September",
        "Moved in June",
        "Left in March",
        "Was in Rome last Thursday",
        "A déménagé en juin",
        "Au conseil depuis septembre",
        "Sortie de l'hôpital lundi",
        "Est rentrée jeudi",
        "The museum opens late on Thursdays",
        "Le musée ouvre tard le jeudi",
        "Plays cards every Tuesday",
        "Will speak in the spring",
        "The March of time",
        "She may come",
        "Sat down with the team",
        "On 31 February",
        "Baby born on 2 November, a girl",
        "A girl on 2 October",
        "Congress in September",
        "",
    ],
)
def test_what_is_past_a_habit_or_no_day_is_none(sentence: str) -> None:
    assert foreseen(sentence, TOLD) is None


@given(st.text(max_size=120), st.dates())
def test_it_never_fails_and_never_looks_back(sentence: str, told: date) -> None:
    found = foreseen(sentence, told)
    assert found is None or found.on >= told


@given(
    st.sampled_from(["on Friday", "in May", "next week", "next month", "tomorrow", "le 3 mai"]),
    st.sampled_from([date.min, date(1900, 1, 1), date(2100, 12, 31), date.max]),
)
def test_nor_does_it_at_the_ends_of_the_calendar(words: str, told: date) -> None:
    found = foreseen(f"Comes {words}", told)
    assert found is None or found.on >= told
