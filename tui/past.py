"""The history at hand, read in the writer's thread and shown by the screens that look back."""

from __future__ import annotations

import msgspec
from textual.message import Message

from store.actions.commit import Entry
from store.actions.past import taken_back
from store.actions.service import Service


class Past(msgspec.Struct, frozen=True, eq=False):
    """The commits remembered."""

    entries: tuple[Entry, ...]
    """Newest first."""
    undone: frozenset[int]
    """Revisions that no longer hold."""
    own: str
    """The session that looks."""

    def entry(self, revision: int) -> Entry | None:
        """The commit that made a revision; None where it is no longer remembered."""
        return next((each for each in self.entries if each.revision == revision), None)


class PastWanted(Message):
    """Asks the app to read the history anew."""


class PastRead(Message):
    """It was read."""

    def __init__(self, past: Past) -> None:
        """Say what it holds."""
        super().__init__()
        self.past = past


def read_past(service: Service) -> PastRead:
    """Read the history; for the writer's thread.

    Raises:
        DataProblem: where it can no longer be read.
    """
    history = service.history()
    entries = tuple(reversed(history))
    return PastRead(Past(entries, taken_back(history), service.session))
