"""Values of two cards of one person put together, where each has its own way of being one."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

import msgspec

from store.records.identity import text_key
from store.records.partial_date import is_partial_date, parts_of
from store.records.person import City, Deferral, Employment, School
from store.rules.institution_key import institution_key

S = TypeVar("S", School, City, Employment)


def with_stays(
    held: tuple[S, ...], more: tuple[S, ...], key: Callable[[S], object]
) -> tuple[S, ...]:
    """Schools, cities or years of work of both; years come to a stay that had none.

    Args:
        held: come first.
        more: those of the other card.
        key: what makes two stays those at one place.
    """
    whole = list(held)
    for stay in more:
        same = [at for at, each in enumerate(whole) if key(each) == key(stay)]
        spans = [(whole[at].start, whole[at].end) for at in same]
        if same and ((stay.start, stay.end) in spans or not (stay.start or stay.end)):
            continue
        bare = next(
            (at for at, span in zip(same, spans, strict=True) if span == (None, None)), None
        )
        if bare is None:
            whole.append(stay)
        else:
            extra = {**stay.extra, **whole[bare].extra}
            whole[bare] = msgspec.structs.replace(
                whole[bare], start=stay.start, end=stay.end, extra=extra
            )
    return tuple(whole)


def school_key(stay: School | Employment) -> str:
    """Schools and employers are one where their names mean the same."""
    return institution_key(stay.name) or text_key(stay.name)


def city_key(stay: City) -> tuple[str, str]:
    """A city of today and one of the past are two."""
    return text_key(stay.name), stay.kind


def with_deferrals(held: tuple[Deferral, ...], more: tuple[Deferral, ...]) -> tuple[Deferral, ...]:
    """What was put off on either card, each row until the later day."""
    whole = {each.row: each for each in held}
    for each in more:
        known = whole.get(each.row)
        if known is None or known.until < each.until:
            whole[each.row] = each
    return tuple(whole.values())


def one_birthday(one: str, other: str) -> str | None:
    """All that two partial dates say together; None where they contradict each other."""
    if not one or not other or one == other:
        return one or other
    mine, theirs = parts_of(one), parts_of(other)
    if mine is None or theirs is None:
        return None
    if any(a and b and a != b for a, b in zip(mine, theirs, strict=True)):
        return None
    year, month, day = (a or b for a, b in zip(mine, theirs, strict=True))
    whole = "-".join(filter(None, (year or "-", month, day)))
    return whole if is_partial_date(whole) else None
