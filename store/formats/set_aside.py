"""Pieces of a file that are set aside: the first ones told each, the others counted."""

from __future__ import annotations

from store.formats.incoming import Refused
from store.records.clean import clean_line
from store.words.message import Message

MOST_TOLD = 100
"""Beyond so many, a file is of another kind than it was taken for, and all is said."""

SHOWN = 80
"""Characters of a piece that are shown."""


class SetAside:
    """What one file gave that could not be used."""

    def __init__(self, shown_path: str) -> None:
        """Nothing yet.

        Args:
            shown_path: the file as shown to the user.
        """
        self._file = shown_path
        self._told: list[Refused] = []
        self._more = 0
        self._next = 0
        self._end: tuple[Refused, ...] = ()

    def add(self, line: int, why: Message, text: str = "", *, anyway: bool = False) -> None:
        """Set a piece aside.

        Args:
            line: its first line, from 1; 0 where the whole file is meant.
            why: what is said of it.
            text: the piece; its beginning is shown.
            anyway: whether it is told beyond the first ones as well.
        """
        if anyway or len(self._told) < MOST_TOLD:
            piece = clean_line(text[: 4 * SHOWN])[:SHOWN].rstrip()
            self._told.append(Refused(file=self._file, line=line, why=why, text=piece))
            return
        self._more += 1
        self._next = self._next or line

    def end(self, line: int, why: Message) -> None:
        """Say that all from a line on is not read; that is told in any case."""
        self._end = (Refused(file=self._file, line=line, why=why),)

    def refused(self) -> tuple[Refused, ...]:
        """All that was set aside, in the order of the file."""
        told = sorted(self._told, key=_by_line)
        if self._more:
            why = Message("import.more_set_aside", {"n": self._more})
            told.append(Refused(file=self._file, line=self._next, why=why))
        return (*told, *self._end)


def _by_line(refused: Refused) -> int:
    return refused.line
