"""What a search found of somebody, put together and in the order in which it is told."""

from __future__ import annotations

from collections.abc import Iterable

from store.views.people import Found, Span

_SHARED = ("schools", "cities", "passions", "fields", "tags", "circles")
"""What people have in common comes first: it is short, and what one mostly looks for."""

_LONG = ("needs", "offers", "where", "dates", "notes")
"""Sentences come last: they are cut where there is little room."""

_ORDER = {
    **{field: place - len(_SHARED) for place, field in enumerate(_SHARED)},
    **{field: place + 1 for place, field in enumerate(_LONG)},
}


def together(found: Iterable[Found]) -> tuple[Found, ...]:
    """One of each field and value, with all that matched in it."""
    spans: dict[tuple[str, str], list[Span]] = {}
    for each in found:
        spans.setdefault((each.field, each.value), []).extend(each.spans)
    return tuple(Found(field, value, tuple(some)) for (field, value), some in spans.items())


def told_first(found: Iterable[Found]) -> tuple[Found, ...]:
    """What is shared, then what else is short, then sentences; as they were within each."""
    return tuple(sorted(found, key=lambda each: _ORDER.get(each.field, 0)))
