"""The UID by which other programs know somebody whom no other program has named."""

from __future__ import annotations

import re

from store.records.ids import ALPHABET

URN = "urn:uuid:"
_OTHER = "arrosoir-"
_ULID = re.compile(f"[0-7][{ALPHABET}]{{25}}")
_BITS = 5


def source_of_person(id: str) -> str:
    """The stable key under which somebody comes back from a card that this program has written."""
    return f"uid:{uid_of_person(id)}"


def uid_of_person(id: str) -> str:
    """The UID of a person's id: a UUID with the same 128 bits, else a text with the id in it."""
    if _ULID.fullmatch(id) is None:
        return f"{_OTHER}{id}"
    number = 0
    for letter in id:
        number = number << _BITS | ALPHABET.index(letter)
    digits = f"{number:032x}"
    pieces = (digits[:8], digits[8:12], digits[12:16], digits[16:20], digits[20:])
    return URN + "-".join(pieces)
