"""What the user and a person, two people, or a room have in common, to be read."""

from __future__ import annotations

from store.records.ids import PersonId
from store.views.common_phrases import title_said
from store.views.common_view import common_view
from store.views.shared_ground import SharedGround
from store.words.words import Words
from tui.commands.keymap import Keys
from tui.commands.registry import BY_ID
from tui.phrasing.common_paragraphs import common_paragraphs
from tui.phrasing.curtain import name_shown
from tui.phrasing.palette_name import palette_name
from tui.screens.reading import Reading
from tui.shape import shape_of
from tui.writer import Fresh
from widgets.line import Glyphs
from widgets.paragraph import Paragraph


class CommonPage(Reading):
    """Common ground, as the data were when it was opened."""

    def __init__(
        self,
        people: tuple[PersonId, ...],
        fresh: Fresh,
        ground: SharedGround,
        words: Words,
        keys: Keys,
        glyphs: Glyphs,
    ) -> None:
        """Make ready.

        Args:
            people: one for the user and them, two for each other, more for a room; all known.
            fresh: the data.
            ground: what was counted among everybody.
            words: the language.
            keys: which fill in what is missing.
            glyphs: what the terminal can show.
        """
        super().__init__(words, glyphs)
        self._view = common_view(fresh.snapshot, people, fresh.today, ground)
        self._people = people
        self._today = fresh.today
        self._fill = {
            "me": palette_name("all.me", words, keys),
            "edit": keys.shown(BY_ID["person.edit"]),
            "tags": keys.shown(BY_ID["person.tags"]),
        }

    def about(self) -> tuple[PersonId, ...]:
        """Who share it."""
        return self._people

    def title_shown(self) -> str:
        """Of whom."""
        names = [name_shown(each.name, self.curtain) for each in self._view.people]
        return title_said(self._view, names, self.words)

    def paragraphs(self) -> tuple[Paragraph, ...]:
        """All of it."""
        size = self.app.size
        width = size.width - 2 - (0 if shape_of(size) == "phone" else 2)
        return common_paragraphs(self._view, self.words, self._today, self._fill, width=width)

    def on_resize(self) -> None:
        """Laid out anew where there is more room, or less."""
        super().on_resize()
        self.draw()
