"""The columns of a table that no known program has made, as rows of a pane."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from store.words.words import Words
from tui.phrasing.import_rows import COVERED
from widgets.paragraph import Paragraph
from widgets.sketch_table import ColumnCells

if TYPE_CHECKING:
    from store.formats.csv.sketch import Column, Sketch

SEPARATOR = " · "


def column_rows(
    sketches: Mapping[str, Sketch], columns: Mapping[str, str], words: Words, curtain: bool
) -> tuple[ColumnCells, ...]:
    """All columns of all tables, each table under its name.

    Args:
        sketches: the tables by their paths.
        columns: what the user says that a column is, by its header.
        words: the language.
        curtain: whether nothing of the files may be read.
    """
    return tuple(_rows(sketches, columns, words, curtain))


def _rows(
    sketches: Mapping[str, Sketch], columns: Mapping[str, str], words: Words, curtain: bool
) -> Iterator[ColumnCells]:
    for path, sketch in sketches.items():
        file = COVERED if curtain else path.rpartition("/")[2] or path
        rows = words.say("columns.rows", n=sketch.rows)
        yield ColumnCells(header=f"{file}{SEPARATOR}{rows}" if file else rows)
        for at, column in enumerate(sketch.columns):
            if not column.samples:
                continue
            field = columns.get(column.header, column.field)
            yield ColumnCells(
                key=f"{path}\n{at}",
                header=column.header,
                target=target_word(field, words),
                samples="" if curtain else SEPARATOR.join(column.samples),
                tone="text" if field else "dim",
            )
        empty = sum(not column.samples for column in sketch.columns)
        if empty:
            yield ColumnCells(header=words.say("columns.empty", n=empty))


def target_word(field: str, words: Words) -> str:
    """What a column is taken for."""
    if not field:
        return words.say("columns.left_out")
    from store.formats.csv.targets import WORDS, target_in

    return words.say(WORDS[target_in(field)])


def column_paragraphs(column: Column | None, words: Words, curtain: bool) -> tuple[Paragraph, ...]:
    """The first cells of a column in full."""
    if curtain:
        return (Paragraph(words.say("pane.why.curtain"), "dim"),)
    if column is None:
        return ()
    return tuple(Paragraph(sample) for sample in column.samples)
