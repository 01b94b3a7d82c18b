"""Lines typed on the screen of time: what was spent, and another time for a slot."""

from __future__ import annotations

from datetime import date

import pytest

from store.records.kinds import BUDGET_KINDS, LANGUAGES, BudgetKind, Language
from store.records.me import Budget
from store.words.budget_text import read_targets
from store.words.words import Words
from tui.screens.time_questions import budget_typed
from tui.typed.slot_time import TypedTime, read_slot_time
from tui.typed.spent import TypedSpent, read_spent

TODAY = date(2026, 11, 20)
MONDAY = date(2026, 11, 16)


@pytest.mark.parametrize(
    "text",
    [
        "preparing 20 slides monday",
        "preparing 20 min slides monday",
        "20 preparing monday slides",
        "monday preparing 20 slides",
        "préparation 20 slides lundi",
        "prep 20m slides 16 nov",
    ],
)
def test_kind_minutes_and_day_come_in_any_order(text: str) -> None:
    told = TypedSpent(kind="preparing", minutes=20, on=MONDAY, note="slides")
    assert read_spent(text, TODAY, "en") == told


def test_what_is_not_said_is_none() -> None:
    assert read_spent("", TODAY, "en") == TypedSpent()
    assert read_spent("preparing", TODAY, "en") == TypedSpent(kind="preparing")
    assert read_spent("slides", TODAY, "en") == TypedSpent(note="slides")


def test_a_word_may_mean_its_own_minutes_and_those_typed_go_before() -> None:
    assert read_spent("lunch", TODAY, "en").minutes == 90
    assert read_spent("lunch 40", TODAY, "en").minutes == 40


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("tue 14:30 45 min", TypedTime(on=date(2026, 11, 24), at="14:30", minutes=45)),
        ("14h30", TypedTime(at="14:30")),
        ("mardi à 9h", TypedTime(on=date(2026, 11, 24), at="09:00")),
        ("45 min tomorrow", TypedTime(on=date(2026, 11, 21), minutes=45)),
        ("at noon", TypedTime(at="12:00")),
        ("9.15", TypedTime(at="09:15")),
    ],
)
def test_day_time_and_length_of_a_slot_come_in_any_order(text: str, told: TypedTime) -> None:
    assert read_slot_time(text, TODAY, "fr" if "mardi" in text else "en") == told


@pytest.mark.parametrize("text", ["", "soon", "14:30 or so", "25:00", "tue wed"])
def test_what_is_no_time_is_refused(text: str) -> None:
    assert read_slot_time(text, TODAY, "en") is None


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_budget_stands_there_as_it_is_typed(language: Language) -> None:
    kinds: dict[BudgetKind, int] = dict.fromkeys(BUDGET_KINDS, 20)
    text = budget_typed(Budget(total=120, kinds=kinds), Words(language))
    typed = read_targets([text])
    assert (typed.total, typed.kinds) == (120, kinds)
