"""Sentences of one language, by id."""

from __future__ import annotations

import gettext
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from store.records.kinds import LANGUAGES, Language
from store.words import dates
from store.words.message import Message

LOCALES = Path(__file__).parent / "locale"


class Words:
    """Says things in one language; a missing id is said as itself, which a test forbids."""

    def __init__(self, language: Language) -> None:
        """Open the catalogue of a language."""
        self.language: Language = language
        path = LOCALES / language / "LC_MESSAGES" / "arrosoir.mo"
        with path.open("rb") as compiled:
            self._catalogue = gettext.GNUTranslations(compiled)

    def say(self, id: str, /, **values: object) -> str:
        """The sentence of an id, its places filled; a value named `n` chooses the plural."""
        number = values.get("n")
        if isinstance(number, int):
            text = self._catalogue.ngettext(id, id, number)
        else:
            text = self._catalogue.gettext(id)
        return text.format(**values) if values else text

    def tell(self, message: Message, today: date | None = None) -> str:
        """The sentence of a message; dates among its values are said in words."""
        return self.say(message.id, **self._said(message.values, today))

    def _said(self, values: Mapping[str, object], today: date | None) -> dict[str, object]:
        return {
            name: dates.day(value, self.language, today) if isinstance(value, date) else value
            for name, value in values.items()
        }


def language_of(environment: Mapping[str, str]) -> Language:
    """The language the environment asks for: LC_ALL, LC_MESSAGES, LANG; English otherwise."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        value = environment.get(name, "")
        if value:
            tongue = value.lower()[:2]
            return next((each for each in LANGUAGES if each == tongue), "en")
    return "en"
