"""A trip told in one line: the city, the first day, the last: `Lyon mon fri`; or `Lyon remove`."""

from __future__ import annotations

from datetime import date

import msgspec

from store.records.kinds import Language
from store.words.fold import fold
from tui.typed.leading_day import leading_day

LONGEST = 12
"""Words of a line that are looked at."""

FILLERS = frozenset({"from", "to", "until", "till", "du", "de", "au", "jusqu'au", "-", "–", "→"})
"""Words of both languages that may stand before a day."""

REMOVALS = frozenset({"remove", "cancel", "retirer", "annuler"})
"""Words of both languages that take a trip back, at the end of the line."""


class TypedTrip(msgspec.Struct, frozen=True, kw_only=True):
    """What a line was read as."""

    city: str
    start: date | None = None
    until: date | None = None
    """The same day, where only one is told; it may come before `start`, to be refused."""
    remove: bool = False
    """Taken back; without days where none are told."""


def read_trip(text: str, today: date, language: Language) -> TypedTrip | None:
    """Read a line; None as long as it tells no city and no day, or that the trip is taken back.

    Days are read from today on, the last one from the first on.
    """
    tokens = text.split()[:LONGEST]
    if len(tokens) > 1 and fold(tokens[-1]) in REMOVALS:
        told = _read(tokens[:-1], today, language)
        return msgspec.structs.replace(told or TypedTrip(city=" ".join(tokens[:-1])), remove=True)
    return _read(tokens, today, language)


def _read(tokens: list[str], today: date, language: Language) -> TypedTrip | None:
    """The city and the days."""
    for place in range(1, len(tokens)):
        start = leading_day(tokens[place:], today, language, past=False)
        if start is None:
            continue
        city = _without_fillers(tokens[:place])
        rest = _after_fillers(tokens[place + start[1] :])
        until = leading_day(rest, start[0], language, past=False) if rest else (start[0], 0)
        if not city or _is_day(city, today, language) or until is None or rest[until[1] :]:
            return None
        return TypedTrip(city=" ".join(city), start=start[0], until=until[0])
    return None


def _is_day(tokens: list[str], today: date, language: Language) -> bool:
    found = leading_day(tokens, today, language, past=False)
    return found is not None and found[1] == len(tokens)


def _without_fillers(tokens: list[str]) -> list[str]:
    kept = list(tokens)
    while kept and fold(kept[-1]) in FILLERS:
        kept.pop()
    return kept


def _after_fillers(tokens: list[str]) -> list[str]:
    rest = list(tokens)
    while rest and fold(rest[0]) in FILLERS:
        rest.pop(0)
    return rest
