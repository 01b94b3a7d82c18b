"""Set minutes of a day aside, for somebody or for several pieces of one kind."""

from __future__ import annotations

from datetime import date

from store.actions.action import Action, Context, Outcome, Params
from store.actions.resolve import not_deceased, person_named
from store.actions.slot_clock import with_remarks, within_its_day
from store.actions.slot_meant import (
    MOST,
    checked_length,
    slot_message,
    still_to_come,
    when_message,
)
from store.records.change import ChangeSet, make
from store.records.clean import clean_text
from store.records.ids import PersonId
from store.records.kinds import Kind, budget_kind
from store.records.person import Person
from store.records.snapshot import Snapshot
from store.records.time_entry import Slot
from store.rules.slots import contact_of, set_aside
from store.rules.step import proposed_step
from store.views.ties import Ties
from store.words.durations import DAY, minutes_message
from store.words.message import Message, UsageProblem
from store.words.time_of_day import read_time
from store.words.time_vocabulary import TimeTold, time_told

UNKNOWN_MINUTES = 30
"""Of what has no usual minutes: preparing."""


class AddSlot(Params, frozen=True, kw_only=True):
    """For what, and when."""

    on: date
    at: str = ""
    """`HH:MM` and what people write for it; empty is any time of the day."""
    person: str = ""
    kind: str = ""
    """A kind of contact or of the budget, by code or word; empty is the step proposed for the
    person, and needed where there is nobody."""
    minutes: int | None = None
    """None takes the usual minutes of the kind, for each piece; see `set_aside`."""
    count: int = 1
    note: str = ""


def add_slot(snapshot: Snapshot, params: AddSlot, context: Context) -> Outcome:
    """A slot.

    Raises:
        UnknownProblem: where the person is not known.
        Refusal: where the person has died, the day has gone by, or would be over before the slot.
        UsageProblem: where kind, time, minutes or count cannot be meant.
    """
    person = _person(snapshot, params.person)
    if not 1 <= params.count <= MOST:
        raise UsageProblem("bad_count", "problem.bad_slot_count", most=MOST)
    told = _kind(params.kind, person, context)
    minutes = params.minutes
    if minutes is None:
        usual = told.minutes or _usual(told, context.ties()) * params.count
        minutes = min(set_aside(told.kind, usual), DAY)
    slot = Slot(
        id=context.new_id(),
        kind=told.kind,
        on=still_to_come(params.on, context.today),
        at=read_time(params.at) if params.at.strip() else "",
        minutes=checked_length(minutes),
        person=None if person is None else PersonId(person.id),
        count=params.count,
        note=clean_text(params.note),
    )
    within_its_day(slot)
    name = "" if person is None else person.name
    values: dict[str, object] = {
        "what": slot_message(slot, name),
        "when": when_message(slot, context.today),
        "minutes": minutes_message(slot.minutes),
    }
    return Outcome(
        change_set=ChangeSet((make(slot),)),
        id=slot.id,
        about=name,
        said=with_remarks(Message("said.slot_booked", values), snapshot, slot, context.now),
    )


def _person(snapshot: Snapshot, text: str) -> Person | None:
    return not_deceased(person_named(snapshot, text)) if text else None


def _kind(text: str, person: Person | None, context: Context) -> TimeTold:
    if text:
        told = time_told(text)
        if told is None:
            raise UsageProblem("bad_kind", "problem.bad_time_kind", text=text)
        return told
    if person is None:
        raise UsageProblem("slot_for_what", "problem.slot_for_what")
    step = _step(person, context)
    return TimeTold(kind=budget_kind(step), contact=step)


def _step(person: Person, context: Context) -> Kind:
    ties = context.ties()
    history = ties[PersonId(person.id)].history
    return proposed_step(person, history, ties.scene.here, context.today)


def _usual(told: TimeTold, ties: Ties) -> int:
    """Minutes of one piece."""
    kind = told.contact or contact_of(told.kind)
    return UNKNOWN_MINUTES if kind is None else max(1, ties.minutes(kind))


SLOT = Action("slot", AddSlot, add_slot)
"""See `add_slot`."""
