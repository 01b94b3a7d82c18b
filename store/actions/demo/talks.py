"""Interactions: from a day and a kind to minutes and a note."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from store.actions.demo.ledger import Ledger
from store.records.ids import PersonId
from store.records.interaction import Interaction
from store.records.kinds import By, Kind, Language

MINUTES: dict[Kind, tuple[int, ...]] = {
    "message": (3, 5, 5, 8),
    "email": (5, 10, 10, 15),
    "call": (10, 10, 15, 20, 30),
    "video": (20, 30, 30, 45),
    "in_person": (30, 30, 45, 45, 60),
    "social": (2, 5),
    "event": (60, 90, 120),
}
NOTED: dict[Kind, float] = {
    "message": 0.15,
    "email": 0.25,
    "call": 0.5,
    "video": 0.5,
    "in_person": 0.7,
    "social": 0.0,
    "event": 0.5,
}
"""How often a contact of a kind has a note."""

STRIDES = (1, 3, 11, 13, 17, 19, 23)
"""Ways through the sentences, prime to their number."""


def talk(
    ledger: Ledger,
    people: tuple[PersonId, ...],
    day: date,
    kind: Kind,
    text: Language,
    by: By | None = None,
    notes: Iterator[str] | None = None,
) -> Interaction:
    """A contact with minutes after its kind, and now and then a note.

    Args:
        ledger: gives chance, ids and sentences.
        people: with whom.
        day: when.
        kind: how.
        text: the language of the note.
        by: who began.
        notes: where the note is taken from; any sentence otherwise.
    """
    chance = ledger.chance
    note = ""
    if chance.odds(NOTED[kind]):
        note = next(notes) if notes is not None else chance.pick(ledger.sentences[text].talks)
    return Interaction(
        id=ledger.id_on(day),
        people=people,
        kind=kind,
        on=day,
        minutes=chance.pick(MINUTES[kind]),
        note=note,
        by=by,
    )


def notes_of(ledger: Ledger, text: Language) -> Iterator[str]:
    """Sentences without end for one person; none comes twice before all have come once."""
    talks = ledger.sentences[text].talks
    place = ledger.chance.between(0, len(talks) - 1)
    stride = ledger.chance.pick(STRIDES)
    while True:
        yield talks[place]
        place = (place + stride) % len(talks)
