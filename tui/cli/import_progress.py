"""How far an import has come, on one line of a terminal that is written over."""

from __future__ import annotations

import sys
from time import monotonic

from store.words.width import fit
from store.words.words import Words
from tui.cli.outlet import write
from tui.cli.paragraphs import terminal_columns

QUIET_SECONDS = 1.0
"""What takes no longer is not worth a line."""

AGAIN_SECONDS = 0.2
"""How often the line is written."""


class ProgressLine:
    """Called as the reading goes on; says nothing where no terminal listens."""

    def __init__(self, words: Words, *, wanted: bool) -> None:
        """Begin to count the time.

        Args:
            words: the language.
            wanted: whether a line may be shown at all.
        """
        self._words = words
        self._shows = wanted and sys.stderr is not None and sys.stderr.isatty()
        self._next = monotonic() + QUIET_SECONDS
        self._width = 0

    def __call__(self, done: int, total: int, name: str, read: int) -> None:
        """Say where the reading is, now and then.

        Args:
            done: how many files are done.
            total: of how many.
            name: the path of the one that is read; nothing at the end, while all is laid together.
            read: how many records of it are read.
        """
        if not self._shows or monotonic() < self._next:
            return
        self._next = monotonic() + AGAIN_SECONDS
        place = min(done + 1, total)
        if not name:
            text = self._words.say("cli.import.laying")
        elif read:
            text = self._words.say(
                "cli.import.reading_records", place=place, total=total, n=read, file=name
            )
        else:
            text = self._words.say("cli.import.reading", place=place, total=total, file=name)
        self._width = terminal_columns() - 1
        write(sys.stderr, f"\r{fit(text, self._width)}", at_once=True)

    def clear(self) -> None:
        """Take the line away."""
        if self._width:
            write(sys.stderr, f"\r{' ' * self._width}\r", at_once=True)
            self._width = 0
