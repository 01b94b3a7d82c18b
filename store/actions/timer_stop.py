"""Stop the timer: its minutes become a contact, or time that belongs to nobody."""

from __future__ import annotations

from datetime import date

from store.actions.action import Action, Context, Outcome, Params
from store.actions.log import checked_minutes
from store.actions.resolve import person_named
from store.actions.slot_meant import slot_message
from store.actions.slot_taken import minutes_taken
from store.actions.timer_start import contact_told, kind_meant, timer_message
from store.records.change import Change, ChangeSet, alter, make, remove
from store.records.clean import clean_text
from store.records.ids import PersonId, SlotId
from store.records.interaction import Interaction
from store.records.kinds import By, budget_kind
from store.records.snapshot import Snapshot
from store.records.time_entry import Slot
from store.rules.timer import is_ahead
from store.views.timer import RunningTimer, running
from store.words.durations import minutes_message
from store.words.kinds import kind_message, time_message
from store.words.message import Message, Refusal
from store.words.time_vocabulary import TimeTold


class TimerStop(Params, frozen=True, kw_only=True):
    """What came of it, where that is not what the timer says."""

    minutes: int | None = None
    """None takes those that it has run."""
    note: str = ""
    """After what was noted while it ran."""
    kind: str = ""
    """A kind of contact or of the budget, by code or word; empty is what it was started for."""
    on: date | None = None
    """None is the day on which it was started."""
    by: By | None = None
    person: str = ""
    """Whom it was with in fact; empty is whom it was started for."""
    told: bool = False
    """Whether `note` is all there is to say: it takes the place of what was noted meanwhile."""


def timer_stop(snapshot: Snapshot, params: TimerStop, context: Context) -> Outcome:
    """The timer becomes what it was for; its slot is kept where that is of the same day, and for
    the same person, or for nobody and of the same kind.

    Of time that nobody is named for what was logged meanwhile as the same is part: it counts once.

    Raises:
        Refusal: where none runs, where it is likelier to have been forgotten, or is ahead of the
            clock, and nobody says how long it was, or where the day has not come.
        UnknownProblem: where the person is not known.
        UsageProblem: where the minutes or the kind cannot be meant.
    """
    timer = timer_running(snapshot)
    on = params.on or timer.on(context.today)
    if on > context.today:
        raise Refusal("future_day", "problem.future_day", day=on)
    minutes, note = _minutes(timer, params, context), _note(timer, params)
    person = PersonId(person_named(snapshot, params.person).id) if params.person else timer.person
    told = _told(timer, params.kind)
    contact = contact_told(told)
    slot = _slot_of(snapshot, timer, on, told, person)
    if person is not None and contact is not None:
        talk = Interaction(
            id=context.new_id(),
            people=(person,),
            kind=contact,
            on=on,
            minutes=minutes,
            note=note,
            by=params.by,
        )
        return _logged(snapshot, timer, slot, talk)
    if slot is not None and slot.person is None:
        rest = minutes - minutes_taken(snapshot, slot, context, since=timer.id)
        if rest <= 0 < minutes:
            return _all_taken(timer, slot, note)
        minutes = max(rest, 0)
    time = alter(
        timer.entry,
        minutes=minutes,
        note=note,
        on=on,
        kind=told.kind,
        contact=told.contact,
        person=person or timer.entry.person,
        slot=_slot_then(snapshot, timer, slot),
    )
    kind = time_message(told.kind, told.contact)
    said = Message("said.timer_time", {"kind": kind, "minutes": minutes_message(minutes)})
    return _counted(timer, slot, time, said)


def _counted(timer: RunningTimer, slot: Slot | None, time: Change, said: Message) -> Outcome:
    """Time without a contact."""
    changes = (time, *_slot_kept(slot))
    return Outcome(change_set=ChangeSet(changes), id=timer.id, about=timer.name, said=said)


