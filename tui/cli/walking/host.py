"""Whom the letters of the walk are about, and what they ask of the walk."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

import msgspec

from store.actions.service import Done
from store.records.ids import PersonId
from store.records.person import Person
from store.views.today import TodayRow
from store.words.spoken_words import SpokenWords
from tui.cli.session import Session


class Turn(msgspec.Struct, frozen=True):
    """Whom the letters are about, and their row of today where they have one."""

    person: Person
    row: TodayRow | None


class Host(Protocol):
    """The walk that acts are done in."""

    session: Session
    words: SpokenWords

    @property
    def turn(self) -> Turn | None:
        """Who is told about now."""

    def say(self, id: str, /, **values: object) -> None:
        """Say one sentence."""

    def asked(self, letter: str, question: str, *, empty: bool = False) -> str | None:
        """Ask for a line; None where it was left."""

    def acted(self, done: Done, also: Sequence[str], *, moves: bool) -> None:
        """Say what was done, and go on where that is due."""

    def visit(self, person: PersonId) -> None:
        """Turn to somebody."""
