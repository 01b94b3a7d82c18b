"""What cells look like where no header says what they are."""

from __future__ import annotations

import re
from collections.abc import Sequence

from store.formats.csv.days import looks_like_day

EMAIL = re.compile(r"[^\s@,;<>\"]+@[^\s@,;<>\"]+\.[^\s@,;<>\".]{2,}")
_LINK = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
_PHONE = re.compile(r"[+(]?[\d\s().\-/]{6,}(?:\s*(?:x|ext\.?)\s*\d+)?", re.ASCII)
_DIGIT = re.compile(r"\d", re.ASCII)
_NAME_WORD = re.compile(r"[^\W\d_][\w'’.\-]*")

FEWEST_DIGITS, MOST_DIGITS = 7, 15
"""Of a telephone number (E.164 allows fifteen)."""

_LONGEST = 254


def is_email(text: str) -> bool:
    """Whether a cell is an address of mail."""
    return len(text) <= _LONGEST and EMAIL.fullmatch(text.strip()) is not None


def is_link(text: str) -> bool:
    """Whether a cell is an address of the web."""
    return _LINK.fullmatch(text.strip()) is not None


def is_phone(text: str) -> bool:
    """Whether a cell is a telephone number: enough digits, not a plain amount."""
    plain = text.strip()
    if len(plain) > _LONGEST or _PHONE.fullmatch(plain) is None:
        return False
    digits = len(_DIGIT.findall(plain))
    if not FEWEST_DIGITS <= digits <= MOST_DIGITS:
        return False
    return plain[0] in "+(0" or not plain.isdigit() or digits > FEWEST_DIGITS + 1


def is_name(text: str) -> bool:
    """Whether a cell can be somebody's name: one to five words, none of them a number."""
    words = text.split()
    return (
        0 < len(words) <= 5
        and len(text) <= 60
        and all(_NAME_WORD.fullmatch(word) is not None for word in words)
        and text[:1] != text[:1].lower()
    )


_SHAPES = (
    ("email", is_email),
    ("link", is_link),
    ("birthday", looks_like_day),
    ("phone", is_phone),
    ("name", is_name),
)


def shape_of(cells: Sequence[str]) -> str:
    """What the filled cells of a column are, nearly all of them: a field, or nothing.

    `birthday` stands for days of any kind, `name` for words that can be a name.
    """
    filled = [cell for cell in cells if cell.strip()]
    if not filled:
        return ""
    for field, fits in _SHAPES:
        if sum(map(fits, filled)) * 5 >= len(filled) * 4:
            return field
    return ""
