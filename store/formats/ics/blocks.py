"""Bytes to what a calendar holds, each part with the lines that are of use, in linear time.

What breaks stays within its event: one that never ends ends where the next begins.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import msgspec

from store.formats.text_decoding import decode_narrow
from store.formats.text_rows import rows_of

_READ_TEXT = """
UID DTSTART DTEND DURATION RRULE RDATE EXDATE RECURRENCE-ID SEQUENCE SUMMARY LOCATION STATUS TRANSP
ORGANIZER ATTENDEE
"""
READ = frozenset(_READ_TEXT.split())
"""The properties of an event that are parsed; the others tell nothing that is kept."""

_HELD_AT_TEXT = """
URL CONFERENCE X-GOOGLE-CONFERENCE X-MICROSOFT-SKYPETEAMSMEETINGURL
X-MICROSOFT-ONLINEMEETINGEXTERNALLINK
"""
HELD_AT = frozenset(_HELD_AT_TEXT.split())
"""Those that may hold the address of a video conference; looked at as they are written."""

INVITED = "X-MOZ-INVITED-ATTENDEE"
"""By which address the user was invited."""

PERIODS = "FREEBUSY"
"""Times that are taken, without a word on what for."""

_KEPT = READ | HELD_AT | {INVITED, PERIODS}

LONGEST_LINE = 64 * 1024
"""Bytes of a property beyond which it is set aside."""

MOST_ROWS = 1_500_000
"""Of one file: 100,000 events of 15."""

LARGEST_ZONE = 32 * 1024
"""Bytes of a definition of a time zone beyond which it is passed over."""

_DELIMITER = re.compile(rb"(BEGIN|END)[ \t]*:[ \t]*([A-Z0-9-]{1,40})[ \t]*", re.IGNORECASE)
_NAME = re.compile(rb"[ \t]*([A-Za-z0-9-]{1,80})[ \t]*[;:]")


class Line(msgspec.Struct, frozen=True):
    """One property, unfolded and decoded, with the number of its first line in the file."""

    number: int
    name: str
    """In capitals; empty for a line that is no property."""
    text: str


class Block(msgspec.Struct, kw_only=True):
    """One event of a file, one time zone, or what is told of the times taken."""

    line: int
    lines: list[Line] = []
    ended: bool = False
    too_long: list[Line] = []
    """Lines beyond `LONGEST_LINE`, their beginnings alone."""
    size: int = 0

    def first(self, name: str) -> str:
        """The value of a property as written, or nothing."""
        for each in self.lines:
            if each.name == name:
                return each.text.partition(":")[2].strip()
        return ""

    def has(self, *names: str) -> bool:
        """Whether any of some properties is there."""
        return any(each.name in names for each in self.lines)


class CalendarFile(msgspec.Struct, kw_only=True):
    """What a file holds."""

    events: list[Block] = []
    zones: list[Block] = []
    taken: list[Block] = []
    """VFREEBUSY: times that are taken."""
    zone: str = ""
    """The zone in which the calendar is shown."""
    rest: int = 0
    """The row from which on nothing was read, from 1; 0 where all was read."""
    name: str = ""
    """What the calendar is called; with some programs the address of whose it is."""


def calendar_of(narrow: bytes, charset: str = "") -> CalendarFile:
    """Take a file apart.

    Args:
        narrow: the file after `as_narrow`.
        charset: the encoding of lines that are not UTF-8.
    """
    file = CalendarFile()
    return _Taking(charset, file).taken(_properties(narrow, file))


def _properties(narrow: bytes, file: CalendarFile) -> Iterator[tuple[int, bytes]]:
    """The content lines with their numbers; folds are undone on bytes, as they may part letters."""
    number, parts = 0, [b""]
    for count, (at, row) in enumerate(rows_of(narrow)):
        if count == MOST_ROWS:
            file.rest = at
            break
        if row[:1] in (b" ", b"\t"):
            parts.append(row[1:])
        elif row:
            if number:
                yield number, b"".join(parts)
            number, parts = at, [row]
    if number:
        yield number, b"".join(parts)


class _Taking:
    """The state while a file is taken apart."""

    def __init__(self, charset: str, file: CalendarFile) -> None:
        self._charset = charset
        self._file = file
        self._open: Block | None = None
        self._inner: list[bytes] = []
        """Components within the open one: alarms of an event, the halves of a zone's year."""

    def taken(self, properties: Iterable[tuple[int, bytes]]) -> CalendarFile:
        """Everything, once."""
        for number, data in properties:
            found = _DELIMITER.fullmatch(data) if data[:1] in b"BEbe" else None
            if found is None:
                self._take(number, data)
            elif found[1].upper() == b"BEGIN":
                self._begin(number, found[2].upper(), data)
            else:
                self._end(number, found[2].upper(), data)
        return self._file

    def _begin(self, number: int, name: bytes, data: bytes) -> None:
        if name == b"VEVENT":
            self._open = Block(line=number)
            self._file.events.append(self._open)
            self._inner = []
        elif name == b"VTIMEZONE":
            self._open = Block(line=number)
            self._file.zones.append(self._open)
            self._inner = []
        elif name == b"VFREEBUSY":
            self._open = Block(line=number)
            self._file.taken.append(self._open)
            self._inner = []
        elif self._open is not None:
            self._inner.append(name)
            self._keep_of_zone(number, data)

    def _end(self, number: int, name: bytes, data: bytes) -> None:
        if self._open is None:
            return
        if name in (b"VEVENT", b"VTIMEZONE", b"VFREEBUSY", b"VCALENDAR"):
            self._open.ended = name != b"VCALENDAR"
            self._open = None
        elif self._inner:
            self._inner.pop()
            self._keep_of_zone(number, data)

    def _is_of_zone(self) -> bool:
        return bool(self._file.zones) and self._open is self._file.zones[-1]

    def _keep_of_zone(self, number: int, data: bytes) -> None:
        if self._is_of_zone():
            self._put(self._file.zones[-1], number, "", data)

    def _take(self, number: int, data: bytes) -> None:
        found = _NAME.match(data[:100])
        name = found[1].decode("ascii").upper() if found else ""
        block = self._open
        if block is None:
            if name == "X-WR-TIMEZONE" and not self._file.zone:
                self._file.zone = self._text(data[:200]).partition(":")[2].strip()
            elif name in ("X-WR-CALNAME", "NAME") and not self._file.name:
                self._file.name = self._text(data[:400]).partition(":")[2].strip()
        elif self._is_of_zone() or (not self._inner and (name in _KEPT or not name)):
            self._put(block, number, name, data)

    def _put(self, block: Block, number: int, name: str, data: bytes) -> None:
        block.size += len(data)
        if len(data) > LONGEST_LINE:
            block.too_long.append(Line(number, name, self._text(data[:400])))
        else:
            block.lines.append(Line(number, name, self._text(data)))

    def _text(self, data: bytes) -> str:
        return decode_narrow(data, self._charset)
