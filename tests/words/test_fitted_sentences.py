"""Sentences fitted to what fills them: elision, one full stop, thousands, quotation marks."""

from __future__ import annotations

from datetime import date

import pytest

from store.words.elision import elided, elides
from store.words.message import Message
from store.words.quotation_marks import quoted
from store.words.words import Words

TODAY = date(2026, 11, 20)


@pytest.mark.parametrize(
    "name",
    ["Amélie", "Étienne", "Œdipe", "Ines", "Hélène", "Henri", "Hugo", "Honoré", "Yves", "Yngve"],
)
def test_de_loses_its_vowel_before_a_vowel_and_a_mute_h(name: str) -> None:
    assert elides(name)


@pytest.mark.parametrize(
    "name", ["Björn", "Zoë", "Łukasz", "Hans", "Hassan", "Harold", "Yasmine", "Yann", "", "8", "Y"]
)
def test_de_stays_before_all_others(name: str) -> None:
    assert not elides(name)


def test_only_the_name_that_begins_so_is_elided() -> None:
    values = {"name": "Amélie", "other": "Björn"}
    text = "Rythme de {name}, avis de {other}, grande {name}"
    assert elided(text, values) == "Rythme d'{name}, avis de {other}, grande {name}"
    assert Words("fr").say("tui.rhythm.label", name="Amélie").startswith("Rythme d'Amélie")
    assert Words("fr").say("tui.rhythm.label", name="Björn").startswith("Rythme de Björn")
    assert Words("en").say("tui.rhythm.label", name="Amélie").startswith("Rhythm of Amélie")


def test_a_sentence_has_one_full_stop() -> None:
    day = Message("date.on", {"day": date(2026, 11, 27)})
    said = Message("said.snoozed", {"name": "Zoë", "day": day})
    assert Words("fr").tell(said, TODAY).endswith("ven. 27 nov.")
    assert not Words("fr").tell(said, TODAY).endswith("..")
    assert Words("en").tell(said, TODAY).endswith("Fri 27 Nov.")


def test_thousands_are_parted_in_every_count_but_not_in_a_year() -> None:
    assert Words("fr").say("pane.people.found", shown=1107, total=12345) == (
        "1\u202f107 sur 12\u202f345"
    )
    assert Words("en").say("pane.people.found", shown=12, total=3912) == "12 of 3,912"
    assert "2024" in Words("fr").say("reason.dormant_contacts", n=3, year=2024)


def test_a_quotation_stands_between_the_marks_of_its_language() -> None:
    assert quoted("A1, “un mot”", "en") == "A1, “un mot”"
    assert quoted("A1, “un mot”", "fr") == "A1, «\u00a0un mot\u00a0»"
