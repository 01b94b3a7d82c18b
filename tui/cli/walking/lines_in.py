"""Lines from a terminal, a pipe or a file, waited for so that the end can come in between."""

from __future__ import annotations

import os
from typing import BinaryIO

from tui.cli.walking.ending import Ending

AT_ONCE = 65536
"""Bytes read at most at a time."""


class LinesIn:
    """Reads a line at a time, and none before it is wanted."""

    def __init__(self, lines: BinaryIO | None, ending: Ending) -> None:
        """Bind both.

        Args:
            lines: where lines come from; None where there is no input at all.
            ending: tells when to end instead of waiting.
        """
        self._lines = lines
        self._ending = ending
        self._held = b""

    def next(self) -> bytes:
        """The next line with its end; empty where there are no more.

        Raises:
            EndedError: where the end was told.
            OSError: where nothing can be read any more.
        """
        if self._lines is None:
            return b""
        descriptor = _descriptor(self._lines)
        if descriptor is None:
            with self._ending.waiting():
                return self._lines.readline()
        while b"\n" not in self._held:
            self._ending.wait_for(descriptor)
            more = os.read(descriptor, AT_ONCE)
            if not more:
                last, self._held = self._held, b""
                return last
            self._held += more
        line, end, self._held = self._held.partition(b"\n")
        return line + end


def _descriptor(lines: BinaryIO) -> int | None:
    """The file that the system reads from; None for lines held in memory."""
    try:
        return lines.fileno()
    except OSError:
        return None
