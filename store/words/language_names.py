"""Languages by name, where a card holds a code such as `fr` (ISO 639-1)."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from store.records.kinds import LANGUAGES
from store.words.fold import fold
from store.words.message import Message
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


def language_names(text: str) -> tuple[str, ...]:
    """What a language is called in all languages of the program, and its code.

    Args:
        text: a code or one of the names, however it is written; the answer is empty for others.
    """
    return _names_by_any().get(fold(text.strip()), ())


@cache
def _names_by_any() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for code, id in _NAMES.items():
        names = (code, *(Words(language).say(id) for language in LANGUAGES))
        found.update((fold(name), names) for name in names)
    return found


def language_said(text: str) -> Message | str:
    """The same as a value of a message, in whatever language that is said."""
    id = _NAMES.get(text.strip().lower())
    return text if id is None else Message(id)
