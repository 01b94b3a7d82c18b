"""What the formats are called, and what each is for, in one line."""

from __future__ import annotations

from collections.abc import Mapping

from store.words.words import Words

_CALLED: Mapping[str, str] = {
    "vcard": "vCard 4.0",
    "vcard3": "vCard 3.0",
    "csv": "CSV",
    "csv-google": "CSV (Google)",
    "json": "JSON",
    "ics": "iCalendar",
    "markdown": "Markdown",
}
"""Proper names, the same in every language."""

_FOR: Mapping[str, str] = {
    "vcard": "export.for.vcard",
    "vcard3": "export.for.vcard3",
    "csv": "export.for.csv",
    "csv-google": "export.for.csv_google",
    "json": "export.for.json",
    "ics": "export.for.ics",
    "markdown": "export.for.markdown",
}


def format_name(name: str) -> str:
    """What a format is called; those of third parties by their own name."""
    return _CALLED.get(name, name)


def format_use(name: str, words: Words) -> str:
    """What a format is for; nothing is known of third parties'."""
    return words.say(_FOR[name]) if name in _FOR else ""
