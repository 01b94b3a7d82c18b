"""A page before a meeting, about one person or several, one after the other."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType

from store.records.ids import PersonId
from store.views.brief import Brief
from store.words.words import Words
from tui.commands.keymap import Keys
from tui.commands.registry import BY_ID
from tui.phrasing.brief_page import COLUMNS, NARROW, brief_page, page_lines
from tui.phrasing.brief_paragraphs import brief_paragraphs
from tui.phrasing.curtain import name_shown
from tui.requests import CopyWanted
from tui.screens.reading import Reading
from tui.writer import Fresh
from widgets.foot import Verb
from widgets.line import Glyphs
from widgets.paragraph import Paragraph

COPY = BY_ID["person.copy"]


class BriefPage(Reading):
    """What helps before a talk, as the data were when it was opened."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(",".join(COPY.keys), "copy", show=False, id=COPY.id),
    ]

    def __init__(
        self,
        people: tuple[PersonId, ...],
        briefs: tuple[Brief, ...],
        fresh: Fresh,
        words: Words,
        glyphs: Glyphs,
    ) -> None:
        """Make ready.

        Args:
            people: whom one is about to meet.
            briefs: one for each person.
            fresh: the data that they were made of.
            words: the language.
            glyphs: what the terminal can show.
        """
        super().__init__(words, glyphs)
        self._briefs = briefs
        self._people = people
        self._today = fresh.today

    def about(self) -> tuple[PersonId, ...]:
        """Those one is about to meet."""
        return self._people

    def foot_verbs(self, keys: Keys) -> tuple[Verb, ...]:
        """What natural verbs there are, and that the page can be copied."""
        copy = Verb(keys.shown(COPY), self.words.say(COPY.label))
        return (copy, *super().foot_verbs(keys))

    def action_copy(self) -> None:
        """The pages as plain text; the curtain keeps them to itself."""
        if self.curtain:
            return
        pages = (brief_page(each, self.words, self._today) for each in self._briefs)
        text = "\n\n".join("\n".join(page_lines(page, COLUMNS)) for page in pages)
        self.post_message(CopyWanted("text", self._people, text))

    def title_shown(self) -> str:
        """Of whom; of several how many."""
        if len(self._briefs) == 1:
            name = name_shown(self._briefs[0].name, self.curtain)
            return self.words.say("tui.brief.title", name=name)
        return self.words.say("tui.brief.titles", n=len(self._briefs))

    def paragraphs(self) -> tuple[Paragraph, ...]:
        """Person by person; on a narrow screen a title stands above its section."""
        beside = self.app.size.width >= NARROW
        return brief_paragraphs(self._briefs, self.words, self._today, beside=beside)

    def on_resize(self) -> None:
        """Laid out anew where titles come to stand elsewhere."""
        super().on_resize()
        self.draw()
