"""The searches that the user keeps under a name."""

from __future__ import annotations

from collections.abc import Sequence

from store.records.me import Me, SavedSearch
from store.words.fold import fold
from store.words.message import UnknownProblem


def saved_queries(me: Me) -> tuple[SavedSearch, ...]:
    """All of them, in the order in which they were saved."""
    return me.searches


def place_of(saved: Sequence[SavedSearch], name: str) -> int | None:
    """Where a name stands among them, whatever its accents and capitals; None where it does not."""
    wanted = fold(name).strip()
    return next((place for place, each in enumerate(saved) if fold(each.name) == wanted), None)


def saved_query(me: Me, name: str) -> str:
    """What a name stands for.

    Raises:
        UnknownProblem: where no search has that name.
    """
    place = place_of(me.searches, name)
    if place is None:
        raise UnknownProblem("unknown_search", "problem.unknown_search", name=name)
    return me.searches[place].query
