"""What fits into so many minutes, of all that waits today."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache

import msgspec

from store.records.kinds import KINDS, Kind
from store.records.snapshot import Snapshot
from store.rules.fit import Fitting, InReason, OutReason, candidates
from store.rules.scene import worth
from store.rules.turns import chance
from store.views.ties import Ties
from store.views.today import TodayRow, TodayView, today_view

__all__ = ["Fit", "InReason", "OutReason", "fit_rows", "fits_of"]

LAST = 8
"""Answers kept: a figure typed and taken back, and the one that Enter accepts."""


class Fit(msgspec.Struct, frozen=True, kw_only=True):
    """What fits into so many minutes."""

    asked: int
    """Minutes at hand; no more than a day."""
    rows: tuple[TodayRow, ...]
    reasons: tuple[InReason, ...]
    """Why each of the rows is in."""
    minutes: int
    """Used, rounded up to five a row."""
    left: int
    promised_out: tuple[TodayRow, ...]
    """Promised rows that did not fit."""
    next: TodayRow | None
    """Of the other rows left out, the one that counts most."""
    left_out: tuple[tuple[TodayRow, OutReason], ...]
    """All rows left out, and why."""
    counts: tuple[tuple[Kind, int], ...]
    """How many steps of each kind, in the order of the vocabulary; none with zero."""
    counted: Mapping[str, float] = {}
    """What each row counts for in the choice, by id; a promise is kept whatever it counts for."""
    asking: int = 0
    """Rows that only ask whether a plan has come about; they take no minutes."""


def fit_rows(view: TodayView, snapshot: Snapshot, ties: Ties, minutes: int) -> Fit:
    """What fits into so many minutes: promises first, then the best of the rest.

    Args:
        view: the whole of today, or the rows shown alone.
        snapshot: the records.
        ties: everybody's standing in that snapshot.
        minutes: at hand.
    """
    return fits_of(view, snapshot, ties)(minutes)


def fits_of(view: TodayView, snapshot: Snapshot, ties: Ties) -> Callable[[int], Fit]:
    """What fits into any minutes, for whoever asks again and again; see `fit_rows`.

    The last answers are kept.
    """
    rows = view.rows
    if len(rows) == view.summary.shown and view.summary.waiting:
        rows = today_view(snapshot, ties).rows
    waiting = candidates(rows, occasion_gains(rows, ties))
    return lru_cache(LAST)(lambda minutes: _fit(waiting.fitted(minutes)))


def _fit(found: Fitting) -> Fit:
    steps = [row.step for row in found.rows if row.minutes]
    return Fit(
        asked=found.minutes + found.left,
        rows=found.rows,
        reasons=found.reasons,
        minutes=found.minutes,
        left=found.left,
        promised_out=found.promised_out,
        next=found.next,
        left_out=found.left_out,
        counts=tuple((kind, steps.count(kind)) for kind in KINDS if kind in steps),
        counted=found.counted,
        asking=len(found.rows) - len(steps),
    )


def occasion_gains(rows: Iterable[TodayRow], ties: Ties) -> dict[str, float]:
    """What occasions count for: as much as a turn with that person would."""
    found: dict[str, float] = {}
    for row in rows:
        sighting = ties.sightings.get(row.person) if row.group == "occasion" else None
        if sighting is not None:
            bridge = ties.roll.is_bridge(sighting.places)
            value = worth(sighting.person, sighting.standing, ties.scene, bridge)
            found[row.id] = value * chance(sighting.standing)
    return found
