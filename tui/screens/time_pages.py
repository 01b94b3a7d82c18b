"""The page over the screen of time that says what stands behind the figures of a pane."""

from __future__ import annotations

from store.words.words import Words
from tui.screens.reading import Reading
from widgets.line import Glyphs
from widgets.paragraph import Paragraph


class FiguresPage(Reading):
    """Sentences about one pane; they name nobody, so that the curtain has nothing to hide."""

    def __init__(
        self, title: str, told: tuple[Paragraph, ...], words: Words, glyphs: Glyphs
    ) -> None:
        """Make ready.

        Args:
            title: of the pane.
            told: its sentences.
            words: the language.
            glyphs: what the terminal shows.
        """
        super().__init__(words, glyphs)
        self._of = title
        self._told = told

    def title_shown(self) -> str:
        """The pane."""
        return self._of

    def paragraphs(self) -> tuple[Paragraph, ...]:
        """All of it."""
        return self._told
