"""Cells as raw values of vCard properties (RFC 6350, 3.4 and 6; RFC 6868)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from store.records.clean import clean_text

_SPECIAL = re.compile(r"[\\,;\n]")
_CARETS = (("^", "^^"), ("\n", "^n"), ('"', "^'"))


def escaped(text: str) -> str:
    """A text as the value of a property, or one of its components."""
    return _SPECIAL.sub(_escape, clean_text(text))


def _escape(match: re.Match[str]) -> str:
    return "\\n" if match[0] == "\n" else "\\" + match[0]


def components(parts: Sequence[str]) -> str:
    """The components of a structured property."""
    return ";".join(map(escaped, parts))


def parameter(name: str, value: str) -> str:
    """A parameter with any text as its value."""
    text = clean_text(value)
    for mark, written in _CARETS:
        text = text.replace(mark, written)
    return f'{name}="{text}"'


def joined(*params: str) -> str:
    """Several parameters, the empty ones left out."""
    return ";".join(each for each in params if each)
