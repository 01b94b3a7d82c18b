"""What fits into so many minutes: promises first, then the best of the rest."""

from __future__ import annotations

from collections.abc import Sequence

from store.rules.budget import ROUNDING, rounded_up
from store.rules.due import Due

MOST_MINUTES = 24 * 60
"""A day; more than that is cut to it."""

MOST_ROWS = 400
"""Rows that are weighed against each other; the best by their order."""

LANE_SHARE = 0.5
"""What a row without a chance of loss (dormant, give, an occasion) is worth of its value."""

LEAST_GAIN = 1e-6
"""A row that is worth nothing still beats an empty slot."""


def fitted(rows: Sequence[Due], minutes: int) -> tuple[list[Due], int]:
    """The rows that fill the minutes best, in their order, and the minutes they take.

    Promised rows are taken in their order while they fit; the others by a 0/1 knapsack over
    minutes rounded up to five, worth their gain; ties go to the earlier row.

    Args:
        rows: in the order of today.
        minutes: at hand.
    """
    room = max(0, min(minutes, MOST_MINUTES))
    taken: set[int] = set()
    for place, row in enumerate(rows):
        need = _need(row)
        if row.group == "promised" and need <= room:
            taken.add(place)
            room -= need
    others = [place for place, row in enumerate(rows) if row.group != "promised"][:MOST_ROWS]
    taken |= _packed([(place, _need(rows[place]), _gain(rows[place])) for place in others], room)
    kept = [rows[place] for place in sorted(taken)]
    return kept, sum(_need(row) for row in kept)


def _need(row: Due) -> int:
    return max(ROUNDING, rounded_up(row.minutes))


def _gain(row: Due) -> float:
    share = 1.0 if row.group in ("cooling", "occasion") else LANE_SHARE
    return max(LEAST_GAIN, row.gain * share)


def _packed(items: list[tuple[int, int, float]], room: int) -> set[int]:
    """The places of the best choice; items are (place, minutes, gain)."""
    slots = room // ROUNDING
    best = [0.0] * (slots + 1)
    picked: list[list[bool]] = []
    # From the last item to the first, so that reading back meets the earlier rows first.
    for _, need, gain in reversed(items):
        size = need // ROUNDING
        marks = [False] * (slots + 1)
        for slot in range(slots, size - 1, -1):
            if best[slot - size] + gain >= best[slot]:
                best[slot] = best[slot - size] + gain
                marks[slot] = True
        picked.append(marks)
    chosen: set[int] = set()
    slot = slots
    for (place, need, _), marks in zip(items, reversed(picked), strict=True):
        if marks[slot]:
            chosen.add(place)
            slot -= need // ROUNDING
    return chosen
