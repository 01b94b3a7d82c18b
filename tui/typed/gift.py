"""Something put by for somebody, told in one line: `article on funding in biotech`."""

from __future__ import annotations

import msgspec

from store.rules.promises import Gift
from store.words.fold import fold

GIFT_WORDS: dict[str, Gift] = {
    "article": "article",
    "link": "article",
    "lien": "article",
    "book": "article",
    "livre": "article",
    "idea": "advice",
    "idee": "advice",
    "advice": "advice",
    "conseil": "advice",
    "information": "information",
    "info": "information",
    "recommendation": "recommendation",
    "recommandation": "recommendation",
    "introduction": "introduction",
    "intro": "introduction",
    "favour": "service",
    "service": "service",
}
"""Folded words of both languages; both are read whatever the language."""


class TypedGift(msgspec.Struct, frozen=True, kw_only=True):
    """What a line was read as."""

    kind: Gift
    note: str


def read_gift(text: str) -> TypedGift:
    """Read a line; it is an article where it does not say what.

    A word that tells no more than the kind is left out of the note: "article: ...", not "livre".
    """
    words = text.split()
    first = fold(words[0].rstrip(":,")) if words else ""
    kind = GIFT_WORDS.get(first)
    if kind is None:
        return TypedGift(kind="article", note=" ".join(words))
    named = words[1:] if first == kind or words[0].endswith(":") else words
    return TypedGift(kind=kind, note=" ".join(named))
