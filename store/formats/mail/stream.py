"""The header blocks of a mailbox, one after the other; what lies between them is only looked over.

Bodies are passed over in pieces, so that neither a mailbox of many gigabytes nor a line without
end is ever held. A message of an mbox begins with a line `From ` that a header follows, whether or
not an empty line stands before it, since not all programs write one; `>From ` in a body is text.
`Content-Length` is not believed: programs that edit a mailbox leave it as it was.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

Read = Callable[[int], bytes]
"""As of a binary file: at most so many bytes, none at the end."""

PIECE = 1 << 20
"""Bytes taken at a time."""

MOST_HEADERS = 256 * 1024
"""Bytes of one header block that are looked at; what is beyond counts as text."""

_ENVELOPE = b"From "
_BEGINS = b"\n" + _ENVELOPE
_LONGEST_ENVELOPE = 1000
_AHEAD = 4096
"""Bytes that must be there to tell whether a message begins."""

_END = re.compile(rb"\n\r*\n|\nFrom (?!:)")
_BLANK = re.compile(rb"[\r\n]*")
_HEADER = re.compile(rb"(?:>From [^\n]{0,1000}\n){0,3}[!-9;-~]{1,100}[ \t]*:")
_YEAR = re.compile(rb"(?<!\d)\d{4}(?!\d)")
_TIME = re.compile(rb"\d:\d\d")
_BARE_ADDRESS = re.compile(rb"From [^\s@]+@[^\s@]+[ \t\r]*")


def header_blocks(read: Read) -> Iterator[tuple[int, bytes]]:
    """Each message's first line in the file, from 1, and its header block, without `From `.

    What is no mbox is taken for one message.

    Args:
        read: gives the bytes of the file, in an encoding whose line feeds are single bytes.
    """
    window = _Window(read)
    window.pass_over(_BLANK)
    if not window.is_at_message():
        yield window.line, window.header_block()
        return
    while True:
        line = window.line
        window.pass_envelope()
        yield line, window.header_block()
        if not window.find_message():
            return


def begins_mailbox(head: bytes) -> bool:
    """Whether the first bytes of a file are those of an mbox."""
    start = _BLANK.match(head)
    return _begins_message(head, start.end() if start else 0)


class _Window:
    """The piece of a file in which one reads, and the line on which one stands."""

    def __init__(self, read: Read) -> None:
        self._read = read
        self._data = b""
        self._at = 0
        self._ended = False
        self.line = 1
        self._more()

    def pass_over(self, pattern: re.Pattern[bytes]) -> None:
        """Go past what matches here."""
        found = pattern.match(self._data, self._at)
        if found is not None:
            self._go_to(found.end())

    def is_at_message(self) -> bool:
        return _begins_message(self._data, self._at)

    def pass_envelope(self) -> None:
        """Go past the line `From ` on which one stands."""
        end = self._data.find(b"\n", self._at)
        self._go_to(len(self._data) if end < 0 else end + 1)

    def header_block(self) -> bytes:
        """The lines up to an empty one, or up to where the next message begins; go past them."""
        if self._data[self._at : self._at + 2].lstrip(b"\r").startswith(b"\n"):
            return b""
        while True:
            end = self._end_of_headers()
            if end is None and len(self._data) - self._at < MOST_HEADERS and self._more():
                continue
            start = self._at
            self._go_to(min(start + MOST_HEADERS, len(self._data) if end is None else end))
            return self._data[start : self._at]

    def _end_of_headers(self) -> int | None:
        # The line feed stays: the next message may begin right behind it.
        start = max(0, self._at - 1)
        for found in _END.finditer(self._data, start, self._at + MOST_HEADERS):
            if not found[0].endswith(b" ") or _begins_message(self._data, found.start() + 1):
                last = found.end() - 1 if found[0].endswith(b"\n") else found.start()
                return max(last, self._at)
        return None

    def find_message(self) -> bool:
        """Go on to where the next message begins, if there is one."""
        while True:
            found = self._data.find(_BEGINS, self._at)
            if found < 0:
                self._go_to(max(self._at, len(self._data) - len(_BEGINS) + 1))
                if not self._more():
                    return False
                continue
            self._go_to(found)
            if len(self._data) - found < _AHEAD and self._more():
                continue
            self._go_to(found + 1)
            if self.is_at_message():
                return True

    def _go_to(self, place: int) -> None:
        self.line += self._data.count(b"\n", self._at, place)
        self._at = place

    def _more(self) -> bool:
        """Take another piece; what lies behind is let go."""
        piece = b"" if self._ended else self._read(PIECE)
        self._ended = not piece
        if piece:
            self._data = self._data[self._at :] + piece
            self._at = 0
        return bool(piece)


def _begins_message(data: bytes, at: int) -> bool:
    """Whether a line `From ` with a date, or with an address alone, stands before a header."""
    if not data.startswith(_ENVELOPE, at):
        return False
    end = data.find(b"\n", at, at + _LONGEST_ENVELOPE)
    if end < 0 or _HEADER.match(data, end + 1) is None:
        return False
    line = data[at:end]
    dated = _YEAR.search(line) is not None and _TIME.search(line) is not None
    return dated or _BARE_ADDRESS.fullmatch(line) is not None
