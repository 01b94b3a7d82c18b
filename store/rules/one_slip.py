"""Whether two words are one slip of the finger apart, and which of many may be."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

SHORTEST = 5
"""Letters of the shortest word that is taken for a misspelt one."""

EXCHANGED = 7
"""The same where one letter stands for another: Nancy is not Nanty."""

_DIGITS = re.compile(r"\d+")


def one_slip(a: str, b: str) -> bool:
    """Whether a letter is left out, doubled, swapped with its neighbour, or exchanged.

    What holds other numbers is another thing, and so is what is the same.
    """
    shorter, longer = sorted((a, b), key=len)
    if a == b or len(shorter) < SHORTEST or _DIGITS.findall(a) != _DIGITS.findall(b):
        return False
    if len(longer) - len(shorter) == 1:
        return any(longer[:at] + longer[at + 1 :] == shorter for at in range(len(longer)))
    if len(longer) != len(shorter):
        return False
    apart = [at for at in range(len(a)) if a[at] != b[at]]
    if len(apart) == 1:
        return len(a) >= EXCHANGED
    if len(apart) != 2 or apart[1] != apart[0] + 1:
        return False
    first, second = apart
    return a[first] == b[second] and a[second] == b[first]


def candidates(words: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Pairs of different words that may be one slip apart, each once; in the order of the words.

    Two words are, only if a letter can be taken from each, or from one, so that the same is left;
    the time taken grows with the letters, not with the pairs.
    """
    left_of: dict[str, list[str]] = {}
    met: set[tuple[str, str]] = set()
    for word in dict.fromkeys(words):
        for rest in dict.fromkeys((word, *_shortened(word))):
            others = left_of.setdefault(rest, [])
            for other in others:
                if (other, word) not in met:
                    met.add((other, word))
                    yield other, word
            others.append(word)


def _shortened(word: str) -> Iterator[str]:
    for at in range(len(word)):
        yield word[:at] + word[at + 1 :]
