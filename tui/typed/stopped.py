"""What came of a timer, told in one line: kind, minutes, day, a note, as `call 12 min Lyon`."""

from __future__ import annotations

import re
from datetime import date

import msgspec

from store.records.kinds import Language
from store.words.fold import fold
from tui.typed.capture import Capture, is_bare_figure, read_capture
from tui.typed.spent import read_spent

PREPARING = "preparing"
_PREPARING = frozenset({"preparing", "preparation"})
"""Nouns only: behind "préparer" stands what somebody is to prepare."""

_FILLED = re.compile(r"^\s*(\d+) min\b\s*")


class TypedStop(msgspec.Struct, frozen=True, kw_only=True):
    """What a line was read as; None and nothing are for what it does not say."""

    kind: str = ""
    """Its code: of a contact, or of the budget."""
    minutes: int | None = None
    on: date | None = None
    note: str = ""

    @property
    def is_nothing(self) -> bool:
        """Whether it took no time and nothing is told of it: then there is nothing to log."""
        return self.minutes == 0 and not self.note


class Reading(msgspec.Struct, frozen=True, kw_only=True):
    """How a line is to be read."""

    today: date
    language: Language
    contact: bool
    """Whether it is a contact with somebody; else the line is read like time without a person."""
    filled: int | None = None
    """Minutes that stood in the line before anything was typed: others go before them."""
    usual: bool = False
    """Whether "lunch" tells its minutes; not where they were measured."""


def read_stopped(text: str, how: Reading) -> TypedStop:
    """Read a line; kind, minutes and day in any order at its beginning, the rest is the note."""
    filled = minutes_filled(text)
    if filled is not None and how.filled == filled[0]:
        typed = filled[1]
        later = _read(typed, how)
        if later.minutes is not None and not _begins_note(typed, later):
            return later
    return _read(text, how)


def minutes_filled(text: str) -> tuple[int, str] | None:
    """The minutes with which a line begins, as they are filled in, and what stands behind them."""
    filled = _FILLED.match(text)
    return None if filled is None else (int(filled[1]), text[filled.end() :])


def _begins_note(text: str, told: TypedStop) -> bool:
    """Whether a bare figure counts what the note is about: "3 papers" behind "13 min"."""
    return bool(told.note) and not told.kind and not told.on and is_bare_figure(text.split())


def _read(text: str, how: Reading) -> TypedStop:
    if not how.contact:
        spent = read_spent(text, how.today, how.language, usual=how.usual)
        return TypedStop(kind=spent.kind or "", minutes=spent.minutes, on=spent.on, note=spent.note)
    told = read_capture(text, how.today, how.language, usual=how.usual)
    word, _, rest = told.note.partition(" ")
    if told.kind is None and word.islower() and fold(word) in _PREPARING:
        return _prepared(told, read_capture(rest, how.today, how.language, kinds=False))
    return TypedStop(kind=told.kind or "", minutes=told.minutes, on=told.on, note=told.note)


def _prepared(before: Capture, behind: Capture) -> TypedStop:
    """It was preparing, as a word between two parts of the line says."""
    return TypedStop(
        kind=PREPARING,
        minutes=behind.minutes if before.minutes is None else before.minutes,
        on=before.on or behind.on,
        note=behind.note,
    )
