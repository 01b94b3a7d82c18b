"""Spellings of one thing found among many: a school, a city, a passion written in several ways."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Set
from typing import Literal, get_args

from store.rules.institution import Similar, institution_key, keys_agree
from store.rules.one_slip import candidates, one_slip
from store.words.fold import fold

Spelled = Literal["school", "city", "employer", "passion", "field", "tag", "language"]
"""What may be written in several ways; the organisation is one of the employers."""
SPELLED: tuple[Spelled, ...] = get_args(Spelled)

Pair = tuple[str, str]
"""Two spellings in the order of the alphabet."""

_BY_INSTITUTION: frozenset[Spelled] = frozenset({"school", "employer"})

_BETWEEN = re.compile(r"[\W_]+")

RARE = 2
"""People with a spelling that may always be a slip of a commoner one."""

RARER = 5
"""How many times as many must have the commoner one where more have the other."""

LONGEST = 200
"""Characters of a name that are looked at."""


def pair_of(one: str, other: str) -> Pair:
    """Two spellings, whichever comes first."""
    return (one, other) if one <= other else (other, one)


def spelling_groups(
    what: Spelled, counts: Mapping[str, int], similar: Similar, apart: Set[Pair] = frozenset()
) -> tuple[tuple[str, ...], ...]:
    """Spellings that probably mean one thing, in each group the commonest first.

    What differs in capitals, accents, blanks or punctuation alone belongs together, and so do names
    of one institution, and rare words that are one slip from a commoner one. Numbers tell things
    apart: "Paris 1" is never with "Paris 2".

    Args:
        what: of what kind they are.
        counts: each spelling with how many people have it so.
        similar: how alike two names are, 0 to 100.
        apart: spellings that the user has said are two things; no group holds both.
    """
    groups = _Groups(apart)
    by_key: dict[str, list[str]] = {}
    for name in _commonest_first(counts):
        by_key.setdefault(_key(what, name), []).append(name)
    by_key.pop("", None)
    for first, *others in by_key.values():
        for other in others:
            groups.join(first, other)
    for one, other in _near(what, {key: names[0] for key, names in by_key.items()}, similar):
        if what in _BY_INSTITUTION or _is_rare(counts[one], counts[other]):
            groups.join(one, other)
    found = (tuple(_commonest_first({name: counts[name] for name in each})) for each in groups.all)
    return tuple(each for each in found if len(each) > 1)


def _commonest_first(counts: Mapping[str, int]) -> list[str]:
    return sorted(counts, key=lambda name: (-counts[name], fold(name), name))


def _key(what: Spelled, name: str) -> str:
    if what in _BY_INSTITUTION:
        return institution_key(name)
    if what == "city":
        # Saint and St, Genève and Geneva: places are in the names of institutions, too.
        return institution_key(name).replace(" ", "")
    return _BETWEEN.sub("", fold(name[:LONGEST]))


def _near(
    what: Spelled, commonest: Mapping[str, str], similar: Similar
) -> Iterator[tuple[str, str]]:
    """Spellings whose keys are not the same, and yet near."""
    by_letters: dict[str, list[str]] = {}
    for key in commonest:
        by_letters.setdefault(key.replace(" ", ""), []).append(key)
    for same in by_letters.values():
        yield from ((commonest[same[0]], commonest[each]) for each in same[1:])
    for letters, others in candidates(by_letters):
        for one in by_letters[letters]:
            for other in by_letters[others]:
                near = (
                    keys_agree(one, other, similar)
                    if what in _BY_INSTITUTION
                    else one_slip(letters, others)
                )
                if near:
                    yield commonest[one], commonest[other]


def _is_rare(one: int, other: int) -> bool:
    """Whether one is so rare beside the other that it may be a slip."""
    fewer, more = sorted((one, other))
    return fewer <= RARE or fewer * RARER <= more


class _Groups:
    """Spellings put together step by step; what is apart never comes into one group."""

    def __init__(self, apart: Iterable[Pair]) -> None:
        self._apart = frozenset(apart)
        self._of: dict[str, list[str]] = {}

    def join(self, one: str, other: str) -> None:
        mine, theirs = self._group(one), self._group(other)
        if mine is theirs or any(pair_of(a, b) in self._apart for a in mine for b in theirs):
            return
        mine += theirs
        for name in theirs:
            self._of[name] = mine

    def _group(self, name: str) -> list[str]:
        return self._of.setdefault(name, [name])

    @property
    def all(self) -> list[list[str]]:
        """Each group once, in the order in which they came up."""
        return list({id(group): group for group in self._of.values()}.values())
