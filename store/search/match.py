"""What matched, and where: the letters to mark, in the original spelling."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from store.search.placed_words import Span

SHOWN = 80
"""Characters of a value that are shown as the match."""

BEFORE = 24
"""Characters shown before a match that stands far within a long value."""

ELLIPSIS = "…"


class Match(msgspec.Struct, frozen=True):
    """One value in which something was found."""

    field: str
    """Its name in the record: `schools`, `org`, `notes`, and `circles`."""
    value: str
    """As written, cut around the match to 80 characters."""
    spans: tuple[Span, ...] = ()
    """Characters of `value` to mark, in order, none overlapping another."""


def match_of(field: str, text: str, spans: Iterable[Span]) -> Match:
    """A match in a value of any length.

    Args:
        field: its name in the record.
        text: the whole value.
        spans: characters of it, in any order.
    """
    merged = _merged(spans)
    if len(text) <= SHOWN:
        return Match(field, text, merged)
    first = merged[0][0] if merged else 0
    start = 0 if first < SHOWN // 2 else first - BEFORE
    start = min(start, len(text) - SHOWN)
    end = start + SHOWN
    left, right = ELLIPSIS if start else "", ELLIPSIS if end < len(text) else ""
    start, end = start + len(left), end - len(right)
    inside = (
        (max(one, start) - start + len(left), min(other, end) - start + len(left))
        for one, other in merged
    )
    return Match(
        field,
        f"{left}{text[start:end]}{right}",
        tuple(span for span in inside if span[0] < span[1]),
    )


def _merged(spans: Iterable[Span]) -> tuple[Span, ...]:
    found: list[Span] = []
    for start, end in sorted(set(spans)):
        if found and start <= found[-1][1]:
            found[-1] = found[-1][0], max(found[-1][1], end)
        else:
            found.append((start, end))
    return tuple(found)
