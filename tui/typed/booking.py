"""A slot told in one line: `call Hélène tue 9h30 25`, `3 messages today 17:30 15`."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta

import msgspec

from store.actions.slot_meant import MOST
from store.records.kinds import Kind, Language
from store.records.person import Person
from store.records.snapshot import Snapshot
from store.rules.slots import minute_of
from store.words.fold import fold
from store.words.time_vocabulary import TimeTold, time_told
from tui.typed.capture import leading_minutes
from tui.typed.leading_day import leading_day
from tui.typed.person import person_typed
from tui.typed.slot_time import leading_clock

LONGEST_TAIL = 8
"""Words behind a name or a note that may tell when and how long."""

WEEK = 7

NAMED: frozenset[Kind | None] = frozenset({"call", "video", "in_person", "message", "email"})
"""Kinds of contact that one has with somebody."""


class TypedSlot(msgspec.Struct, frozen=True, kw_only=True):
    """What a line was read as; None and nothing are for what it does not say."""

    kind: str = ""
    """As typed."""
    people: tuple[Person, ...] = ()
    """Whom the name may mean, the likeliest first."""
    on: date | None = None
    ahead: bool = False
    """Whether the day can only be one to come: "tomorrow", but not "monday"."""
    at: str = ""
    """`HH:MM`."""
    minutes: int | None = None
    count: int = 1
    note: str = ""
    before: str = ""
    """The words before the name or the note, and those behind it."""
    behind: str = ""

    @property
    def person(self) -> Person | None:
        """Whom it is with."""
        return self.people[0] if self.people else None

    @property
    def wants_name(self) -> bool:
        """Whether words beside the facts can only be a name: one calls somebody, not something."""
        told: TimeTold | None = time_told(self.kind) if self.kind else None
        return told is None or (told.contact in NAMED and self.count == 1)


def read_booking(
    text: str, snapshot: Snapshot, today: date, language: Language, *, meant: bool = False
) -> TypedSlot:
    """Read a line: kind, day, time and length in any order, around a name or a note.

    Args:
        text: as typed.
        snapshot: whom a name may mean.
        today: the day that "tomorrow" follows.
        language: whose order of day and month holds.
        meant: whether it is known with whom, so that other words are a note.
    """
    tokens = text.split()
    readings = tuple(_readings(tokens, today, language))
    if not meant:
        # "Sam" begins a name as well as a Saturday.
        whole = not readings[0].note and not readings[0].wants_name
        for reading in () if whole else readings:
            people = _named(reading, snapshot)
            if people:
                return msgspec.structs.replace(reading, people=people, note="")
    return readings[0]


def is_booking(typed: TypedSlot, now: datetime) -> bool:
    """Whether a line means a slot rather than time that was spent.

    It does where it says for whom or for what, and tells a time or a day to come; a bare "monday"
    is one to come where somebody is named.

    Args:
        typed: the line.
        now: on the user's clock.
    """
    if not (typed.kind or typed.people):
        return False
    if typed.on is not None and typed.on < now.date():
        return False
    if typed.people and (typed.on or typed.at):
        return True
    return typed.ahead or (bool(typed.at) and _is_to_come(typed, now))


def day_of(typed: TypedSlot, now: datetime) -> date | None:
    """The day that a line means; of an hour alone the next; None where it says neither."""
    if typed.on is not None or not typed.at:
        return typed.on
    today = now.date()
    if _is_to_come(typed, now) or today == date.max:
        return today
    return today + timedelta(days=1)


def completed(text: str, snapshot: Snapshot, today: date, language: Language) -> str:
    """The line with the name written out."""
    typed = read_booking(text, snapshot, today, language)
    if typed.person is None:
        return text
    parts = (typed.before, typed.person.name, typed.behind)
    return " ".join(filter(None, parts)) + ("" if typed.behind else " ")


def _is_to_come(typed: TypedSlot, now: datetime) -> bool:
    minute = minute_of(typed.at)
    today = typed.on is None or typed.on == now.date()
    return minute is not None and (not today or minute >= now.hour * 60 + now.minute)


def _readings(tokens: list[str], today: date, language: Language) -> Iterator[TypedSlot]:
    """Ways to read a line, that which takes the most words for facts first."""
    leads, place = [(TypedSlot(), 0)], 0
    while (found := _fact(leads[-1][0], tokens[place:], today, language)) is not None:
        place += found[1]
        leads.append((found[0], place))
    for lead, begin in reversed(leads):
        told, end = _tail(lead, tokens, begin, today, language)
        yield msgspec.structs.replace(
            told,
            note=" ".join(tokens[begin:end]),
            before=" ".join(tokens[:begin]),
            behind=" ".join(tokens[end:]),
        )


def _tail(
    lead: TypedSlot, tokens: list[str], begin: int, today: date, language: Language
) -> tuple[TypedSlot, int]:
    """What the words at the end tell, and where they begin."""
    for end in range(max(begin + 1, len(tokens) - LONGEST_TAIL), len(tokens)):
        told, place = lead, end
        while (found := _fact(told, tokens[place:], today, language)) is not None:
            told, place = found[0], place + found[1]
        if place == len(tokens):
            return told, end
    return lead, len(tokens)


def _fact(
    told: TypedSlot, tokens: list[str], today: date, language: Language
) -> tuple[TypedSlot, int] | None:
    """What is told with the fact that words begin with, and how many of them it takes."""
    if not tokens:
        return None
    clock = None if told.at else leading_clock(tokens)
    if clock is not None:
        return msgspec.structs.replace(told, at=clock[0]), clock[1]
    several = None if told.kind else _several(tokens)
    if several is not None:
        return msgspec.structs.replace(told, count=several, kind=tokens[1]), 2
    day = None if told.on else leading_day(tokens, today, language, past=False)
    if day is not None:
        ahead = _is_ahead(day[0], tokens, today, language)
        return msgspec.structs.replace(told, on=day[0], ahead=ahead), day[1]
    spent = None if told.minutes is not None else leading_minutes(tokens)
    if spent is not None:
        return msgspec.structs.replace(told, minutes=spent[0]), spent[1]
    for used in (2, 1) if not told.kind else ():
        kind = " ".join(tokens[:used])
        if len(tokens) >= used and time_told(kind) is not None:
            return msgspec.structs.replace(told, kind=kind), used
    return None


def _several(tokens: list[str]) -> int | None:
    """How many of a kind words begin with: "3 messages"; "20 preparing" are minutes."""
    if len(tokens) < 2 or not (tokens[0].isascii() and tokens[0].isdecimal()):
        return None
    word = fold(tokens[1])
    told = time_told(word) if word.endswith("s") else None
    count = int(tokens[0][:4])
    several = told is not None and told.kind != "preparing" and not told.minutes
    return count if several and 1 <= count <= MOST else None


def _is_ahead(day: date, tokens: list[str], today: date, language: Language) -> bool:
    behind = leading_day(tokens, today, language, past=True)
    if day <= today or behind is None:
        return day > today
    if behind[0] > today:
        return True
    return (today - behind[0]).days > WEEK and day - today < today - behind[0]


def _named(typed: TypedSlot, snapshot: Snapshot) -> tuple[Person, ...]:
    """Whom the words between the facts mean; where they may as well be a note, whole names only."""
    if not typed.note:
        return ()
    people = person_typed(typed.note, snapshot, slips=False)
    if not typed.wants_name:
        wanted = frozenset(fold(typed.note).split())
        return tuple(each for each in people if wanted <= _words(each))
    if not people and (typed.at or typed.ahead):
        people = person_typed(typed.note, snapshot)
    return tuple(people)


def _words(person: Person) -> frozenset[str]:
    return frozenset(fold(" ".join((person.name, *person.nicknames))).split())
