"""Choosing what the list of people shows beside the name, and in which order."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import ModalScreen

from store.records.people_columns import COLUMNS, Column
from store.words.words import Words
from tui.commands.registry import BY_ID
from tui.phrasing.person_cells import column_choice, shown_columns
from tui.requests import Request
from tui.shape import shape_of
from widgets.column_layout import without_room
from widgets.facet_list import FacetList, FacetRow
from widgets.line import Glyphs
from widgets.wrapping import wrap

FRAME_LINES = 2

CURTAIN = BY_ID["all.curtain"]


class ColumnChoice(ModalScreen[tuple[Column, ...] | None]):
    """Space shows or hides a column, J and K move it; Enter keeps, Esc leaves all as it was."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "dismiss(None)", show=False),
        Binding("enter", "keep", show=False),
        Binding("space", "show_or_hide", show=False),
        Binding("j,down", "move(1)", show=False),
        Binding("k,up", "move(-1)", show=False),
        Binding("J,shift+down,greater_than_sign", "carry(1)", show=False),
        Binding("K,shift+up,less_than_sign", "carry(-1)", show=False),
        Binding("question_mark,f1", "explain", show=False),
        Binding("g,home", "end(False)", show=False),
        Binding("G,end", "end(True)", show=False),
        Binding(",".join(CURTAIN.keys), "flip_curtain", show=False, id=CURTAIN.id),
    ]

    def __init__(
        self,
        columns: tuple[Column, ...],
        words: Words,
        glyphs: Glyphs,
        found: bool,
        room: Callable[[], int],
    ) -> None:
        """Begin with those that are shown now; the others come below.

        Args:
            columns: that are wished for.
            words: the language.
            glyphs: what the terminal can show.
            found: whether something is searched.
            room: gives the cells of a row of the list; 0 where that is not shown.
        """
        super().__init__()
        self._found = found
        self._room = room
        self._explained = False
        self._words = words
        self._glyphs = glyphs
        shown = tuple(dict.fromkeys(columns))
        self._shown = set(shown)
        self._order = [*shown, *(each for each in COLUMNS if each not in self._shown)]

    def compose(self) -> ComposeResult:
        """One pane."""
        yield FacetList()

    def on_mount(self) -> None:
        """Show all of them."""
        pane = self._pane
        pane.glyphs = self._glyphs
        pane.title = self._words.say("column.choose")
        pane.aside = self._words.say("column.choose_keys")
        self._draw()
        pane.focus()

    def on_resize(self) -> None:
        """On a phone the title is a line of its own; what has room changes with the size."""
        self._pane.framed = shape_of(self.app.size) != "phone"
        self._draw()

    @property
    def _pane(self) -> FacetList:
        return self.query_one(FacetList)

    def _draw(self) -> None:
        rows = [self._row(each, each in self._narrow()) for each in self._order]
        if self._explained:
            told = wrap(self._words.say("column.choose_help"), max(8, self._pane.inner_width - 6))
            rows += [FacetRow(), *(FacetRow(name=line) for line in told)]
        self._pane.styles.height = len(rows) + FRAME_LINES
        self._pane.set_rows(tuple(rows))

    def _row(self, column: Column, narrow: bool) -> FacetRow:
        return FacetRow(
            id=column,
            name=column_choice(column, self._words),
            chosen=column in self._shown,
            aside=self._words.say("column.no_room") if narrow else "",
        )

    def _narrow(self) -> frozenset[Column]:
        """Those for which there is no room here."""
        room = self._room()
        shown = shown_columns(self._chosen(), found=self._found)
        return without_room(shown, room) if room else frozenset()

    def _chosen(self) -> tuple[Column, ...]:
        return tuple(each for each in self._order if each in self._shown)

    def _here(self) -> Column:
        at = next(place for place, each in enumerate(self._order) if each == self._pane.key)
        return self._order[at]

    def action_show_or_hide(self) -> None:
        """Show the column, or hide it."""
        self._shown ^= {self._here()}
        self._draw()

    def action_move(self, by: int) -> None:
        """Go to another."""
        self._pane.move(by)

    def action_end(self, last: bool) -> None:
        """Go to the first or the last."""
        self._pane.to_end(last)

    def action_carry(self, by: int) -> None:
        """Move the column among the others."""
        here = self._here()
        at = self._order.index(here)
        to = max(0, min(len(self._order) - 1, at + by))
        self._order.insert(to, self._order.pop(at))
        self._draw()
        self._pane.go_to(here)

    def action_keep(self) -> None:
        """Done."""
        self.dismiss(self._chosen())

    def action_explain(self) -> None:
        """Tell what the keys do, or tell it no more."""
        self._explained = not self._explained
        self._draw()

    def action_flip_curtain(self) -> None:
        """Draw the curtain, or lift it; nobody is named here."""
        self.post_message(Request("curtain"))
