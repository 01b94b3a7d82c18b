"""What an import would do, before anything is done."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

import msgspec

from store.actions.sweeping import sweeps
from store.formats.csv.sketch import Sketch
from store.formats.incoming import Refused
from store.records.change import ChangeSet
from store.records.ids import PersonId
from store.records.person import Person
from store.records.record import Document
from store.records.snapshot import Snapshot
from store.rules.twins import Likelihood
from store.words.words import Words

ImportHow = Literal["skip", "merge", "ask"]
"""What happens to people who are there already: left alone, completed, or shown first."""
IMPORT_HOWS: tuple[ImportHow, ...] = ("skip", "merge", "ask")


class Twin(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody new who may be somebody known: same name or address, but something differs."""

    person: PersonId
    """Who is made."""
    like: PersonId
    """Whom they resemble."""


class Differing(msgspec.Struct, frozen=True, kw_only=True):
    """A field of which the file says otherwise than the card; what is there stays."""

    field: str
    """As in Person, one of `store.formats.differing.FIELDS`."""
    held: str
    told: str
    """Both as text: a day as ISO date, a kind or a status as its word in the data."""


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """One person of an import, before and after."""

    person: PersonId
    how: Literal["new", "changed", "same"]
    before: Person | None
    after: Person
    """With what the files add, whatever was chosen for people who are there already."""
    like: PersonId | None = None
    """For somebody new: who may be the same."""
    likelihood: Likelihood | None = None
    """Where the cards of both say how likely it is."""
    differs: tuple[Differing, ...] = ()
    theirs: Person | None = None
    """`after` with what the files say otherwise; None where nothing differs."""
    older: bool = False
    """Whether the files are no newer than what is kept, as far as both say when they were
    written: `theirs` is then never what is offered first."""
    file: str = ""
    """The first file that speaks of them, as shown."""


Decision = Literal["take", "leave", "theirs", "same"]
"""For one person: as planned; not at all; with what the file says otherwise as well; as the one
whom they resemble."""


class Plan(msgspec.Struct, frozen=True, kw_only=True):
    """What would change, and what would not."""

    change_set: ChangeSet
    new: tuple[PersonId, ...] = ()
    changed: tuple[PersonId, ...] = ()
    """People there already to whom the files add something; with `ask` they are not in the
    change set."""
    same: tuple[PersonId, ...] = ()
    """People there already to whom the files add nothing, or, with `skip`, nothing is added."""
    removed: tuple[PersonId, ...] = ()
    """Nobody: no format of today takes people away."""
    me: Mapping[str, int] = {}
    """Fields of the user's own card that the files fill, with how much comes to each."""
    refused: tuple[Refused, ...] = ()
    doubtful: tuple[Twin, ...] = ()
    interactions: int = 0
    """How many are new, or took place since they were planned."""
    records: int = 0
    """How many promises, exchanges, events, groups and ties are new."""
    left: int = 0
    """Interactions, records and ties of people who are not known, and talks of days to come that
    nobody has planned; they give nothing."""
    own: int = 0
    """Events of this program's own feed: what they tell of is here already."""
    entries: tuple[Entry, ...] = ()
    """Everybody whom the files speak of, new ones first, in the files' order."""
    parts: Mapping[str, bytes] = {}
    """What is kept beside the data file, by digest."""
    sketches: Mapping[str, Sketch] = {}
    """Tables of no known program, by the path as shown."""
    files: int = 0
    """How many files were read; 0 where there was none that could be."""


def needs_confirmation(plan: Plan, snapshot: Snapshot) -> bool:
    """Whether people must be asked first: more than 20, or more than 10 %, change or go.

    New people never ask, nor do new interactions.
    """
    return sweeps(plan.change_set, snapshot)


def plan_answer(plan: Plan, words: Words) -> Document:
    """The plan as the command line answers it in JSON."""
    return {
        "new": len(plan.new),
        "changed": len(plan.changed),
        "same": len(plan.same),
        "me": len(plan.me),
        "differs": sum(bool(each.differs) for each in plan.entries),
        "interactions": plan.interactions,
        "records": plan.records,
        "left": plan.left + plan.own,
        "refused": [
            {
                "file": each.file,
                "line": each.line,
                "why": words.tell(each.why),
                "text": each.text,
            }
            for each in plan.refused
        ],
    }
