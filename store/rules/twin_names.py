"""Two names compared word by word: slips, initials, short forms, the order, and what differs."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise
from math import log
from typing import Literal

import msgspec

from store.rules.twin_traits import Census, Name, Traits
from store.rules.twin_words import are_a_pair, are_forms

Slips = Callable[[str, str], int]
"""How many slips of the keyboard lie between two words."""

NameCode = Literal[
    "same_name",
    "same_words",
    "spelling",
    "short_name",
    "longer_name",
    "nickname",
    "one_word",
    "same_first_name",
    "other_first_name",
    "other_name",
    "no_name",
]

MOST_WORTH = 6.0
"""A name is worth so much at most: even a rare one has two bearers at times."""

LEAST_OF_ONE, MOST_OF_ONE = -4.0, 3.0
"""Of a name of one word, usual or rare."""

SLIP_COSTS = 2.0
"""Taken from the worth of a word for each slip."""

FORM_WORTH = 4.0
INITIAL_WORTH = 2.3
"""What a usual short form or the beginning of a name is worth at most, and an initial."""

FURTHER = 0.4
"""How much of its worth a third word has: Anne-Sophie is one given name."""

LEFT_OUT_COSTS = 1.5
"""For each word that one of both names has besides: a middle name, a second family name."""

MARRIED, SCARCELY, RELATIVE, OTHER, UNNAMED = -1.0, -3.5, -5.5, -6.5, -0.5
"""A rare given name with another family name, a usual one; the other way round; nothing in common;
no name."""


class NameLikeness(msgspec.Struct, frozen=True):
    """How alike two names are."""

    code: NameCode
    weight: float
    """Natural logarithm of how much likelier it is for one person than for two."""


def compare_names(one: Traits, other: Traits, census: Census, slips: Slips) -> NameLikeness:
    """The likeness of the two names, nicknames taken for names as well."""
    if not one.name or not other.name:
        return NameLikeness("no_name", UNNAMED)
    best = _compare(one.name, other.name, census, slips)
    if best.code in ("same_name", "same_words") or not (one.others or other.others):
        return best
    for mine, theirs in _called(one, other):
        likeness = _compare(mine, theirs, census, slips)
        if likeness.weight > best.weight and likeness.weight > MARRIED:
            best = NameLikeness("nickname", likeness.weight)
    return best


def _called(one: Traits, other: Traits) -> Iterator[tuple[Name, Name]]:
    """Both names, at least one of them by a nickname; a nickname may stand for a given name."""
    mine, theirs = tuple(_variants(one)), tuple(_variants(other))
    for each in mine:
        yield each, other.name
    for each in theirs:
        yield one.name, each
    for each in mine:
        for peer in theirs:
            yield each, peer


def _variants(traits: Traits) -> Iterator[Name]:
    for nickname in traits.others:
        if nickname:
            yield nickname
        if len(nickname) == 1 and len(traits.name) > 1:
            yield (*nickname, *traits.name[1:])


def _compare(one: Name, other: Name, census: Census, slips: Slips) -> NameLikeness:
    prior = census.prior
    if one == other or (len(one) == len(other) and sorted(one) == sorted(other)):
        worth = _together(_worth(word, census) for word in one) - prior
        if len(one) == 1:
            return _one_word(worth)
        return NameLikeness("same_name" if one == other else "same_words", min(worth, MOST_WORTH))
    if "".join(one) == "".join(other):
        worths = (_together(_worth(word, census) for word in each) for each in (one, other))
        worth = max(worths) - prior
        return NameLikeness("spelling", min(worth, MOST_WORTH))
    short, long = (one, other) if len(one) <= len(other) else (other, one)
    found = _matched(short, long, census, slips)
    worth = _together(pair.worth for pair in found) - prior
    if sum(pair.words for pair in found) < len(short):
        return _apart(short, long, found, worth)
    over = len(long) - sum(len(pair.theirs) for pair in found)
    worth = min(worth - over * LEFT_OUT_COSTS, MOST_WORTH)
    kinds = {pair.kind for pair in found}
    if len(short) == 1:
        return _one_word(worth) if kinds == {"exact"} else _FAR
    if not any(pair.kind in ("exact", "slip") and len(pair.mine) > 2 for pair in found):
        return _FAR
    if kinds & {"initial", "form"}:
        return NameLikeness("short_name", worth)
    return NameLikeness("spelling" if "slip" in kinds else "longer_name", worth)


def _one_word(worth: float) -> NameLikeness:
    return NameLikeness("one_word", max(LEAST_OF_ONE, min(worth, MOST_OF_ONE)))


_FAR = NameLikeness("other_name", OTHER)


class _Pair(msgspec.Struct, frozen=True):
    kind: Literal["exact", "slip", "form", "initial"]
    mine: str
    at: int
    theirs: tuple[int, ...]
    worth: float
    words: int = 1


def _matched(short: Name, long: Name, census: Census, slips: Slips) -> list[_Pair]:
    """Words of the shorter name, each with that of the longer one that it stands for."""
    free = list(range(len(long)))
    found: list[_Pair] = []
    later: list[int] = []
    for at, word in enumerate(short):
        place = next((each for each in free if long[each] == word), None)
        if place is None:
            later.append(at)
        else:
            free.remove(place)
            found.append(_Pair("exact", word, at, (place,), _worth(word, census)))
    for at in later:
        pair = next(_likely(short, at, long, free, census, slips), None)
        if pair is not None:
            found.append(pair)
            free = [each for each in free if each not in pair.theirs]
    return found


def _likely(
    short: Name, at: int, long: Name, free: list[int], census: Census, slips: Slips
) -> Iterator[_Pair]:
    word = short[at]
    for place in free:
        peer = long[place]
        given = at == 0 or place == 0
        if given and are_a_pair(word, peer):
            continue
        if given and are_forms(word, peer):
            yield _Pair("form", word, at, (place,), min(_worth(peer, census), FORM_WORTH))
        shorter = min(len(word), len(peer))
        apart = slips(word, peer) if shorter > 3 else 9
        if apart <= (2 if shorter > 7 else 1):
            worth = max(_worth(word, census), _worth(peer, census)) - SLIP_COSTS * apart
            yield _Pair("slip", word, at, (place,), worth)
        if shorter == 1 and word[0] == peer[0]:
            yield _Pair("initial", word, at, (place,), INITIAL_WORTH)
        elif given and shorter > 1 and (word.startswith(peer) or peer.startswith(word)):
            longer = max(word, peer, key=len)
            yield _Pair("form", word, at, (place,), min(_worth(longer, census), FORM_WORTH))
    # "JM" for Jean-Marc.
    for first, second in pairwise(free):
        if second == first + 1 and word == long[first][0] + long[second][0]:
            yield _Pair("initial", word, at, (first, second), 2 * INITIAL_WORTH)


def _apart(short: Name, long: Name, found: list[_Pair], worth: float) -> NameLikeness:
    """Words that stand for none of the other name: another family name, or another person."""
    strong = [pair for pair in found if pair.kind != "initial" and len(pair.mine) > 2]
    if not strong:
        return _FAR
    first = any(pair.at == 0 and 0 in pair.theirs for pair in strong)
    last = any(pair.at == len(short) - 1 and len(long) - 1 in pair.theirs for pair in strong)
    if first and not last and len(short) > 1:
        return NameLikeness("same_first_name", max(SCARCELY, min(worth, MARRIED)))
    return NameLikeness("other_first_name", RELATIVE) if len(short) > 1 else _FAR


def _together(worths: Iterable[float]) -> float:
    """Of a given and a family name all that they are worth; further words are not independent."""
    first, second, *others = (*sorted(worths, reverse=True), 0.0, 0.0)
    return first + second + FURTHER * sum(others)


def _worth(word: str, census: Census) -> float:
    """How telling a word is: the rarer among the people, the more."""
    if len(word) == 1:
        return INITIAL_WORTH
    return census.prior - log(max(1, census.words.get(word, 1)))
