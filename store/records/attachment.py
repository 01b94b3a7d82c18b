"""What is too large for the data file: kept beside it under the hash of what it holds.

A vCard property with a large value (a picture, a sound, a key) keeps a reference in place of it.
"""

from __future__ import annotations

import hashlib

PREFIX = "arrosoir-part:sha256-"
"""How a reference begins."""

INLINE_LIMIT = 16 * 1024
"""Bytes up to which a value stays in the data file."""

MOST_BYTES = 50 * 1024 * 1024
"""Bytes of one part; what is larger is left out and reported."""

_DIGITS = 64
_HEXADECIMAL = frozenset("0123456789abcdef")


def digest_of(part: bytes) -> str:
    """The name of a part: 64 hex digits of SHA-256."""
    return hashlib.sha256(part).hexdigest()


def reference_to(digest: str) -> str:
    """The value that stands for a part."""
    return PREFIX + digest


def carried_value(raw: str, parts: dict[str, bytes]) -> str | None:
    """What stands in the data file for a value: itself where it is small, else a reference.

    Args:
        raw: the value.
        parts: takes what is kept beside, by digest.

    Returns:
        None where the value is larger than a part may be.
    """
    part = raw.encode("utf-8", "replace")
    if len(part) <= INLINE_LIMIT:
        return raw
    if len(part) > MOST_BYTES:
        return None
    digest = digest_of(part)
    parts[digest] = part
    return reference_to(digest)


def digest_in(value: str) -> str | None:
    """The part that a value stands for; None where it is a value like others."""
    if not value.startswith(PREFIX):
        return None
    digest = value[len(PREFIX) :]
    return digest if is_digest(digest) else None


def is_digest(text: str) -> bool:
    """Whether a text is the name of a part, and of nothing else."""
    return len(text) == _DIGITS and set(text) <= _HEXADECIMAL
