"""Values of filters that are no words of a card: days, layers and bands."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta

from store.records.kinds import LAYERS, Layer
from store.search.query import AnyTerm, Banded, Began, Layered, Unfinished
from store.search.query_names import NO_LAYER, TIES, Other
from store.words.fold import fold

_DAY = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?")
_DAY_BEGUN = re.compile(r"(?:\d{4}(?:-\d{1,2}){0,2}\.\.)?(?:\d{0,3}|\d{4}-|\d{4}-\d{1,2}-)")
_RANGE = ".."

NEVER_ENDS = date.max.toordinal()


def special(
    name: Other, texts: Sequence[str], typed: str, negative: bool, last: bool
) -> AnyTerm | None:
    """The term that a filter means; None where it means none, and is words then.

    Args:
        name: of the filter.
        texts: its values.
        typed: all of it.
        negative: whether it must not hold.
        last: whether it stands at the end, where it may still be typed.
    """
    wanted = [fold(each.strip()) for each in texts if each.strip()]
    if last and (not wanted or _is_begun(name, wanted[-1])):
        wanted = wanted[:-1]
        if not wanted:
            return Unfinished(typed=typed, negative=negative)
    if name == "layer":
        layers = _layers(wanted)
        if layers is None:
            return None
        return Layered(layers=layers, typed=typed, negative=negative)
    if name == "tie":
        bands = tuple(TIES[each] for each in wanted if each in TIES)
        if len(bands) < len(wanted) or not bands:
            return None
        return Banded(bands=bands, typed=typed, negative=negative)
    days = [_days(each) for each in wanted]
    known = [each for each in days if each is not None]
    if len(known) < len(days) or not known:
        return None
    if name == "since":
        known = [(first, NEVER_ENDS) for first, _ in known]
    return Began(spans=tuple(known), typed=typed, negative=negative)


def _is_begun(name: Other, text: str) -> bool:
    """Whether a value may go on to be one and is none yet."""
    if name == "layer":
        known = {*NO_LAYER, *(str(layer) for layer in LAYERS)}
        return text not in known and any(each.startswith(text) for each in known)
    if name == "tie":
        return text not in TIES and any(each.startswith(text) for each in TIES)
    return _DAY_BEGUN.fullmatch(text) is not None


def _layers(texts: Sequence[str]) -> tuple[Layer | None, ...] | None:
    found: list[Layer | None] = []
    by_text: dict[str, Layer | None] = {str(layer): layer for layer in LAYERS}
    by_text |= dict.fromkeys(NO_LAYER)
    for text in texts:
        if text not in by_text:
            return None
        found.append(by_text[text])
    return tuple(found) or None


def _days(text: str) -> tuple[int, int] | None:
    """The first and the last day of a year, a month, a day, or from one to another, as ordinals."""
    if _RANGE in text:
        one, _, other = text.partition(_RANGE)
        begin, end = _days(one), _days(other)
        return None if begin is None or end is None else (begin[0], end[1])
    found = _DAY.fullmatch(text)
    if found is None:
        return None
    year, month, day = (int(each) if each else None for each in found.groups())
    try:
        first = date(year or 0, month or 1, day or 1)
        if day is not None:
            return first.toordinal(), first.toordinal()
        if month is None:
            return first.toordinal(), date(first.year, 12, 31).toordinal()
        later = date(first.year + month // 12, month % 12 + 1, 1)
        return first.toordinal(), (later - timedelta(days=1)).toordinal()
    except (ValueError, OverflowError):
        return None
