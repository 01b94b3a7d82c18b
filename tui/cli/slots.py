"""The commands `slot` and `free`: planned times, and the free time between them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime
from functools import partial

from store.actions.slot_add import AddSlot
from store.actions.slot_drop import DropSlot
from store.actions.slot_kept import KeepSlot
from store.actions.slot_missed import MissSlot
from store.actions.slot_move import MoveSlot
from store.records.record import Json
from store.rules.budget import Week, week_of
from store.words.message import UsageProblem
from store.words.week_text import read_week
from tui.cli.answer import Answer
from tui.cli.paragraphs import terminal_columns
from tui.cli.session import Session
from tui.cli.slot_typed import day_ahead, which_slot, whom_and_what
from tui.cli.typed_texts import refuse_others, typed_line
from tui.cli.verb import Given, Parameter, Verb, positional

Run = Callable[[Session, Given], Answer]


def _slot(session: Session, given: Given) -> Answer:
    """One of the six; no word is the list."""
    what = str(given.get("what") or "list")
    run = _WHAT.get(what)
    if run is None:
        raise UsageProblem("usage", "problem.bad_what", text=what, choices=", ".join(_WHAT))
    return run(session, {name: value for name, value in given.items() if name != "what"})


def _list(session: Session, given: Given) -> Answer:
    """The slots of this week and all to come, or those of a week."""
    from store.views.answers_slots import booked_answer
    from store.views.slots import booked_slots
    from tui.cli.slot_lines import booked_lines

    typed, options = _parted(given)
    if typed:
        raise UsageProblem("usage", "problem.slot_words_too_many", text=typed)
    refuse_others(options, ("week",))
    service = session.service
    days = _week(session, given) or Week(service.ties().calendar.start, date.max)
    booked = booked_slots(service.snapshot, service.ties(), now_here(session), days)
    value: list[Json] = [booked_answer(each) for each in booked]
    none = () if booked else (session.words.say("slot.none"),)
    return Answer(
        value=value,
        lines=lambda: booked_lines(booked, session.words, session.today, terminal_columns()),
        aside=none,
    )


def _add(session: Session, given: Given) -> Answer:
    """A slot with whom and for what the words behind the verb tell."""
    typed, options = _parted(given)
    refuse_others(options, AddSlot.__struct_fields__)
    wanted = whom_and_what(typed, options, session.service.snapshot)
    return session.perform("slot", day_ahead(wanted, now_here(session)))


def _perform(action: str, known: tuple[str, ...], session: Session, given: Given) -> Answer:
    """An action on the slot that the words behind the verb name."""
    typed, options = _parted(given)
    refuse_others(options, known)
    wanted = which_slot(typed, options, "slot")
    return session.perform(action, day_ahead(wanted, now_here(session)))


def _parted(given: Given) -> tuple[str, dict[str, object]]:
    """The words behind the verb as one text, and the options."""
    options = {name: value for name, value in given.items() if name != "text"}
    return typed_line(given), options


def _free(session: Session, given: Given) -> Answer:
    """The free time of the coming days, or of a week, and what it could be used for."""
    from store.views.answers_slots import slots_answer
    from store.views.slots import days_shown, slots_view
    from store.words.zones import there
    from tui.busy_times import BusyTimes
    from tui.cli.slot_lines import slots_lines

    service, today = session.service, session.today
    days = _week(session, given) or days_shown(service.ties().calendar, today)
    calendars = given.get("calendar") or service.settings.calendars
    paths = (calendars,) if isinstance(calendars, str) else tuple(map(str, calendars))  # type: ignore[call-overload]
    calendar = BusyTimes(paths, service.snapshot.me)
    busy, refused = calendar.read((days.start, days.until))
    view = slots_view(service.snapshot, service.ties(), now_here(session), busy, days, there=there)
    unread: list[Json] = [
        {"file": each.file, "line": each.line, "why": session.tell(each.why)} for each in refused
    ]
    value: dict[str, Json] = {
        "from": days.start.isoformat(),
        "until": days.until.isoformat(),
        **slots_answer(view),
        "refused": unread,
    }
    lines = partial(slots_lines, view, session.words, today, terminal_columns())
    return Answer(
        value=value,
        lines=lines if days.until >= today else lambda: (session.words.say("free.week_gone"),),
        aside=tuple(f"{each.file}: {session.tell(each.why)}" for each in refused),
        # What is told takes no account of any calendar then, which a program has to know.
        status=1 if calendar.read_none() else 0,
    )


def now_here(session: Session) -> datetime:
    """The present moment on the user's clock, without a zone."""
    return session.service.now().replace(tzinfo=None)


def _week(session: Session, given: Given) -> Week | None:
    """The week that is asked for."""
    text = given.get("week")
    if text is None:
        return None
    day = read_week(str(text), session.today, session.words.language, "ahead")
    return week_of(day, session.service.settings.week_starts)


_WHAT: Mapping[str, Run] = {
    "list": _list,
    "add": _add,
    "move": partial(_perform, "slot-move", MoveSlot.__struct_fields__),
    "kept": partial(_perform, "slot-kept", KeepSlot.__struct_fields__),
    "missed": partial(_perform, "slot-missed", MissSlot.__struct_fields__),
    "drop": partial(_perform, "slot-drop", DropSlot.__struct_fields__),
}

SLOT = Verb(
    name="slot",
    help="cli.help.slot",
    parameters=(
        positional("what", required=False),
        Parameter(name="text", positional=True, required=False, many=True),
        Parameter(name="on", value="DATE"),
        Parameter(name="at", value="HH:MM"),
        Parameter(name="minutes", shape="minutes"),
        Parameter(name="kind", worded=True),
        Parameter(name="count", shape="number"),
        Parameter(name="person"),
        Parameter(name="slot"),
        Parameter(name="note"),
        Parameter(name="week"),
    ),
    run=_slot,
)

FREE = Verb(
    name="free",
    help="cli.help.free",
    parameters=(Parameter(name="week"), Parameter(name="calendar", many=True, value="FILE")),
    run=_free,
)
