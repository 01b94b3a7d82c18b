"""One group of what files bring: its rows, the fields of one of them, what is looked through."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from store.words.fold import fold
from store.words.words import Words
from tui.import_decisions import Decisions, Group
from tui.phrasing.curtain import name_shown
from tui.phrasing.import_fields import entry_rows, refused_rows
from tui.phrasing.import_rows import (
    entry_cells,
    likened,
    place_of,
    refused_cells,
    refused_sought,
    sought_in,
    why_set_aside,
)
from widgets.beside import BesideRow
from widgets.import_list import ImportCells

if TYPE_CHECKING:
    from store.formats.incoming import Refused


class ShownGroup:
    """Phrased row by row, since there may be thousands."""

    def __init__(self, decisions: Decisions, group: Group, words: Words, curtain: bool) -> None:
        """Bind what is shown, and whether anything of it may be read."""
        self._decisions = decisions
        self._group = group
        self._words = words
        self._curtain = curtain

    def found(self, wanted: str) -> Sequence[str]:
        """The ids of the rows in which all words stand that are looked for."""
        ids, needles = self._decisions.groups[self._group], fold(wanted).split()
        if not needles:
            return ids
        return tuple(id for id in ids if all(each in fold(self._told(id)) for each in needles))

    def _told(self, id: str) -> str:
        if self._group == "aside":
            return refused_sought(self._refused(id), self._words)
        return sought_in(self._decisions.entries[id])

    def _refused(self, id: str) -> Refused:
        return self._decisions.plan.refused[int(id)]

    def cells(self, id: str) -> ImportCells:
        """A row of the list."""
        if self._group == "aside":
            return refused_cells(self._refused(id), self._words, self._curtain)
        entry = self._decisions.entries[id]
        return entry_cells(entry, self._decisions, self._words, self._curtain)

    def title(self, id: str) -> str:
        """Whose fields stand below."""
        if self._group == "aside":
            return self._words.say("incoming.aside_title")
        return name_shown(self._decisions.entries[id].after.name, self._curtain)

    def fields(self, id: str) -> tuple[BesideRow, ...]:
        """The fields of a row."""
        words, decisions = self._words, self._decisions
        if self._group == "aside":
            each, curtain = self._refused(id), self._curtain
            why = why_set_aside(each, words, curtain)
            return refused_rows(each, place_of(each, words, curtain), why, words, curtain)
        if self._curtain:
            return (BesideRow(label=words.say("pane.why.curtain")),)
        entry = decisions.entries[id]
        like = likened(entry, decisions)
        return entry_rows(entry, decisions.of(entry), like, decisions.snapshot, words)
