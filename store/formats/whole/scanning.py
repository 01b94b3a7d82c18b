"""JSON read piece by piece: one member of the outermost object, one record of a table at a time.

So a document that breaks off gives what stands before that, a record that is no good is set aside
alone, and no more is held than one record. What JSON allows and nothing can be made of (a name said
twice in one object, NaN, a number of a thousand digits) is noted as the flaw of its record.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Literal, cast

from store.records.record import Json

Flaw = Literal["twice", "number"]

MOST_DIGITS = 18
"""Of a whole number; no field holds a longer one."""

_BLANK = re.compile(r"[ \t\n\r]*")


class DamagedError(Exception):
    """From here on it is no JSON, or nested beyond all sense."""

    def __init__(self, at: int, *, deep: bool = False) -> None:
        """Say where, in signs from the beginning, and whether it is too deep."""
        super().__init__(at)
        self.at = at
        self.deep = deep


class Scanner:
    """Goes through a text once."""

    def __init__(self, text: str) -> None:
        """Begin at the beginning."""
        self._text = text
        self._flaws: set[Flaw] = set()
        self._decoder = json.JSONDecoder(
            object_pairs_hook=self._object,
            parse_int=self._whole_number,
            parse_float=self._broken_number,
            parse_constant=self._no_number,
            # A raw line break in a text is for the cleaning, as in any other file.
            strict=False,
        )
        self.at = _blank(text, 0)

    def members(self) -> Iterator[str]:
        """The names in the object that begins here; each value is to be taken before the next.

        Raises:
            DamagedError: where it is none, or breaks off.
        """
        self._take("{")
        if self._peek() == "}":
            self._take("}")
            return
        while True:
            name = self.value()[0]
            if not isinstance(name, str):
                raise DamagedError(self.at)
            self._take(":")
            yield name
            if self._peek() != ",":
                break
            self._take(",")
        self._take("}")

    def items(self) -> Iterator[int]:
        """Numbers, from 1, of the values in the list that begins here, each to be taken.

        Raises:
            DamagedError: where it breaks off.
        """
        self._take("[")
        if self._peek() == "]":
            self._take("]")
            return
        number = 0
        while True:
            number += 1
            yield number
            if self._peek() != ",":
                break
            self._take(",")
        self._take("]")

    def is_at(self, sign: str) -> bool:
        """Whether what begins here begins so."""
        return self._peek() == sign

    def end(self) -> None:
        """Nothing follows.

        Raises:
            DamagedError: where something does.
        """
        if self._peek():
            raise DamagedError(self.at)

    def value(self) -> tuple[Json, frozenset[Flaw]]:
        """Take the value that begins here, and what is wrong with it.

        Raises:
            DamagedError: where there is none.
        """
        self._flaws.clear()
        start = self.at
        try:
            value, end = self._decoder.raw_decode(self._text, start)
        except RecursionError as error:
            raise DamagedError(start, deep=True) from error
        except ValueError as error:
            raise DamagedError(start) from error
        self.at = _blank(self._text, end)
        return cast(Json, value), frozenset(self._flaws)

    def _peek(self) -> str:
        return self._text[self.at : self.at + 1]

    def _take(self, sign: str) -> None:
        if self._peek() != sign:
            raise DamagedError(self.at)
        self.at = _blank(self._text, self.at + 1)

    def _object(self, pairs: list[tuple[str, Json]]) -> dict[str, Json]:
        found = dict(pairs)
        if len(found) != len(pairs):
            self._flaws.add("twice")
        return found

    def _whole_number(self, digits: str) -> int:
        if len(digits) > MOST_DIGITS:
            self._flaws.add("number")
            return 0
        return int(digits)

    def _broken_number(self, digits: str) -> float:
        number = float(digits) if len(digits) <= 2 * MOST_DIGITS else float("inf")
        if number in (float("inf"), float("-inf")):
            self._flaws.add("number")
            return 0.0
        return number

    def _no_number(self, word: str) -> None:
        self._flaws.add("number")


def _blank(text: str, at: int) -> int:
    found = _BLANK.match(text, at)
    return at if found is None else found.end()
