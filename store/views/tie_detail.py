"""One tie in full: how it stands, its year, its gaps."""

from __future__ import annotations

from datetime import date

import msgspec

from store.records.ids import PersonId
from store.records.kinds import Band, Layer
from store.records.snapshot import Snapshot
from store.rules.tie import State
from store.views.tie_gaps import TieGaps, tie_gaps
from store.views.tie_turn import Turn, turns_of
from store.views.tie_year import TieYear, tie_year
from store.views.ties import Ties


class TieDetail(msgspec.Struct, frozen=True, kw_only=True):
    """All that is drawn of one tie."""

    person: PersonId
    name: str
    layer: Layer | None
    band: Band | None
    state: State
    usual_gap_days: float | None
    contacts: int
    """Days with a contact, in all."""
    silent_days: int | None
    plan_on: date | None
    """The next planned contact."""
    turns: tuple[Turn, ...]
    year: TieYear | None
    """None before the first contact."""
    gaps: TieGaps


def tie_detail(snapshot: Snapshot, ties: Ties, person: PersonId) -> TieDetail:
    """One tie in full.

    Raises:
        KeyError: where there is no such person.
    """
    card, standing = snapshot.people[person], ties[person]
    talks = snapshot.interactions_of(person)
    usual, spans, today = standing.usual_gap_days, standing.spans, ties.today
    talked = standing.silent_days is not None
    year = tie_year(talks, usual, spans, ties.calendar.start, today) if talked else None
    return TieDetail(
        person=person,
        name=card.name,
        layer=card.layer,
        band=standing.band,
        state=standing.state,
        usual_gap_days=usual,
        contacts=standing.contacts,
        silent_days=standing.silent_days,
        plan_on=standing.plan_on,
        turns=turns_of(standing, card.cadence_days or None, today),
        year=year,
        gaps=tie_gaps(talks, usual, spans, today),
    )
