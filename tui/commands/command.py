"""What a command is: declared once; keys, words and conditions are read from here."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal, get_args

import msgspec

Place = Literal[
    "today",
    "people",
    "person",
    "time",
    "capacity",
    "welcome",
    "files",
    "five",
    "sorting",
    "history",
    "change",
    "gaps",
    "spellings",
    "twins",
    "merging",
    "preview",
    "columns",
    "incoming",
    "export",
]
"""Screens that are built."""
PLACES: tuple[Place, ...] = get_args(Place)

ASKING: frozenset[Place] = frozenset(
    {
        *("welcome", "files", "five", "sorting", "history", "change", "gaps", "spellings"),
        *("twins", "merging", "preview", "columns", "incoming", "export"),
    }
)
"""Screens that ask or show one thing: their own few keys hold there, and little else."""

Pane = Literal[
    "follow-ups",
    "heat",
    "why",
    "week",
    "welcome",
    "files",
    "preview",
    "five",
    "sorting",
    "people",
    "narrow",
    "glance",
    "timeline",
    "card",
    "ground",
    "between",
    "notes",
    "year",
    "timer",
    "budget",
    "shares",
    "slots",
    "weeks",
    "capacity",
    "history",
    "history-undone",
    "change",
    "change-undone",
    "gaps",
    "spellings",
    "twins",
    "merging",
    "reading",
    "preview-changed",
    "preview-nothing",
    "columns",
    "columns-unsure",
    "incoming-new",
    "incoming-changed",
    "incoming-doubled",
    "incoming-same",
    "incoming-aside",
    "export",
]
"""What may have the focus."""

Section = Literal[
    "everywhere", "person", "time", "going", "history", "filling", "doubled", "asking"
]
SECTIONS: tuple[Section, ...] = get_args(Section)


class Situation(msgspec.Struct, frozen=True, kw_only=True):
    """All that decides whether a command can be done now."""

    place: Place
    pane: Pane = "follow-ups"
    person: bool = False
    """Somebody is under the cursor, marked, or visited."""
    row: bool = False
    """A row of today is, so that it can be put off."""
    marked: int = 0
    repeatable: bool = False
    """A verb was used before."""
    slot: Literal["", "booked", "proposed"] = ""
    """What is under the cursor of the slots, if anything."""
    slot_to_come: bool = False
    """Whether that is a booked one whose hour has not come."""


Reason = Callable[[Situation], str | None]
"""Gives the id of the sentence that says why not now, or None where it can be done."""


def always(situation: Situation) -> str | None:
    """Can be done at any time."""
    return None


def needs_person(situation: Situation) -> str | None:
    """Somebody must be meant."""
    return None if situation.person else "tui.reason.nobody"


ONE_AT_A_TIME = "tui.reason.one_at_a_time"
"""The id of the sentence that several are meant where only one can be."""


def needs_one(situation: Situation) -> str | None:
    """One person must be meant, not several."""
    if situation.marked > 1:
        return ONE_AT_A_TIME
    return needs_person(situation)


NO_ROW = "tui.reason.no_row"
"""The id of the sentence that nothing of today is meant."""


def needs_row(situation: Situation) -> str | None:
    """A row of today must be meant."""
    return None if situation.row else NO_ROW


def needs_verb(situation: Situation) -> str | None:
    """Something must have been done that can be done again; some verbs want a row besides."""
    if not situation.repeatable:
        return "tui.reason.nothing_to_repeat"
    return needs_person(situation)


class Command(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that a user can do."""

    id: str
    """`family.name`; stable, since people's settings name it."""
    keys: tuple[str, ...]
    """Textual's names or the character; twins of an AZERTY keyboard are added by the keymap."""
    label: str
    """Message id: one or two words, for the footer."""
    help: str
    """Message id: what it does, for help and palette."""
    section: Section
    places: frozenset[Place] = frozenset(PLACES) - ASKING
    footer: frozenset[Pane] = frozenset()
    """Where the footer names it."""
    pair: str = ""
    """Message id: what the footer calls it together with its opposite, which has the same."""
    palette: bool = True
    why_not: Reason = always
    covered: bool = False
    """Shows what the curtain hides: not while it is drawn."""
    other_name: str = ""
    """The name on the command line, where it is another than that of the id."""
    synonyms: tuple[str, ...] = ()
    """Message ids: other words by which the palette finds it."""

    @property
    def name(self) -> str:
        """The neutral English name."""
        return self.other_name or self.id.partition(".")[2]
