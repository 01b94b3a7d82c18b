"""What an import would do, before anything is done."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

import msgspec

from store.actions.sweeping import sweeps
from store.formats.incoming import Refused
from store.records.change import ChangeSet
from store.records.ids import PersonId
from store.records.record import Document
from store.records.snapshot import Snapshot
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
    """How many are new."""
    left: int = 0
    """Interactions of people who are not known, and of days to come; they give nothing."""
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
        "refused": [
            {"file": each.file, "line": each.line, "why": words.tell(each.why)}
            for each in plan.refused
        ],
    }
