"""Rows of today drawn at random, and slow ways to choose among them that are plainly right."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from itertools import product

from hypothesis import strategies as st

from store.records.ids import PersonId
from store.records.kinds import GROUPS, Group
from store.rules.due import RANK, Due
from store.rules.fit import needed
from store.rules.reason import Reason

GAINS = (0.0, 0.25, 0.5, 0.75, 1.0, 1.5, 3.0)
"""Few, so that many choices come to the same; all of them whole in binary."""

MINUTES = (1, 5, 7, 10, 20, 25, 30, 60, 90)

LEAST = Fraction(1, 1 << 30)
"""What a row counts for that counts for nothing: less than any other."""


def due(
    number: int,
    minutes: int,
    gain: float = 0.0,
    group: Group = "cooling",
    person: int | None = None,
) -> Due:
    """A row; those with lower numbers come first within a group and a gain."""
    id = f"{number:03}"
    return Due(
        id=id,
        person=PersonId(f"P{number if person is None else person}"),
        name=f"Name {id}",
        group=group,
        reason=Reason("rhythm"),
        band=None,
        layer=None,
        step="call",
        minutes=minutes,
        due=None,
        order=(RANK[group], True, True, -gain, 0, "", id),
    )


@st.composite
def waiting(draw: st.DrawFn, most: int, people: int = 4) -> list[Due]:
    """Rows of all groups, in any order.

    Args:
        draw: given by Hypothesis.
        most: rows at most.
        people: whom they are about; few, so that some have several.
    """
    drawn = draw(
        st.lists(
            st.tuples(
                st.sampled_from(MINUTES),
                st.sampled_from(GAINS),
                st.sampled_from((*GROUPS, "cooling", "cooling")),
                st.integers(0, people - 1),
            ),
            max_size=most,
        )
    )
    return [
        due(
            number,
            0 if group == "promised" and not gain else minutes,
            0.0 if group in ("promised", "occasion") else gain,
            group,
            person,
        )
        for number, (minutes, gain, group, person) in enumerate(drawn)
    ]


def worth_of(row: Due, gains: Mapping[str, float] = {}) -> Fraction:
    """What a row counts for, in parts that add up exactly."""
    gain = Fraction(gains.get(row.id, row.gain))
    return max(LEAST, gain / 2 if row.group in ("dormant", "give") else gain)


def candidates(rows: Sequence[Due], taken: Sequence[Due]) -> dict[str, Fraction]:
    """By id: the first row of everybody without a promise taken, with the best of theirs."""
    found: dict[str, str] = {}
    best: dict[str, Fraction] = {}
    kept = {row.person for row in taken}
    for row in sorted(rows, key=lambda each: each.order):
        if row.group != "promised" and row.person not in kept:
            id = found.setdefault(row.person, row.id)
            best[id] = max(best.get(id, LEAST), worth_of(row))
    return best


def promises_taken(rows: Sequence[Due], room: int) -> list[Due]:
    """Promised rows in their order while they fit."""
    taken = []
    for row in sorted(rows, key=lambda each: each.order):
        if row.group == "promised" and needed(row) <= room:
            taken.append(row)
            room -= needed(row)
    return taken


def every_choice(rows: Sequence[Due], minutes: int) -> list[str]:
    """The ids of the best rows, by trying all choices."""
    taken = promises_taken(rows, minutes)
    room = minutes - sum(map(needed, taken))
    counts = candidates(rows, taken)
    others = sorted((row for row in rows if row.id in counts), key=lambda each: each.order)
    best: tuple[Fraction, tuple[bool, ...]] = (Fraction(-1), ())
    for choice in product((False, True), repeat=len(others)):
        chosen = [row for row, kept in zip(others, choice, strict=True) if kept]
        if sum(map(needed, chosen)) <= room:
            best = max(best, (sum((counts[row.id] for row in chosen), Fraction()), choice))
    return [
        *(row.id for row in taken),
        *(row.id for row, kept in zip(others, best[1], strict=True) if kept),
    ]


def greedy(rows: Sequence[Due], minutes: int, rank: Callable[[Due, Fraction], object]) -> Fraction:
    """What one row after the other comes to, as long as they fit, in some order."""
    taken = promises_taken(rows, minutes)
    room = minutes - sum(map(needed, taken))
    counts = candidates(rows, taken)
    total = Fraction()
    others = [row for row in rows if row.id in counts]
    for row in sorted(others, key=lambda each: rank(each, counts[each.id])):  # type: ignore[arg-type, return-value]
        if needed(row) <= room:
            room -= needed(row)
            total += counts[row.id]
    return total
