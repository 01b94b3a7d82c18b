"""Cells of a terminal, and the signs it can show."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.words.glyphs import ASCII, Glyphs, glyphs_for, shown
from store.words.sayable import Nearest, sayable
from store.words.width import Align, cut, fit, width

LINES = st.text(
    st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"], include_characters="\u200d\ufe0f"),
    max_size=30,
)


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("", 0),
        ("Amelie", 6),
        ("Amélie", 6),
        ("Ame\u0301lie", 6),
        ("日本", 4),
        ("가", 2),
        ("👩\u200d🔬", 2),
        ("🇫🇷", 2),
        ("❤\ufe0f", 2),
        ("│▆·", 3),
    ],
)
def test_a_text_takes_the_cells_that_a_terminal_gives_it(text: str, cells: int) -> None:
    assert width(text) == cells


@pytest.mark.parametrize(
    ("text", "cells", "align", "expected"),
    [
        ("Zoë", 5, "left", "Zoë  "),
        ("Zoë", 5, "right", "  Zoë"),
        ("Zoë", 6, "centre", " Zoë  "),
        ("Hélène Garnier", 8, "left", "Hélène…  "[:8]),
        ("Garnier", 4, "left", "Gar…"),
        ("日本語", 4, "left", "日… "),
        ("日本語", 4, "right", " 日…"),
        ("👩\u200d🔬👩\u200d🔬", 3, "left", "👩\u200d🔬…"),
        ("e\u0301e\u0301e\u0301", 2, "left", "e\u0301…"),
        ("abc", 1, "left", "…"),
        ("abc", 0, "left", ""),
    ],
)
def test_a_text_is_cut_or_filled_to_its_cells(
    text: str, cells: int, align: Align, expected: str
) -> None:
    assert fit(text, cells, align) == expected


@given(text=LINES, cells=st.integers(0, 40), align=st.sampled_from(["left", "right", "centre"]))
def test_a_fitted_text_takes_exactly_its_cells(text: str, cells: int, align: Align) -> None:
    assert width(fit(text, cells, align)) == cells


@given(text=LINES, cells=st.integers(0, 40))
def test_what_has_room_is_not_cut(text: str, cells: int) -> None:
    assert width(cut(text, cells)) <= cells
    if width(text) <= cells:
        assert cut(text, cells) == text


@pytest.mark.parametrize(
    ("setting", "term", "encoding", "expected"),
    [
        ("auto", "xterm-256color", "utf-8", "blocks"),
        ("auto", "xterm-256color", "UTF8", "blocks"),
        ("auto", "xterm-256color", "ANSI_X3.4-1968", "ascii"),
        ("auto", "xterm-256color", None, "ascii"),
        ("auto", "linux", "utf-8", "ascii"),
        ("auto", "dumb", "utf-8", "ascii"),
        ("blocks", "linux", "ascii", "blocks"),
        ("ascii", "xterm", "utf-8", "ascii"),
    ],
)
def test_blocks_are_drawn_where_the_terminal_has_them(
    setting: str, term: str, encoding: str | None, expected: Glyphs
) -> None:
    assert glyphs_for(setting, {"TERM": term}, encoding) == expected


@pytest.mark.parametrize(
    ("environment", "expected"),
    [
        ({"LC_ALL": "C"}, "ascii"),
        ({"LC_ALL": "POSIX", "LANG": "fr_FR.UTF-8"}, "ascii"),
        ({"LC_CTYPE": "C", "LANG": "fr_FR.UTF-8"}, "ascii"),
        ({"LANG": "C"}, "ascii"),
        ({"LANG": "C", "LC_CTYPE": "C.UTF-8"}, "ascii"),
        ({"LC_ALL": "C.UTF-8"}, "blocks"),
        ({"LC_ALL": "en_GB.UTF-8", "LANG": "C"}, "blocks"),
        ({"LC_CTYPE": "fr_FR.UTF-8", "LANG": "C"}, "blocks"),
        ({"LC_CTYPE": "C.UTF-8"}, "blocks"),
        ({"LC_ALL": "", "LANG": "fr_FR.UTF-8"}, "blocks"),
        ({}, "blocks"),
    ],
)
def test_the_locale_c_gets_ascii_though_python_writes_utf8_there(
    environment: dict[str, str], expected: Glyphs
) -> None:
    assert glyphs_for("auto", environment, "utf-8") == expected
    assert glyphs_for("blocks", environment, "utf-8") == "blocks"


def test_every_sign_has_an_ascii_one_of_its_width() -> None:
    for code, plain in ASCII.items():
        assert plain.isascii()
        assert len(plain) == width(chr(code)) or chr(code) == "⇢"


def test_a_screen_goes_through_one_table_and_names_keep_their_accents() -> None:
    assert shown("▐1 Today▌ │▶ ◆ Amélie · […] ━┓", "ascii") == "[1 Today] |> ! Amélie . [.] =#"
    assert shown("█▆▄▂·░┊", "ascii") == "#=-_..:"
    assert shown("█▆▄▂·", "blocks") == "█▆▄▂·"


def test_signs_are_drawn_and_letters_spelt_as_near_as_it_goes() -> None:
    assert sayable("Łukasz · œuvre → 5 €", "latin-1") == "Lukasz · oeuvre > 5 EUR"
    assert sayable("Zoë “Ek” …", "ascii") == 'Zoe "Ek" .'
    assert sayable("e\N{COMBINING ACUTE ACCENT} a\N{ZERO WIDTH JOINER}b", "ascii") == "e ab"
    assert sayable("a\N{VARIATION SELECTOR-16} \U00010ffd b", "ascii") == "a ? b"
    assert sayable("你好 Łukasz", "utf-8") == "你好 Łukasz"


def test_a_table_for_an_encoding_keeps_what_it_has_and_what_it_is_told_to_replace() -> None:
    table = Nearest("latin-1", {ord("·"): "."})
    assert "é · Ł█▂ 你".translate(table) == "é . L#_ Ni"
