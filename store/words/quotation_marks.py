"""Quotation marks as a language sets them."""

from __future__ import annotations

from store.records.kinds import Language

_FRENCH = str.maketrans({"“": "«\N{NO-BREAK SPACE}", "”": "\N{NO-BREAK SPACE}»"})


def quoted(text: str, language: Language) -> str:
    """A text whose “quotations” stand between the marks of a language: « so » in French."""
    return text.translate(_FRENCH) if language == "fr" else text


_INNER_ENGLISH = str.maketrans({"“": "‘", "”": "’"})


def nested(text: str, language: Language) -> str:
    """A text that will stand between quotation marks, with inner marks in the place of its own."""
    if language == "en":
        return text.translate(_INNER_ENGLISH)
    return text.replace("«\N{NO-BREAK SPACE}", "“").replace("\N{NO-BREAK SPACE}»", "”")
