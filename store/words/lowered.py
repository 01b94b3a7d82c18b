"""A sentence of ours as a part of a longer one."""

from __future__ import annotations


def lowered(text: str) -> str:
    """The text with a small letter at its beginning."""
    return text[:1].lower() + text[1:]
