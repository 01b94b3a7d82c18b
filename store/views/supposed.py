"""Whether a usual gap was seen in a tie, or is only supposed so far."""

from __future__ import annotations

ENOUGH = 3
"""Contacts from which their gaps, two at least, are called usual."""


def is_supposed(contacts: float) -> bool:
    """Whether so few contacts are known that their rhythm is a guess."""
    return contacts < ENOUGH
