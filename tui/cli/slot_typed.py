"""What the words behind `slot add` and its like mean beside the options."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from store.actions.resolve import person_named
from store.records.snapshot import Snapshot
from store.rules.slots import minute_of
from store.words.day_vocabulary import WEEKDAYS
from store.words.fold import fold
from store.words.message import Problem, UnknownProblem, UsageProblem
from store.words.time_of_day import read_time
from store.words.time_vocabulary import time_told
from tui.cli.timer_words import NOBODY, started_for

PERSON, KIND, ON, AT = "person", "kind", "on", "at"

Options = Mapping[str, object]


def whom_and_what(typed: str, options: Options, snapshot: Snapshot) -> dict[str, object]:
    """The options of a slot to book with whom, and for what, the words before them tell.

    They are a person, a kind, or a kind and a person: "Björn Ek", "messages", "call Björn Ek";
    see `started_for`.

    Raises:
        UsageProblem: where an option tells another person or kind, or the words are neither.
        UnknownProblem: where they can only be a person, and nobody is meant.
    """
    if not typed:
        return dict(options)
    try:
        told = started_for(typed, snapshot)
    except UnknownProblem as problem:
        if options.get(PERSON) and problem.message.id == NOBODY:
            raise UsageProblem("usage", "problem.slot_words", text=typed) from problem
        raise
    for name, value in told.items():
        given = options.get(name)
        if given and not _alike(name, str(given), str(value), snapshot):
            raise _either(typed, str(given))
    return {**options, **told}


def _alike(name: str, one: str, other: str, snapshot: Snapshot) -> bool:
    """Whether an option and the words mean the same person, or the same kind."""
    if name == PERSON:
        return person_named(snapshot, one).id == other
    return time_told(one) == time_told(other) if name == KIND else one == other


def which_slot(typed: str, options: Options, name: str) -> dict[str, object]:
    """The options with the slot that the words before them name.

    Raises:
        UsageProblem: where the option names another one.
    """
    given = str(options.get(name) or typed)
    if typed and given != typed:
        raise _either(typed, given)
    return {**options, name: given} if given else dict(options)


def day_ahead(options: Options, now: datetime) -> dict[str, object]:
    """The options, with today for its own day of the week where the hour told is still to come.

    On a Friday "friday" at an hour that has gone by, or at none, is that of next week, as
    everywhere else. The answer tells the day in either case.
    """
    on, at = options.get(ON), options.get(AT)
    if not (isinstance(on, str) and isinstance(at, str)):
        return dict(options)
    if WEEKDAYS.get(fold(on).strip().rstrip(".")) != now.weekday():
        return dict(options)
    try:
        begins = minute_of(read_time(at))
    except Problem:
        return dict(options)
    ahead = begins is not None and begins > now.hour * 60 + now.minute
    return {**options, ON: now.date().isoformat()} if ahead else dict(options)


def _either(one: str, other: str) -> UsageProblem:
    return UsageProblem("usage", "problem.slot_either", one=one, other=other)
