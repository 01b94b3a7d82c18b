"""Whom or what a timer is for, told in one line: `Björn`, `coffee Zoë`, `preparing 20 slides`."""

from __future__ import annotations

import msgspec

from store.records.person import Person
from store.records.snapshot import Snapshot
from store.words.time_vocabulary import is_time_word, time_told
from tui.typed.person import person_typed


class TypedTimer(msgspec.Struct, frozen=True, kw_only=True):
    """What a line was read as."""

    kind: str = ""
    """As typed; empty where only a name is."""
    people: tuple[Person, ...] = ()
    """Whom the name may mean, the likeliest first; empty for time without a person."""
    note: str = ""
    """What is prepared."""

    @property
    def person(self) -> Person | None:
        """Whom it is for."""
        return self.people[0] if self.people else None


def read_timed(text: str, snapshot: Snapshot) -> TypedTimer | None:
    """Read a line: a kind, a name, or both in either order; None where nobody is called so.

    What begins somebody's name goes before the beginning of a kind; a whole word for a kind goes
    before both.
    """
    tokens = text.split()
    if not tokens:
        return None
    whole = _begun(tokens, snapshot, exact=True)
    if whole is not None:
        return whole
    people = tuple(person_typed(text, snapshot, slips=False))
    if people:
        return TypedTimer(people=people)
    begun = _ended(tokens, snapshot) or _begun(tokens, snapshot, exact=False)
    if begun is not None:
        return begun
    people = tuple(person_typed(text, snapshot))
    return TypedTimer(people=people) if people else None


def _begun(tokens: list[str], snapshot: Snapshot, *, exact: bool) -> TypedTimer | None:
    """A kind and then a name, or what is prepared; the kind alone."""
    for used in (2, 1):
        kind, rest = " ".join(tokens[:used]), " ".join(tokens[used:])
        told = time_told(kind)
        if used > len(tokens) or told is None or (exact and not is_time_word(kind)):
            continue
        if not rest:
            return TypedTimer(kind=kind)
        if told.kind == "preparing":
            return TypedTimer(kind=kind, note=rest)
        people = tuple(person_typed(rest, snapshot))
        if people:
            return TypedTimer(kind=kind, people=people)
    return None


def _ended(tokens: list[str], snapshot: Snapshot) -> TypedTimer | None:
    """A name and then a kind."""
    if len(tokens) < 2 or time_told(tokens[-1]) is None:
        return None
    people = tuple(person_typed(" ".join(tokens[:-1]), snapshot))
    return TypedTimer(kind=tokens[-1], people=people) if people else None


def completed(text: str, snapshot: Snapshot) -> str:
    """The line with the name written out."""
    typed = read_timed(text, snapshot)
    if typed is None or typed.person is None:
        return text
    return f"{typed.kind} {typed.person.name}".strip()
