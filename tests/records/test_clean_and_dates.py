"""Strangers' text is made harmless; partial dates are what they can be."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.records.clean import clean_line, clean_text
from store.records.ids import ulid
from store.records.partial_date import is_partial_date


@pytest.mark.parametrize(
    ("raw", "clean"),
    [
        ("Ada\x1b[31mred", "Ada[31mred"),
        ("  Ada  ", "Ada"),
        ("Ada\nLovelace", "Ada Lovelace"),
        ("Ada\r\nLovelace", "Ada Lovelace"),
        ("a\u202eb\u2066c", "abc"),
        ("\u009b31m", "31m"),
        ("👩\u200d💻 Zoë", "👩\u200d💻 Zoë"),
        ("\x00\x07", ""),
        ("x\ud800y", "xy"),
        ("tag\U000e0041", "tag"),
    ],
)
def test_a_line_holds_nothing_that_a_terminal_obeys(raw: str, clean: str) -> None:
    assert clean_line(raw) == clean


def test_a_note_keeps_newline_and_tab() -> None:
    assert clean_text("a\r\nb\tc\x1b") == "a\nb\tc"


@given(st.text())
def test_cleaning_twice_is_cleaning_once(text: str) -> None:
    assert clean_line(clean_line(text)) == clean_line(text)
    assert clean_text(clean_text(text)) == clean_text(text)


@pytest.mark.parametrize("text", ["1985-04-12", "1985-04", "1985", "--02-29", "--04", "2024-02-29"])
def test_dates_that_can_be(text: str) -> None:
    assert is_partial_date(text)


@pytest.mark.parametrize(
    "text", ["", "1985-13", "2023-02-29", "--02-30", "85-04-12", "1985-04-12x", "-", "0000"]
)
def test_dates_that_cannot_be(text: str) -> None:
    assert not is_partial_date(text)


def test_ids_sort_by_time() -> None:
    assert ulid(1, b"\xff" * 10) < ulid(2, b"\x00" * 10)
    assert len(ulid(0, b"\x00" * 10)) == 26
