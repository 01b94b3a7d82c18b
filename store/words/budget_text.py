"""A week's targets as somebody types them: "call=60 in_person=60 total=120", "calls 1h"."""

from __future__ import annotations

import re
from collections.abc import Iterable

import msgspec

from store.records.kinds import BudgetKind
from store.words.fold import fold
from store.words.kinds import budget_message
from store.words.message import UsageProblem
from store.words.minutes_text import read_minutes
from store.words.time_vocabulary import time_told

WHOLE = frozenset({"total", "all", "week", "tout", "semaine", "en tout"})
"""What means all kinds together, folded."""

_LENGTH = (
    r"\d+(?:[.,]\d)?\s*(?:heures?|hours?|h)(?:\s*[0-5]?\d(?![\d:.]|\s*h)(?:\s*(?:min|mn|m))?)?"
    r"|\d+:\d\d|\d+\s*(?:minutes?|min|mn|m|')?"
)
_END = r"(?=[\s,;]|$)"

_SIGNED = re.compile(
    rf"\s*([^=]*?)\s*=(?:\s*({_LENGTH}){_END}|\s*([^\s=,;]+){_END}(?!\s*=))?[\s,;]*", re.IGNORECASE
)
"""A name, and what stands behind the sign unless that is the next name."""

_PLAIN = re.compile(rf"\s*([^\d=,;]+?)\s+({_LENGTH}){_END}(?!\s*=)[\s,;]*", re.IGNORECASE)
"""A name and a length behind it: "calls 1h"."""


class Targets(msgspec.Struct, frozen=True, kw_only=True):
    """Minutes a week, as typed; what was not named is not there."""

    total: int | None = None
    kinds: dict[BudgetKind, int] = msgspec.field(default_factory=dict)


def read_targets(texts: Iterable[str]) -> Targets:
    """Targets by words of either language; "total", "week" and "semaine" mean all together.

    Args:
        texts: each with one or several `kind=minutes`, or `kind minutes`: `60`, `1h`, `1:30`; 0,
            or nothing behind the sign, takes a target away.

    Raises:
        UsageProblem: where a kind is unknown or there twice, or minutes cannot be read.
    """
    whole = " ".join(" ".join(texts).split())
    total: int | None = None
    kinds: dict[BudgetKind, int] = {}
    place = 0
    while place < len(whole):
        match = _PLAIN.match(whole, place) or _SIGNED.match(whole, place)
        if match is None:
            raise UsageProblem("usage", "problem.no_target", text=whole[place:].strip())
        place = match.end()
        name, minutes = match[1], _minutes(match[1], _told(match))
        if " ".join(fold(name).split()) in WHOLE:
            total = minutes
            continue
        told = time_told(name)
        if told is None:
            raise UsageProblem("bad_kind", "problem.bad_time_kind", text=name)
        if told.kind in kinds:
            kind = budget_message(told.kind)
            raise UsageProblem("usage", "problem.target_twice", kind=kind)
        kinds[told.kind] = minutes
    return Targets(total=total, kinds=kinds)


def _told(match: re.Match[str]) -> str:
    """What stands behind a name; nothing takes its target away."""
    return next(filter(None, match.groups()[1:]), "")


def _minutes(name: str, text: str) -> int:
    minutes = read_minutes(text) if text else 0
    if minutes is None:
        raise UsageProblem("bad_minutes", "problem.no_minutes", text=f"{name}={text}")
    return minutes
