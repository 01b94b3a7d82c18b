"""Names of records: ULIDs, typed by table."""

from __future__ import annotations

import hashlib
from datetime import UTC, date, datetime, timedelta
from typing import NewType

PersonId = NewType("PersonId", str)
InteractionId = NewType("InteractionId", str)
FollowUpId = NewType("FollowUpId", str)
ExchangeId = NewType("ExchangeId", str)
IntroductionId = NewType("IntroductionId", str)
EventId = NewType("EventId", str)
CircleId = NewType("CircleId", str)
TimeEntryId = NewType("TimeEntryId", str)
SlotId = NewType("SlotId", str)
TemplateId = NewType("TemplateId", str)

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford's base 32: no I, L, O, U."""

ENTROPY_BYTES = 10

_LENGTH = 26
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def ulid(milliseconds: int, entropy: bytes) -> str:
    """A ULID of 26 characters, sortable by time.

    Args:
        milliseconds: since the Unix epoch, 48 bits.
        entropy: exactly ten bytes of chance.

    Source: the ULID specification, github.com/ulid/spec.
    """
    if len(entropy) != ENTROPY_BYTES:
        raise ValueError("a ULID takes ten bytes of chance")
    number = (milliseconds & (1 << 48) - 1) << 80 | int.from_bytes(entropy, "big")
    return "".join(ALPHABET[number >> shift & 31] for shift in range(125, -1, -5))


def day_of_ulid(id: str) -> date | None:
    """The day on which a ULID was made, in universal time; None for any other id."""
    if len(id) != _LENGTH or not set(id) <= set(ALPHABET) or id[0] > "7":
        return None
    number = 0
    for letter in id:
        number = number << 5 | ALPHABET.index(letter)
    try:
        return (_EPOCH + timedelta(milliseconds=number >> 80)).date()
    except OverflowError:
        return None


def stable_id(key: str) -> str:
    """The same id for the same key, always: for records that another program has named.

    Args:
        key: any text, e.g. `monica:reminder:0b7c`. Ids of two keys differ.
    """
    digest = hashlib.sha256(key.encode("utf-8", "surrogatepass")).digest()
    # Time 0, so that no day of making is read out of it that was never one.
    return ulid(0, digest[:ENTROPY_BYTES])
