"""Never harass: when a person is left alone, whatever the rhythm says (A2).

It holds for what the rhythm proposes, never for promises or occasions.
"""

from __future__ import annotations

from typing import Literal

from store.rules.contacts import History

LEAST_DAYS = 3
"""Nobody is proposed so soon after a contact."""

GAP_SHARE = 4
"""Nor within this part of a usual gap."""

VOICE_AFTER = 2
"""Messages without an answer after which the voice is proposed."""

REST_AFTER = 3
"""Messages without an answer after which the tie rests."""

REST_DAYS = 60

Restraint = Literal["just_talked", "planned", "resting"]
"""Why a person is left alone."""


def quiet_days(usual: float) -> float:
    """The days after a contact in which nothing is proposed."""
    return max(float(LEAST_DAYS), usual / GAP_SHARE)


def rests_until(history: History) -> int | None:
    """The first day (an ordinal) after the rest that messages without an answer bring."""
    if history.last is None or history.unanswered < REST_AFTER:
        return None
    return history.last + REST_DAYS


def restraint(history: History, usual: float, today: int) -> Restraint | None:
    """Why nothing may be proposed for a person today; None where it may."""
    if history.plan is not None:
        return "planned"
    if history.last is None:
        return None
    since = today - history.last
    if since < quiet_days(usual):
        return "just_talked"
    rests = rests_until(history)
    return "resting" if rests is not None and today < rests else None
