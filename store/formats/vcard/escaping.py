r"""Text made raw values as vCard 3.0 and 4.0 write them (RFC 6350, 3.4; RFC 2426, 5)."""

from __future__ import annotations

import re
from collections.abc import Iterable

_IN_TEXT = re.compile(r"\r\n|[\\,;\n\r]")
_IN_URI = re.compile(r"\r\n|[\\\n\r]")
_BREAKS = re.compile(r"\r\n|[\n\r]")
_OLD_ESCAPE = re.compile(r"\\(.?)", re.DOTALL)
_OLD_ESCAPED = frozenset("\\;,:")


def escaped(text: str) -> str:
    """Text of which no mark separates anything."""
    return _IN_TEXT.sub(_escape, text) if _IN_TEXT.search(text) else text


def escaped_uri(text: str) -> str:
    """An address: its commas and semicolons stand as they are."""
    return _IN_URI.sub(_escape, text) if _IN_URI.search(text) else text


def escaped_breaks(raw: str) -> str:
    """A raw value whose line breaks become escapes; all else stands as it is."""
    return _BREAKS.sub(r"\\n", raw) if _BREAKS.search(raw) else raw


def escaped_list(texts: Iterable[str]) -> str:
    """Several texts between commas."""
    return ",".join(map(escaped, texts))


def escaped_components(texts: Iterable[str]) -> str:
    """Several texts between semicolons."""
    return ";".join(map(escaped, texts))


def from_old_escapes(raw: str) -> str:
    """A raw value of vCard 2.1, where a backslash is one unless a separator follows."""
    return _OLD_ESCAPE.sub(_escape_old, raw) if "\\" in raw else raw


def _escape(match: re.Match[str]) -> str:
    return "\\" + match[0] if match[0] in "\\,;" else "\\n"


def _escape_old(match: re.Match[str]) -> str:
    return match[0] if match[1] and match[1] in _OLD_ESCAPED else "\\\\" + match[1]
