"""Days in tables: ISO, numbers in one of two orders, words; and which order a file keeps to."""

from __future__ import annotations

import re
from collections.abc import Iterable

from store.formats.csv.column_maps import DayOrder
from store.formats.linkedin.days import day_of, month_of
from store.formats.vcard.partial_dates import UNKNOWN_YEARS, partial_date_of
from store.records.partial_date import is_partial_date

TURN = 30
"""Years of two digits below it are of this century, the others of the one before."""

_NUMBERS = re.compile(
    r"(\d{1,2})([/.\-])(\d{1,2})(?:\2(\d{4}|\d{2}))?(?:[ T]+\d{1,2}:\d{2}\S*(?: [AP]M)?)?", re.ASCII
)
_YEAR_FIRST = re.compile(r"(\d{4})[/.](\d{1,2})[/.](\d{1,2})", re.ASCII)
_ISO_SHORT = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})", re.ASCII)
_EMPTY = re.compile(r"[0/.\-\s:]*", re.ASCII)
_LONGEST = 40


class DayReader:
    """Reads the days of one file, in the order of numbers that the file keeps to."""

    def __init__(self, order: DayOrder, cells: Iterable[str]) -> None:
        """Look at all days of the file.

        Args:
            order: the one that the program is likely to write.
            cells: all days.
        """
        first = second = False
        for cell in cells:
            match = _NUMBERS.fullmatch(cell.strip()[:_LONGEST])
            if match is None or match[2] == ".":
                continue
            first = first or 12 < int(match[1]) <= 31
            second = second or 12 < int(match[3]) <= 31
        self.order: DayOrder = order
        self.is_told = first != second
        """Whether the file tells its order itself."""
        if self.is_told:
            self.order = "dmy" if first else "mdy"
        self.guessed = 0
        """Days read so far that can be read two ways."""

    def read(self, text: str) -> str:
        """A partial ISO date; nothing where it cannot be read."""
        plain = text.strip().removeprefix("'")
        if len(plain) > _LONGEST:
            return ""
        iso, _ = partial_date_of(plain)
        if iso:
            return iso
        for form in (_ISO_SHORT, _YEAR_FIRST):
            match = form.fullmatch(plain)
            if match is not None:
                return _date(match[1], int(match[2]), int(match[3]))
        match = _NUMBERS.fullmatch(plain)
        if match is not None:
            return self._numbers(int(match[1]), match[2], int(match[3]), match[4] or "")
        day = day_of(plain)
        return day.isoformat() if day is not None else month_of(plain) or ""

    def _numbers(self, one: int, mark: str, other: int, year: str) -> str:
        # Dots stand between day and month in that order wherever they are used.
        order: DayOrder = "dmy" if mark == "." else self.order
        if one > 12 or other > 12:
            order = "dmy" if one > 12 else "mdy"
        elif mark != "." and one != other and not self.is_told:
            self.guessed += 1
        day, month = (one, other) if order == "dmy" else (other, one)
        return _date(_full(year), month, day)


def is_no_day(text: str) -> bool:
    """Whether a cell is what programs write for no day: nothing, `0/0/00`, `00/00/0000`."""
    return _EMPTY.fullmatch(text[:_LONGEST]) is not None


def looks_like_day(text: str) -> bool:
    """Whether a cell has the form of a day."""
    return not is_no_day(text) and bool(DayReader("dmy", ()).read(text))


def _full(year: str) -> str:
    if len(year) != 2:
        return year
    return f"20{year}" if int(year) < TURN else f"19{year}"


def _date(year: str, month: int, day: int) -> str:
    shown = "-" if not year or year in UNKNOWN_YEARS else year
    found = f"{shown}-{month:02}-{day:02}"
    return found if is_partial_date(found) else ""
