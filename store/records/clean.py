"""Strangers' text made harmless: no character that a terminal obeys or an eye cannot see.

Removed are C0 and C1 controls, DEL, bidirectional overrides and isolates (Unicode TR 9), line and
paragraph separators, tag characters, and lone surrogates. Zero-width joiners stay: names and
emoji need them.
"""

from __future__ import annotations

import re

_UNSAFE = (
    "\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069"
    "\ufeff\ufff9-\ufffb\ud800-\udfff\U000e0000-\U000e007f"
)
_IN_TEXT = re.compile(f"[{_UNSAFE}]")
_IN_LINE = re.compile(f"[{_UNSAFE}\t\n]+")
_BREAKS = re.compile("\r\n|\r|\u2028|\u2029|\x85|\x0b|\x0c")
_RAW_BREAKS = re.compile("\r\n|[\r\n\u2028\u2029\x85\x0b\x0c]")
_OBEYED = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f]")


def clean_line(text: str) -> str:
    """Text for one line: line breaks and tabs become a blank, what is unsafe goes, ends are cut."""
    if text.isascii() and text.isprintable():
        return text.strip()
    spaced = _BREAKS.sub(" ", text).replace("\n", " ").replace("\t", " ")
    return _IN_LINE.sub("", spaced).strip()


def clean_text(text: str) -> str:
    """Text of several lines, as in a note: newline and tab are kept."""
    return _IN_TEXT.sub("", _BREAKS.sub("\n", text)).strip()


def clean_raw(raw: str) -> str:
    r"""A raw value of a card on one line: breaks become the escape `\n`, what is obeyed goes.

    All else stays as it was written, marks that the eye does not see included.
    """
    if raw.isprintable():
        return raw
    return _OBEYED.sub("", _RAW_BREAKS.sub(r"\\n", raw))
