"""A content line taken apart: group, name, parameters, raw value (RFC 6350, 3.3, and kin)."""

from __future__ import annotations

import re
from functools import lru_cache

import msgspec

from store.formats.vcard.lines import Line

_GROUP = re.compile(r"[\w.-]{1,200}")
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,199}|[Xx]-[^\x00-\x1f\x7f-\x9f\"=:;]{1,200}")

_ENCODINGS = frozenset({"QUOTED-PRINTABLE", "BASE64", "8BIT", "7BIT", "B", "Q"})
"""Bare words that say how a value is encoded (vCard 2.1, 2.1.3); all other bare words are types."""

_CARET = re.compile(r"\^([n^'])")
_AFTER_CARET = {"n": "\n", "^": "^", "'": '"'}

LONG = 200
"""Characters from which parameters are not remembered: a file may hold many, and long ones."""

Parameters = dict[str, tuple[str, ...]]
"""Values by upper-case name, in their order."""


class CardProperty(msgspec.Struct, frozen=True):
    """One property of a card, as written."""

    line: int
    group: str
    name: str
    params: str
    """Between the name and the colon, without the leading `;`."""
    value: str
    """Unfolded and decoded to text; escapes, quoted-printable and base64 are still in it."""

    @property
    def key(self) -> str:
        """The name for comparing: upper case."""
        return self.name.upper()


def property_of(line: Line) -> CardProperty | None:
    """The property that a line holds, or None where it holds none."""
    head, value = _split_head(line.text)
    if head is None:
        return None
    label, _, params = head.partition(";")
    group, dot, name = label.strip().rpartition(".")
    if not is_property(group, name) or (dot and not group):
        return None
    return CardProperty(line.number, group, name, params, value)


def is_property(group: str, name: str) -> bool:
    """Whether a group, which may be empty, and a name can begin a line."""
    return _NAME.fullmatch(name) is not None and (not group or _GROUP.fullmatch(group) is not None)


def parameters(params: str) -> Parameters:
    """Parameters by name; a bare word of vCard 2.1 is a TYPE or an ENCODING. Not to be changed."""
    return _remembered(params) if len(params) < LONG else _parsed(params)


@lru_cache(maxsize=4096)
def _remembered(params: str) -> Parameters:
    return _parsed(params)


def _parsed(params: str) -> Parameters:
    found: dict[str, list[str]] = {}
    for piece in split_outside_quotes(params, ";") if params else ():
        name, equals, written = piece.partition("=")
        name = name.strip().upper()
        if not equals:
            if name:
                home = "ENCODING" if name in _ENCODINGS else "TYPE"
                found.setdefault(home, []).append(piece.strip())
            continue
        values = found.setdefault(name, [])
        values.extend(_parameter_value(each) for each in split_outside_quotes(written, ","))
    return {name: tuple(values) for name, values in found.items()}


def split_outside_quotes(text: str, separator: str) -> list[str]:
    """Pieces between separators; a separator between double quotes is text.

    A quote after a backslash counts as text, which no standard says and programs write.
    """
    if '"' not in text:
        return text.split(separator)
    pieces, start, quoted = [], 0, False
    for mark in re.finditer(rf'\\"|"|{re.escape(separator)}', text):
        if mark[0] == '"':
            quoted = not quoted
        elif mark[0] == separator and not quoted:
            pieces.append(text[start : mark.start()])
            start = mark.end()
    pieces.append(text[start:])
    return pieces


def _parameter_value(written: str) -> str:
    text = written.strip()
    if len(text) > 1 and text[0] == text[-1] == '"':
        text = text[1:-1].replace('\\"', '"')
    return _CARET.sub(_uncaret, text) if "^" in text else text


def _uncaret(match: re.Match[str]) -> str:
    """RFC 6868, 3.1."""
    return _AFTER_CARET[match[1]]


def _split_head(text: str) -> tuple[str | None, str]:
    """What stands before the colon that begins the value, and the value."""
    head, colon, value = text.partition(":")
    if not colon:
        return None, ""
    if '"' not in head:
        return head, value
    for pattern in (r'\\"|"|:', r'"|:'):
        quoted = False
        for mark in re.finditer(pattern, text):
            if mark[0] == '"':
                quoted = not quoted
            elif mark[0] == ":" and not quoted:
                return text[: mark.start()], text[mark.end() :]
    return head, value
