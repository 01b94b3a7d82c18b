"""The panes of People: list, choices, preview."""

from __future__ import annotations

from textual.screen import Screen

from store.records.ids import PersonId
from store.records.people_columns import Column
from store.views.explain import explain_person
from store.views.preview import preview
from store.words.words import Words
from tui.people_search import Listing
from tui.phrasing.glance_paragraphs import glance_paragraphs
from tui.phrasing.people_rows import (
    chip_texts,
    found_text,
    nobody_text,
    order_word,
    untouched_chip,
)
from tui.phrasing.person_cells import phrase_with, titles_of
from tui.phrasing.why_paragraphs import arithmetic as arithmetic_paragraphs
from tui.screens.people_wish import PeopleWish
from tui.writer import Fresh
from widgets.chips import Chips
from widgets.find_line import FindLine
from widgets.paragraph import Paragraph
from widgets.people_list import PeopleList
from widgets.prose import Prose

ORDER_FROM = 60
"""Cells from which the title of the list has room for the order."""

WIDE_FROM = 100
"""Cells of a screen from which titles say more."""


class PeoplePanes:
    """Draws them for a screen."""

    def __init__(self, screen: Screen[None], words: Words) -> None:
        """Bind both."""
        self._screen = screen
        self._words = words
        self._phrased_for: bool | None = None

    @property
    def _wide(self) -> bool:
        return self._screen.app.size.width >= WIDE_FROM

    def listing(
        self,
        listing: Listing,
        wish: PeopleWish,
        curtain: bool,
        columns: tuple[Column, ...],
    ) -> None:
        """What was found: rows, how many, and what narrows them."""
        words, rows = self._words, listing.rows
        total = len(listing.asked.fresh.snapshot.people)
        people = self._screen.query_one(PeopleList)
        narrowed = bool(listing.asked.chosen or listing.asked.untouched)
        empty = nobody_text(bool(total), listing.asked.query, narrowed, words)
        people.show_columns(titles_of(columns, words, found=bool(listing.asked.query.strip())))
        today = listing.asked.fresh.today
        people.show(rows, phrase_with(words, curtain, today, columns), empty)
        if curtain != self._phrased_for:
            self._phrased_for = curtain
            people.refresh()
        self._find_line(listing, total)
        chips = self._screen.query_one(Chips)
        chips.chips = (*untouched_chip(wish.untouched, words), *chip_texts(wish.chosen, words))
        chips.hint = words.say("pane.narrow.chips_hint")

    def _find_line(self, listing: Listing, total: int) -> None:
        words = self._words
        line = self._screen.query_one(FindLine)
        line.title = words.say("pane.find.title")
        line.aside = words.say("pane.find.aside")
        found = found_text(len(listing.rows), total, words)
        if self._wide:
            found = f"{found} · {order_word(listing.asked.order, words)}"
        line.found = found

    def aside(self, wish: PeopleWish, marked: int) -> None:
        """Title of the list: how many are marked, and the order where there is no other room."""
        words = self._words
        people = self._screen.query_one(PeopleList)
        people.title = words.say("pane.people.title")
        parts = [words.say("pane.people.marked", n=marked)] if marked else []
        if self._wide:
            parts += [] if marked else [words.say("pane.people.marking")]
        elif self._screen.app.size.width >= ORDER_FROM:
            parts.append(order_word(wish.order, words))
        people.aside = " · ".join(parts)

    def detail(
        self, fresh: Fresh, person: PersonId | None, curtain: bool, *, arithmetic: bool
    ) -> None:
        """The person under the cursor, or how the rules see them."""
        words = self._words
        pane = self._screen.query_one(Prose)
        pane.title = words.say("pane.why.title_arithmetic" if arithmetic else "pane.glance.title")
        self.glance_aside()
        pane.show(self._paragraphs(fresh, person, curtain, arithmetic))

    def glance_aside(self) -> None:
        """How to open the preview, or how to read on in it."""
        pane = self._screen.query_one(Prose)
        reading = self._screen.focused is pane
        pane.aside = self._words.say("pane.glance.reading" if reading else "pane.glance.aside")

    def _paragraphs(
        self, fresh: Fresh, person: PersonId | None, curtain: bool, figures: bool
    ) -> tuple[Paragraph, ...]:
        words = self._words
        if person is None or person not in fresh.snapshot.people:
            return (Paragraph(words.say("pane.why.nobody"), "dim"),)
        if figures:
            explained = explain_person(fresh.snapshot, fresh.ties, person)
            return arithmetic_paragraphs(explained, words, fresh.today, curtain)
        glance = preview(fresh.snapshot, fresh.ties, person)
        pane = self._screen.query_one(Prose)
        return glance_paragraphs(
            glance,
            words,
            fresh.today,
            curtain,
            cells=max(1, pane.inner_width - 2),
            lines=pane.inner_height,
        )
