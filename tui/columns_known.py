"""What the user has said of the columns of tables, for as long as the program runs."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from store.formats.csv.sketch import Sketch


class ColumnsKnown:
    """By all headers of a table: another table with one header alike is another table."""

    def __init__(self) -> None:
        """Nothing was said yet."""
        self._said: dict[tuple[str, ...], Mapping[str, str]] = {}

    def of(self, sketch: Sketch) -> Mapping[str, str]:
        """What was said of a table with these headers; header to field."""
        return self._said.get(_headers(sketch), {})

    def keep(self, sketch: Sketch, columns: Mapping[str, str]) -> None:
        """Remember what was said of a table."""
        own = {each: columns[each] for each in _headers(sketch) if each in columns}
        if own:
            self._said[_headers(sketch)] = own


def _headers(sketch: Sketch) -> tuple[str, ...]:
    return tuple(column.header for column in sketch.columns)
