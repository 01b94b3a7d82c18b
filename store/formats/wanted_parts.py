"""Large values that a change set refers to, of all that files held."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from store.records.attachment import digest_in
from store.records.change import ChangeSet
from store.records.person import Person


def wanted_parts(change_set: ChangeSet, parts: Mapping[str, bytes]) -> Mapping[str, bytes]:
    """Those that stand on a card as it will be, by digest."""
    if not parts:
        return {}
    cards = (each.after for each in change_set.changes if isinstance(each.after, Person))
    digests = dict.fromkeys(_named(cards))
    return {digest: parts[digest] for digest in digests if digest in parts}


def _named(cards: Iterable[Person]) -> Iterator[str]:
    for card in cards:
        for each in card.properties:
            digest = digest_in(each.value)
            if digest is not None:
                yield digest
