"""Bands: the words for how far a tie has slipped."""

from __future__ import annotations

from bisect import bisect_right

from store.records.kinds import Band

WARM, COOLING, COLD = 1, 2, 3
ORDER: tuple[Band, ...] = ("hot", "warm", "cooling", "cold", "frozen")
"""From lively to silent."""

BOUNDS: tuple[float, ...] = (0.15, 0.30, 0.50, 0.75)
"""Where each band ends, as the chance of loss."""

TURNING = 0.30
"""From here on a turn is due."""

COLD_FROM = 0.50

DORMANT_DAYS = 365
"""No tie sleeps before a year of silence has passed."""

DORMANT_GAPS = 8
"""Nor before so many usual gaps (Navarro et al., EPJ Data Science 2017)."""


def rank_of(p_lost: float) -> int:
    """The place in `ORDER` that a chance of loss stands for by itself."""
    return bisect_right(BOUNDS, p_lost)


def is_dormant(silent: float, usual: float) -> bool:
    """Whether a silence is so long that the tie sleeps: it has a lane of its own then."""
    return silent > DORMANT_DAYS and silent > DORMANT_GAPS * usual


def is_fresh(silent: float, usual: float) -> bool:
    """Whether less than half a usual gap has passed since a contact."""
    return silent < usual / 2


def band_of(p_lost: float, silent: float, usual: float, cadence: int | None) -> Band:
    """The band shown for a tie with at least one contact.

    Args:
        p_lost: from the rhythm.
        silent: days since the real last contact, paused days out.
        usual: the usual gap in days.
        cadence: the cadence set by the user in days, if any; not 0.
    """
    if is_dormant(silent, usual):
        return "dormant"
    rank = rank_of(p_lost)
    if rank > WARM and is_fresh(silent, usual):
        rank = WARM
    if cadence is not None and silent > cadence:
        rank = max(rank, COLD if silent > 2 * cadence else COOLING)
    return ORDER[rank]
