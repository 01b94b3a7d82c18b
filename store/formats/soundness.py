"""Whether what a reader gives is what it says, be the reader a third party's."""

from __future__ import annotations

import msgspec

from store.formats.incoming import (
    IncomingInteraction,
    IncomingRecord,
    IncomingTie,
    Reading,
    Refused,
)
from store.formats.mail.letter import Letter
from store.formats.whole.document import Whole
from store.records.interaction import Interaction
from store.records.person import Person

_PIECES: tuple[tuple[str, type], ...] = (
    ("people", Person),
    ("interactions", IncomingInteraction),
    ("records", IncomingRecord),
    ("ties", IncomingTie),
    ("letters", Letter),
    ("refused", Refused),
)


def is_sound(reading: object, *, strictly: bool) -> bool:
    """Whether something is a `Reading` that can be planned.

    Args:
        reading: what a reader has given.
        strictly: whether every field of every card is looked at, as for a reader whose types
            nobody has checked.

    Raises:
        Exception: where a piece cannot even be looked at; it is not sound, either.
    """
    if not isinstance(reading, Reading):
        return False
    for name, kind in _PIECES:
        pieces = getattr(reading, name)
        if not isinstance(pieces, tuple) or not all(isinstance(each, kind) for each in pieces):
            return False
    if not all(card.sources for card in reading.people):
        return False
    whole: object = reading.whole
    if whole is not None and not isinstance(whole, Whole):
        return False
    return not strictly or _is_strictly_sound(reading)


def _is_strictly_sound(reading: Reading) -> bool:
    """Frozen structs take any value; written out and read again they must be the same."""
    talks = [each.interaction for each in reading.interactions]
    cards = list(reading.people)
    if any(not card.name.strip() for card in cards):
        return False
    encoded = msgspec.json.encode((cards, talks))
    return msgspec.json.decode(encoded, type=tuple[list[Person], list[Interaction]]) == (
        cards,
        talks,
    )
