"""Letters about a row of today: done, later, passed over."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import timedelta
from functools import partial

from store.actions.done import MarkDone
from store.actions.pass_over import Pass
from store.actions.snooze import Snooze
from store.views.today import TodayRow
from tui.cli.walking.doing import Doing
from tui.typed.later import read_until


class RowActs:
    """The acts on rows. Each raises a `Problem` where it is refused."""

    def __init__(self, doing: Doing) -> None:
        """Bind what carries them out."""
        self._doing = doing
        self._delay: int | None = None

    def table(self) -> Mapping[str, Callable[[str], None]]:
        """Letter to act."""
        return {"d": self.done, "s": self.later, "S": self.later_again, "x": self.pass_over}

    def done(self, rest: str = "") -> None:
        """Close or log; what stands behind the letter tells how it was."""
        row = self._doing.row()
        if row is None:
            return
        told = self._doing.read(rest)
        params = MarkDone(
            row=row.id, kind=told.kind, minutes=told.minutes, note=told.note, on=told.on
        )
        self._doing.perform("done", params, also=self._doing.kept(told), moves=True)
        self._doing.last = partial(self.done, rest)

    def later(self, rest: str = "") -> None:
        """Put off until a day."""
        row = self._doing.row()
        if row is None:
            return
        text = rest or self._doing.asked("s", "walk.ask.later", row.name)
        if text is not None:
            today = self._doing.host.session.today
            until = read_until(text, today, self._doing.host.words.language)
            self._snooze(row, (until - today).days)

    def later_again(self, rest: str = "") -> None:
        """The same delay, or ask where there is none yet."""
        if self._delay is None:
            self.later()
            return
        row = self._doing.row()
        if row is not None:
            self._snooze(row, self._delay)

    def _snooze(self, row: TodayRow, days: int) -> None:
        until = self._doing.host.session.today + timedelta(days=days)
        self._doing.perform("snooze", Snooze(row=row.id, until=until), moves=True)
        self._delay, self._doing.last = days, self.later_again

    def pass_over(self, rest: str = "") -> None:
        """Seen, nothing to do today."""
        row = self._doing.row()
        if row is not None:
            self._doing.perform("pass", Pass(row=row.id), moves=True)
            self._doing.last = self.pass_over
