"""The choice of things that comes to the most within a size: a 0/1 knapsack, solved exactly."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from operator import ge

import msgspec


class Item(msgspec.Struct, frozen=True, gc=False):
    """Something to be taken whole or not at all."""

    place: int
    """Its place among all: of choices that come to the same, the one with earlier ones is taken."""
    size: int
    """At least 1."""
    gain: int
    """What it counts for, at least 1; whole, so that sums of equal ones are equal."""


def packed(items: Sequence[Item], room: int) -> set[int]:
    """The places of the items that come to the most within the room.

    Args:
        items: in the order of their places.
        room: the most that their sizes may add up to.
    """
    kept = _contenders(items, room)
    if sum(item.size for item in kept) <= room:
        return {item.place for item in kept}
    sure, tried = _settled(kept, room)
    return {item.place for item in sure} | _best(tried, room - sum(item.size for item in sure))


def _contenders(items: Iterable[Item], room: int) -> list[Item]:
    """Those that a best choice can hold, in their order.

    Of one size no more than `room // size` fit, and where one is taken, all of its size that count
    for more are, or the same and come earlier: else it would give way to them.
    """
    by_size: dict[int, list[Item]] = {}
    for item in items:
        if item.size <= room:
            by_size.setdefault(item.size, []).append(item)
    kept: list[Item] = []
    for size, same in by_size.items():
        most = room // size
        # A stable sort: of those that count for the same, the earlier stay in front.
        kept.extend(same if len(same) <= most else sorted(same, key=_less_gain)[:most])
    return sorted(kept, key=_place)


def _settled(items: Sequence[Item], room: int) -> tuple[list[Item], list[Item]]:
    """Those that every best choice holds, and those that have to be tried; the others are in none.

    With a price on each part of the room (Lagrange), a choice comes to no more than the room's
    price and what the items count for beyond theirs. What has to be given up of that to leave an
    item out, or to take one that does not pay its price, must not lead below what a plain greedy
    choice comes to already. All in whole numbers, so that no tie is settled by chance.

    Args:
        items: which do not all fit.
        room: the most that their sizes may add up to.
    """
    price, of, reached, free = 0, 1, 0, room
    for item in sorted(items, key=_less_density):
        if item.size <= free:
            free -= item.size
            reached += item.gain
        elif not price:
            # The first that does not fit tells what room is worth: `price / of` a part.
            price, of = item.gain, item.size
    beyond = [item.gain * of - item.size * price for item in items]
    spare = room * price + sum(each for each in beyond if each > 0) - reached * of
    paired = list(zip(items, beyond, strict=True))
    sure = [item for item, gain in paired if gain > spare]
    return sure, [item for item, gain in paired if -spare <= gain <= spare]


def _best(items: Sequence[Item], room: int) -> set[int]:
    """By dynamic programming over the room, from the last item to the first.

    So reading back meets the first item first, and takes it where that costs nothing.
    """
    best = [0] * (room + 1)
    taken: list[list[bool]] = []
    for item in reversed(items):
        gain, size = item.gain, item.size
        staying, taking = best[size:], [value + gain for value in best[: room + 1 - size]]
        taken.append(list(map(ge, taking, staying)))
        best[size:] = map(max, taking, staying)
    chosen: set[int] = set()
    for item, marks in zip(items, reversed(taken), strict=True):
        if room >= item.size and marks[room - item.size]:
            chosen.add(item.place)
            room -= item.size
    return chosen


def _less_gain(item: Item) -> int:
    return -item.gain


def _less_density(item: Item) -> float:
    return -item.gain / item.size


def _place(item: Item) -> int:
    return item.place
