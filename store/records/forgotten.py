"""Who was forgotten, kept as keyed hashes alone, so that a later import refuses them."""

from __future__ import annotations

import msgspec


class Forgotten(msgspec.Struct, frozen=True, kw_only=True):
    """Keyed hashes (HMAC-SHA256) of the forgotten."""

    key: str = ""
    """32 bytes of chance, hexadecimal; empty until somebody is forgotten."""
    hashes: tuple[str, ...] = ()
    """Sorted, distinct."""
