"""Numbers as a language writes them: counts, and measures with so many decimals."""

from __future__ import annotations

import msgspec

from store.records.kinds import Language

_GROUPED: dict[Language, str] = {"en": ",", "fr": "\u202f"}
"""Between groups of three figures: a comma, or a narrow space that does not break."""


def number(n: int, language: Language) -> str:
    """A whole number: "3,912", "3 912"."""
    return f"{n:,}".replace(",", _GROUPED[language])


class Measure(msgspec.Struct, frozen=True):
    """A number that is told with so many decimals, as far as they say something."""

    value: float
    places: int = 1
    exact: bool = False
    """Whether all decimals are told, ".50" beside ".43"; else "2" stands for "2.0"."""
    nought: bool = False
    """Whether a nought stands before the point in every language, "0.8" and not ".8"."""


def decimal(measure: Measure, language: Language) -> str:
    """A measure: "9.4", ".43", "12"; "9,4", "0,43" in French."""
    text = f"{measure.value:,.{measure.places}f}"
    if not measure.exact and "." in text:
        text = text.rstrip("0").rstrip(".")
    if language == "en":
        return text[1:] if text.startswith("0.") and not measure.nought else text
    whole, point, rest = text.partition(".")
    whole = whole.replace(",", _GROUPED[language])
    return f"{whole},{rest}" if point else whole
