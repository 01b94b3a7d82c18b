"""Whose cards name somebody: as known to them, as who brought us together, as another person."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from store.records.card_links import CardLink, links_to
from store.records.ids import PersonId
from store.records.snapshot import Snapshot
from store.views.origin import Origin, link_origin
from store.views.recorded import Fact
from store.words.fold import fold


class NamedOn(msgspec.Struct, frozen=True, kw_only=True):
    """A card of somebody else that names the person."""

    id: PersonId
    name: str
    links: tuple[CardLink, ...]
    """The fields in which it does."""
    origin: Origin


def cards_naming(snapshot: Snapshot, id: PersonId, facts: Sequence[Fact] = ()) -> Iterator[NamedOn]:
    """All of them, by name; nothing else of these cards is told.

    Args:
        snapshot: the data.
        id: the person's.
        facts: what the history holds about them, oldest first.
    """
    cards = (card for card in snapshot.cards_naming(id) if card.id != id)
    for card in sorted(cards, key=lambda each: (fold(each.name), each.id)):
        links = links_to(card, id)
        origin = link_origin(links, card, facts)
        yield NamedOn(id=PersonId(card.id), name=card.name, links=links, origin=origin)
