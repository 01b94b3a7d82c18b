"""Lines out and lines in: plain text that flows downwards, wrapped, without control sequences."""

from __future__ import annotations

import errno
import signal
import sys
from collections.abc import Callable
from typing import BinaryIO, TextIO

from store.words.sayable import sayable
from store.words.wrapping import wrap
from tui.cli.answer import plain
from tui.cli.outlet import encoding_of, write
from tui.cli.paragraphs import terminal_columns
from tui.cli.walking.ending import STATUS_OF_SIGNAL, EndedError, Ending
from tui.cli.walking.lines_in import LinesIn

NARROWEST = 12
"""Cells of a line at least, whatever the terminal says of itself."""


BLANK = ""
"""A blank line, as a paragraph."""


class Speech:
    """Says paragraphs and asks for lines.

    No line editor of our own stands in between: the terminal's own erases with Backspace, and
    nothing is sent to it but text.
    """

    def __init__(
        self,
        out: TextIO | None,
        lines: BinaryIO | None,
        ending: Ending,
        *,
        echoed: bool = False,
        columns: Callable[[], int] = terminal_columns,
    ) -> None:
        """Bind both ways.

        Args:
            out: where paragraphs go; None where nobody can hear them.
            lines: where lines come from; None where there is no input at all.
            ending: tells when to end instead of waiting.
            echoed: whether the terminal shows what is typed, the end of the line with it.
            columns: cells of a line, asked for anew each time.
        """
        self._out = out
        self._lines = LinesIn(lines, ending)
        self._echoed = echoed
        self._columns = columns

    def say(self, *paragraphs: str) -> None:
        """Paragraphs, one below the other."""
        for text in paragraphs:
            self._write("".join(f"{line}\n" for line in self._wrapped(text)))

    def ask(self, prompt: str) -> str | None:
        """The next line, without its end; None where there are no more.

        Raises:
            EndedError: where the walk was told to end, or the terminal is gone.
        """
        *above, last = self._wrapped(prompt)
        self._write("".join(f"{line}\n" for line in above) + f"{last} ")
        line = self._read()
        if not line:
            self._write("\n")
            return None
        if not self._echoed:
            self._write("\n")
        return line.decode(encoding_of(sys.stdin), "replace").rstrip("\r\n")

    def end_line(self) -> None:
        """Leave the cursor at the beginning of a line, as far as there is still a terminal."""
        try:
            self._write("\n")
        except EndedError:
            return

    def _read(self) -> bytes:
        try:
            return self._lines.next()
        except OSError as error:
            raise _gone(error) from error

    def _wrapped(self, text: str) -> list[str]:
        said = sayable(plain(text), encoding_of(self._out))
        return wrap(said, max(NARROWEST, self._columns() - 1)) or [""]

    def _write(self, text: str) -> None:
        try:
            write(self._out, text, at_once=True)
        except BrokenPipeError:
            raise
        except OSError as error:
            raise _gone(error) from error


def _gone(error: OSError) -> EndedError | OSError:
    """A terminal that is gone ends the walk as its signal would have."""
    if error.errno == errno.EIO:
        return EndedError(STATUS_OF_SIGNAL + signal.SIGHUP)
    return error
