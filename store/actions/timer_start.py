"""Start a timer: a stored beginning, which nothing can stop but the user."""

from __future__ import annotations

from store.actions.action import Action, Context, Outcome, Params
from store.actions.resolve import not_deceased, person_named
from store.actions.slot_meant import slot_meant
from store.records.change import ChangeSet, make
from store.records.clean import clean_text
from store.records.ids import PersonId, SlotId
from store.records.kinds import Kind
from store.records.person import Person
from store.records.snapshot import Snapshot
from store.records.time_entry import Slot, TimeEntry
from store.rules.slots import contact_of
from store.views.timer import RunningTimer, running
from store.words.kinds import time_message
from store.words.message import Message, Refusal, UsageProblem
from store.words.time_vocabulary import TimeTold, time_told


class TimerStart(Params, frozen=True, kw_only=True):
    """For whom, or for what."""

    person: str = ""
    kind: str = ""
    """A kind of contact or of the budget, by code or word; empty is a call with somebody."""
    note: str = ""
    slot: str = ""
    """A slot, as `slot_meant` reads it; it says for whom and what where nothing else does. Only
    one of today is timed itself.
    """


def timer_start(snapshot: Snapshot, params: TimerStart, context: Context) -> Outcome:
    """A time entry without minutes, from now on.

    Raises:
        UnknownProblem: where the person or the slot is not known.
        Refusal: where a timer runs already, or the person has died.
        UsageProblem: where neither a person nor a kind is named, or the kind cannot be meant.
    """
    now_running = running(snapshot)
    if now_running is not None:
        raise Refusal("timer_runs", "problem.timer_runs", what=timer_message(now_running))
    today = context.today
    slot = slot_meant(snapshot, params.slot, today, "coming") if params.slot else None
    person = _person(snapshot, params, slot)
    told = _kind(params.kind, slot, with_somebody=person is not None)
    entry = TimeEntry(
        id=context.new_id(),
        kind=told.kind,
        on=today,
        person=None if person is None else PersonId(person.id),
        started=context.now,
        contact=contact_told(told) if person is not None else told.contact,
        # Begun on another day than the slot's, it is no time of that slot.
        slot=SlotId(slot.id) if slot is not None and slot.on == today else None,
        note=clean_text(params.note),
    )
    name = "" if person is None else person.name
    what = time_message(entry.kind, entry.contact)
    said = "said.timer_started_with" if name else "said.timer_started"
    return Outcome(
        change_set=ChangeSet((make(entry),)),
        id=entry.id,
        about=name,
        said=Message(said, {"name": name, "kind": what} if name else {"kind": what}),
    )


def timer_message(timer: RunningTimer) -> Message:
    """A timer in words: "call · Björn Ek", or its kind alone."""
    kind = time_message(timer.kind, timer.contact)
    if not timer.name:
        return kind
    return Message("timer.with", {"kind": kind, "name": timer.name})


def _person(snapshot: Snapshot, params: TimerStart, slot: Slot | None) -> Person | None:
    if params.person:
        return not_deceased(person_named(snapshot, params.person))
    if slot is not None and slot.person is not None and slot.person in snapshot.people:
        return not_deceased(snapshot.people[slot.person])
    return None


def _kind(text: str, slot: Slot | None, *, with_somebody: bool) -> TimeTold:
    if text:
        return kind_meant(text)
    if slot is not None:
        return TimeTold(kind=slot.kind)
    if not with_somebody:
        raise UsageProblem("timer_for_what", "problem.timer_for_what")
    return TimeTold(kind="call", contact="call")


def kind_meant(text: str) -> TimeTold:
    """A kind of time, by code or word.

    Raises:
        UsageProblem: where it cannot be meant.
    """
    told = time_told(text)
    if told is None:
        raise UsageProblem("bad_kind", "problem.bad_time_kind", text=text)
    return told


def contact_told(told: TimeTold) -> Kind | None:
    """The kind of contact that it is with somebody; None for preparing, which is none."""
    return told.contact or contact_of(told.kind)


TIMER_START = Action("timer-start", TimerStart, timer_start)
