"""A table of no known program, as it is shown to be corrected."""

from __future__ import annotations

import msgspec


class Column(msgspec.Struct, frozen=True, kw_only=True):
    """One column."""

    header: str
    """As written, cleaned; `column 3` where the table has no header."""
    field: str
    """What it was taken for, of `store.formats.csv.targets`; nothing where it is left out."""
    samples: tuple[str, ...]
    """Its first filled cells, cleaned, three at most."""


class Sketch(msgspec.Struct, frozen=True, kw_only=True):
    """What there is to see of a table before it is taken."""

    columns: tuple[Column, ...]
    rows: int
    charset: str
    """The encoding it was read in."""
    sure: bool
    """Whether the file itself tells its encoding."""
