"""The screens over the one that brings files: a table's columns, then what it gives."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from store.actions.service import Service
from store.formats.choices import Choices
from store.records.snapshot import Snapshot
from store.words.message import Message
from tui.columns_known import ColumnsKnown
from tui.import_decisions import Decisions
from tui.requests import Finished, ScreenWanted

if TYPE_CHECKING:
    from store.formats.plan import Plan
    from tui.screens.bring_columns import BringColumns
    from tui.screens.bring_files import BringFiles
    from tui.screens.bring_preview import BringPreview


class BringSteps:
    """Opens and closes them, and does what they ask for."""

    def __init__(self, below: BringFiles, service: Service, known: ColumnsKnown) -> None:
        """Bind the screen that reads; none is over it yet.

        Args:
            below: asks for files and reads them.
            service: of which only the snapshot is read.
            known: what was said of columns before in this session.
        """
        self._below = below
        self._service = service
        self._known = known
        self._columns: BringColumns | None = None
        self._preview: BringPreview | None = None
        self._settled = False
        """Whether the columns have been looked at."""
        self._before: Decisions | None = None
        """What was decided on data that have changed meanwhile."""
        self._planned_for: Snapshot = service.snapshot

    def begin_anew(self) -> None:
        """Other files: their columns are to be looked at."""
        self._settled = False

    def close(self) -> None:
        """Back to the screen below."""
        app = self._below.app
        for screen in (self._columns, self._preview):
            if screen is not None and app.screen is screen:
                app.pop_screen()
        self._columns = self._preview = None

    def show(self, plan: Plan, snapshot: Snapshot, choices: Choices) -> None:
        """Show what was read: the columns of a table first."""
        self._planned_for = snapshot
        if plan.sketches and not self._settled:
            self._show_columns(plan, choices)
        else:
            self._show_preview(plan)

    def _show_columns(self, plan: Plan, choices: Choices) -> None:
        if self._columns is not None:
            self._columns.read_so(plan)
            return
        from tui.screens.bring_columns import BringColumns

        self._columns = BringColumns(plan, choices, self._known, self, *self._below.outfit)
        self._below.post_message(ScreenWanted(self._columns))

    def _show_preview(self, plan: Plan) -> None:
        from tui.screens.bring_preview import BringPreview

        self.close()
        decisions, before = Decisions(plan, self._planned_for), self._before
        if before is not None:
            decisions.inherit(before)
            self._before = None
        again = before is not None
        outfit = self._below.outfit
        self._preview = BringPreview(decisions, self._service, self, *outfit, again=again)
        self._below.post_message(ScreenWanted(self._preview))

    # What the screens ask for -----------------------------------------------------------------

    def read_in(self, charset: str) -> None:
        """Read again in another encoding, while the columns are shown."""
        self._below.read_with(charset=charset)

    def columns_taken(self, plan: Plan, columns: Mapping[str, str]) -> None:
        """The columns are as they should be: go on with them."""
        self._settled = True
        if self._below.reads_so(columns):
            self._show_preview(plan)
        else:
            self.close()
            self._below.read_with(columns=columns)

    def columns_wanted(self, plan: Plan) -> None:
        """Back to the columns, from what they give."""
        self.close()
        self._settled = False
        self._show_columns(plan, self._below.choices)

    def read_again(self, decisions: Decisions) -> None:
        """The data have changed: the sums may be others now."""
        self._before = decisions
        self.close()
        self._below.read()

    def left(self) -> None:
        """Nothing is taken of what was read: ask again."""
        self.close()
        self._below.leave()

    def taken(self, message: Message | None, *, sort: bool = False) -> None:
        """It is durable, or there was nothing to take: close all of it."""
        self.close()
        self._below.post_message(Finished(message, undoable=message is not None, sort=sort))
