"""The filled cells of one row that belong to one thing."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec


class Cells(msgspec.Struct, frozen=True, kw_only=True):
    """The filled cells of one group: a number and its label, the parts of an address."""

    field: str
    label: str
    header: str
    place: int
    parts: Mapping[str, list[str]]
    """Part to its cells."""
    joined: str = ""
    """What stands between several values of one cell."""

    def one(self, *names: str) -> str:
        """The first cell of the first part that there is."""
        return next((self.parts[name][0] for name in names if name in self.parts), "")

    def values(self) -> list[str]:
        """All values; a cell may hold several."""
        cells = self.parts.get("value") or self.parts.get("") or self.parts.get("whole") or []
        if not self.joined:
            return cells
        return [each.strip() for cell in cells for each in cell.split(self.joined.strip())]

    def labels(self) -> list[str]:
        """A label for each of the values."""
        told = self.one("label") or self.label
        each = told.split(self.joined.strip()) if self.joined else [told]
        labels = [label.strip() for label in each]
        return labels + labels[-1:] * (len(self.values()) - len(labels))
