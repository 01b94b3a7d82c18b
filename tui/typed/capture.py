"""A talk told in one line: kind, minutes, day, and what they told, as `call 20 Moved to Lyon`."""

from __future__ import annotations

import re
from datetime import date

import msgspec

from store.records.kinds import Kind, Language
from store.words.fold import fold
from store.words.kind_vocabulary import KIND_WORDS, KindTold, kind_told
from tui.typed.leading_day import leading_day

LONGEST_MINUTES = 24 * 60

_MINUTES = re.compile(r"^(\d{1,4})(?:min|mn|m|')?$")
_HOURS = re.compile(r"^(\d{1,2})h(\d{2})?$")
_UNITS = frozenset({"min", "mn", "minutes", "minute", "'"})


class Capture(msgspec.Struct, frozen=True, kw_only=True):
    """What a line was read as; None is for what it does not say."""

    kind: Kind | None = None
    minutes: int | None = None
    on: date | None = None
    note: str = ""


def read_capture(
    text: str, today: date, language: Language, *, kinds: bool = True, usual: bool = True
) -> Capture:
    """Read a line; kind, minutes and day in any order at its beginning, the rest is the note.

    Args:
        text: as typed.
        today: the day.
        language: in which days are told; kinds are read in both.
        kinds: whether a word for a kind means one, or begins the note.
        usual: whether "lunch" tells its minutes besides.
    """
    tokens = text.split()
    kind: Kind | None = None
    meant: int | None = None
    minutes: int | None = None
    on: date | None = None
    while tokens:
        day = None if on else leading_day(tokens, today, language, past=True)
        if day is not None:
            on, tokens = day[0], tokens[day[1] :]
            continue
        spent = None if minutes is not None else leading_minutes(tokens)
        if spent is not None:
            minutes, tokens = spent[0], tokens[spent[1] :]
            continue
        how = _kind(tokens) if kinds and not kind else None
        if how is None:
            break
        kind, meant, tokens = how[0].kind, how[0].minutes, tokens[how[1] :]
    if minutes is None and usual:
        minutes = meant
    return Capture(kind=kind, minutes=minutes, on=on, note=" ".join(tokens))


def _kind(tokens: list[str]) -> tuple[KindTold, int] | None:
    """The kind with which words begin, and how many tell it; a capital begins the note."""
    pair = fold(" ".join(tokens[:2]))
    used = 2 if len(tokens) > 1 and pair in KIND_WORDS else 1
    text = " ".join(tokens[:used])
    if used == 1 and text[:1].isupper() and fold(text) not in KIND_WORDS:
        return None
    told = kind_told(text)
    return None if told is None else (told, used)


def leading_minutes(tokens: list[str]) -> tuple[int, int] | None:
    """The minutes with which words begin, and how many tell them; None where none do."""
    word = fold(tokens[0])
    hours = _HOURS.match(word)
    if hours is not None:
        spent, used = int(hours[1]) * 60 + int(hours[2] or 0), 1
    else:
        match = _MINUTES.match(word)
        if match is None:
            return None
        spent = int(match[1])
        used = 2 if len(tokens) > 1 and fold(tokens[1]) in _UNITS else 1
    return (spent, used) if spent <= LONGEST_MINUTES else None


def is_bare_figure(tokens: list[str]) -> bool:
    """Whether words begin with a figure and no unit: "45", but not "45 min", "45'", "1h"."""
    bare = bool(tokens) and tokens[0].isdecimal()
    return bare and not (len(tokens) > 1 and fold(tokens[1]) in _UNITS)
