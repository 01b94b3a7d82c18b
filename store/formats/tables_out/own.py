"""Our own table: one row a person, all of a card that a table can hold.

It begins with a byte order mark: without one Excel takes UTF-8 for an encoding of Windows, and
Zoé for ZoÃ©. Readers of CSV drop it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from store.formats.exported import ExportFormat, Wanted
from store.formats.tables_out.own_columns import OWN_COLUMNS
from store.formats.tables_out.rows_text import rows_text

MARK = "\ufeff"


def _write(wanted: Wanted) -> Iterator[str]:
    yield MARK
    yield from rows_text(_rows(wanted))


def _rows(wanted: Wanted) -> Iterator[Sequence[str]]:
    columns = [each for each in OWN_COLUMNS if wanted.private or not each.private]
    yield [each.field for each in columns]
    for id in wanted.people:
        person = wanted.snapshot.people[id]
        yield [each.write(person, wanted.snapshot) for each in columns]


CSV = ExportFormat(name="csv", extension=".csv", write=_write)
