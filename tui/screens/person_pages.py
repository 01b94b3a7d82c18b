"""Pages over the screen of one person: one thing that happened in full, and the arithmetic."""

from __future__ import annotations

from datetime import date

from store.records.ids import PersonId
from store.views.explain import Explained
from store.views.timeline import Entry
from store.words.words import Words
from tui.phrasing.curtain import name_shown
from tui.phrasing.timeline_rows import entry_paragraphs, entry_title
from tui.phrasing.why_paragraphs import arithmetic
from tui.screens.reading import Reading
from widgets.line import Glyphs
from widgets.paragraph import Paragraph


class EntryPage(Reading):
    """What happened on a day, with all that was noted of it."""

    def __init__(self, entry: Entry, name: str, today: date, words: Words, glyphs: Glyphs) -> None:
        """Make ready.

        Args:
            entry: what is shown.
            name: of the person.
            today: the day.
            words: the language.
            glyphs: what the terminal shows.
        """
        super().__init__(words, glyphs)
        self._entry = entry
        self._of = name
        self._today = today

    def about(self) -> tuple[PersonId, ...]:
        """Whose screen it lies over."""
        return self.meant()

    def title_shown(self) -> str:
        """Who, and when."""
        name = name_shown(self._of, self.curtain)
        day = entry_title(self._entry, self.words, self._today)
        return self.words.say("person.alone", pane=day, name=name)

    def paragraphs(self) -> tuple[Paragraph, ...]:
        """All of it."""
        return entry_paragraphs(self._entry, self._of, self.words, self._today)


class WhyPage(Reading):
    """How the rules see a person, figure by figure."""

    def __init__(self, explained: Explained, today: date, words: Words, glyphs: Glyphs) -> None:
        """Make ready."""
        super().__init__(words, glyphs)
        self._explained = explained
        self._today = today

    def about(self) -> tuple[PersonId, ...]:
        """Whose screen it lies over."""
        return self.meant()

    def title_shown(self) -> str:
        """What it is."""
        return self.words.say("pane.why.title_arithmetic")

    def paragraphs(self) -> tuple[Paragraph, ...]:
        """The figures."""
        return arithmetic(self._explained, self.words, self._today)
