"""What a format may know of the store while it reads: enough to tell the user from the others."""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Set as AbstractSet
from datetime import date

import msgspec

from store.formats.choices import Choices
from store.records.me import Me


def _nobody_counts(count: int) -> None:
    """Where nobody wants to know how far the reading has come."""


class Known(msgspec.Struct, frozen=True, kw_only=True):
    """The user's card, and the stable keys of people already there or read before in this import.

    Most formats look at neither.
    """

    me: Me = Me()
    sources: AbstractSet[str] = frozenset()
    choices: Choices = Choices()
    today: date | None = None
    """Tells what is past from what is to come; None where nobody says."""
    step: Callable[[int], None] = _nobody_counts
    """Told now and then how many records of the file are read; what it raises ends the reading
    and must be let through."""
