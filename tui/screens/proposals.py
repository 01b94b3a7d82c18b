"""Filling the gaps: what is probably so, taken or turned down; asked for, never brought up."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial

import msgspec

from store.actions.action import Params
from store.actions.decline_gap import DeclineGap
from store.actions.fill_gap import FillGap
from store.actions.service import Done, Service
from store.rules.proposal import Proposal
from store.views.proposals import proposals_of
from store.words.message import Message
from store.words.words import Words
from tui.commands.command import Pane, Situation
from tui.commands.keymap import Keys, bindings_of
from tui.drafts import Drafts
from tui.phrasing.proposal_rows import proposal_rows
from tui.screens.going_through import GoingThrough
from tui.writer import Fresh, Job
from widgets.line import Glyphs


class Proposals(GoingThrough, inherit_bindings=False):
    """Enter takes, x turns down, `*` marks a whole group."""

    BINDINGS = bindings_of("gaps")
    PLACE = "gaps"

    def __init__(self, words: Words, keys: Keys, drafts: Drafts, glyphs: Glyphs) -> None:
        """Make ready."""
        super().__init__(words, keys, drafts, glyphs)
        self._drawn: Fresh | None = None
        self._found: Mapping[str, Proposal] = {}

    @property
    def pane_name(self) -> Pane:
        """What the footer goes by."""
        return "gaps"

    def situation(self) -> Situation:
        """How many are marked."""
        marked = len(self.list.marks)
        return Situation(place=self.PLACE, pane=self.pane_name, marked=marked)

    def draw(self) -> None:
        """One line a proposal, under what is proposed and why."""
        if self.fresh is None:
            return
        words, snapshot = self.words, self.fresh.snapshot
        if self._drawn is None or self._drawn.snapshot is not snapshot:
            # The fuzzy comparison takes long to load, and few sessions come here.
            from store.search.similar import similar

            found = proposals_of(snapshot, words.language, similar)
            self._found = {each.id: each for each in found}
        self._drawn = self.fresh
        pane = self.list
        pane.title = words.say("gaps.title")
        pane.aside = words.say("gaps.count", n=len(self._found)) if self._found else ""
        rows = proposal_rows(tuple(self._found.values()), snapshot, words, self.curtain)
        pane.show(rows, words.say("gaps.empty"))
        self.back.arrived(pane)

    # Commands ---------------------------------------------------------------------------------

    def verbs(self) -> Mapping[str, Callable[[], None]]:
        """Take, turn down, mark."""
        return {
            **super().verbs(),
            "gaps.accept": self.open_row,
            "gaps.decline": self._decline,
            "gaps.mark": self._mark,
            "gaps.group": self._mark_group,
        }

    def _mark(self) -> None:
        self.list.toggle_mark()
        self.show_footer()

    def _mark_group(self) -> None:
        self.list.mark_group()
        self.show_footer()

    def _meant(self) -> list[Proposal]:
        """The marked ones, or the one under the cursor."""
        ids = (row.id for row in self.list.marked_rows)
        return [self._found[id] for id in ids if id is not None and id in self._found]

    def open_row(self) -> None:
        """Take it, or all the marked, as one step of undo."""
        meant = self._meant()
        several = [FillGap(person=each.person, what=each.what, value=each.value) for each in meant]
        self._hand_in("fill-gap", several, "gaps.filled")

    def _decline(self) -> None:
        several = [DeclineGap(person=each.person, gap=each.key) for each in self._meant()]
        self._hand_in("decline-gap", several, "gaps.declined")

    def _hand_in(self, action: str, several: Sequence[Params], said: str) -> None:
        if several:
            self.submit(Job(run=partial(_run, action, several, said), verb=action))


def _run(action: str, several: Sequence[Params], said: str, service: Service) -> Done:
    done = service.perform_many(action, several)
    if len(several) == 1:
        return done
    cards = sum(each.table == "people" for each in done.change_set.changes)
    n = cards if action == "fill-gap" else len(several)
    return msgspec.structs.replace(done, said=Message(said, {"n": n}))
