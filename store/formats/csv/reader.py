"""Tables of contacts: those of known programs, and any other by its headers and cells."""

from __future__ import annotations

from store.formats.csv.charsets import Decoded, decoded
from store.formats.csv.evidence import can_be_read, is_of_contacts
from store.formats.csv.header import Head, find_head
from store.formats.csv.layout import Layout, layout_of
from store.formats.csv.sketch import Column, Sketch
from store.formats.csv.table_reading import STEP, TableReading
from store.formats.csv.targets import target_in
from store.formats.csv_table import (
    HEAD_LENGTH,
    LONGEST_CELL,
    MOST_BYTES,
    MOST_LINES,
    Body,
    Row,
    first_lines,
    lines_of,
    read_body,
)
from store.formats.format import Format
from store.formats.incoming import IncomingTie, Reading
from store.formats.known import Known
from store.formats.linkedin.reader import gives_nothing
from store.formats.set_aside import SetAside
from store.formats.tables_out.own_reading import is_own_header, own_row
from store.formats.text_decoding import as_narrow, beginning, decode_narrow
from store.records.clean import clean_line
from store.records.person import Person
from store.words.message import Message

MOST_ROWS = 50_000
"""Rows read of one table; nobody knows more people."""

SAMPLES = 3
SAMPLE_LENGTH = 60


def looks_like_csv(head: bytes, name: str) -> bool:
    """Whether the first bytes are a table of contacts, with good evidence.

    Args:
        head: the first bytes of the file, 64 KiB at most.
        name: the file's name, which does not matter.
    """
    narrow = as_narrow(head)
    if b"\x00" in narrow:
        return False
    lines = first_lines(decode_narrow(_cut(narrow, len(head) >= HEAD_LENGTH)))
    if gives_nothing(lines):
        return False
    found = find_head(lines)
    body = read_body(lines, found.start, found.delimiter)
    if not found.cells and (body.unclosed or len(body.rows) < SAMPLES - 1):
        return False
    if is_own_header(found.cells):
        return True
    return is_of_contacts(layout_of(found, body.rows, {}))


def _cut(head: bytes, is_cut: bool) -> bytes:
    """The first bytes without the line that they cut off."""
    if not is_cut:
        return head
    whole, mark, _ = head.replace(b"\r", b"\n").rpartition(b"\n")
    return head[: len(whole)] if mark else head


def read_csv(data: bytes, shown_path: str, known: Known) -> Reading:
    """Read all people of a table; never raises for what the bytes are.

    Time and memory grow with the file alone, and with `MOST_ROWS` and `MOST_COLUMNS` at most.

    Args:
        data: the whole file.
        shown_path: the path as the user sees it, for what is refused.
        known: what was chosen for it, and who counts the rows.
    """
    text = decoded(beginning(data, MOST_BYTES, MOST_LINES + 1), known.choices.charset)
    lines, cut = lines_of(text.text)
    head = find_head(lines)
    body = read_body(lines, head.start, head.delimiter, MOST_ROWS)
    body.rest = body.rest or cut or (len(lines) if len(data) > MOST_BYTES else 0)
    if is_own_header(head.cells):
        return _read_own(head, body, SetAside(shown_path), known)
    layout = layout_of(head, body.rows, known.choices.columns)
    if layout.is_headed:
        del body.rows[0]
    aside = SetAside(shown_path)
    if not can_be_read(layout) or not (head.cells or body.rows):
        aside.add(0, Message("csv.no_contacts"))
        sketch = _sketch(layout, body.rows, text) if body.rows else None
        return Reading(refused=aside.refused(), sketch=sketch)
    reading = TableReading(layout, body.rows, aside).read(known)
    _tell_body(body, aside)
    return Reading(
        people=tuple(reading.people),
        ties=tuple(reading.ties),
        parts=reading.parts,
        refused=aside.refused(),
        sketch=None if layout.is_known and text.sure else _sketch(layout, body.rows, text),
    )


def _read_own(head: Head, body: Body, aside: SetAside, known: Known) -> Reading:
    """The people of a table that this program has written."""
    people: list[Person] = []
    ties: list[IncomingTie] = []
    for count, row in enumerate(body.rows, start=1):
        if count % STEP == 0:
            known.step(count)
        found = own_row(head.cells, row.cells)
        if found is None:
            aside.add(row.line, Message("import.no_name"), ",".join(row.cells[:40]))
        else:
            people.append(found.person)
            ties.extend(found.ties)
    _tell_body(body, aside)
    return Reading(people=tuple(people), ties=tuple(ties), refused=aside.refused())


def _tell_body(body: Body, aside: SetAside) -> None:
    for row in body.unclosed:
        line = row.cells[0]
        long = len(line) > LONGEST_CELL
        why = "csv.cell_too_long" if long else "import.unclosed_quote"
        aside.add(row.line, Message(why), line[:400])
    if body.rest:
        aside.end(body.rest, Message("csv.rest_left_out"))


def _sketch(layout: Layout, rows: list[Row], text: Decoded) -> Sketch:
    columns = [
        Column(header=header, field=target_in(target), samples=_samples(rows, place))
        for place, (header, target) in enumerate(zip(layout.headers, layout.targets, strict=True))
    ]
    return Sketch(columns=tuple(columns), rows=len(rows), charset=text.charset, sure=text.sure)


def _samples(rows: list[Row], place: int) -> tuple[str, ...]:
    samples: list[str] = []
    for row in rows[: SAMPLES * 100]:
        cell = row.cells[place] if place < len(row.cells) else ""
        shown = clean_line(cell[: 4 * SAMPLE_LENGTH])[:SAMPLE_LENGTH].rstrip()
        if shown:
            samples.append(shown)
        if len(samples) == SAMPLES:
            break
    return tuple(samples)


CSV = Format(name="csv", looks_like=looks_like_csv, read=read_csv)
"""Tables of contacts."""
