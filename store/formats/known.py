"""What a format may know of the store while it reads: enough to tell the user from the others."""

from __future__ import annotations

from collections.abc import Set as AbstractSet

import msgspec

from store.records.me import Me


class Known(msgspec.Struct, frozen=True, kw_only=True):
    """The user's card, and the stable keys of people already there or read before in this import.

    Most formats look at neither.
    """

    me: Me = Me()
    sources: AbstractSet[str] = frozenset()
