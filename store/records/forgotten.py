"""Who was forgotten, kept as keyed hashes alone, so that a later import refuses them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable

import msgspec

from store.records.person import Person

HASH_DIGITS = 32
"""Hexadecimal digits kept of a hash: 128 bits, beyond chance."""


class Forgotten(msgspec.Struct, frozen=True, kw_only=True):
    """Keyed hashes (HMAC-SHA256) of the forgotten."""

    key: str = ""
    """32 bytes of chance, hexadecimal; empty until somebody is forgotten."""
    hashes: tuple[str, ...] = ()
    """Sorted, distinct."""

    def with_person(self, person: Person, key: str = "") -> Forgotten:
        """The same with one more.

        Args:
            person: whom to forget.
            key: the key to begin with; does not matter where there is one already.

        Raises:
            ValueError: where there is no key, or it is not hexadecimal.
        """
        # Loaded only where somebody was forgotten or is.
        from store.records.marks import marks_of, named_mark

        held = self.key or key
        if not held:
            raise ValueError("to forget takes a key")
        marks = marks_of(person)
        hashed = _hasher(held)
        more = map(hashed, (*marks.strong, named_mark(marks)))
        return Forgotten(key=held, hashes=tuple(sorted({*self.hashes, *more})))

    def holds(self, person: Person) -> bool:
        """Whether a card is of somebody forgotten.

        One address, number or stable key in common is enough. So is the name, where both cards
        have nothing of a kind by which namesakes are told apart.
        """
        if not self.hashes:
            return False
        from store.records.marks import marks_of, resembling

        marks = marks_of(person)
        hashed = _hasher(self.key)
        return any(self._has(hashed(mark)) for mark in (*marks.strong, *resembling(marks)))

    def _has(self, wanted: str) -> bool:
        place = bisect_left(self.hashes, wanted)
        return place < len(self.hashes) and self.hashes[place] == wanted


def _hasher(key: str) -> Callable[[str], str]:
    import hmac

    secret = bytes.fromhex(key)

    def hashed(mark: str) -> str:
        # A lone half of a surrogate pair must not stop anybody from being forgotten.
        data = mark.encode("utf-8", "surrogatepass")
        return hmac.digest(secret, data, "sha256").hex()[:HASH_DIGITS]

    return hashed
