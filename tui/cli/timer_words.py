"""Whom or what a timer is started for, as it is typed: `Björn Ek`, `call Björn`, `préparation`."""

from __future__ import annotations

from store.actions.resolve import person_named
from store.records.snapshot import Snapshot
from store.words.message import UnknownProblem
from store.words.time_vocabulary import is_time_word, time_told

LONGEST_KIND = 3
"""Words of a kind at most: "de vive voix"."""

NOBODY = "problem.nobody_named"
"""Of the sentences on a name that is not known, the one that names no candidates."""


def started_for(text: str, snapshot: Snapshot) -> dict[str, object]:
    """The parameters of `timer-start` that words without an option stand for.

    A name goes first; where nobody has it, the line begins with a kind of time, or is one. Behind
    preparing stands what is prepared, unless it is a name.

    Args:
        text: as typed.
        snapshot: whom a name may mean.

    Raises:
        UnknownProblem: where it is neither, or several people are meant.
    """
    try:
        return {"person": person_named(snapshot, text).id}
    except UnknownProblem as problem:
        kind, rest = _leading_kind(text)
        if kind and not rest:
            return {"kind": kind}
        if kind:
            return _of_kind(kind, rest, snapshot)
        if problem.message.id == NOBODY and time_told(text) is not None:
            return {"kind": text}
        raise


def _of_kind(kind: str, rest: str, snapshot: Snapshot) -> dict[str, object]:
    told = time_told(kind)
    try:
        return {"kind": kind, "person": person_named(snapshot, rest).id}
    except UnknownProblem as problem:
        if told is None or told.kind != "preparing" or problem.message.id != NOBODY:
            raise
        return {"kind": kind, "note": rest}


def _leading_kind(text: str) -> tuple[str, str]:
    """The whole word for a kind that a text begins with, and what follows it."""
    words = text.split()
    for used in range(min(LONGEST_KIND, len(words)), 0, -1):
        kind = " ".join(words[:used])
        if is_time_word(kind):
            return kind, " ".join(words[used:])
    return "", text
