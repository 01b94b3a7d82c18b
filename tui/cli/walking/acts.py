"""What the letters of a person do: the same actions, by the same road, as on the screen."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from tui.cli.walking.doing import Doing
from tui.cli.walking.host import Host
from tui.cli.walking.person_acts import PersonActs
from tui.cli.walking.row_acts import RowActs

Act = Callable[[str], None]
"""Does what a letter stands for; is given what was typed behind it."""


class Acts:
    """The acts, by letter. Each raises a `Problem` where it is refused."""

    def __init__(self, host: Host) -> None:
        """Bind the walk."""
        self._doing = Doing(host)
        self._rows = RowActs(self._doing)
        self._people = PersonActs(self._doing)

    def table(self) -> Mapping[str, Act]:
        """Letter to act."""
        return {**self._rows.table(), **self._people.table(), ".": self.repeat}

    def repeat(self, rest: str = "") -> None:
        """The last of these, on whoever is told about now."""
        if self._doing.last is None:
            self._doing.host.say("tui.reason.nothing_to_repeat")
        else:
            self._doing.last()
