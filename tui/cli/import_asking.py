"""`import --as ask` on a terminal: one person at a time, a letter and Enter for each.

A capital answers for everybody who comes after as well, where the answer fits them.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping
from typing import TYPE_CHECKING, Literal

from store.records.ids import PersonId
from store.records.snapshot import Snapshot
from store.words.message import Refusal
from tui.cli.import_lines import entry_lines
from tui.cli.outlet import warn
from tui.cli.session import Session

if TYPE_CHECKING:
    from store.formats.plan import Decision, Entry, Plan

Answered = Literal["take", "leave", "theirs", "same", "all", "quit"]

_ANSWERS: Mapping[Answered, tuple[str, str]] = {
    "take": ("cli.import.key.yes", "cli.import.yes"),
    "leave": ("cli.import.key.no", "cli.import.no"),
    "theirs": ("cli.import.key.theirs", "cli.import.theirs"),
    "same": ("cli.import.key.same", "cli.import.same"),
    "all": ("cli.import.key.all", "cli.import.all"),
    "quit": ("cli.import.key.quit", "cli.import.quit"),
}
"""Each with the id of its letter, and of what it means; in the order in which they are offered."""


class Asking:
    """Goes through the people about whom there is something to decide."""

    def __init__(self, session: Session, plan: Plan, before: Snapshot) -> None:
        """Make ready.

        Args:
            session: says the questions.
            plan: that completes those who are there.
            before: the data that it was made for.
        """
        self._session = session
        self._words = session.words
        self._plan = plan
        self._before = before
        self._rest: Decision | None = None
        """What was said for everybody who comes after."""

    def decisions(self) -> dict[PersonId, Decision]:
        """What was answered, by person; whoever is not asked about is taken as planned.

        Raises:
            Refusal: code `stopped`, where it was left; nothing has changed.
        """
        open_ones = [each for each in self._plan.entries if is_open(each)]
        decided: dict[PersonId, Decision] = {}
        if len(open_ones) > 1:
            warn(self._words.say("cli.import.capitals"))
        for place, entry in enumerate(open_ones, start=1):
            if self._rest is not None:
                decided[entry.person] = self._rest if self._rest in self._offered(entry) else "take"
                continue
            head = self._words.say("cli.import.place", place=place, total=len(open_ones))
            warn(head)
            for line in entry_lines(entry, self._plan, self._before, self._words):
                warn(line)
            answer = self._answer(entry)
            if answer is None:
                break
            decided[entry.person] = answer
        return decided

    def _answer(self, entry: Entry) -> Decision | None:
        """What is typed of somebody; None where all the rest is to be taken."""
        offered = self._offered(entry)
        letters = {self._words.say(_ANSWERS[each][0]): each for each in offered}
        told = ", ".join(
            f"{letter} {self._words.say(_ANSWERS[each][1])}" for letter, each in letters.items()
        )
        while True:
            warn(self._words.say("walk.prompt", letters=told), end=" ")
            line = sys.stdin.readline()
            if not line:
                # No Enter was typed that would have ended the line.
                warn("")
            typed = line.strip()[:1]
            answer = letters.get(typed.casefold())
            if not line or answer == "quit":
                raise Refusal("stopped", "cli.import.stopped")
            if answer == "all":
                return None
            if answer is not None:
                self._rest = answer if typed.isupper() else None
                return answer

    def _offered(self, entry: Entry) -> list[Answered]:
        """An answer that would change nothing is not offered; an older file's come last."""
        offered: list[Answered] = ["take", "leave"]
        if entry.differs and not entry.older:
            offered.append("theirs")
        if entry.like is not None:
            offered.append("same")
        offered += ["all", "quit"]
        if entry.differs and entry.older:
            offered.append("theirs")
        return offered


def is_open(entry: Entry) -> bool:
    """Whether there is something to decide: a change, a difference, or a likeness."""
    return entry.how == "changed" or bool(entry.differs) or entry.like is not None
