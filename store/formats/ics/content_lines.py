"""Content lines of iCalendar as they are written (RFC 5545, 3.1)."""

from __future__ import annotations

LONGEST_ROW = 75
"""Octets of a row, without its line break."""

_ESCAPED = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n", "\r": None})


def escaped(text: str) -> str:
    """A text as the value of a property."""
    return text.translate(_ESCAPED)


def folded(line: str) -> str:
    """A line in rows of at most 75 octets that part no character, with its line break."""
    data = line.encode("utf-8", "replace")
    if len(data) <= LONGEST_ROW:
        return data.decode() + "\r\n"
    rows: list[bytes] = []
    start, room = 0, LONGEST_ROW
    while start < len(data):
        stop = min(start + room, len(data))
        while stop < len(data) and data[stop] & 0xC0 == 0x80:
            stop -= 1
        rows.append(data[start:stop])
        # What follows begins with a blank.
        start, room = stop, LONGEST_ROW - 1
    return b"\r\n ".join(rows).decode() + "\r\n"
