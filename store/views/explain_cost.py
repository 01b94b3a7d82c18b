"""What a tie asks of a week, term by term: the minutes of a contact, and the days between two."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from store.records.ids import PersonId
from store.records.snapshot import Snapshot
from store.rules.capacity import KNOWN_DAYS, Asking, home, noted_days
from store.rules.step import step_for
from store.views.capacity import TieCost
from store.views.explain_backdrop import Backdrop
from store.views.explain_figure import Figure
from store.views.explain_rhythm import rhythm_figures
from store.views.explain_source import LADDER
from store.views.explain_step import minutes_figure, rung_rule
from store.views.ties import Ties
from store.views.weekly_minutes import talks_with
from store.words.kinds import kind_message
from store.words.message import Message
from store.words.numbers import Measure

GAP_TERMS = frozenset({"prior", "gaps", "usual_gap"})
"""What the usual gap is made of; the silence since has no part in what a week asks."""


class ExplainedCost(msgspec.Struct, frozen=True, kw_only=True):
    """The minutes of a week taken apart."""

    cost: TieCost
    minutes: tuple[Figure, ...]
    """Of a contact."""
    days: tuple[Figure, ...]
    """From one contact to the next."""


def explain_cost(snapshot: Snapshot, ties: Ties, cost: TieCost) -> ExplainedCost:
    """Take what one tie asks of a week apart.

    Args:
        snapshot: the records.
        ties: everybody's standing in that snapshot.
        cost: of somebody in it.

    Raises:
        KeyError: where the person is not known.
    """
    behind = Backdrop(snapshot, ties)
    minutes = _own(snapshot, ties, cost) if cost.asking.own else _of_step(behind, cost.person)
    days = _days(behind, cost.person, cost.asking)
    return ExplainedCost(cost=cost, minutes=tuple(minutes), days=tuple(days))


def _own(snapshot: Snapshot, ties: Ties, cost: TieCost) -> Iterator[Figure]:
    """The median of this tie's own contacts."""
    noted = noted_days(talks_with(snapshot, cost.person), ties.day.today)
    minutes = cost.asking.minutes
    values: dict[str, object] = {"minutes": Measure(minutes), "n": len(noted)}
    yield Figure(
        name="own_minutes",
        part="step",
        value=minutes,
        what=Message("capacity.term.own", values),
        rule=Message("capacity.term.own_rule", {"least": KNOWN_DAYS}),
    )


def _of_step(backdrop: Backdrop, person: PersonId) -> Iterator[Figure]:
    """The step that is proposed at home, and its usual minutes."""
    sighting, scene = backdrop.ties.sightings[person], backdrop.ties.scene
    card, history = sighting.person, sighting.standing.history
    here = home(backdrop.snapshot.me.cities, backdrop.ties.today)
    chosen = step_for(card, history, here, scene.today)
    yield Figure(
        name="step",
        part="step",
        value=chosen.kind,
        what=Message("explain.step", {"kind": kind_message(chosen.kind)}),
        rule=rung_rule(backdrop, card, history, chosen),
        source=LADDER,
    )
    yield minutes_figure(backdrop, chosen.kind, scene.minutes[chosen.kind])


def _days(backdrop: Backdrop, person: PersonId, asking: Asking) -> Iterator[Figure]:
    """The rhythm that was set, and how often it is in fact; else what the usual gap is made of."""
    sighting = backdrop.ties.sightings[person]
    if not asking.is_set:
        terms = rhythm_figures(backdrop, sighting.person, sighting.standing)
        yield from (each for each in terms if each.name in GAP_TERMS)
        return
    yield Figure(
        name="cadence",
        part="rhythm",
        value=asking.gap_days,
        what=Message("capacity.term.set", {"n": round(asking.gap_days)}),
        rule=Message("capacity.term.set_rule"),
    )
    if asking.seen_gap_days is not None:
        days: dict[str, object] = {"days": Measure(asking.seen_gap_days)}
        yield Figure(
            name="seen_gap",
            part="rhythm",
            value=asking.seen_gap_days,
            what=Message("capacity.term.seen", days),
            rule=Message("capacity.term.seen_rule"),
        )