def _logged(
    snapshot: Snapshot, timer: RunningTimer, slot: Slot | None, talk: Interaction
) -> Outcome:
    """A contact."""
    name = snapshot.people[talk.people[0]].name
    values: dict[str, object] = {
        "name": name,
        "kind": kind_message(talk.kind),
        "minutes": minutes_message(talk.minutes or 0),
        "day": talk.on,
    }
    changes = (make(talk), remove(timer.entry), *_slot_kept(slot))
    said = Message("said.logged", values)
    return Outcome(change_set=ChangeSet(changes), id=talk.id, about=name, said=said)


def timer_running(snapshot: Snapshot) -> RunningTimer:
    """The timer that runs.

    Raises:
        Refusal: where none does.
    """
    timer = running(snapshot)
    if timer is None:
        raise Refusal("no_timer", "problem.no_timer")
    return timer


def _minutes(timer: RunningTimer, params: TimerStop, context: Context) -> int:
    """Those that are told, else those that it has run.

    Raises:
        Refusal: where it is likelier to have been forgotten, and none are told.
        UsageProblem: where they cannot be.
    """
    told = checked_minutes(params.minutes)
    if told is not None:
        return told
    run = timer.minutes(context.now)
    if is_ahead(timer.entry, context.now):
        raise Refusal("timer_ahead", "problem.timer_ahead", what=timer_message(timer))
    if timer.is_forgotten(context.now):
        raise Refusal(
            "timer_forgotten",
            "problem.timer_forgotten",
            what=timer_message(timer),
            minutes=minutes_message(run),
        )
    return run


def _told(timer: RunningTimer, kind: str) -> TimeTold:
    """Of what kind it was in fact.

    Raises:
        UsageProblem: where the kind cannot be meant.
    """
    started = TimeTold(kind=timer.kind, contact=timer.contact)
    told = kind_meant(kind) if kind else started
    return started if told == TimeTold(kind=timer.kind) else told


def _note(timer: RunningTimer, params: TimerStop) -> str:
    said = clean_text(params.note)
    if params.told or not timer.note:
        return said
    return f"{timer.note}\n{said}" if said else timer.note


def _slot_of(
    snapshot: Snapshot, timer: RunningTimer, on: date, told: TimeTold, person: PersonId | None
) -> Slot | None:
    """The slot that the time was spent on; None where it is of another day, person or kind."""
    slot = snapshot.slots.get(timer.slot) if timer.slot is not None else None
    if slot is None or slot.on != on:
        return None
    if slot.person is not None:
        # With its person any contact keeps a slot, and preparing one that was for that.
        is_of = (person or timer.entry.person) == slot.person
        return slot if is_of and (contact_told(told) or told.kind == slot.kind) else None
    kind = told.kind if told.contact is None else budget_kind(told.contact)
    return slot if kind == slot.kind else None


def _slot_kept(slot: Slot | None) -> tuple[Change, ...]:
    if slot is None or slot.state == "kept":
        return ()
    return (alter(slot, state="kept"),)


def _slot_then(snapshot: Snapshot, timer: RunningTimer, slot: Slot | None) -> SlotId | None:
    """What the time says it was spent on; no other slot, which it would keep."""
    gone = timer.slot is not None and timer.slot not in snapshot.slots
    return timer.slot if gone or slot is not None else None


def _all_taken(timer: RunningTimer, slot: Slot, note: str) -> Outcome:
    """Nothing of the time is left for a record of its own; what was noted is kept with the slot."""
    noted = "\n".join(filter(None, (slot.note, note)))
    changes: list[Change] = [remove(timer.entry)]
    if slot.state != "kept" or noted != slot.note:
        changes.append(alter(slot, state="kept", note=noted))
    said = Message("said.slot_kept", {"what": slot_message(slot, "")})
    return Outcome(change_set=ChangeSet(tuple(changes)), id=slot.id, about="", said=said)


TIMER_STOP = Action("timer-stop", TimerStop, timer_stop)
