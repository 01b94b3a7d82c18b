"""Time without a person told in one line: `preparing 20 slides monday`."""

from __future__ import annotations

from datetime import date

import msgspec

from store.records.kinds import BudgetKind, Language
from store.words.time_vocabulary import TimeTold, time_told
from tui.typed.capture import leading_minutes
from tui.typed.leading_day import leading_day

LONGEST_DAY = 3
"""Words of a day at most."""


class TypedSpent(msgspec.Struct, frozen=True, kw_only=True):
    """What a line was read as; None is for what it does not say."""

    kind: BudgetKind | None = None
    minutes: int | None = None
    on: date | None = None
    note: str = ""


def read_spent(text: str, today: date, language: Language, *, usual: bool = True) -> TypedSpent:
    """Read a line: kind, minutes and day in any order at its beginning, or the day at its end.

    Args:
        text: as typed.
        today: the day before which a bare name of a day lies.
        language: whose order of day and month holds.
        usual: whether "lunch" tells its minutes besides.
    """
    tokens = text.split()
    told: TimeTold | None = None
    minutes: int | None = None
    on: date | None = None
    while tokens:
        day = None if on else leading_day(tokens, today, language, past=True)
        spent = None if minutes is not None else leading_minutes(tokens)
        kind = None if told else _kind(tokens)
        if day is not None:
            on, tokens = day[0], tokens[day[1] :]
        elif spent is not None:
            minutes, tokens = spent[0], tokens[spent[1] :]
        elif kind is not None:
            told, tokens = kind[0], tokens[kind[1] :]
        else:
            break
    if on is None:
        on, tokens = _day_at_the_end(tokens, today, language)
    if minutes is None and told is not None and usual:
        minutes = told.minutes
    kind_told = None if told is None else told.kind
    return TypedSpent(kind=kind_told, minutes=minutes, on=on, note=" ".join(tokens))


def _kind(tokens: list[str]) -> tuple[TimeTold, int] | None:
    """The kind with which words begin, and how many tell it."""
    for used in (2, 1):
        if len(tokens) >= used:
            told = time_told(" ".join(tokens[:used]))
            if told is not None:
                return told, used
    return None


def _day_at_the_end(
    tokens: list[str], today: date, language: Language
) -> tuple[date | None, list[str]]:
    """The day with which a line ends, and what stands before it."""
    for used in range(min(LONGEST_DAY, len(tokens)), 0, -1):
        last = tokens[-used:]
        found = leading_day(last, today, language, past=True)
        if found is not None and found[1] == used:
            return found[0], tokens[:-used]
    return None, tokens
