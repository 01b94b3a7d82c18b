"""The panes of the screen of one person: card, common ground, between you, time, notes, year."""

from __future__ import annotations

from datetime import date, datetime

from rich.cells import cell_len
from textual.screen import Screen

from store.views.code_words import band_word, rhythm_word
from store.views.one_person import OnePerson
from store.words.words import Words
from tui.commands.keymap import Keys
from tui.commands.registry import BY_ID
from tui.phrasing.curtain import name_shown
from tui.phrasing.hour_there import hour_there
from tui.phrasing.palette_name import palette_name
from tui.phrasing.person_between import between_paragraphs, ground_paragraphs
from tui.phrasing.person_card import card_paragraphs
from tui.phrasing.person_notes import notes_paragraphs
from tui.phrasing.tie_paragraphs import tie_pictures
from tui.phrasing.tie_words import facts, first_name
from tui.phrasing.timeline_rows import timeline_items
from tui.phrasing.year_picture import year_lines
from tui.screens.person_arrangement import (
    PANES,
    PersonPane,
    has_pictures,
    inner_cells,
    notes_aside,
    sheet_of,
)
from tui.screens.person_heights import Texts, set_heights
from tui.shape import shape_of
from widgets.band_glyph import GLYPHS
from widgets.line import Piece
from widgets.paragraph import Paragraph
from widgets.prose import Prose
from widgets.timeline import Timeline

APART = 4
"""Cells of the upper edge of the card between the name and how the tie stands."""

PICTURE_LINES = 3
"""Of the year, where there is no room for its legend: the months, the talks, the silences."""


