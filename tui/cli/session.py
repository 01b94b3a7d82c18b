"""What every command works with: the service, the words, and the day."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import TypeVar

import msgspec

from store.actions.action import Params
from store.actions.service import Done, Service
from store.records.record import Json
from store.words.message import Message
from store.words.words import Words
from tui.backups import Backups
from tui.cli.answer import Answer
from tui.cli.params import read_params
from tui.past_exports import PastExports

P = TypeVar("P", bound=Params)


class Session(msgspec.Struct, frozen=True):
    """One run of the command line."""

    service: Service
    words: Words
    path: Path | None = None
    """The data file; None for a network in memory."""
    backups: Backups | None = None
    """Those of the data file; None for a network in memory."""
    exports: PastExports | None = None
    """Past ones; None for a network in memory."""
    asks: bool = True
    """Whether the standard input is free for answers; a batch reads its orders from it."""

    @property
    def today(self) -> date:
        """What the rules take as today."""
        return self.service.today()

    def tell(self, message: Message) -> str:
        """A message in the user's language."""
        return self.words.tell(message, self.today)

    def read(self, kind: type[P], given: Mapping[str, object]) -> P:
        """Parameters from what was typed.

        Raises:
            UsageProblem: where something cannot be meant.
        """
        return read_params(kind, given, self.today, self.words.language)

    def perform(self, name: str, given: Mapping[str, object]) -> Answer:
        """Run an action on parameters as typed.

        Raises:
            Problem: where it is refused.
        """
        params = self.read(self.service.action(name).params, given)
        return self.answer(self.service.perform(name, params))

    def answer(self, done: Done) -> Answer:
        """What a write answers."""
        value: dict[str, Json] = {"id": done.id}
        return Answer(value=value, lines=lambda: (self.tell(done.said),))
