"""Who matches, level by level: each level a score and the set of all who have it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import msgspec

from store.search.people_set import Bits, Holders, united

MOST = 40
"""Levels kept apart while words are put together; beyond, neighbours become one."""


class Levels(msgspec.Struct, frozen=True, gc=False):
    """Scores, the highest first, each with those who have it and no better one."""

    groups: tuple[tuple[int, Bits], ...]
    all: Bits

    def within(self, allowed: Bits) -> Levels:
        """The same, of some people only."""
        return _levels((score, bits & allowed) for score, bits in self.groups)

    def raised(self, others: Levels) -> Levels:
        """Everybody of both, each at the better score."""
        if not others.all:
            return self
        return ranked((*self.groups, *others.groups))


NOBODY = Levels((), 0)


def _levels(groups: Iterable[tuple[int, Bits]]) -> Levels:
    kept = tuple((score, bits) for score, bits in groups if bits)
    everybody = 0
    for _, bits in kept:
        everybody |= bits
    return Levels(kept, everybody)


def ranked(groups: Iterable[tuple[int, Bits]]) -> Levels:
    """Levels from sets that may overlap, in any order."""
    merged: dict[int, Bits] = {}
    for score, bits in groups:
        merged[score] = merged.get(score, 0) | bits
    kept: list[tuple[int, Bits]] = []
    seen = 0
    for score in sorted(merged, reverse=True):
        fresh = merged[score] & ~seen
        if fresh:
            kept.append((score, fresh))
            seen |= fresh
    return Levels(tuple(kept), seen)


def gathered(found: Mapping[int, Sequence[Holders]], people: int) -> Levels:
    """Levels from holders by score.

    Args:
        found: who has what is worth each score.
        people: how many places there are.
    """
    return ranked((score, united(holders, people)) for score, holders in found.items())


def everybody_at(score: int, bits: Bits) -> Levels:
    """One level."""
    return Levels(((score, bits),), bits) if bits else NOBODY


def both(one: Levels, other: Levels) -> Levels:
    """Who is in both, scores added."""
    shared = one.all & other.all
    if not shared:
        return NOBODY
    sums: dict[int, Bits] = {}
    others = [(score, bits & shared) for score, bits in other.groups]
    others = [each for each in others if each[1]]
    for score, bits in one.groups:
        left = bits & shared
        if not left:
            continue
        for more, theirs in others:
            met = left & theirs
            if met:
                sums[score + more] = sums.get(score + more, 0) | met
                left ^= met
                if not left:
                    break
    return _coarser(sums)


def with_bonus(one: Levels, other: Levels) -> Levels:
    """Everybody of the one, with the other's score added where they are in both."""
    met = both(one, other)
    rest = [(score, bits & ~met.all) for score, bits in one.groups]
    sums = dict(met.groups)
    for score, bits in rest:
        if bits:
            sums[score] = sums.get(score, 0) | bits
    return _coarser(sums)


def _coarser(sums: dict[int, Bits]) -> Levels:
    step = 1
    while len(sums) > MOST:
        step *= 2
        best = max(sums)
        merged: dict[int, Bits] = {}
        for score, bits in sums.items():
            # Counted from the best, which stays what it is.
            near = best - (best - score) // step * step
            merged[near] = merged.get(near, 0) | bits
        sums = merged
    return _levels((score, sums[score]) for score in sorted(sums, reverse=True))
