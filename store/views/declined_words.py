"""What was proposed for a card and turned down, and spellings told apart, as people read them."""

from __future__ import annotations

from collections.abc import Mapping

from store.records.record import Document
from store.words.words import Words

_NOT: Mapping[str, str] = {
    "colleague": "gaps.not.colleague",
    "former_colleague": "gaps.not.former_colleague",
    "city": "gaps.not.city",
    "org": "gaps.not.org",
}


def declined_word(key: str, words: Words) -> str:
    """A key of `Person.declined` in words; one of another version stands as it is."""
    why, _, value = key.partition(":")
    return words.say(_NOT[why], value=value) if why in _NOT else key


def unlike_word(part: Document) -> str:
    """Two spellings that mean two things: "Paris 1 ≠ Paris 2"."""
    return f"{part.get('one', '')} ≠ {part.get('other', '')}"
