"""A profession as compared, whoever has it: a title or a field, without gender and rank."""

from __future__ import annotations

import re
from functools import lru_cache

from store.words.fold import fold

LONGEST = 200
"""Characters of a title that are looked at."""

_PARTS = re.compile(r"\s*(?:[,;|/·•]|\s[-–—&+]\s)\s*")
_AT = re.compile(r"\s(?:chez|at|@)\s", re.IGNORECASE)
_WORD = re.compile(r"[a-z0-9]+")
_RANKS = frozenset({"senior", "junior", "sr", "jr", "confirme", "confirmee", "stagiaire", "intern"})
_SMALL = frozenset({"de", "du", "des", "d", "of", "the", "la", "le", "les", "l", "en", "in", "a"})
_ENDINGS = (
    ("trices", "teur"),
    ("trice", "teur"),
    ("euses", "eur"),
    ("euse", "eur"),
    ("eures", "eur"),
    ("eure", "eur"),
    ("iennes", "ien"),
    ("ienne", "ien"),
    ("ieres", "ier"),
    ("iere", "ier"),
    ("antes", "ant"),
    ("ante", "ant"),
)
"""Feminine endings of French, after folding, with the masculine one."""

_WORDS = {"cheffe": "chef", "avocate": "avocat", "presidente": "president", "agente": "agent"}


@lru_cache(maxsize=8192)
def professions_in(title: str) -> tuple[str, ...]:
    """What a title names: "CEO & founder at Aubier" is two."""
    parts = (part.strip() for part in _PARTS.split(_AT.split(title[:LONGEST])[0]))
    return tuple(part for part in parts if len(part) > 1)


@lru_cache(maxsize=8192)
def profession_key(text: str) -> str:
    """A profession or a field as compared: "Développeuse senior" and "développeur" are one."""
    words = _WORD.findall(fold(text[:LONGEST]))
    kept = [word for word in words if word not in _SMALL and word not in _RANKS] or words
    return " ".join(map(_neutral, kept))


def _neutral(word: str) -> str:
    if word in _WORDS:
        return _WORDS[word]
    for feminine, masculine in _ENDINGS:
        if word.endswith(feminine) and len(word) >= len(feminine) + 2:
            return word[: -len(feminine)] + masculine
    return word
