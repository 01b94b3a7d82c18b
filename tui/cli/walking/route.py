"""Where the walk stands among its stops; the place is kept when the list changes under it."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from store.records.ids import PersonId
from store.views.today import TodayRow


class Stop(msgspec.Struct, frozen=True, kw_only=True):
    """One person to be told about."""

    id: str
    """A row's id, or at an event the person's."""
    person: PersonId
    heading: str
    """What is said where it differs from that of the stop before."""
    row: TodayRow | None = None
    """The row that the stop is there for."""
    counted: bool = True
    """Whether its place among the others is said."""
    aside: str = ""
    """A sentence more about them here."""


class Route:
    """The stops in the order in which they were first there.

    A stop that was told about stays in the order once it is done, so that "2 of 5" is followed by
    "3 of 5", and so that one which comes back is found where it was.
    """

    def __init__(self, stops: Sequence[Stop]) -> None:
        """Stand at the first stop."""
        self._order: list[Stop] = list(stops)
        self._live = {stop.id: stop for stop in stops}
        self._at = 0
        self._told: set[str] = set()
        self._remember()

    @property
    def here(self) -> Stop | None:
        """The stop one stands at; None past the end, or where it is no more."""
        if self._at >= len(self._order):
            return None
        return self._live.get(self._order[self._at].id)

    @property
    def ended(self) -> bool:
        """Whether one stands past the last stop."""
        return self._at >= len(self._order)

    @property
    def ids(self) -> frozenset[str]:
        """All stops that there are now."""
        return frozenset(self._live)

    @property
    def any_left(self) -> bool:
        """Whether there is any stop at all."""
        return bool(self._live)

    def follow(self, stops: Sequence[Stop]) -> None:
        """Take in how the list is now; new stops stand behind the one that they follow there.

        Those that have gone before they were ever told about leave no trace.
        """
        here = None if self.ended else self._order[self._at].id
        self._live = {stop.id: stop for stop in stops}
        self._order = [
            self._live.get(stop.id, stop)
            for stop in self._order
            if stop.id in self._live or stop.id in self._told
        ]
        last = self._order[-1].id if self._order else None
        known = {stop.id for stop in self._order}
        place = 0
        for stop in stops:
            if stop.id in known:
                place = self._place_of(stop.id) + 1
            else:
                self._order.insert(place, stop)
                place += 1
        if here is not None:
            self._at = self._place_of(here)
        else:
            self._at = 0 if last is None else self._place_of(last) + 1
        self._remember()

    def _remember(self) -> None:
        if not self.ended:
            self._told.add(self._order[self._at].id)

    def next(self) -> bool:
        """Go to the next stop; past the end, and False, where there is none."""
        return self._to(range(self._at + 1, len(self._order)), else_at=len(self._order))

    def settle(self) -> bool:
        """Stay, or go on where the stop is no more."""
        return self._to(range(self._at, len(self._order)), else_at=len(self._order))

    def previous(self) -> bool:
        """Go to the stop before; stay, and give False, where there is none."""
        return self._to(range(self._at - 1, -1, -1), else_at=self._at)

    def first(self) -> bool:
        """Go to the first stop."""
        return self._to(range(len(self._order)), else_at=self._at)

    def last(self) -> bool:
        """Go to the last stop."""
        return self._to(range(len(self._order) - 1, -1, -1), else_at=self._at)

    def go(self, id: str) -> None:
        """Go to a stop by its id."""
        self._at = self._place_of(id)
        self._remember()

    def place(self, stop: Stop) -> tuple[int, int] | None:
        """Which of how many it is; None for one that is not counted."""
        if not stop.counted:
            return None
        counted = [each.id for each in self._order if each.counted]
        return counted.index(stop.id) + 1, len(counted)

    def _place_of(self, id: str) -> int:
        return next(place for place, stop in enumerate(self._order) if stop.id == id)

    def _to(self, places: range, *, else_at: int) -> bool:
        for place in places:
            if self._order[place].id in self._live:
                self._at = place
                self._remember()
                return True
        self._at = else_at
        return False
