"""Sets of people as the bits of one number: two of a hundred thousand meet in a microsecond.

Everybody has a place, a number counted from 0 in the order of names. What few people have is kept
as an array of places, since a number is as long as its highest bit.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator
from itertools import compress
from typing import TypeAlias

Bits = int
"""A set of places, one bit each."""

Holders: TypeAlias = "array[int] | int"
"""Who has something: an array of places where they are few, bits where they are many."""

FEWEST = 64
"""Holders up to this number are always kept as an array."""

SHARE = 32
"""Above one in so many of all people, bits need less room than an array."""

_ONE = ord("1")
_TRUTH = bytes.maketrans(b"01", b"\0\1")

MANY = 1 << 62
"""As the number of places: an array is never made bits, for a long run of additions."""

LOOSE = 24
"""Up to so many places are set one by one."""

SPARSE = 8
"""Up to so many places are read one by one."""


def place_added(holders: Holders | None, place: int, people: int) -> Holders:
    """Holders with one more.

    Args:
        holders: those so far; an array is changed in place.
        place: who comes to it; not among them yet.
        people: how many places there are.
    """
    if holders is None:
        return array("I", (place,))
    if isinstance(holders, int):
        return holders | 1 << place
    holders.append(place)
    return settled(holders, people)


def settled(holders: Holders, people: int) -> Holders:
    """The same holders in whichever form needs less room."""
    if isinstance(holders, int) or len(holders) <= FEWEST or len(holders) * SHARE <= people:
        return holders
    return bits_of(holders)


def place_removed(holders: Holders, place: int) -> Holders | None:
    """Holders without one of them; None where nobody is left."""
    if isinstance(holders, int):
        return holders & ~(1 << place) or None
    holders.remove(place)
    return holders or None


def bits_of(places: Iterable[int], people: int | None = None) -> Bits:
    """A set from places in any order.

    Args:
        places: each below the number of people.
        people: how many places there are, where that is known.
    """
    wanted = places if isinstance(places, array | list) else list(places)
    if len(wanted) <= LOOSE:
        bits = 0
        for place in wanted:
            bits |= 1 << place
        return bits
    digits = bytearray(b"0") * (max(wanted) + 1 if people is None else people)
    for place in wanted:
        digits[place] = _ONE
    digits.reverse()
    return int(digits, 2)


def united(groups: Iterable[Holders], people: int | None = None) -> Bits:
    """Whoever is among any of these; see `bits_of` for the number of people."""
    bits, loose = 0, array("I")
    for group in groups:
        if isinstance(group, int):
            bits |= group
        else:
            loose += group
    return bits | bits_of(loose, people) if loose else bits


def places_of(bits: Bits) -> Iterator[int]:
    """The places of a set, the lowest first."""
    if bits.bit_count() <= SPARSE:
        return _lowest_first(bits)
    digits = format(bits, "b").encode()[::-1].translate(_TRUTH)
    return compress(range(len(digits)), digits)


def _lowest_first(bits: Bits) -> Iterator[int]:
    while bits:
        lowest = bits & -bits
        yield lowest.bit_length() - 1
        bits ^= lowest


def each_of(holders: Holders) -> Iterable[int]:
    """The places among holders, in any order."""
    return places_of(holders) if isinstance(holders, int) else holders
