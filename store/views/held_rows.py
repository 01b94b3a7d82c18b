"""Records that no row of today stands for: put off, held back, not due yet, or settled."""

from __future__ import annotations

from datetime import date
from typing import Literal

import msgspec

from store.records.exchange import Exchange
from store.records.follow_up import FollowUp
from store.records.ids import ExchangeId, FollowUpId, InteractionId, IntroductionId, PersonId
from store.records.interaction import Interaction
from store.records.introduction import Introduction
from store.records.snapshot import Snapshot
from store.rules.promises import promises_of, waits_to_be_given
from store.rules.queue import given_row, promised_row
from store.rules.scene import Subject
from store.views.next_due import next_day_of
from store.views.sighting import asked_of, side_to_turn_to
from store.views.ties import Ties
from store.views.today import TodayRow

HeldWhat = Literal["promise", "gift", "news", "introduction", "plan"]
"""What waits."""

Debt = FollowUp | Exchange | Introduction | Interaction


class Held(msgspec.Struct, frozen=True, kw_only=True):
    """A record that could bring a row, on a day on which it brings none."""

    name: str
    """Whose."""
    what: HeldWhat
    open: bool
    """Whether anything is left to do about it."""
    until: date | None
    """The day on which it shows; None where that is not foreseen."""


def held_row(snapshot: Snapshot, ties: Ties, id: str) -> TodayRow | None:
    """The row of an open promise or gift, whatever holds it back; None for all else."""
    debt = snapshot.follow_ups.get(FollowUpId(id)) or snapshot.exchanges.get(ExchangeId(id))
    if debt is None or debt.person not in snapshot.people:
        return None
    sighting = ties.sightings.get(debt.person)
    places = sighting.places if sighting is not None else ()
    subject = Subject(
        person=snapshot.people[debt.person],
        standing=ties[debt.person],
        bridge=ties.roll.is_bridge(places),
    )
    if isinstance(debt, Exchange):
        return given_row(subject, ties.scene, debt) if waits_to_be_given(debt) else None
    promise = next(promises_of((debt,), (), ()), None)
    return None if promise is None else promised_row(subject, ties.scene, promise)


def held(snapshot: Snapshot, ties: Ties, id: str) -> Held | None:
    """Why a record brings no row today; None where the id is no record's that could bring one."""
    debt: Debt | None = (
        snapshot.follow_ups.get(FollowUpId(id))
        or snapshot.exchanges.get(ExchangeId(id))
        or snapshot.introductions.get(IntroductionId(id))
        or snapshot.interactions.get(InteractionId(id))
    )
    if debt is None:
        return None
    what, is_open, person = _kind_of(snapshot, debt)
    card = snapshot.people.get(person)
    until = next_day_of(snapshot, ties, person, id) if is_open else None
    return Held(name=card.name if card else "", what=what, open=is_open, until=until)


def _kind_of(snapshot: Snapshot, debt: Debt) -> tuple[HeldWhat, bool, PersonId]:
    """What it is, whether it is open, and whom it is asked of."""
    if isinstance(debt, FollowUp):
        return "promise", debt.closed is None, debt.person
    if isinstance(debt, Exchange):
        if debt.direction == "given":
            return "gift", waits_to_be_given(debt), debt.person
        kept = snapshot.follow_ups_of(debt.person)
        return "news", any(promises_of(kept, (debt,), ())), debt.person
    if isinstance(debt, Introduction):
        side = side_to_turn_to(debt)
        return "introduction", side is not None, side or debt.a
    asked = asked_of(snapshot, debt.id)
    return "plan", debt.planned, asked or next(iter(debt.people), PersonId(""))
