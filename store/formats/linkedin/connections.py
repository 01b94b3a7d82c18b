"""Connections.csv: one person a row."""

from __future__ import annotations

from store.formats.csv_table import Row, Table, read_table
from store.formats.incoming import Reading, Refused
from store.formats.known import Known
from store.formats.linkedin.columns import CONNECTIONS, CONNECTIONS_NEEDED
from store.formats.linkedin.days import day_of
from store.formats.linkedin.refusals import in_order, refused_file, refused_row, unread_rows
from store.records.clean import clean_line
from store.records.person import Person
from store.records.profile_slug import PREFIX, slug_of, source_of
from store.words.fold import fold

MOST_ROWS = 50_000
"""Rows read of one file; LinkedIn lets nobody have more than 30,000 connections."""

STEP = 100
"""Rows after which it is told how far the reading has come."""


def read_connections(text: str, shown_path: str, known: Known) -> Reading:
    """The people of a Connections.csv.

    "Connected on" is neither a meeting nor a talk: it fills `met`, and no interaction is made.
    """
    table = read_table(text, CONNECTIONS, CONNECTIONS_NEEDED, MOST_ROWS)
    if table is None:
        return Reading(refused=(refused_file(shown_path, "import.no_header"),))
    people: list[Person] = []
    refused: list[Refused] = list(unread_rows(shown_path, table))
    for count, row in enumerate(table.rows, start=1):
        if count % STEP == 0:
            known.step(count)
        why = _unusable(table, row)
        if why:
            refused.append(refused_row(shown_path, row, why))
            continue
        people.append(_person(table, row))
        if table.cell(row, "on") and people[-1].met is None:
            refused.append(refused_row(shown_path, row, "import.bad_day_taken"))
    return Reading(people=tuple(people), refused=in_order(refused))


def _unusable(table: Table, row: Row) -> str:
    """Why a row gives nobody; empty where it does."""
    if any(cell.strip() for cell in row.cells[table.width :]):
        return "import.too_many_cells"
    if _name(table, row):
        # A lone first cell is a line that belongs to no table, not somebody's first name.
        return "import.too_few_cells" if len(row.cells) < 2 else ""
    if any(table.cell(row, field) for field in ("url", "email", "company", "position")):
        return "import.no_name"
    if table.cell(row, "on"):
        return "import.hidden_member"
    return "import.too_few_cells"


def _name(table: Table, row: Row) -> str:
    return clean_line(f"{table.cell(row, 'first')} {table.cell(row, 'last')}")


def _person(table: Table, row: Row) -> Person:
    name = _name(table, row)
    url = clean_line(table.cell(row, "url"))
    email = clean_line(table.cell(row, "email"))
    slug = slug_of(url)
    met = day_of(table.cell(row, "on"))
    if slug:
        source = source_of(slug)
    else:
        # Exports before 2023 have no addresses: the name and the day are what stays the same.
        source = f"{PREFIX}name:{fold(name)}:{met.isoformat() if met else ''}"
    return Person(
        id="",
        name=name,
        links=(url,) if slug or url.lower().startswith(("https://", "http://")) else (),
        emails=(email,) if email else (),
        org=clean_line(table.cell(row, "company")),
        title=clean_line(table.cell(row, "position")),
        met=met,
        sources=(source,),
    )
