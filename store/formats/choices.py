"""What the user has chosen for files that do not tell all of themselves."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec


class Choices(msgspec.Struct, frozen=True, kw_only=True):
    """How to read what no file says; nothing chosen means the reader's best guess."""

    charset: str = ""
    """The encoding of text that is neither marked nor UTF-8, e.g. `cp1252`."""
    columns: Mapping[str, str] = {}
    """For tables of no known program: a column's name as written, to the field it fills
    (`store.formats.csv.targets`); nothing for a column that is left out."""
    pasted: str = ""
    """Text given in place of a file, or beside files."""
