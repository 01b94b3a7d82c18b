"""Where a text names somebody: whole words, whatever case, accents or spacing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.records.person import Person
from store.views.naming_words import NamingWords

ANA = Person(
    id="P",
    name="Ana-María  Núñez",
    emails=("ana@x.example", ""),
    phones=("+34 612 345 678", "112"),
    links=("https://www.linkedin.com/in/ana-maria/", "https://"),
)


@pytest.mark.parametrize(
    "text",
    [
        "Ana-María Núñez",
        "ANA MARIA NUNEZ",
        "(ana-maria  núñez)",
        "Ana-Mari\u0301a Nu\u0301n\u0303ez",
        "«Ana-María\nNúñez»",
        "mail ANA@X.example.",
        "34612345678",
        "+34-612.34 56 (78)",
        "see http://linkedin.com/in/Ana-Maria?x",
    ],
)
def test_it_is_found_however_it_is_written(text: str) -> None:
    assert NamingWords(ANA).sentences(text) != ()


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Ana-María Núñezova",
        "Juana María Núñez",
        "Ana Núñez María",
        "joana@x.example",
        "j.ana@x.example",
        "ana@x.example.org",
        "934612345678",
        "346123456789",
        "call 112",
        "linkedin.com/in/ana-maria-2",
        "https://elsewhere.example",
    ],
)
def test_a_part_of_another_word_is_not_found(text: str) -> None:
    assert NamingWords(ANA).sentences(text) == ()


def test_a_name_is_found_in_writing_without_blanks() -> None:
    ming = NamingWords(Person(id="P", name="王小明"))
    assert ming.sentences("昨天见了王小明先生。他很好。") == ("昨天见了王小明先生。",)


def test_letters_that_fold_into_two_do_not_shift_the_sentence() -> None:
    words = NamingWords(Person(id="P", name="Zoé Weiß"))
    text = "Œuvres, straße, Łódź… Puis zoe weiss est venue ! Fin."
    assert words.sentences(text) == ("Puis zoe weiss est venue !",)


def test_only_the_sentence_is_told_and_each_once() -> None:
    words = NamingWords(Person(id="P", name="J. R. Hale"))
    text = "First this. Dined with J. R. Hale and J. R. Hale jr. Then that.\nJ. R. Hale paid"
    assert words.sentences(text) == ("Dined with J. R. Hale and J. R. Hale jr.", "J. R. Hale paid")


def test_a_text_without_an_end_is_cut() -> None:
    words = NamingWords(Person(id="P", name="Ana Ruiz"))
    (sentence,) = words.sentences("x " * 500 + "Ana Ruiz" + " y" * 500)
    assert len(sentence) < 450
    assert sentence[0] == sentence[-1] == "…"
    assert "Ana Ruiz" in sentence


def test_a_person_without_a_name_is_named_nowhere() -> None:
    assert NamingWords(Person(id="P", name="")).sentences("anything at all") == ()
    assert NamingWords(Person(id="P", name=" - ")).sentences("a - b") == ()


WORDS = st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), max_size=20)


@given(WORDS, WORDS)
def test_a_name_between_blanks_is_always_found(before: str, after: str) -> None:
    words = NamingWords(Person(id="P", name="Ana Ruiz"))
    found = words.sentences(f"{before} Ana Ruiz {after}")
    assert found
    assert all("Ana Ruiz" in each or "ana ruiz" in each.lower() for each in found)


def test_an_address_that_folds_to_nothing_names_nobody() -> None:
    words = NamingWords(Person(id="P", name="", emails=("\x80",)))
    assert words.sentences(":") == ()
