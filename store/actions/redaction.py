"""Blacking out: what tells of a person, found in any text and replaced by a mark.

Case, accents and the spacing of words and numbers do not matter. A text is looked at in two steps:
a quick one that never misses, and an exact one for the few texts that pass it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import chain

from store.actions.secret import Secret
from store.actions.secret_patterns import (
    fold_letter,
    folded,
    is_raw,
    pattern_of,
    phone_pattern,
    plain,
    words_in,
)

MARK = "[…]"
"""What stands where something was."""

TELLING_WORDS = 3
"""The longest words of a name or a text that must all be there for it to be there."""

FEW = 40
"""Words that are each looked for in a text faster than the words of the text are found."""

LONG = 4096
"""Characters beyond which JSON is looked at piece by piece."""

_BETWEEN_OBJECTS = re.compile(r'(?<=\}),(?=\s*")')
"""Never inside a string: a quotation mark in one is escaped."""
_BEFORE_PHONE = re.compile(
    r"(?:(?:\+|\b00)\d{1,3}[\s.()/-]{0,3})?\(?\d{0,4}\)?[\s.()/-]{0,2}$", re.ASCII
)
_BEFORE = 24
"""Characters looked at for the beginning of a number, its country code for instance."""

Span = tuple[int, int]


class Redaction:
    """Finds the secrets of one person."""

    def __init__(self, secrets: Iterable[Secret], id: str = "") -> None:
        """Work out what to look for.

        Args:
            secrets: what tells of the person.
            id: theirs, as it may stand inside a text; empty where it could be any word.
        """
        fixed: list[str] = []
        needles: list[str] = []
        phones: list[str] = []
        self._raw = [id] if id else []
        self._by_word: dict[str, list[tuple[frozenset[str], Secret]]] = {}
        self._patterns: dict[Secret, re.Pattern[str]] = {}
        for secret in secrets:
            if is_raw(secret.text):
                self._raw.append(secret.text)
            elif secret.kind == "phone":
                phones.append(phone_pattern(secret.text))
            elif secret.kind in ("name", "text"):
                self._listen(secret)
            else:
                needles.append(folded(secret.text).strip())
                fixed.append(pattern_of(secret))
        self._needles = tuple(needles)
        self._fixed = _any_of(fixed)
        self._phones = _any_of(phones)

    def _listen(self, secret: Secret) -> None:
        telling = sorted(words_in(folded(secret.text)), key=_rarity)[:TELLING_WORDS]
        self._by_word.setdefault(telling[0], []).append((frozenset(telling), secret))

    def touches(self, json: str) -> bool:
        """Whether JSON, a whole file of it or a piece, may hold a secret; never wrongly no."""
        if len(json) <= LONG:
            return self._may_hold(plain(json))
        return any(map(self._may_hold, map(plain, _BETWEEN_OBJECTS.split(json))))

    def may_hold(self, texts: Iterable[str]) -> bool:
        """Whether any of some texts may hold a secret; never wrongly no."""
        return self._may_hold("\0".join(texts))

    def _may_hold(self, text: str) -> bool:
        for each in self._raw:
            if each in text:
                return True
        low = folded(text)
        for each in self._needles:
            if each in low:
                return True
        if self._phones is not None and self._phones.search(low):
            return True
        for _ in self._listening(low):
            return True
        return False

    def _listening(self, low: str) -> Iterator[Secret]:
        """Names and texts whose telling words are all in a folded text."""
        if len(self._by_word) <= FEW:
            # Most texts are done with here, at a tenth of the cost of finding their words.
            for word in self._by_word:
                if word in low:
                    break
            else:
                return
        words = words_in(low)
        for word in words & self._by_word.keys():
            for telling, secret in self._by_word[word]:
                if telling <= words:
                    yield secret

    def text(self, text: str) -> str:
        """The text with a mark for each secret; the very same where it holds none."""
        spans = [*self._raw_spans(text), *self._folded_spans(text)]
        if not spans:
            return text
        pieces: list[str] = []
        done = 0
        for start, end in _merged(spans):
            pieces += (text[done:start], MARK)
            done = end
        return "".join((*pieces, text[done:]))

    def _raw_spans(self, text: str) -> Iterator[Span]:
        for each in self._raw:
            start = text.find(each)
            while start >= 0:
                yield start, start + len(each)
                start = text.find(each, start + len(each))

    def _folded_spans(self, text: str) -> Iterator[Span]:
        low = folded(text)
        found = list(self._spans_in(low))
        if not found or (low.isascii() and text.isascii()):
            yield from found
            return
        # Folding makes some letters two or none, so each folded one remembers where it came from.
        places = list(
            chain.from_iterable([n] * len(fold_letter(each)) for n, each in enumerate(text))
        )
        for start, end in found:
            last = places[end - 1] + 1
            while last < len(text) and not fold_letter(text[last]):
                last += 1
            yield places[start], last

    def _spans_in(self, low: str) -> Iterator[Span]:
        if self._fixed is not None:
            yield from (match.span() for match in self._fixed.finditer(low))
        if self._phones is not None:
            for match in self._phones.finditer(low):
                span = _whole_number(low, *match.span())
                if span is not None:
                    yield span
        if self._by_word:
            for secret in self._listening(low):
                yield from (match.span() for match in self._pattern(secret).finditer(low))

    def _pattern(self, secret: Secret) -> re.Pattern[str]:
        # Made when first needed: few of somebody's many notes stand anywhere else.
        if secret not in self._patterns:
            self._patterns[secret] = re.compile(pattern_of(secret))
        return self._patterns[secret]


def _any_of(patterns: list[str]) -> re.Pattern[str] | None:
    longest_first = sorted(dict.fromkeys(patterns), key=len, reverse=True)
    return re.compile("|".join(longest_first)) if patterns else None


def _rarity(word: str) -> tuple[int, str]:
    return -len(word), word


def _whole_number(low: str, start: int, end: int) -> Span | None:
    """A number with the country or trunk code before it; None inside a longer one."""
    before = low[max(0, start - _BEFORE) : start]
    match = _BEFORE_PHONE.search(before)
    first = start - len(before) + match.start() if match else start
    while first < start and low[first].isspace():
        first += 1
    return None if first and low[first - 1].isalnum() else (first, end)


def _merged(spans: list[Span]) -> Iterator[Span]:
    spans.sort()
    start, end = spans[0]
    for first, last in spans[1:]:
        if first >= end:
            yield start, end
            start, end = first, last
        else:
            end = max(end, last)
    yield start, end
