"""Cells with days: of birth, of the first meeting, and those that come round each year."""

from __future__ import annotations

from store.formats.csv.cells import Cells
from store.formats.csv.days import DayReader, is_no_day
from store.formats.csv.raw_values import escaped
from store.formats.csv.sheet import Sheet
from store.formats.csv.slots import property_name
from store.records.partial_date import month_and_day


def take_birthday(sheet: Sheet, cells: Cells, days: DayReader) -> None:
    """The day of birth; a part of it may be unknown."""
    text = cells.one("whole", "value") or _put_together(cells)
    if is_no_day(text) or (not text and not cells.parts):
        return
    day = days.read(text)
    if day and not sheet.birthday:
        sheet.birthday = day
    elif day != sheet.birthday or not day:
        sheet.bad_day = sheet.bad_day or not day
        if sheet.birthday:
            sheet.keep(property_name(cells.header, cells.place), escaped(text))
        else:
            sheet.keep("BDAY", escaped(text), "VALUE=text")


def _put_together(cells: Cells) -> str:
    """A day of which year, month and day stand in cells of their own."""
    year, month, day = (cells.one(part).strip() for part in ("year", "month", "day"))
    if month.isdigit() and day.isdigit():
        shown = f"{int(year):04}" if year.isdigit() and int(year) else "-"
        return f"{shown}-{int(month):02}-{int(day):02}"
    if month.isdigit() and year.isdigit():
        return f"{int(year):04}-{int(month):02}"
    return year if not (month or day) else f"{day} {month} {year}".strip()


def take_date(sheet: Sheet, cells: Cells, days: DayReader) -> None:
    """A day that comes round each year; what is none is carried as it is."""
    texts = cells.values() or [_put_together(cells)]
    label = cells.one("label").removeprefix("* ").strip() or cells.header
    for text in texts:
        if is_no_day(text):
            continue
        day = days.read(text)
        if month_and_day(day) is not None:
            sheet.celebrate(label, day)
        else:
            sheet.bad_day = sheet.bad_day or not day
            sheet.keep("X-ABDATE", escaped(text), "", label)


def take_met(sheet: Sheet, cells: Cells, days: DayReader) -> None:
    """The day of the first meeting."""
    text = cells.one("")
    if is_no_day(text):
        return
    day = days.read(text)
    if sheet.met is not None or not sheet.mark_met(day):
        sheet.bad_day = sheet.bad_day or not day
        sheet.keep(property_name(cells.header, cells.place), escaped(text))
