"""A record of a stranger's document made harmless, as what is typed or read elsewhere is.

What is harmless already stays to the letter, blanks included: a network comes back as it went out.
"""

from __future__ import annotations

import re

from store.records.clean import clean_line, clean_text
from store.records.record import Document, Json

TEXTS = frozenset({"notes", "private_notes", "note", "bring", "goal", "outcome", "why", "body"})
"""Fields of several lines."""

VERBATIM = "properties"
"""What an imported card held is kept as it was written, and cleaned when shown."""

MOST_DEPTH = 24
"""Objects and lists inside each other, in a field that another version has added."""

_NOT_VERBATIM = re.compile("[\r\n\ud800-\udfff]+")
"""A line break would begin another property; half of a sign cannot be written."""


class TooDeepError(ValueError):
    """More objects inside each other than any record has."""


def cleaned(document: Document) -> Document:
    """The document with all its texts cleaned, the names of its fields as well.

    Raises:
        TooDeepError: where it is nested beyond all sense.
    """
    return {_line(name): _value(name, value, MOST_DEPTH) for name, value in document.items()}


def _value(field: str, value: Json, depth: int) -> Json:
    if isinstance(value, str):
        if field == VERBATIM:
            return _NOT_VERBATIM.sub(" ", value)
        return _text(value) if field in TEXTS else _line(value)
    if isinstance(value, dict | list) and not depth:
        raise TooDeepError
    if isinstance(value, list):
        return [_value(field, each, depth - 1) for each in value]
    if isinstance(value, dict):
        return {
            _line(name): _value(VERBATIM if field == VERBATIM else name, each, depth - 1)
            for name, each in value.items()
        }
    return value


def _line(text: str) -> str:
    return text if clean_line(f"|{text}|") == f"|{text}|" else clean_line(text)


def _text(text: str) -> str:
    return text if clean_text(f"|{text}|") == f"|{text}|" else clean_text(text)
