"""Stable keys of cards: their UID, or what they say where they have none."""

from __future__ import annotations

import hashlib

from store.formats.vcard.cards import Card

_PASSING = frozenset({"VERSION", "PRODID", "REV"})
"""What an export changes though the card says the same."""

DIGITS = 24
SUFFIX_DIGITS = 8


def digest_of(card: Card) -> str:
    """A name for what a card says, whatever the order of its properties: 24 hex digits."""
    said = sorted(
        f"{each.group}.{each.name};{each.params}".upper() + ":" + each.value.strip()
        for each in card.properties
        if each.key not in _PASSING
    )
    return hashlib.sha256("\n".join(said).encode("utf-8", "surrogatepass")).hexdigest()[:DIGITS]


class SourceKeys:
    """Gives each card of a file a key of its own, and knows a card that comes twice."""

    def __init__(self) -> None:
        self._digests: dict[str, set[str]] = {}

    def key_of(self, uid: str, digest: str) -> str | None:
        """The key of a card, or None where the file has held the same card before.

        Args:
            uid: its UID, or nothing.
            digest: of what it says. Where another card has the same UID, it ends the key.
        """
        key = f"uid:{uid}" if uid else f"vcard:{digest}"
        before = self._digests.setdefault(key, set())
        if digest in before:
            return None
        first = not before
        before.add(digest)
        return key if first else f"{key}#{digest[:SUFFIX_DIGITS]}"