class PersonPanes:
    """Draws them for a screen."""

    def __init__(self, screen: Screen[None], words: Words, keys: Keys) -> None:
        """Bind what they need."""
        self._screen = screen
        self._words = words
        self._keys = keys

    def draw(
        self,
        one: OnePerson,
        now: datetime,
        today: date,
        *,
        curtain: bool,
        alone: bool,
        needle: str = "",
    ) -> None:
        """A person; behind the curtain the initials and nothing else.

        Args:
            one: what is shown.
            now: the moment, for the time where they live.
            today: the day.
            curtain: whether it is drawn.
            alone: whether one pane has all the room.
            needle: only what happened and holds this.
        """
        self._titles(one, curtain=curtain, alone=alone)
        if curtain:
            self._cover()
            return
        texts = self._texts(one, now, today, alone)
        set_heights(self._screen, texts, alone=alone)
        for pane, paragraphs in texts.items():
            self._prose(pane, alone).show(paragraphs)
        self._timeline(one, today, alone, needle)

    def _texts(self, one: OnePerson, now: datetime, today: date, alone: bool) -> Texts:
        """What stands in each pane of words."""
        words, shape = self._words, shape_of(self._screen.app.size)
        edit, own = self._key("person.edit"), palette_name("all.me", words, self._keys)
        give = palette_name("person.give", words, self._keys)
        labels = alone or shape in ("normal", "wide")
        whole, there = alone or shape == "wide", hour_there(one.card.timezone, now, words)
        card = card_paragraphs(one, words, today, edit, whole=whole, there=there)
        return {
            "card": card,
            "ground": ground_paragraphs(one, words, edit, own, labels=labels, whole=alone),
            "between": between_paragraphs(one.between, words, today, give, whole=alone),
            "notes": notes_paragraphs(one, words, today, self._key("person.note")),
            "year": self._year(one, today, alone),
        }

    def gone(self, *, alone: bool) -> None:
        """Nobody: the card was deleted, or merged into another."""
        words = self._words
        said = words.say("person.gone", key=self._key("go.person"), back=self._key("go.back"))
        for pane in PANES:
            sheet = sheet_of(self._screen, pane, alone=alone)
            sheet.title, sheet.aside = self._title(pane), ""
            if isinstance(sheet, Prose):
                sheet.show((Paragraph(said, "dim"),) if pane == "card" else ())
            elif isinstance(sheet, Timeline):
                sheet.show((), (said,))

    def _cover(self) -> None:
        said = self._words.say("pane.why.curtain")
        for prose in self._screen.query("#panes Prose").results(Prose):
            prose.show((Paragraph(said, "dim"),))
        self._screen.query_one(Timeline).show((), (said,))

    def _prose(self, pane: PersonPane, alone: bool) -> Prose:
        sheet = sheet_of(self._screen, pane, alone=alone)
        assert isinstance(sheet, Prose)
        return sheet

    def _key(self, id: str) -> str:
        return self._keys.shown(BY_ID[id])

    # Titles -----------------------------------------------------------------------------------

    def _titles(self, one: OnePerson, *, curtain: bool, alone: bool) -> None:
        name = name_shown(one.card.name, curtain)
        for pane in PANES:
            sheet = sheet_of(self._screen, pane, alone=alone)
            title = self._title(pane, alone)
            if pane == "card":
                title = name
            elif alone:
                title = self._words.say("person.alone", pane=title, name=name)
            sheet.title = title
            sheet.aside = "" if curtain else self._aside(pane, one, alone)

    def notes_aside(self, *, writing: bool, alone: bool) -> None:
        """Which key changes the notes: another one where they have the focus."""
        key = self._key("go.open" if writing else "person.edit")
        self._prose("notes", alone).aside = self._words.say("person.notes.aside", key=key)

    def _title(self, pane: PersonPane, alone: bool = True) -> str:
        if pane == "notes" and not alone and notes_aside(self._screen.app.size):
            return self._words.say("person.notes.title_short")
        return self._words.say(TITLES[pane])

    def _aside(self, pane: PersonPane, one: OnePerson, alone: bool) -> str:
        words = self._words
        if pane == "card":
            return self._standing(one, alone)
        if pane == "timeline":
            if not one.talks:
                return ""
            id = "person.timeline.talks" if one.since is None else "person.timeline.since"
            return words.say(id, n=one.talks, year=one.since)
        standing = one.standing
        if pane == "year" and standing.usual_gap_days is not None and standing.contacts:
            return rhythm_word(standing.usual_gap_days, standing.contacts, words)
        return ""

    def _standing(self, one: OnePerson, alone: bool) -> str:
        """How the tie stands: a glyph, and a word where there is room."""
        band = one.standing.band
        if band is None:
            return ""
        glyph = GLYPHS[band].strip()
        said = f"{glyph} {band_word(band, self._words)}".strip()
        room = inner_cells("card", self._screen.app.size, alone=alone) - APART
        roomy = alone or shape_of(self._screen.app.size) in ("normal", "wide")
        fits = cell_len(one.card.name) + cell_len(said) <= room
        return said if roomy and fits else glyph

    # Panes of their own -----------------------------------------------------------------------

    def _timeline(self, one: OnePerson, today: date, alone: bool, needle: str) -> None:
        words = self._words
        items = timeline_items(one.years, first_name(one.card.name), words, today, needle)
        empty = (
            words.say("pane.follow_ups.not_found")
            if needle
            else words.say("person.timeline.empty", key=self._key("person.log"))
        )
        self._screen.query_one(Timeline).show(items, (empty,), alone=alone)

    def _year(self, one: OnePerson, today: date, alone: bool) -> tuple[Paragraph, ...]:
        words, size, tie = self._words, self._screen.app.size, one.tie
        if tie.year is None:
            said = words.say("person.timeline.empty", key=self._key("person.log"))
            return (Paragraph(said, "dim"),)
        cells = inner_cells("year", size, alone=alone)
        if has_pictures(size, alone=alone):
            told = (Paragraph(text) for text in facts(tie, words, today, cells))
            return (*told, *tie_pictures(tie, words, cells))
        clock = tie.usual_gap_days is not None
        lines = year_lines(tie.year, first_name(tie.name), words, cells, clock=clock)
        drawn = lines[: PICTURE_LINES if clock else PICTURE_LINES - 1]
        return tuple(Paragraph("", lead=tuple(Piece(*span) for span in each)) for each in drawn)


TITLES: dict[PersonPane, str] = {
    "timeline": "person.timeline.title",
    "notes": "person.notes.title",
    "year": "tie.year.title",
    "card": "command.card.label",
    "ground": "person.ground.title",
    "between": "person.between.title",
}
