"""Minutes, targets and weeks as people type them."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.records.kinds import BUDGET_KINDS, LANGUAGES
from store.words.budget_text import Targets, read_targets
from store.words.kinds import budget_message
from store.words.message import UsageProblem
from store.words.minutes_text import read_minutes
from store.words.time_vocabulary import time_told
from store.words.week_text import read_week
from store.words.words import Words

FRIDAY = date(2026, 11, 20)


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("20", 20),
        ("20 min", 20),
        ("20mn", 20),
        ("20'", 20),
        ("1h", 60),
        ("1 h 30", 90),
        ("1H05", 65),
        ("2 heures", 120),
        ("1:30", 90),
        ("0:05", 5),
        ("1.5h", 90),
        ("1,5 h", 90),
        (" ０ ", 0),
    ],
)
def test_a_length_of_time_is_read(text: str, minutes: int) -> None:
    assert read_minutes(text) == minutes


@pytest.mark.parametrize("text", ["", "x", "-5", "1h75", "1:75", "20 slides", "h", ":", "9" * 40])
def test_what_is_no_length_of_time_is_none(text: str) -> None:
    assert read_minutes(text) is None


def test_targets_are_read_in_either_language_in_one_text_or_several() -> None:
    told = Targets(total=120, kinds={"call": 60, "in_person": 90})
    assert read_targets(("call=60", "in_person=1h30", "total=120")) == told
    assert read_targets(("appels = 60, en personne=1:30; semaine=2h",)) == told
    assert read_targets(("social=", "preparing=0")).kinds == {"social": 0, "preparing": 0}
    assert read_targets(("appels 1h écrits 30",)).kinds == {"call": 60, "writing": 30}
    assert read_targets(("in person 1 h 30, calls = 1 h 05 week 2h",)) == Targets(
        total=120, kinds={"in_person": 90, "call": 65}
    )
    assert read_targets(()) == Targets()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_kind_is_read_by_its_code_and_as_it_is_shown(language: str) -> None:
    words = Words(next(each for each in LANGUAGES if each == language))
    for kind in BUDGET_KINDS:
        for name in (kind, words.tell(budget_message(kind))):
            told = time_told(name)
            assert told is not None, name
            assert told.kind == kind
            assert read_targets((f"{name}=15",)).kinds == {kind: 15}


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("call", "problem.no_target"),
        ("call=60 12", "problem.no_target"),
        ("gardening=60", "problem.bad_time_kind"),
        ("=60", "problem.bad_time_kind"),
        ("call=soon", "problem.no_minutes"),
        ("message=5 email=10", "problem.target_twice"),
    ],
)
def test_targets_that_cannot_be_meant_are_refused(text: str, message: str) -> None:
    with pytest.raises(UsageProblem) as refused:
        read_targets((text,))
    assert refused.value.message.id == message


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("0", FRIDAY),
        ("-1", date(2026, 11, 13)),
        ("+2", date(2026, 12, 4)),
        ("2026-W01", date(2026, 1, 1)),
        ("2026W53", date(2026, 12, 31)),
        ("W47", date(2026, 11, 19)),
        ("s46", date(2026, 11, 12)),
        ("46", date(2026, 11, 12)),
        ("W2", date(2026, 1, 8)),
        ("48", date(2025, 11, 27)),
        ("20", date(2026, 5, 14)),
        ("2026-11-02", date(2026, 11, 2)),
        ("monday", date(2026, 11, 16)),
        ("16 nov", date(2026, 11, 16)),
    ],
)
def test_a_week_is_meant_by_steps_by_number_or_by_a_day(text: str, day: date) -> None:
    assert read_week(text, FRIDAY, "en") == day


def test_a_number_without_its_year_is_the_nearest_week_on_the_side_looked_at() -> None:
    for text, day in (("47", FRIDAY - timedelta(1)), ("48", date(2026, 11, 26))):
        assert read_week(text, FRIDAY, "en", "ahead") == day
    assert read_week("W2", FRIDAY, "en", "ahead") == date(2027, 1, 14)
    assert read_week("53", date(2027, 1, 5), "fr", "ahead") == date(2032, 12, 30)
    assert read_week("monday", FRIDAY, "fr", "ahead") == date(2026, 11, 23)
    assert read_week("20", date(2026, 11, 19), "en") == date(2026, 5, 14)
    assert read_week("W52", date(2027, 1, 5), "fr") == date(2026, 12, 24)
    assert read_week("53", date(2027, 1, 5), "fr") == date(2026, 12, 31)


@pytest.mark.parametrize("text", ["", "2025-W53", "W0", "54", "-9999", "99999", "next to nothing"])
def test_what_is_no_week_is_refused(text: str) -> None:
    with pytest.raises(UsageProblem) as refused:
        read_week(text, FRIDAY, "en")
    assert refused.value.code == "bad_date"


@given(st.text(max_size=30))
def test_nothing_typed_breaks_a_reader(text: str) -> None:
    minutes = read_minutes(text)
    assert minutes is None or minutes >= 0
    for read in (lambda: read_targets((text,)), lambda: read_week(text, FRIDAY, "fr")):
        try:
            read()
        except UsageProblem:
            continue
