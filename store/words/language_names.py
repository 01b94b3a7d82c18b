"""Languages by name, where a card holds a code such as `fr` (ISO 639-1)."""

from __future__ import annotations

from collections.abc import Mapping

from store.words.words import Words

_NAMES: Mapping[str, str] = {
    "ar": "language.ar",
    "cs": "language.cs",
    "da": "language.da",
    "de": "language.de",
    "el": "language.el",
    "en": "language.en",
    "es": "language.es",
    "fi": "language.fi",
    "fr": "language.fr",
    "he": "language.he",
    "hi": "language.hi",
    "hu": "language.hu",
    "it": "language.it",
    "ja": "language.ja",
    "ko": "language.ko",
    "nl": "language.nl",
    "no": "language.no",
    "pl": "language.pl",
    "pt": "language.pt",
    "ro": "language.ro",
    "ru": "language.ru",
    "sv": "language.sv",
    "tr": "language.tr",
    "uk": "language.uk",
    "zh": "language.zh",
}


def language_word(text: str, words: Words) -> str:
    """The name of a language; what is no code that is known stands as it was written."""
    id = _NAMES.get(text.strip().lower())
    return text if id is None else words.say(id)
