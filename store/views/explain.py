"""A row taken apart: each number, the rule it obeys, where that comes from, and what ends it."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from store.records.ids import PersonId
from store.records.snapshot import Snapshot
from store.rules.reason import Reason
from store.rules.turn_rows import turn_reason
from store.views.explain_backdrop import Backdrop
from store.views.explain_day import day_figures
from store.views.explain_figure import PARTS, Figure, Part
from store.views.explain_leaves import leaves
from store.views.explain_loss import loss_figures
from store.views.explain_order import order_figures
from store.views.explain_place import place_figure
from store.views.explain_rhythm import rhythm_figures
from store.views.explain_state import state_figures
from store.views.explain_step import step_figures
from store.views.explain_turn import manner_figures, turn_figures
from store.views.ties import Ties
from store.views.today import TodayRow, rows_of_person
from store.words.message import Message

__all__ = ["PARTS", "Backdrop", "Explained", "Figure", "Part", "explain", "explain_person"]


class Explained(msgspec.Struct, frozen=True, kw_only=True):
    """A row taken apart."""

    row: str
    """Its id; empty for somebody without a row."""
    person: PersonId
    name: str
    reason: Reason
    figures: tuple[Figure, ...]
    """Part by part; those that brought the row come first."""
    leaves: tuple[Message, ...]
    """What would take the row off the list."""


def explain(
    snapshot: Snapshot, ties: Ties, row: TodayRow, backdrop: Backdrop | None = None
) -> Explained:
    """Take a row of today apart.

    Args:
        snapshot: the records.
        ties: everybody's standing in that snapshot.
        row: of today, shown or waiting.
        backdrop: of the same records, where many rows are opened.
    """
    behind = backdrop or Backdrop(snapshot, ties)
    tie = tuple(_tie(behind, row.person))
    order = (*order_figures(behind, row), *_manners(behind, row))
    step = (*step_figures(behind, row), place_figure(behind, row))
    # Where the rhythm has not brought the row, it comes last.
    brought = row.group in ("cooling", "dormant")
    figures = (*tie, *order, *step) if brought else (*day_figures(row), *order, *step, *tie)
    return Explained(
        row=row.id,
        person=row.person,
        name=row.name,
        reason=row.reason,
        figures=figures,
        leaves=tuple(leaves(behind, row)),
    )


def explain_person(snapshot: Snapshot, ties: Ties, person: PersonId) -> Explained:
    """Take apart the first row of a person, or how they stand where there is none."""
    row = next(rows_of_person(ties, person), None)
    if row is not None:
        return explain(snapshot, ties, row)
    sighting = ties.sightings.get(person)
    standing = ties[person]
    usual = standing.usual_gap_days
    figures = tuple(_tie(Backdrop(snapshot, ties), person))
    if usual is not None:
        figures += tuple(manner_figures(standing, usual, ties.today))
    return Explained(
        row="",
        person=person,
        name=snapshot.people[person].name,
        reason=turn_reason(sighting.person, sighting.standing) if sighting else Reason("not_yet"),
        figures=figures,
        leaves=(),
    )


def _tie(backdrop: Backdrop, id: PersonId) -> Iterator[Figure]:
    """The rhythm, how far the tie has slipped, and when a turn is due."""
    person, standing = backdrop.snapshot.people[id], backdrop.ties[id]
    yield from state_figures(standing)
    yield from rhythm_figures(backdrop, person, standing)
    yield from loss_figures(person, standing, backdrop.today)
    yield from turn_figures(person, standing, backdrop.today)


def _manners(backdrop: Backdrop, row: TodayRow) -> Iterator[Figure]:
    """Promises and occasions are never held back, nor is what is for somebody seen anyway."""
    standing = backdrop.ties[row.person]
    if row.group not in ("promised", "occasion") and standing.state != "seen_anyway":
        usual = standing.usual_gap_days or standing.prior
        yield from manner_figures(standing, usual, backdrop.today)
