"""The panes beside the follow-ups: the week, and the detail of one person."""

from __future__ import annotations

from functools import partial

import msgspec
from textual.screen import Screen

from store.records.ids import PersonId
from store.search.similar import similar
from store.views.explain import explain, explain_person
from store.views.shared_ground import SharedGround
from store.views.tie_detail import tie_detail
from store.views.timer import running
from store.views.today import Absence, TodayRow
from store.views.week import WeekView, week_view
from store.views.why import why_view
from store.words.words import Words
from tui.commands.keymap import Keys
from tui.commands.registry import BY_ID
from tui.phrasing.labelled_lines import labelled
from tui.phrasing.tie_paragraphs import tie_paragraphs, tie_pictures
from tui.phrasing.week_meters import meters_left_out, timer_aside, week_meters, whole_week
from tui.phrasing.why_paragraphs import arithmetic, why_paragraphs
from tui.shape import shape_of
from tui.writer import Fresh
from widgets.paragraph import SPACE, Paragraph
from widgets.prose import Prose
from widgets.week import Meter, Week

GO_TIME = BY_ID["go.time"]
"""Where all of the week is shown."""

WEEK_LINES = 6
"""Meters beside the detail at most."""


class DetailForm(msgspec.Struct, frozen=True, kw_only=True):
    """In which form the detail of a person is told."""

    arithmetic: bool
    """Figure by figure, instead of what helps to begin."""
    tie: bool
    """As beside the whole heat: how the tie stands comes first, then its pictures."""
    why: bool
    """What helps to begin."""
    pictures: bool
    """The year and the gaps of the tie."""
    cells: int
    """Of a line."""
    inside: tuple[str, str] | None = None
    """In a session, why the row is in: a label and a text."""


class SidePanes:
    """Draws them for a screen."""

    def __init__(self, screen: Screen[None], words: Words, keys: Keys) -> None:
        """Bind what they need."""
        self._screen = screen
        self._words = words
        self._keys = keys
        self._week: WeekView | None = None
        self._curtain = False
        self._ground = SharedGround(similar)

    def draw(self, fresh: Fresh, curtain: bool) -> None:
        """The week."""
        words = self._words
        self._curtain = curtain
        self._week = week_view(fresh.snapshot, fresh.ties)
        pane = self._screen.query_one(Week)
        pane.title = words.say("pane.week.title")
        pane.aside = timer_aside(running(fresh.snapshot), words, curtain)
        meters = week_meters(self._week, words)
        pane.styles.height = min(len(meters), WEEK_LINES) + 2
        pane.show(meters, partial(meters_left_out, words=words, key=self._keys.shown(GO_TIME)))

    def detail(
        self, fresh: Fresh, person: PersonId | None, row: TodayRow | None, form: DetailForm
    ) -> None:
        """Why this person, or the arithmetic of it, or the tie in full."""
        pane = self._screen.query_one(Prose)
        wide = self._screen.app.size.width >= 100
        pane.title = self._words.say(_title(form, wide))
        pane.aside = self._words.say("pane.why.aside" if wide else "pane.why.aside_short")
        paragraphs = self._paragraphs(fresh, person, row, form)
        pane.show(paragraphs, closing=None if form.tie else self._closing())

    def absence(self, days: Absence) -> None:
        """What the question about days away means."""
        pane, words = self._screen.query_one(Prose), self._words
        pane.title, pane.aside = words.say("pane.away.title"), ""
        told = [words.say("pane.away.break"), words.say("pane.away.normally")]
        if days.promises:
            told.insert(1, words.say("pane.away.promises", n=days.promises))
        pane.show(tuple(Paragraph(text) for text in told), closing=self._closing())

    def _paragraphs(
        self, fresh: Fresh, person: PersonId | None, row: TodayRow | None, form: DetailForm
    ) -> tuple[Paragraph, ...]:
        words, curtain = self._words, self._curtain
        if person is None or person not in fresh.snapshot.people:
            return (Paragraph(words.say("pane.why.nobody"), "dim"),)
        if form.arithmetic:
            about = row if row is not None and row.person == person else None
            explained = (
                explain(fresh.snapshot, fresh.ties, about)
                if about is not None
                else explain_person(fresh.snapshot, fresh.ties, person)
            )
            return arithmetic(explained, words, fresh.today, curtain)
        return self._told(fresh, person, form)

    def _told(self, fresh: Fresh, person: PersonId, form: DetailForm) -> tuple[Paragraph, ...]:
        """What helps to begin, and the tie in pictures, in the order of the form."""
        words, today, curtain = self._words, fresh.today, self._curtain
        told: tuple[Paragraph, ...] = ()
        if form.why:
            why = why_view(fresh.snapshot, fresh.ties, person, self._ground)
            told = why_paragraphs(why, words, today, curtain)
            if form.inside is not None:
                head = told.index(SPACE) if SPACE in told else len(told)
                told = (*told[:head], labelled(*form.inside), *told[head:])
        if not form.pictures or (curtain and told):
            return told
        tie = tie_detail(fresh.snapshot, fresh.ties, person)
        if not form.tie:
            return (*told, *tie_pictures(tie, words, form.cells))
        pictures = tie_paragraphs(tie, words, today, form.cells, curtain)
        return (*pictures, SPACE, *told[1:]) if told else pictures

    def _closing(self) -> Meter | None:
        if shape_of(self._screen.app.size) != "compact" or self._week is None:
            return None
        return whole_week(self._week, self._words)


def _title(form: DetailForm, wide: bool) -> str:
    if form.arithmetic:
        return "pane.why.title_arithmetic"
    if form.tie:
        return "tie.title"
    return "pane.why.title" if wide else "pane.why.title_short"
