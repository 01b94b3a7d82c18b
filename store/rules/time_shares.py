"""Whose minutes they were, and how they lie by what a turn with each is worth."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal, get_args

from store.records.ids import PersonId

ValuePart = Literal["high", "middle", "low", "untended"]
"""The quarter of the tended worth most, the middle half, the other quarter, everybody else."""
PARTS: tuple[ValuePart, ...] = get_args(ValuePart)


def share_out(minutes: int, people: Sequence[PersonId], to: dict[PersonId, int]) -> None:
    """Add minutes to those who had them together: evenly, and whole.

    What remains goes to those named first, a minute each, so that the parts are the whole; who is
    left without one is not there.

    Args:
        minutes: of one contact.
        people: each once; nobody leaves the minutes with nobody.
        to: minutes so far, added to.
    """
    if len(people) == 1:
        to[people[0]] = to.get(people[0], 0) + minutes
    elif people:
        each, rest = divmod(minutes, len(people))
        for person in people[: None if each else rest]:
            to[person] = to.get(person, 0) + each + (rest > 0)
            rest -= 1


def parts_by_value(people: Mapping[float, int]) -> dict[float, ValuePart]:
    """In which part of the tended a value is: the highest quarter, the middle half, the lowest.

    People of one value stand together, where the middle one of them does; where all are worth the
    same, all are in the middle.

    Args:
        people: how many are worth so much (RULES 2).
    """
    count, above = sum(people.values()), 0
    parts: dict[float, ValuePart] = {}
    for value in sorted(people, reverse=True):
        # Twice the place of the middle one, against a quarter and three quarters of all.
        middle = 2 * above + people[value]
        above += people[value]
        if 2 * middle < count:
            parts[value] = "high"
        else:
            parts[value] = "low" if 2 * middle > 3 * count else "middle"
    return parts
