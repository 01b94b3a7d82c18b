"""Lines of so many cells."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.words.width import width
from store.words.wrapping import wrap


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("", []),
        ("  ", []),
        ("one two three", ["one two", "three"]),
        ("one  two\tx", ["one two", "x"]),
        ("minutes a\N{NO-BREAK SPACE}: b", ["minutes", "a\N{NO-BREAK SPACE}: b"]),
        ("abcdefghijk lm", ["abcdefgh", "ijk lm"]),
        ("日本語の文章", ["日本語の", "文章"]),
        ("👩\u200d🔬👩\u200d🔬👩\u200d🔬👩\u200d🔬👩\u200d🔬", ["👩\u200d🔬" * 4, "👩\u200d🔬"]),
    ],
)
def test_lines_break_between_words_and_within_those_too_long(text: str, lines: list[str]) -> None:
    assert wrap(text, 8) == lines


LETTERS = st.text(
    st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp", "Mn", "Me", "Cf"]), max_size=40
)


@given(LETTERS, st.integers(2, 30))
def test_no_line_is_wider_and_nothing_is_lost(text: str, cells: int) -> None:
    lines = wrap(text, cells)
    assert all(len(line) > 0 and width(line) <= cells for line in lines)
    assert "".join("".join(lines).split()) == "".join(text.split())


def test_signs_that_change_their_neighbours_are_measured_beside_them() -> None:
    conjoined = "ab\u00ad\U00011f41\U00058566cdefghijklm"
    assert max(width(line) for line in wrap(conjoined, 8)) <= 8
    assert "".join(wrap(conjoined, 8)) == conjoined
