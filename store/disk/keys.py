"""Which doc_id TinyDB knows a record by, and which is free."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import msgspec

from store.records.table import Table


class Keys(msgspec.Struct, frozen=True):
    """The doc_ids of one table, by record id; the next version costs what changed."""

    by_id: Table[str, str]
    following: int = 1
    """The next free one; numbers of removed records are not given again soon."""

    def with_changes(self, made: Mapping[str, str], removed: Iterable[str]) -> Keys:
        """The keys after records came, with their doc_ids, and others went."""
        changes: dict[str, str | None] = dict.fromkeys(removed)
        changes.update(made)
        following = max(self.following, *(int(key) + 1 for key in made.values()), 1)
        return Keys(self.by_id.with_changes(changes), following)


NO_KEYS = Keys(Table())


def keys_of(by_id: dict[str, str]) -> Keys:
    """The keys of a table that has been read."""
    return Keys(Table(by_id), max(map(int, by_id.values()), default=0) + 1)
