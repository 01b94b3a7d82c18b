"""Undo and redo in the walk, and values that other sessions have written over."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from store.actions.replaced import Replaced
from store.actions.service import Done, Service
from store.views.spoken import sentence
from tui.cli.walking.telling import Telling

if TYPE_CHECKING:
    from tui.cli.walking.walk import Walk


class Turning:
    """Takes changes back and makes them again; who comes back to the road by it is told about."""

    def __init__(self, walk: Walk, telling: Telling) -> None:
        """Bind the walk."""
        self._walk = walk
        self._telling = telling
        self._replaced: Replaced | None = None

    def table(self) -> Mapping[str, Callable[[str], None]]:
        """Letter to deed."""
        return {"u": self.undo, "U": partial(self._turn, Service.redo)}

    def undo(self, rest: str = "") -> None:
        """Take back; a value written over elsewhere, just told, comes first."""
        replaced, self._replaced = self._replaced, None
        if replaced is not None:
            self._turn(lambda service: service.bring_back(replaced), rest)
        else:
            self._turn(Service.undo, rest)

    def _turn(self, turn: Callable[[Service], Done], rest: str) -> None:
        walk = self._walk
        before = walk.route.ids
        done = turn(walk.service)
        walk.speech.say(sentence(walk.words.tell(done.said, walk.session.today)))
        walk.tidy()
        stops = walk.road.stops()
        walk.route.follow(stops)
        back = [stop.id for stop in stops if stop.id not in before]
        if back:
            walk.visited = None
            walk.route.go(back[0])
            walk.tell()
        elif walk.lost:
            walk.return_to_road()

    def offer_back(self, replaced: Sequence[Replaced]) -> None:
        """Tell of values of one's own that were written over; undo sets the last of them again."""
        for each in replaced:
            self._telling.replaced(each)
            self._replaced = each

    def forget(self) -> None:
        """From now on undo is about the last change."""
        self._replaced = None
