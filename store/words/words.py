"""Sentences of one language, by id."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from store.records.kinds import LANGUAGES, Language
from store.words import dates
from store.words.catalogue import catalogue
from store.words.elision import elided
from store.words.message import Message
from store.words.numbers import Measure, decimal, number

THOUSAND = 1000
PLAIN = frozenset({"byte", "line", "pid", "year"})
"""Numbers that count nothing, and are not parted into thousands."""


class Words:
    """Says things in one language; a missing id is said as itself, which a test forbids."""

    def __init__(self, language: Language) -> None:
        """Open the catalogue of a language."""
        self.language: Language = language
        self._catalogue = catalogue(language)

    def say(self, id: str, /, **values: object) -> str:
        """The sentence of an id, its places filled; a value named `n` chooses the plural.

        Values are put in as they are: braces in a name stay braces; thousands are written as the
        language writes numbers. A value that ends in a full stop brings that of the sentence.
        """
        n = values.get("n")
        text = id
        if isinstance(n, int):
            text = self._catalogue.ngettext(id, id, n)
        if text == id:
            # Not counted, or a sentence that holds a number and is the same for one and many.
            text = self._catalogue.gettext(id)
        if not values:
            return text
        for name, value in values.items():
            if type(value) is int and value >= THOUSAND and name not in PLAIN:
                values[name] = number(value, self.language)
        if "}." in text:
            text = _one_stop(text, values)
        if self.language == "fr" and "de {" in text:
            text = elided(text, values)
        return text.format(**values)

    def tell(self, message: Message, today: date | None = None) -> str:
        """The sentence of a message; dates and messages among its values are said in words.

        Several of them in a tuple are said one after the other.
        """
        return self.say(message.id, **self._said(message.values, today))

    def day(self, value: date, today: date | None = None) -> str:
        """A day in words, as `dates.day` says it."""
        return dates.day(value, self.language, today)

    def day_of_month(self, value: date, today: date) -> str:
        """A day without its weekday, unless it is yesterday, today or tomorrow: "28 Oct"."""
        if dates.is_near(value, today):
            return self.day(value, today)
        return dates.day_of_month(value, self.language, today)

    def _said(self, values: Mapping[str, object], today: date | None) -> dict[str, object]:
        return {name: self._value(value, today) for name, value in values.items()}

    def _value(self, value: object, today: date | None) -> object:
        if isinstance(value, date):
            return self.day(value, today)
        if isinstance(value, Message):
            return self.tell(value, today)
        if isinstance(value, Measure):
            return decimal(value, self.language)
        if isinstance(value, tuple):
            return ", ".join(str(self._value(each, today)) for each in value)
        return value


def _one_stop(text: str, values: Mapping[str, object]) -> str:
    """The sentence without the full stop behind a value that has one: "ven. 27 nov."."""
    for name, value in values.items():
        if f"{{{name}}}." in text and str(value).endswith((".", "…")):
            text = text.replace(f"{{{name}}}.", f"{{{name}}}")
    return text


def language_of(environment: Mapping[str, str]) -> Language:
    """The language the environment asks for: LC_ALL, LC_MESSAGES, LANG; English otherwise."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        value = environment.get(name, "")
        if value:
            tongue = value.lower()[:2]
            return next((each for each in LANGUAGES if each == tongue), "en")
    return "en"
