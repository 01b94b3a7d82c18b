"""What a file's reader sets aside, told piece by piece up to a limit."""

from __future__ import annotations

from store.formats.incoming import Refused
from store.records.clean import clean_line
from store.words.message import Message

MOST = 1000
"""Pieces told one by one; a file of garbage must not fill the screen nor the memory."""

EXCERPT = 80


class Refusals:
    """Collects what was set aside of one file."""

    def __init__(self, shown_path: str) -> None:
        """Begin, for a file by the path that the user sees."""
        self._file = shown_path
        self._told: list[Refused] = []
        self._untold = 0
        self._untold_from = 0

    def add(self, line: int, why: Message, text: str = "") -> None:
        """Set a piece aside.

        Args:
            line: its first line, from 1; 0 for the whole file.
            why: the reason.
            text: what it holds; its beginning is shown.
        """
        if len(self._told) < MOST:
            shown = clean_line(text[: EXCERPT * 4])[:EXCERPT].rstrip()
            self._told.append(Refused(file=self._file, line=line, why=why, text=shown))
            return
        self._untold_from = self._untold_from or line
        self._untold += 1

    def all(self) -> tuple[Refused, ...]:
        """Everything set aside, by line."""
        told = sorted(self._told, key=_by_line)
        if self._untold:
            why = Message("vcard.more", {"n": self._untold})
            told.append(Refused(file=self._file, line=self._untold_from, why=why))
        return tuple(told)


def _by_line(refused: Refused) -> int:
    return refused.line
