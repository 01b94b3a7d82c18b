"""Languages as people write them on a card, by their code (ISO 639-1)."""

from __future__ import annotations

import re
from collections.abc import Iterable

from store.words.fold import fold

_WRITTEN: dict[str, str] = {
    "ar": "arabic arabe",
    "cs": "czech tcheque cestina",
    "da": "danish danois dansk",
    "de": "german allemand deutsch",
    "el": "greek grec",
    "en": "english anglais",
    "es": "spanish espagnol espanol castellano",
    "fi": "finnish finnois suomi",
    "fr": "french francais",
    "he": "hebrew hebreu",
    "hi": "hindi",
    "hu": "hungarian hongrois magyar",
    "it": "italian italien italiano",
    "ja": "japanese japonais nihongo",
    "ko": "korean coreen",
    "nl": "dutch neerlandais nederlands flamand flemish",
    "no": "norwegian norvegien norsk",
    "pl": "polish polonais polski",
    "pt": "portuguese portugais portugues",
    "ro": "romanian roumain romana",
    "ru": "russian russe",
    "sv": "swedish suedois svenska",
    "tr": "turkish turc turkce",
    "uk": "ukrainian ukrainien",
    "zh": "chinese chinois mandarin",
}

_CODES = {word: code for code, words in _WRITTEN.items() for word in words.split()}

_REGION = re.compile(r"^([a-z]{2,3})[-_][a-z0-9]+$")
"""`fr-CH`, `pt_BR`."""


def languages_stored(texts: Iterable[str], held: Iterable[str] = ()) -> tuple[str, ...]:
    """Languages as a card keeps them, each once: by their code where it is known.

    Args:
        texts: as typed, cleaned: codes, or names in any of the languages that are known here.
        held: those that the card has already; these stay as they are.
    """
    kept = frozenset(held)
    return tuple(dict.fromkeys(text if text in kept else _stored(text) for text in texts))


def _stored(text: str) -> str:
    folded = fold(text.strip())
    return folded if folded in _WRITTEN else _CODES.get(folded, text)


def language_code(text: str) -> str:
    """A language as compared: its code where it is known, else as written, folded."""
    folded = fold(text.strip())
    known = _CODES.get(folded)
    if known is not None:
        return known
    region = _REGION.match(folded)
    return region.group(1) if region else folded
