"""Values that are probably one thing written in several ways."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

import msgspec

from store.records.me import Me
from store.records.person import Person
from store.records.snapshot import Snapshot
from store.rules.card_values import names_on
from store.rules.institution import Similar
from store.rules.spellings import SPELLED, Spelled, spelling_groups


class Spelling(msgspec.Struct, frozen=True):
    """One way of writing."""

    name: str
    count: int
    """Cards that have it so, the user's own among them."""


class SpellingGroup(msgspec.Struct, frozen=True):
    """Ways of writing one thing, the commonest first."""

    what: Spelled
    spellings: tuple[Spelling, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """As written."""
        return tuple(each.name for each in self.spellings)


def spellings(
    snapshot: Snapshot, similar: Similar, whats: Iterable[Spelled] = SPELLED
) -> tuple[SpellingGroup, ...]:
    """All groups of spellings, kind after kind; in each the groups of most cards first.

    Args:
        snapshot: the data.
        similar: how alike two names are, 0 to 100.
        whats: of which kinds.
    """
    found: list[SpellingGroup] = []
    for what in whats:
        counts = spelling_counts(snapshot, what)
        apart = {(each.one, each.other) for each in snapshot.me.unlike if each.what == what}
        groups = [
            SpellingGroup(what, tuple(Spelling(name, counts[name]) for name in names))
            for names in spelling_groups(what, counts, similar, apart)
        ]
        groups.sort(key=lambda group: -sum(each.count for each in group.spellings))
        found += groups
    return tuple(found)


def spelling_counts(snapshot: Snapshot, what: Spelled) -> Counter[str]:
    """How many cards have each way of writing."""
    counts: Counter[str] = Counter()
    cards: tuple[Person | Me, ...] = (snapshot.me, *snapshot.people.plain().values())
    for card in cards:
        counts.update({name for name in names_on(card, what) if name.strip()})
    return counts
