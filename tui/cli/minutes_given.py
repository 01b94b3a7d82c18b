"""The minutes that a parameter tells, as typed or from JSON."""

from __future__ import annotations

from store.words.minutes_text import minutes_told
from tui.cli.verb import Given


def minutes_given(given: Given, name: str = "minutes") -> int | None:
    """Whole minutes of "20", "1h30" or a number; None where none are told.

    Raises:
        UsageProblem: where they are no length of time.
    """
    value = given.get(name)
    if value is None:
        return None
    return minutes_told(str(value))
