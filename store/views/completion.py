"""The values already written that a beginning could mean, whatever its accents and capitals."""

from __future__ import annotations

import re
from collections.abc import Iterable

from store.words.fold import fold

MOST = 8
"""Values offered at once."""

LONGEST = 200
"""Characters of what is typed that are looked at."""

_BETWEEN = re.compile(r"[\W_]+")


def complete(values: Iterable[str], typed: str, most: int = MOST) -> tuple[str, ...]:
    """The values that begin as typed, then those in which another word does.

    Accents, capitals and punctuation do not matter: "ecole poly" finds "École polytechnique".

    Args:
        values: as written, those that are to come first first: the commonest, say.
        typed: the beginning; nothing is offered for an empty one.
        most: how many are given at most.
    """
    wanted = _spaced(typed[:LONGEST])
    if not wanted:
        return ()
    first: list[str] = []
    inside: list[str] = []
    seen: set[str] = set()
    for value in values:
        folded = _spaced(value[:LONGEST])
        if folded in seen:
            continue
        seen.add(folded)
        if folded.startswith(wanted):
            first.append(value)
            if len(first) == most:
                break
        elif len(inside) < most and f" {wanted}" in folded:
            inside.append(value)
    return tuple((first + inside)[:most])


def _spaced(text: str) -> str:
    return _BETWEEN.sub(" ", fold(text)).strip()
