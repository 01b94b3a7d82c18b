"""Whether two names of a school or an employer mean the same institution.

Names that come to one key are the same. Others agree where they are one word's slip apart: nine
letters in ten alike, the same numbers, the same short words (ENS is not ENA), and every other word
either the same or misspelt once. "Paris 1" is not "Paris 2", "Université catholique de Lille" is
not that of Lyon, whatever their letters say.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import permutations

from store.rules.institution_key import institution_key as institution_key
from store.rules.institution_key import long_forms
from store.rules.one_slip import one_slip

Similar = Callable[[str, str], float]
"""How alike two names are, 0 to 100, whatever the order of their words."""

ENOUGH = 90.0
"""Of 100: how alike names are that agree."""

SLIPPED = 6
"""Letters of the shortest word that is taken for a misspelt one; shorter ones are acronyms."""

LONE = 8
"""The same for a name that is one word alone: Accor is not Accord."""

_Words = tuple[str, ...]

_DIGIT = re.compile(r"\d")
_DOUBLED = re.compile(r"(.)\1")


def agree(a: str, b: str, similar: Similar) -> bool:
    """Whether two names mean one institution; the same whichever comes first."""
    return keys_agree(institution_key(a), institution_key(b), similar)


def keys_agree(a: str, b: str, similar: Similar) -> bool:
    """The same of two keys."""
    if not a or not b:
        return False
    if a == b:
        return True
    one, other = tuple(a.split()), tuple(b.split())
    if numbers(one) != numbers(other):
        return False
    if _alike(one, other, similar):
        return True
    long_one, long_other = _spelt_out(one), _spelt_out(other)
    if (long_one, long_other) == (one, other):
        return False
    return _alike(long_one, long_other, similar)


def numbers(words: _Words) -> list[str]:
    """The words that hold a digit, in order; names agree only where these are equal."""
    return sorted(word for word in words if _DIGIT.search(word))


def _spelt_out(words: _Words) -> _Words:
    """With long forms for short ones: on the other side the long form may be misspelt."""
    longer = long_forms()
    out = [each for word in words for each in longer.get(word, (word,))]
    return tuple(sorted(dict.fromkeys(out)))


def _alike(one: _Words, other: _Words, similar: Similar) -> bool:
    left = [word for word in one if word not in other]
    right = [word for word in other if word not in one]
    if _written_together(left, right) or _written_together(right, left):
        return True
    if len(left) != len(right) or not 1 <= len(left) <= 3:
        return False
    if similar(" ".join(one), " ".join(other)) < ENOUGH:
        return False
    shortest = LONE if len(one) == 1 else SLIPPED
    return any(
        all(_misspelt(a, b, shortest) for a, b in zip(left, pairs, strict=True))
        for pairs in permutations(right)
    )


def _written_together(apart: list[str], together: list[str]) -> bool:
    """Whether two words of one name are one word of the other: "Cap Gemini", "Agro ParisTech"."""
    if len(apart) != 2 or len(together) != 1:
        return False
    first, second = apart
    return together[0] in (first + second, second + first) and len(together[0]) >= SLIPPED


def _misspelt(a: str, b: str, shortest: int) -> bool:
    """Whether two words are one slip apart: a letter left out, doubled, swapped or exchanged."""
    if min(len(a), len(b)) < shortest or _DIGIT.search(a + b):
        return False
    # Letters doubled in the wrong places: "Massachussets".
    return one_slip(a, b) or _DOUBLED.sub(r"\1", a) == _DOUBLED.sub(r"\1", b)
