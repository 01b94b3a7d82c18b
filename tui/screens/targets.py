"""Whom a verb is about: the row under the cursor, the marked rows, or a person gone to."""

from __future__ import annotations

import msgspec

from store.records.ids import PersonId
from store.records.person import Person
from store.records.snapshot import Snapshot
from store.views.today import TodayRow
from store.words.words import Words
from tui.commands.command import NO_ROW
from tui.phrasing.curtain import name_shown


class Targets(msgspec.Struct, frozen=True, kw_only=True):
    """Rows of today, and the people they are about."""

    rows: tuple[TodayRow, ...] = ()
    """Empty where somebody was gone to who has no row."""
    people: tuple[Person, ...] = ()
    """Each once."""
    then: str | None = None
    """The row on which the cursor stands once these are done."""
    veiled: bool = False
    """Behind the curtain questions name initials alone."""

    @property
    def names(self) -> str:
        """Names for a question."""
        first = ", ".join(name_shown(person.name, self.veiled) for person in self.people[:2])
        rest = len(self.people) - 2
        return f"{first} +{rest}" if rest > 0 else first

    @property
    def key(self) -> str:
        """What a draft about these is kept under."""
        return ",".join(person.id for person in self.people)


def why_not_said(reason: str, targets: Targets, words: Words) -> str:
    """Why a verb cannot be done; of a row that is missing, whose."""
    if reason == NO_ROW and len(targets.people) == 1:
        return words.say("tui.reason.no_row_of", name=targets.names)
    return words.say(reason)


def people_of_rows(rows: tuple[TodayRow, ...], snapshot: Snapshot) -> tuple[Person, ...]:
    """The people of rows, each once, those who are gone left out."""
    ids = dict.fromkeys(PersonId(row.person) for row in rows)
    return tuple(snapshot.people[id] for id in ids if id in snapshot.people)
