"""One term of a row: the number, the rule it obeys, and whose finding that is."""

from __future__ import annotations

from datetime import date
from typing import Literal, get_args

import msgspec

from store.words.message import Message

Part = Literal["day", "rhythm", "tie", "order", "step", "place"]
"""What a term is about: the day it is for, the rhythm, how far the tie has slipped, its place among
the others, the step proposed, whether Today shows it."""
PARTS: tuple[Part, ...] = get_args(Part)

FigureValue = int | float | str | date


class Figure(msgspec.Struct, frozen=True, kw_only=True):
    """One term of a row."""

    name: str
    """For programs; stable."""
    part: Part
    value: FigureValue
    """A count, a span in days, a chance, a day, or a word of the vocabularies."""
    what: Message
    """The number in a sentence."""
    rule: Message
    source: str = ""
    """Whose finding it is; empty where it is our own choice."""
