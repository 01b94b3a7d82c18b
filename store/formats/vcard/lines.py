"""Bytes to content lines: line breaks of any kind, folds undone, text decoded line by line.

Folds are undone on bytes, since a fold may split a character (RFC 6350, 3.2). Besides the folds of
the standards these continue a line: quoted-printable soft breaks, base64 without leading blanks,
and a backslash at the end of a line before something that is no property.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import msgspec

from store.formats.text_decoding import decode_narrow, trusted_codec
from store.formats.text_rows import rows_of

_QUOTED_PRINTABLE = re.compile(
    rb';\s*(?:ENCODING\s*=\s*)?"?(?:QUOTED-PRINTABLE|Q)"?\s*(?:;|$)', re.IGNORECASE
)
_BASE64 = re.compile(rb';\s*(?:ENCODING\s*=\s*)?"?(?:BASE64|B)"?\s*(?:;|$)', re.IGNORECASE)
_DATA_URI = re.compile(rb"\s*data:[^,]{0,200};base64\\?,", re.IGNORECASE)
_BASE64_ROW = re.compile(rb"[A-Za-z0-9+/]+={0,2}")
_CHARSET = re.compile(rb';\s*CHARSET\s*=\s*"?([^";:]{1,40})', re.IGNORECASE)
_DECLARED = re.compile(rb'(?i)(?<![^\r\n])[^:\r\n]{0,200};[ ]?CHARSET[ ]?=[ ]?"?([^";:\r\n]{1,40})')
_PROPERTY = re.compile(
    rb"(?:[\w-]{1,60}\.)?(?:[A-Z][A-Z0-9-]{0,60}|X-[^\x00-\x1f:;]{1,60})(?:;[^:]*)?:",
    re.IGNORECASE,
)
_DELIMITER = re.compile(rb"\s*(?:BEGIN|END)\s*:\s*VCARD\s*", re.IGNORECASE)
_MARK = "\ufeff"

MOST_ROWS = 4_000_000
"""Rows of a file: photos of 200 MB, folded as programs fold them, have 2.7 million."""

MOST_LINES = 500_000
"""Content lines of a file, since each is held: 20,000 cards of 25."""


class Line(msgspec.Struct, frozen=True):
    """One content line, unfolded and decoded, with the number of its first line in the file."""

    number: int
    text: str


def fallback_charset(narrow: bytes) -> str:
    """The encoding for bytes that name none: the one that the rest of the file names, if one does.

    Args:
        narrow: the file after `as_narrow`.
    """
    try:
        narrow.decode("utf-8")
    except UnicodeDecodeError:
        named = {trusted_codec(name.decode("latin-1")) for name in _DECLARED.findall(narrow)}
        named -= {"", "utf-8", "ascii"}
        return named.pop() if len(named) == 1 else ""
    return ""


def _nobody(line: int) -> None:
    """Where nobody asks from where on a file was not read."""


def content_lines(
    narrow: bytes, fallback: str = "", left: Callable[[int], None] = _nobody
) -> Iterator[Line]:
    """The content lines of a file; blank ones are left out.

    Args:
        narrow: the file after `as_narrow`.
        fallback: the encoding of lines that are not UTF-8 and name none.
        left: told the row from which on nothing was read, where there are too many.
    """
    opened: _Opened | None = None
    indent = b""
    lines = 0
    for count, (number, written) in enumerate(rows_of(narrow), 1):
        if count > MOST_ROWS or lines > MOST_LINES:
            left(number)
            break
        row = written.removeprefix(indent)
        if _DELIMITER.fullmatch(row):
            # A card that is indented as a whole is no fold.
            row = row.lstrip()
            indent = written[: len(written) - len(written.lstrip())]
        elif (opened is not None and opened.takes(row)) or not row.strip():
            continue
        if opened is not None:
            yield opened.closed(fallback)
        lines += 1
        opened = _Opened(number, row)
    if opened is not None:
        yield opened.closed(fallback)


class _Opened:
    """A content line that may go on in the next row."""

    __slots__ = ("after_blank", "base64", "number", "rows", "soft", "unheaded", "whole", "wrapped")

    def __init__(self, number: int, row: bytes) -> None:
        self.number = number
        self.rows = [row]
        self.unheaded = True
        self.whole = _DELIMITER.fullmatch(row) is not None
        """BEGIN and END never go on."""
        self.wrapped = self.base64 = self.after_blank = self.soft = False
        if b":" in row:
            self._read_head()

    def takes(self, row: bytes) -> bool:
        """Whether the row belongs to this line; if so it has been added."""
        if self.soft:
            return self._takes_after_soft_break(row)
        if not row.strip() and (self.base64 or not row):
            self.after_blank = True
            return False
        if self.whole:
            return False
        if row[:1] in b" \t":
            self._add(row.strip() if self.base64 else row[1:])
            return True
        if self.base64 and not self.after_blank and _BASE64_ROW.fullmatch(row.rstrip()):
            self._add(row.rstrip())
            return True
        if not self.after_blank and self._ends_in_escape() and _PROPERTY.match(row) is None:
            self._add(b"\n" + row)
            return True
        return False

    def closed(self, fallback: str) -> Line:
        """The line, now that it has ended."""
        data = b"".join(self.rows)
        named = _CHARSET.search(data.partition(b":")[0])
        charset = named[1].decode("latin-1") if named else ""
        text = decode_narrow(data, charset if trusted_codec(charset) else fallback)
        return Line(self.number, text.removeprefix(_MARK))

    def _ends_in_escape(self) -> bool:
        row = self.rows[-1]
        return (len(row) - len(row.rstrip(b"\\"))) % 2 == 1

    def _add(self, row: bytes) -> None:
        self.rows.append(row)
        if self.unheaded and b":" in row:
            self._read_head()
        elif self.wrapped:
            self._look_for_soft_break()

    def _read_head(self) -> None:
        head, _, value = b"".join(self.rows).partition(b":")
        self.unheaded = False
        self.wrapped = _QUOTED_PRINTABLE.search(head) is not None
        self.base64 = bool(_BASE64.search(head) or _DATA_URI.match(value))
        self._look_for_soft_break()

    def _look_for_soft_break(self) -> None:
        """A `=` at the end of quoted-printable says that the next row goes on (RFC 2045, 6.7)."""
        row = self.rows[-1].rstrip()
        self.soft = self.wrapped and row.endswith(b"=")
        if self.soft:
            self.rows[-1] = row[:-1]

    def _takes_after_soft_break(self, row: bytes) -> bool:
        if not row.strip():
            self.soft = not self.after_blank
            self.after_blank = True
            return True
        self.soft = False
        if self.after_blank and _PROPERTY.match(row):
            return False
        self.after_blank = False
        self._add(row)
        return True
