"""A note taken apart into sentences, and texts cut at a word."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.words.sentences import sentences, shortened
from store.words.width import width


@pytest.mark.parametrize(
    ("note", "told"),
    [
        ("", []),
        ("One. Two.", ["One", "Two"]),
        ("\n\n First line. Second.", ["First line", "Second"]),
        ("Works?  Yes! And so on…", ["Works?", "Yes!", "And so on…"]),
        ("Saw Dr. Ek and M. Petit. Then home.", ["Saw Dr. Ek and M. Petit", "Then home"]),
        ("a line\nanother line", ["a line", "another line"]),
        ("3.5 kg of bread. Good.", ["3.5 kg of bread", "Good"]),
        ("... . -", []),
    ],
)
def test_a_note_is_taken_apart_where_its_sentences_end(note: str, told: list[str]) -> None:
    assert list(sentences(note)) == told


def test_a_long_text_is_cut_at_a_word_and_marked() -> None:
    assert shortened("word " * 40, 20) == "word word word word…"
    assert shortened("whole", 20) == "whole"
    assert shortened("a\n b\tc", 20) == "a b c"
    assert shortened("x" * 30, 10) == "x" * 9 + "…"
    assert shortened("one, two", 6) == "one…"


@given(st.text(), st.integers(-3, 80))
def test_what_is_cut_is_never_longer_than_asked_for(text: str, most: int) -> None:
    assert width(shortened(text, most)) <= max(1, most)


@given(st.text())
def test_sentences_are_single_lines_of_the_note(note: str) -> None:
    for sentence in sentences(note):
        assert "\n" not in sentence
        assert sentence.strip() == sentence
        assert set(sentence) <= {*note, " "}
