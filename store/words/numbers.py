"""Counts as a language writes them."""

from __future__ import annotations

from store.records.kinds import Language

_GROUPED: dict[Language, str] = {"en": ",", "fr": "\u202f"}
"""Between groups of three figures: a comma, or a narrow space that does not break."""


def number(n: int, language: Language) -> str:
    """A whole number: "3,912", "3 912"."""
    return f"{n:,}".replace(",", _GROUPED[language])
