"""The people of a table, row by row."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from store.formats.csv.cells import Cells
from store.formats.csv.days import DayReader
from store.formats.csv.layout import Layout
from store.formats.csv.row_keys import RowKeys, digest_of_row
from store.formats.csv.sheet import Sheet
from store.formats.csv.slots import Slot
from store.formats.csv.takers import take
from store.formats.csv_table import Row, name_key
from store.formats.incoming import IncomingTie, Whom
from store.formats.known import Known
from store.formats.set_aside import SetAside
from store.formats.tables_out.formula_guard import unguarded
from store.records.person import Person
from store.words.message import Message

STEP = 100
"""Rows after which it is told how far the reading has come."""

_PROTECTED = re.compile(r'="([^"]*)"')
_DAYS = frozenset({"birthday", "date", "met"})
_WHOLE_DAYS = ("", "whole", "value")


class TableReading:
    """The people of a table while they are read."""

    def __init__(self, layout: Layout, rows: list[Row], aside: SetAside) -> None:
        self._layout = layout
        self._rows = rows
        self._aside = aside
        self._days = DayReader(layout.map.dates, _days_of(layout, rows))
        self._keys = RowKeys()
        self._slots = [(slot, layout.map.has_nothing(slot.key)) for slot in layout.slots]
        self.people: list[Person] = []
        self.ties: list[IncomingTie] = []
        self.parts: dict[str, bytes] = {}

    def read(self, known: Known) -> TableReading:
        """Read all rows."""
        first_guess = 0
        for count, row in enumerate(self._rows, start=1):
            if count % STEP == 0:
                known.step(count)
            self._take(row)
            first_guess = first_guess or (row.line if self._days.guessed else 0)
        if first_guess:
            self._tell_order(first_guess)
        return self

    def _tell_order(self, line: int) -> None:
        n = self._days.guessed
        if self._days.order == "dmy":
            self._aside.add(line, Message("csv.day_first", {"n": n}), anyway=True)
        else:
            self._aside.add(line, Message("csv.month_first", {"n": n}), anyway=True)

    def _take(self, row: Row) -> None:
        if any(cell.strip() for cell in row.cells[len(self._layout.headers) :]):
            self._aside.add(row.line, Message("import.too_many_cells"), ",".join(row.cells[:40]))
            return
        sheet = Sheet()
        filled = list(self._filled(row))
        said = [(slot.key or slot.header, cell) for slot, cell in filled]
        for cells in self._groups(filled):
            take(sheet, cells, self._days)
        name = sheet.name()
        if not name:
            why = "import.no_name" if said else "import.too_few_cells"
            self._aside.add(row.line, Message(why), ",".join(row.cells[:40]))
            return
        source = self._keys.key_of(sheet, name, digest_of_row(said), row.line)
        if isinstance(source, int):
            self._aside.add(row.line, Message("csv.same_row", {"line": source}), name)
            return
        self._put(sheet, sheet.person(name, source), row.line)

    def _put(self, sheet: Sheet, person: Person, line: int) -> None:
        self.people.append(person)
        self.parts.update(sheet.parts)
        if sheet.bad_day:
            self._aside.add(line, Message("import.bad_day_taken"), person.name)
        if sheet.too_large:
            self._aside.add(line, Message("csv.cell_too_long"), person.name)
        me = Whom(source=person.sources[0], name=person.name)
        for name, how in sheet.related:
            self.ties.append(IncomingTie(one=me, other=Whom(name=name), how=how))

    def _filled(self, row: Row) -> Iterator[tuple[Slot, str]]:
        """The columns of which the row says something, with their cells."""
        cells, map = row.cells, self._layout.map
        for slot, has_nothing in self._slots:
            if slot.place >= len(cells):
                continue
            cell = cells[slot.place].strip()
            if cell and not (has_nothing and map.says_nothing(slot.key, name_key(cell))):
                yield slot, _plain(cell)

    def _groups(self, filled: Sequence[tuple[Slot, str]]) -> Iterator[Cells]:
        groups: dict[str, tuple[Slot, dict[str, list[str]]]] = {}
        for slot, cell in filled:
            _, parts = groups.setdefault(slot.group, (slot, {}))
            parts.setdefault(slot.part, []).append(cell)
        for slot, parts in groups.values():
            if "label" in parts and len(parts) == 1:
                continue
            yield Cells(
                field=slot.field,
                label=slot.label,
                header=slot.header,
                place=slot.place,
                parts=parts,
                joined=self._layout.map.joined,
            )


def _plain(cell: str) -> str:
    """A cell as it was meant: spreadsheets and exports mark text so that it is no formula."""
    if cell[0] == "'":
        return unguarded(cell)
    if cell[0] == "=":
        match = _PROTECTED.fullmatch(cell)
        return match[1] if match is not None and match[1].strip() else cell
    return cell


def _days_of(layout: Layout, rows: list[Row]) -> Iterator[str]:
    places = [
        slot.place for slot in layout.slots if slot.field in _DAYS and slot.part in _WHOLE_DAYS
    ]
    return (row.cells[place] for row in rows for place in places if place < len(row.cells))
