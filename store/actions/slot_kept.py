"""Say that a slot was kept: what was done in it is logged, unless it is already."""

from __future__ import annotations

from store.actions.action import Action, Context, Outcome, Params
from store.actions.log import LONGEST, checked_minutes
from store.actions.slot_meant import has_come, slot_meant, slot_message, slot_name
from store.actions.slot_taken import minutes_taken
from store.records.change import Change, ChangeSet, alter, make
from store.records.clean import clean_text
from store.records.ids import SlotId
from store.records.interaction import Interaction
from store.records.kinds import Kind, budget_kind
from store.records.person import Person
from store.records.snapshot import Snapshot
from store.records.time_entry import Slot, TimeEntry
from store.rules.slots import contact_of, serves
from store.words.durations import minutes_message
from store.words.kinds import kind_message
from store.words.message import Message, Refusal


class KeepSlot(Params, frozen=True, kw_only=True):
    """Which, and how it went."""

    slot: str
    """Its id, the person whose slot is meant, or its day and hour: `17:30`, `tue 9h30`."""
    minutes: int | None = None
    """None takes those of the slot."""
    kind: Kind | None = None
    """Of the contact; None takes that of the slot."""
    note: str = ""


def keep_slot(snapshot: Snapshot, params: KeepSlot, context: Context) -> Outcome:
    """The slot as kept, and the contact or the time that it was.

    With a person a contact of its day is logged, unless one is there: minutes and kind that are
    told are then those of that one. Without, those of its minutes that nothing of its kind has
    taken on its day become time without a contact. Where nothing is logged, the note is kept with
    the slot.

    Raises:
        UnknownProblem: where there is no such slot.
        Refusal: where its day is yet to come, or minutes or a kind are told and several contacts
            are there, or time that has taken more.
        UsageProblem: where the minutes cannot be.
    """
    slot = slot_meant(snapshot, params.slot, context.today, "come")
    has_come(slot, context.today)
    given = checked_minutes(params.minutes)
    minutes = min(max(slot.minutes, 0), LONGEST) if given is None else given
    name = slot_name(snapshot, slot)
    kind = _contact(snapshot, slot, params.kind)
    if _known(snapshot, slot) and kind is not None:
        there = _there(snapshot, slot)
        if there:
            made, said = _told_better(there, params, name)
        else:
            made, said = _with_person(slot, kind, minutes, params.note, context)
    else:
        there = ()
        made, said = _alone(snapshot, slot, kind, params, minutes, context)
    changes: list[Change] = [*made]
    note = "" if made and not there else clean_text(params.note)
    if slot.state != "kept" or note:
        noted = "\n".join(filter(None, (slot.note, note)))
        changes.insert(0, alter(slot, state="kept", note=noted))
    values: dict[str, object] = {"what": slot_message(slot, name), **said.values}
    return Outcome(
        change_set=ChangeSet(tuple(changes)),
        id=slot.id,
        about=name,
        said=Message(said.id, values),
    )


def _there(snapshot: Snapshot, slot: Slot) -> tuple[Interaction, ...]:
    """The contacts with its person that are logged on its day."""
    talks = () if slot.person is None else snapshot.interactions_of(slot.person)
    return tuple(each for each in talks if serves(slot, each))


def _told_better(
    there: tuple[Interaction, ...], params: KeepSlot, name: str
) -> tuple[tuple[Change, ...], Message]:
    """What is told of the contact that is there.

    Raises:
        Refusal: where it may be of any of several.
    """
    minutes = checked_minutes(params.minutes)
    if minutes is None and params.kind is None:
        return (), Message("said.slot_kept")
    talk = there[0]
    if len(there) > 1:
        raise Refusal("several_contacts", "problem.slot_contacts", name=name, day=talk.on)
    kind = params.kind or talk.kind
    told = talk.minutes if minutes is None else minutes
    if (kind, told) == (talk.kind, talk.minutes):
        return (), Message("said.slot_kept")
    values: dict[str, object] = {"kind": kind_message(kind)}
    if told is None:
        return (alter(talk, kind=kind),), Message("said.slot_kept_kind", values)
    values["minutes"] = minutes_message(told)
    changed = alter(talk, kind=kind, minutes=told)
    return (changed,), Message("said.slot_kept_logged", values)


def _with_person(
    slot: Slot, kind: Kind, minutes: int, note: str, context: Context
) -> tuple[tuple[Change, ...], Message]:
    person = slot.person
    assert person is not None
    talk = Interaction(
        id=context.new_id(),
        people=(person,),
        kind=kind,
        on=slot.on,
        minutes=minutes,
        note=clean_text(note),
    )
    values: dict[str, object] = {"kind": kind_message(kind), "minutes": minutes_message(minutes)}
    said = Message("said.slot_kept_logged", values)
    return (make(talk),), said


def _known(snapshot: Snapshot, slot: Slot) -> bool:
    return slot.person is not None and slot.person in snapshot.people


def _alone(
    snapshot: Snapshot,
    slot: Slot,
    kind: Kind | None,
    params: KeepSlot,
    minutes: int,
    context: Context,
) -> tuple[tuple[Change, ...], Message]:
    taken = minutes_taken(snapshot, slot, context)
    rest = minutes - taken
    shorter = params.minutes is not None and rest < 0
    otherwise = params.kind is not None and rest <= 0 and budget_kind(params.kind) != slot.kind
    if taken and (shorter or otherwise):
        time = minutes_message(taken)
        raise Refusal("more_logged", "problem.slot_more_logged", minutes=time, day=slot.on)
    if rest <= 0:
        return (), Message("said.slot_kept")
    entry = TimeEntry(
        id=context.new_id(),
        kind=slot.kind if kind is None else budget_kind(kind),
        on=slot.on,
        minutes=rest,
        person=slot.person if _known(snapshot, slot) else None,
        slot=SlotId(slot.id),
        note=clean_text(params.note),
    )
    return (make(entry),), Message("said.slot_kept_time", {"minutes": minutes_message(rest)})


def _contact(snapshot: Snapshot, slot: Slot, told: Kind | None) -> Kind | None:
    """The kind of the contact that a slot is; None where it is none."""
    if told is not None:
        return told
    person: Person | None = None if slot.person is None else snapshot.people.get(slot.person)
    prefers = None if person is None else person.prefers
    if slot.kind == "writing" and prefers is not None and budget_kind(prefers) == "writing":
        return prefers
    return contact_of(slot.kind)


SLOT_KEPT = Action("slot-kept", KeepSlot, keep_slot)
"""See `keep_slot`."""
