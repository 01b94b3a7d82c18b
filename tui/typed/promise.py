"""Something promised, told in one line: `fri send her the contact`, `dans un mois rappeler`."""

from __future__ import annotations

from datetime import date, timedelta

import msgspec

from store.records.kinds import Language
from store.words.day_text import read_day
from store.words.fold import fold
from store.words.message import Problem
from tui.typed.leading_day import leading_day

USUAL_DAYS = 7
"""Until when, where no day is told."""

_SPELT = frozenset(
    {"in", "dans", "end", "fin", "la", "le", "the", "this", "cette", "ce", "next", "on"}
)
"""How a day begins that takes several words: "in two weeks", "fin du mois"."""

_LONGEST = 5
"""Words of such a day at most."""


class TypedPromise(msgspec.Struct, frozen=True, kw_only=True):
    """What a line was read as."""

    on: date
    why: str
    dated: bool
    """Whether the day was told, and is not the usual one."""


def read_promise(text: str, today: date, language: Language) -> TypedPromise:
    """Read a line: a day at its beginning, the rest is what was promised.

    Args:
        text: as typed.
        today: the day that "tomorrow" follows.
        language: whose order of day and month holds.
    """
    tokens = text.split()
    found = _day(tokens, today, language)
    if found is None:
        usual = today + timedelta(days=USUAL_DAYS)
        return TypedPromise(on=usual, why=" ".join(tokens), dated=False)
    why = " ".join(tokens[found[1] :]).lstrip(":,; ")
    return TypedPromise(on=found[0], why=why, dated=True)


def _day(tokens: list[str], today: date, language: Language) -> tuple[date, int] | None:
    """The day with which the words begin, and how many tell it."""
    if not tokens:
        return None
    bare = [each.rstrip(":") or each for each in tokens]
    return leading_day(bare, today, language, past=False) or _spelt(bare, today, language)


def _spelt(tokens: list[str], today: date, language: Language) -> tuple[date, int] | None:
    if fold(tokens[0]) not in _SPELT:
        return None
    for count in range(min(_LONGEST, len(tokens)), 1, -1):
        try:
            return read_day(" ".join(tokens[:count]).rstrip(",;"), today, language), count
        except Problem:
            continue
    return None
