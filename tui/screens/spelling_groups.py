"""Spellings: one thing written in several ways is written in one, on all cards at once."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from store.actions.action import Params
from store.actions.respell import Respell
from store.actions.tell_apart import TellApart
from store.records.clean import clean_line
from store.views.spellings import SpellingGroup, spellings
from store.words.words import Words
from tui.commands.command import Pane
from tui.commands.keymap import Keys, bindings_of
from tui.drafts import Drafts
from tui.phrasing.spelling_rows import spelling_id, spelling_rows
from tui.screens.going_through import GoingThrough
from tui.writer import Fresh, Job
from widgets.ask_line import Echo, Question
from widgets.line import Glyphs


class SpellingGroups(GoingThrough, inherit_bindings=False):
    """Enter writes the group as under the cursor, `e` as is typed, `x` takes a spelling out."""

    BINDINGS = bindings_of("spellings")
    PLACE = "spellings"

    def __init__(self, words: Words, keys: Keys, drafts: Drafts, glyphs: Glyphs) -> None:
        """Make ready."""
        super().__init__(words, keys, drafts, glyphs)
        self._drawn: Fresh | None = None
        self._groups: tuple[SpellingGroup, ...] = ()

    @property
    def pane_name(self) -> Pane:
        """What the footer goes by."""
        return "spellings"

    def draw(self) -> None:
        """One line a spelling, those of one thing together."""
        if self.fresh is None:
            return
        words, snapshot = self.words, self.fresh.snapshot
        if self._drawn is None or self._drawn.snapshot is not snapshot:
            from store.search.similar import similar

            self._groups = spellings(snapshot, similar)
        self._drawn = self.fresh
        pane = self.list
        pane.title = words.say("spellings.title")
        pane.aside = words.say("spellings.count", n=len(self._groups)) if self._groups else ""
        pane.show(spelling_rows(self._groups, words, self.curtain), words.say("spellings.empty"))
        self.back.arrived(pane)

    # Commands ---------------------------------------------------------------------------------

    def verbs(self) -> Mapping[str, Callable[[], None]]:
        """Write so, write otherwise, keep apart."""
        return {
            **super().verbs(),
            "spellings.merge": self.open_row,
            "spellings.edit": self._ask,
            "spellings.apart": self._apart,
        }

    def _meant(self) -> tuple[SpellingGroup, str] | None:
        """The group under the cursor, and the spelling."""
        key = self.list.key
        for group in self._groups:
            for name in group.names:
                if spelling_id(group.what, name) == key:
                    return group, name
        return None

    def open_row(self) -> None:
        """Write the group as under the cursor."""
        meant = self._meant()
        if meant is not None:
            self._write(*meant)

    def _ask(self) -> None:
        meant = self._meant()
        if meant is not None:
            self.ask(self._question(*meant), partial(self._write, meant[0]))

    def _question(self, group: SpellingGroup, name: str) -> Question:
        words = self.words
        cards = sum(each.count for each in group.spellings)

        def read(text: str) -> Echo:
            to = clean_line(text)
            return Echo(words.say("spellings.to_echo", value=to, n=cards), accepted=bool(to))

        return Question(
            key="spelling",
            label=words.say("spellings.to"),
            hint=words.say("spellings.to_hint"),
            value="" if self.curtain else name,
            read=read,
        )

    def _write(self, group: SpellingGroup, to: str) -> None:
        self._hand_in("respell", Respell(what=group.what, spellings=group.names, to=to))

    def _apart(self) -> None:
        meant = self._meant()
        if meant is not None:
            group, name = meant
            others = tuple(each for each in group.names if each != name)
            self._hand_in("tell-apart", TellApart(what=group.what, name=name, others=others))

    def _hand_in(self, action: str, params: Params) -> None:
        self.submit(Job(run=lambda service: service.perform(action, params), verb=action))
