"""The pane of pairs: two lines each, of which the lower one stays in sight of the cursor."""

from __future__ import annotations

from collections.abc import Sequence

from widgets.grouped_list import GroupedList, GroupedRow


class TwinList(GroupedList):
    """Under each row stands a line that explains it."""

    @property
    def list_height(self) -> int:
        """The cursor never stands on the last line: what explains its row is below it."""
        return max(1, self.inner_height - 1)

    def show(self, rows: Sequence[GroupedRow], empty: str) -> None:
        """Show other rows, the last line as well."""
        super().show(rows, empty)
        self.refresh()
