"""Stable keys of rows: their UID, else an address and a name, else all that they say."""

from __future__ import annotations

import hashlib

from store.formats.csv.sheet import Sheet
from store.records.identity import text_key

PREFIX = "csv:"
DIGITS = 24
SUFFIX_DIGITS = 8

SHORTEST_UID = 16
"""Shorter ones are numbers that any two files have in common."""


def digest_of_row(said: list[tuple[str, str]]) -> str:
    """A name for what a row says, whatever the order of its columns: 24 hex digits."""
    lines = "\n".join(f"{header}\x1f{cell}" for header, cell in sorted(said))
    return hashlib.sha256(lines.encode("utf-8", "surrogatepass")).hexdigest()[:DIGITS]


class RowKeys:
    """Gives each row of a file a key of its own, and knows a row that comes twice."""

    def __init__(self) -> None:
        self._digests: dict[str, dict[str, int]] = {}

    def key_of(self, sheet: Sheet, name: str, digest: str, line: int) -> str | int:
        """The key of a row, or the line of the same row above.

        An address and a name stay when a number is corrected; without an address, it is all cells.
        """
        email = next(iter(sheet.lists.get("emails", ())), "")
        if len(sheet.uid) >= SHORTEST_UID:
            key = f"uid:{sheet.uid}"
        elif email:
            stays = [("email", text_key(email)), ("name", text_key(name))]
            key = PREFIX + digest_of_row(stays)
        else:
            key = PREFIX + digest
        before = self._digests.setdefault(key, {})
        if digest in before:
            return before[digest]
        first = not before
        before[digest] = line
        return key if first else f"{key}#{digest[:SUFFIX_DIGITS]}"
