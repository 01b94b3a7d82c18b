"""How much of everything: ARROSOIR_FAULTS multiplies it."""

from __future__ import annotations

import os

_FACTOR = float(os.environ.get("ARROSOIR_FAULTS", "1"))
"""Read when the tests are collected: a test's own environment is empty."""


def times(count: int) -> int:
    """So often, by default; at least once."""
    return max(1, round(count * _FACTOR))
