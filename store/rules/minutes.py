"""How long a contact takes: the defaults, and the user's own median once it is known."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from store.records.interaction import Interaction
from store.records.kinds import KINDS, Kind

ENOUGH = 5
"""Contacts of a kind with minutes noted, after which the own median stands."""

UNKNOWN_MINUTES = 20
"""Where the settings leave a kind out."""

Tally = dict[Kind, dict[int, int]]
"""For each kind, how many contacts took so many minutes."""


def tallied(talks: Iterable[Interaction], before: date) -> Tally:
    """The minutes noted for contacts before a day; what was planned or guessed does not count."""
    found: Tally = {kind: {} for kind in KINDS}
    for talk in talks:
        minutes = talk.minutes
        if minutes and talk.on < before and not talk.approximate and not talk.planned:
            of_kind = found[talk.kind]
            of_kind[minutes] = of_kind.get(minutes, 0) + 1
    return found


def recounted(
    tally: Tally, without: Iterable[Interaction], more: Iterable[Interaction] = ()
) -> Tally:
    """Another tally: some contacts taken out, others counted in."""
    found = {kind: dict(counts) for kind, counts in tally.items()}
    for talks, step in ((without, -1), (more, 1)):
        for talk in talks:
            if talk.minutes and not talk.approximate and not talk.planned:
                counts = found.setdefault(talk.kind, {})
                counts[talk.minutes] = counts.get(talk.minutes, 0) + step
    return found


def usual_minutes(
    noted: Mapping[Kind, Mapping[int, int]], defaults: Mapping[Kind, int]
) -> dict[Kind, int]:
    """Minutes of each kind.

    Args:
        noted: how many contacts of each kind took so many minutes.
        defaults: minutes by the settings.
    """
    return {
        kind: round(_median(noted[kind]))
        if sum(noted.get(kind, {}).values()) >= ENOUGH
        else defaults.get(kind, UNKNOWN_MINUTES)
        for kind in KINDS
    }


def _median(counts: Mapping[int, int]) -> float:
    """The middle of so many values, counted; the mean of the two middle ones where they differ."""
    total = sum(counts.values())
    lower, upper = (total - 1) // 2, total // 2
    passed, low = 0, None
    for value in sorted(counts):
        passed += counts[value]
        if low is None and passed > lower:
            low = value
        if passed > upper and low is not None:
            return (low + value) / 2
    raise ValueError("nothing was counted")
