"""The panes beside the follow-ups: heat, the week, and the detail of one person."""

from __future__ import annotations

from textual.screen import Screen

from store.records.ids import PersonId
from store.views.explain import explain, explain_person
from store.views.heat import heat_summary
from store.views.today import Absence, TodayRow
from store.views.week import WeekView, week_view
from store.views.why import why_view
from store.words.words import Words
from tui.phrasing.heat_picture import heat_aside, heat_picture
from tui.phrasing.week_meters import week_meters, whole_week
from tui.phrasing.why_paragraphs import arithmetic, why_paragraphs
from tui.shape import shape_of
from tui.writer import Fresh
from widgets.heat import Heat
from widgets.line import Line
from widgets.paragraph import Paragraph
from widgets.prose import Prose
from widgets.week import Week, meter_line

WEEK_LINES = 6
"""Meters beside the detail at most."""


class SidePanes:
    """Draws them for a screen."""

    def __init__(self, screen: Screen[None], words: Words) -> None:
        """Bind both."""
        self._screen = screen
        self._words = words
        self._week: WeekView | None = None
        self._curtain = False

    def draw(self, fresh: Fresh, curtain: bool, roomy: bool) -> None:
        """Heat and week."""
        words = self._words
        self._curtain = curtain
        summary = heat_summary(fresh.snapshot, fresh.ties)
        heat = self._screen.query_one(Heat)
        heat.title = words.say("pane.heat.title")
        heat.aside = heat_aside(summary, words, roomy)
        heat.show(heat_picture(summary, words, curtain))
        self._week = week_view(fresh.snapshot, fresh.ties)
        pane = self._screen.query_one(Week)
        pane.title = words.say("pane.week.title")
        meters = week_meters(self._week, words)
        pane.styles.height = min(len(meters), WEEK_LINES) + 2
        pane.show(meters)

    def detail(
        self,
        fresh: Fresh,
        person: PersonId | None,
        row: TodayRow | None,
        *,
        arithmetic: bool,
    ) -> None:
        """Why this person, or the arithmetic of it."""
        pane = self._screen.query_one(Prose)
        wide = self._screen.app.size.width >= 100
        pane.title = self._words.say(_title(arithmetic, wide))
        pane.aside = self._words.say("pane.why.aside" if wide else "pane.why.aside_short")
        pane.show(self._paragraphs(fresh, person, row, arithmetic), closing=self._closing(pane))

    def absence(self, days: Absence) -> None:
        """What the question about days away means."""
        pane, words = self._screen.query_one(Prose), self._words
        pane.title, pane.aside = words.say("pane.away.title"), ""
        told = [words.say("pane.away.enter"), words.say("pane.away.escape")]
        if days.promises:
            told.insert(1, words.say("pane.away.promises", n=days.promises))
        pane.show(tuple(Paragraph(text) for text in told), closing=self._closing(pane))

    def _paragraphs(
        self, fresh: Fresh, person: PersonId | None, row: TodayRow | None, figures: bool
    ) -> tuple[Paragraph, ...]:
        words = self._words
        if person is None or person not in fresh.snapshot.people:
            return (Paragraph(words.say("pane.why.nobody"), "dim"),)
        if figures:
            about = row if row is not None and row.person == person else None
            explained = (
                explain(fresh.snapshot, fresh.ties, about)
                if about is not None
                else explain_person(fresh.snapshot, fresh.ties, person)
            )
            return arithmetic(explained, words, fresh.today, self._curtain)
        why = why_view(fresh.snapshot, fresh.ties, person)
        return why_paragraphs(why, words, fresh.today, self._curtain)

    def _closing(self, pane: Prose) -> Line | None:
        if shape_of(self._screen.app.size) != "compact" or self._week is None:
            return None
        meter = whole_week(self._week, self._words)
        return meter_line(meter, max(0, pane.inner_width - 2), len(meter.label) + 1)


def _title(arithmetic: bool, wide: bool) -> str:
    if arithmetic:
        return "pane.why.title_arithmetic"
    return "pane.why.title" if wide else "pane.why.title_short"
