"""When a turn is due: the rhythm of a tie asks for a contact."""

from __future__ import annotations

from datetime import date
from hashlib import blake2b
from math import ceil

from store.records.person import Person
from store.rules.absence import SPREAD_DAYS, came_back
from store.rules.bands import ORDER, TURNING
from store.rules.etiquette import quiet_days
from store.rules.pauses import after_pauses
from store.rules.rhythm import last_chance, whole_days
from store.rules.tie import LAST_DAY, Standing

NOISE = 1e-9
"""What floating point may add to a gap."""

SLIPPING = frozenset(ORDER[2:])
"""Bands in which a turn is due: cooling and colder."""


def past_cadence(person: Person, standing: Standing) -> bool:
    """Whether more days than the set cadence have passed."""
    cadence, silent = person.cadence_days, standing.silent_days
    return bool(cadence) and silent is not None and silent > (cadence or 0)


def turn_is_due(person: Person, standing: Standing, today: date) -> bool:
    """Whether the rhythm asks for a contact; not yet whether good manners allow it."""
    if standing.state != "tended" or not standing.counted or standing.band == "dormant":
        return False
    if standing.silent_days is None:
        first = first_turn(person, standing)
        return first is not None and first <= today
    usual = standing.usual_gap_days
    if usual is None:
        return False
    return (
        standing.silent_days >= usual - NOISE
        or standing.band in SLIPPING
        or past_cadence(person, standing)
    )


def first_turn(person: Person, standing: Standing) -> date | None:
    """The first day for somebody not yet talked to, once a cadence or a layer asks for it.

    Newcomers are spread over one usual gap by their ids, so that fifty of them are not a wall.
    """
    if not person.cadence_days and person.layer is None:
        return None
    begun = person.added or person.met
    if begun is None:
        return date.min
    gap = max(1, ceil((standing.usual_gap_days or standing.prior) - NOISE))
    day = begun.toordinal() + stable_number(person.id) % gap
    return date.fromordinal(min(day, LAST_DAY))


def stable_number(id: str) -> int:
    """A number that depends on an id alone, the same on every machine and in every session."""
    return int.from_bytes(blake2b(id.encode(), digest_size=8).digest(), "big")


def turn_day(person: Person, standing: Standing) -> date | None:
    """The day on which a turn is or was due, manners apart; None where there is no rhythm."""
    if standing.state != "tended" or not standing.counted:
        return None
    last, usual = standing.last_on, standing.usual_gap_days
    if last is None:
        return first_turn(person, standing)
    if usual is None:
        return None
    spans = usual if not person.cadence_days else min(usual, person.cadence_days + 1)
    day = whole_days(after_pauses(standing.spans, last.toordinal(), spans))
    slipping = standing.day_at(TURNING)
    if slipping is not None:
        day = min(day, slipping.toordinal())
    return date.fromordinal(min(day, LAST_DAY))


def spread_until(person: Person, standing: Standing, today: date) -> date | None:
    """The day on which a turn comes back that waited when an absence ended.

    They are spread over four weeks by the ids, so that coming back is no wall. None where there
    was no absence, or the turn came later.
    """
    if not standing.spans:
        return None
    back = came_back(standing.spans, person.pauses, today.toordinal())
    if back is None:
        return None
    day = turn_day(person, standing)
    if day is None or day.toordinal() > back:
        return None
    return date.fromordinal(min(back + stable_number(person.id) % SPREAD_DAYS, LAST_DAY))


def proposed_from(person: Person, standing: Standing, today: date) -> date | None:
    """As `turn_day`, but not before good manners allow it, nor before its day after an absence."""
    day = turn_day(person, standing)
    spread = spread_until(person, standing, today)
    if day is not None and spread is not None:
        day = max(day, spread)
    if day is None or standing.last_on is None or standing.usual_gap_days is None:
        return day
    quiet = standing.last_on.toordinal() + whole_days(quiet_days(standing.usual_gap_days))
    return max(day, date.fromordinal(min(quiet, LAST_DAY)))


def chance(standing: Standing) -> float:
    """The chance of loss by which a turn is ordered; before the first contact, Laplace's alone."""
    if standing.p_lost is not None:
        return standing.p_lost
    return last_chance(standing.rhythm, standing.evidence)
