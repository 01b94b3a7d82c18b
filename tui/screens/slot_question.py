"""A slot asked for in one line: with whom or for what, when, and how long."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from functools import partial

from store.actions.action import Context, Outcome
from store.actions.service import Done, Service
from store.actions.slot_add import AddSlot, add_slot
from store.actions.slot_meant import slot_message, when_message
from store.actions.slot_move import MoveSlot, move_slot
from store.records.person import Person
from store.records.time_entry import Slot
from store.words.durations import minutes as minutes_said
from store.words.message import Problem
from tui.commands.command import ONE_AT_A_TIME
from tui.phrasing.curtain import name_shown
from tui.phrasing.slot_remarks import slot_remarks
from tui.screens.targets import Targets
from tui.screens.time_busy import TimeBusy
from tui.screens.timing import TimedHost
from tui.screens.verb_host import targets_shown, with_draft
from tui.typed.booking import TypedSlot, completed, day_of, read_booking
from tui.writer import Fresh, Job
from widgets.ask_line import Echo, Question


class Booking:
    """Books a slot from every screen of people and of time."""

    def __init__(self, host: TimedHost) -> None:
        """Bind the screen."""
        self._host = host

    def table(self) -> Mapping[str, Callable[[], None]]:
        """Command to verb."""
        return {"all.slot": self.ask}

    def ask(self) -> None:
        """Ask when, with the person meant; with whom or for what besides where there is none."""
        host, targets = self._host, targets_shown(self._host)
        if host.situation().marked > 1:
            host.say(host.words.say(ONE_AT_A_TIME))
            return
        person = targets.people[0] if len(targets.people) == 1 else None
        question = with_draft(_question(host, person, targets), host, selected=True)
        host.ask(question, partial(self._answered, person))

    def _answered(self, person: Person | None, text: str) -> None:
        typed = typed_slot(self._host, text, person)
        if typed is not None:
            book(self._host, typed, person)


def _question(host: TimedHost, person: Person | None, targets: Targets) -> Question:
    words = host.words

    def read(text: str) -> Echo:
        typed = typed_slot(host, text, person)
        return Echo("", accepted=False) if typed is None else slot_echo(host, typed, person)

    if person is None:
        label, hint = words.say("time.slot.ask"), words.say("time.slot.ask_hint")
    else:
        label = words.say("time.slot.ask_with", name=targets.names)
        hint = words.say("time.slot.when")
    return Question(
        key=f"book:{person.id if person is not None else ''}",
        label=label,
        hint=hint,
        read=read,
        complete=None if person is not None else completing(host),
        draft=True,
    )


def completing(host: TimedHost) -> Callable[[str], str] | None:
    """What Tab makes of a line: the name written out; behind the curtain nothing."""
    fresh = host.fresh
    if fresh is None or host.curtain:
        return None
    return lambda text: completed(text, fresh.snapshot, host.today(), host.words.language)


def typed_slot(host: TimedHost, text: str, person: Person | None = None) -> TypedSlot | None:
    """What a line was read as; None where there are no data yet."""
    fresh = host.fresh
    if fresh is None:
        return None
    meant, language = person is not None, host.words.language
    return read_booking(text, fresh.snapshot, host.today(), language, meant=meant)


def slot_echo(host: TimedHost, typed: TypedSlot, person: Person | None = None) -> Echo:
    """What would be booked, or what is missing, or why it cannot be."""
    words, today = host.words, host.today()
    missing = _missing(host, typed, person)
    if missing:
        return Echo(missing, accepted=False)
    try:
        slot = _foreseen(host, typed, person)
    except Problem as problem:
        return Echo(words.tell(problem.message, today), accepted=False)
    who = person or typed.person
    name = "" if who is None else name_shown(who.name, host.curtain)
    others = len(typed.people) - 1
    parts = [
        words.say("time.slot.echo"),
        words.tell(slot_message(slot, name), today) + (f" +{others}" if others > 0 else ""),
        words.tell(when_message(slot, today), today),
        minutes_said(slot.minutes, words),
    ]
    parts += remarks(host, slot)
    if slot.note and not host.curtain:
        parts.append(words.say("pane.why.quoted", text=slot.note))
    return Echo(words.say("tui.arrow", text=" · ".join(parts)))


def remarks(host: TimedHost, slot: Slot) -> tuple[str, ...]:
    """What is hardly meant of the time of a slot; of calendars what the screen knows of them."""
    fresh = host.fresh
    if fresh is None:
        return ()
    known = getattr(host, "busy", None)
    busy = known.around() if isinstance(known, TimeBusy) else ()
    return slot_remarks(slot, fresh.snapshot, busy, host.words, curtain=host.curtain)


def _missing(host: TimedHost, typed: TypedSlot, person: Person | None) -> str:
    """What the line does not say yet; empty where it says enough."""
    words = host.words
    if person is None and typed.person is None:
        if typed.note and typed.wants_name:
            return words.say("tui.timer.nobody")
        if not typed.kind:
            return words.say("time.slot.ask_hint")
    if day_of(typed, wall_time(host)) is None:
        return words.say("time.slot.when")
    return ""


def book(host: TimedHost, typed: TypedSlot, person: Person | None = None) -> None:
    """Hand the slot to the writer; one step of undo."""
    params = _params(typed, wall_time(host), person)

    def run(service: Service) -> Done:
        return service.perform("slot", params)

    host.submit(Job(run=run, verb="slot"))


def wall_time(host: TimedHost) -> datetime:
    """The minute on the user's clock, on the day that the screen shows."""
    return datetime.combine(host.today(), host.moment().time().replace(second=0, microsecond=0))


def _foreseen(host: TimedHost, typed: TypedSlot, person: Person | None) -> Slot:
    """The slot that would be booked.

    Raises:
        Problem: where it would be refused.
    """
    fresh: Fresh | None = host.fresh
    assert fresh is not None
    params = _params(typed, wall_time(host), person)
    return _slot_of(add_slot(fresh.snapshot, params, _context(host, fresh)))


def moved(host: TimedHost, params: MoveSlot) -> Slot:
    """A slot as it would be once it is moved.

    Raises:
        Problem: where that would be refused.
    """
    fresh: Fresh | None = host.fresh
    assert fresh is not None
    return _slot_of(move_slot(fresh.snapshot, params, _context(host, fresh)))


def _context(host: TimedHost, fresh: Fresh) -> Context:
    ties = fresh.ties
    return Context(host.moment(), fresh.today, str, ties.settings, lambda: ties)


def _slot_of(outcome: Outcome) -> Slot:
    (change,) = outcome.change_set.changes
    assert isinstance(change.after, Slot)
    return change.after


def _params(typed: TypedSlot, now: datetime, person: Person | None) -> AddSlot:
    who = person or typed.person
    return AddSlot(
        on=day_of(typed, now) or now.date(),
        at=typed.at,
        person="" if who is None else who.id,
        kind=typed.kind,
        minutes=typed.minutes,
        count=typed.count,
        note=typed.note,
    )
