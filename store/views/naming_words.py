"""Where a text names a person: by the full name, an e-mail, a telephone number or a link.

Whole words alone count; case and accents do not matter, nor how a number is spaced.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from store.records.person import Person
from store.words.fold import fold

FEWEST_DIGITS = 6
"""A shorter number would be found in anything."""

AROUND = 200
"""Characters kept on either side of a name in a sentence that does not end."""

_END = re.compile(r"(?:[.!?…。！？]+[\"')\]»”]*(?=\s|$)\s*|[。！？]|\n+)")
_BETWEEN = re.compile(r"[\s\-]+")
_SPACED = r"[ ().\-/]*"
_SCHEME = re.compile(r"^https?://(?:www\.)?")

Span = tuple[int, int]
"""The first letter, and the one after the last."""


class NamingWords:
    """Finds one person in texts."""

    def __init__(self, person: Person) -> None:
        """Work out what to look for."""
        words = [word for word in _BETWEEN.split(fold(person.name).strip()) if word]
        texts = [r"[\s\-]+".join(map(re.escape, words))] if words else []
        texts += [
            rf"(?<![\w.%+\-]){re.escape(address)}(?!\w|[.\-]\w)"
            for address in map(fold, person.emails)
            if address
        ]
        texts += [_number(each) for each in person.phones]
        texts += [rf"{re.escape(link)}(?![\w\-])" for link in map(_bare, person.links) if link]
        kept = [each for each in texts if each]
        self._pattern = re.compile("|".join(kept)) if kept else None

    def sentences(self, text: str) -> tuple[str, ...]:
        """The sentences of a text that name the person, each once, in their order."""
        spans = tuple(self._spans(text))
        if not spans:
            return ()
        ends = tuple(_ends(text, spans))
        return tuple(dict.fromkeys(_sentence(text, span, ends) for span in spans))

    def _spans(self, text: str) -> Iterator[Span]:
        """Where the person is named, as places in the text as it is written."""
        if self._pattern is None or self._pattern.search(fold(text)) is None:
            return
        # Folding makes some letters two, so each folded letter remembers where it came from.
        folded = [fold(letter) for letter in text]
        places = [place for place, letters in enumerate(folded) for _ in letters]
        for match in self._pattern.finditer("".join(folded)):
            first, last = places[match.start()], places[match.end() - 1]
            if _stands_alone(text, first, last):
                yield first, last + 1


def _number(phone: str) -> str:
    """A telephone number with anything between its digits that people write there."""
    digits = [letter for letter in fold(phone) if letter.isdigit()]
    if len(digits) < FEWEST_DIGITS:
        return ""
    spaced = _SPACED.join(digits)
    return rf"(?<!\d)\+?{spaced}(?!\d)"


def _bare(link: str) -> str:
    return _SCHEME.sub("", fold(link)).rstrip("/")


def _stands_alone(text: str, first: int, last: int) -> bool:
    before = text[first - 1] if first else " "
    after = text[last + 1] if last + 1 < len(text) else " "
    return _apart(before, text[first]) and _apart(text[last], after)


def _apart(left: str, right: str) -> bool:
    """Whether a word may end between two letters; some scripts have no blanks between words."""
    if not (left.isalnum() and right.isalnum()):
        return True
    return any(unicodedata.east_asian_width(letter) in "WF" for letter in (left, right))


def _ends(text: str, spans: tuple[Span, ...]) -> Iterator[int]:
    """Where sentences end; the point of an initial in the name ends none."""
    for mark in _END.finditer(text):
        if not any(first <= mark.start() < last for first, last in spans):
            yield mark.end()


def _sentence(text: str, span: Span, ends: tuple[int, ...]) -> str:
    first, last = span
    start = max((end for end in ends if end <= first), default=0)
    end = min((end for end in ends if end > last), default=len(text))
    opening = "…" if first - start > AROUND else ""
    closing = "…" if end - last > AROUND else ""
    shown = text[max(start, first - AROUND) : min(end, last + AROUND)]
    return f"{opening}{shown.strip()}{closing}"
