"""How the columns of a table of no known program are taken, in a line for people to read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from store.words.words import Words

if TYPE_CHECKING:
    from store.formats.csv.sketch import Column, Sketch

UNKNOWN_SHOWN = 6
"""Filled columns of no field that are named; the others are counted."""

_UNKNOWN = "other"


def columns_taken(file: str, sketch: Sketch, words: Words) -> str:
    """The columns that fill a field, then filled ones of no field; how many more there are.

    Args:
        file: as shown.
        sketch: of the table.
        words: the language.
    """
    known = [each for each in sketch.columns if each.field not in ("", _UNKNOWN)]
    unknown = [each for each in sketch.columns if each.field == _UNKNOWN and each.samples]
    shown = [*known, *unknown[:UNKNOWN_SHOWN]]
    taken = [f"{each.header}={each.field}" for each in _in_their_order(shown, sketch)]
    more = len(sketch.columns) - len(shown)
    if more:
        taken.append(words.say("cli.import.more_columns", n=more))
    columns = ", ".join(taken)
    return words.say("cli.import.columns", file=file, columns=columns, charset=sketch.charset)


def _in_their_order(shown: Sequence[Column], sketch: Sketch) -> list[Column]:
    names = {each.header for each in shown}
    return [each for each in sketch.columns if each.header in names]


def columns_missing(
    typed: Mapping[str, str], sketches: Mapping[str, Sketch], words: Words
) -> Iterator[str]:
    """A line for each column that was typed and that no table has; nothing without tables."""
    there = {each.header for sketch in sketches.values() for each in sketch.columns}
    for column in typed:
        if sketches and column not in there:
            yield words.say("cli.import.no_column", column=column)
