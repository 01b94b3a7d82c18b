"""One day's plan of proposals: what is worth most goes into the earliest free time it fits."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from itertools import chain

import msgspec

from store.records.ids import PersonId
from store.records.kinds import BudgetKind, budget_kind
from store.rules.due import Due
from store.rules.fit import needed
from store.rules.free_time import STEP, Span
from store.rules.slots import set_aside
from store.rules.step import VOICES

DATED = frozenset({"birthday", "date"})
"""Occasions that are of one day: nobody is congratulated before it."""

QUARTER = 15
"""Minutes of the clock at which people begin something, where the free time allows it."""

BREATH = 10
"""Minutes that are left between two proposals of a day."""

Suits = Callable[[PersonId, date, int, int], bool]
"""Whether somebody may be rung up on a day, from one of its minutes to another."""


class Piece(msgspec.Struct, frozen=True):
    """What one slot would be used for: one row, or several to write to."""

    rows: tuple[Due, ...]

    @property
    def kind(self) -> BudgetKind:
        """What time it is."""
        return budget_kind(self.rows[0].step)

    @property
    def minutes(self) -> int:
        """The slot's, not the rows': these, each rounded up to five, and no less than one plans."""
        return set_aside(self.kind, sum(map(needed, self.rows)))


class Placed(msgspec.Struct, frozen=True):
    """A piece with its time."""

    piece: Piece
    start: int
    """Minute of the day."""
    free: int
    """Minutes of the free span from there on."""


class Room(msgspec.Struct, frozen=True, kw_only=True):
    """What a day may hold."""

    day: date
    spans: tuple[Span, ...]
    """Of this day, in order."""
    share: int | None
    """Minutes of the day's share of the week; None where nothing is set."""
    week: int | None
    """Minutes that the week's budget still holds; None where nothing is set."""
    seats: int
    """Rows."""
    begun: bool
    """Whether anything is spent or booked on the day already."""


def planned_day(rows: Iterable[Due], room: Room, suits: Suits) -> tuple[Placed, ...]:
    """The proposals of a day, by time.

    Rows to write to share a slot. Together the slots stay within the day's share; one that is
    longer than the whole of it, such as a coffee, may be the day's only one, within the week's
    budget. No two follow each other without a breath.

    Args:
        rows: those worth most first; of one person the first that can be placed counts.
        room: what the day may hold.
        suits: whether a voice would be welcome.
    """
    plan: tuple[Placed, ...] = ()
    for row in rows:
        seated = [each for placed in plan for each in placed.piece.rows]
        if len(seated) >= room.seats:
            break
        if any(each.person == row.person for each in seated) or not _of_day(row, room.day):
            continue
        if not needed(row):
            # "Did it happen?" is answered on Today, and takes no time of its own.
            continue
        pieces = _with(row, plan)
        if not _affordable(_minutes(each.piece for each in plan), _minutes(pieces), room):
            continue
        found = _laid(pieces, room, suits)
        if found is not None:
            plan = found
    return tuple(sorted(plan, key=lambda each: each.start))


def _of_day(row: Due, day: date) -> bool:
    """Whether a row may be seen to on a day: congratulations not before it."""
    dated = row.group == "occasion" and row.reason.code in DATED
    return not dated or row.due is None or row.due == day or row.due < day


def _minutes(pieces: Iterable[Piece]) -> int:
    return sum(each.minutes for each in pieces)


def _affordable(used: int, wanted: int, room: Room) -> bool:
    """Whether a day's slots may grow: those of before may be beyond its share by themselves."""
    if wanted == used:
        return True
    if room.week is not None and wanted > room.week:
        return False
    if room.share is None or wanted <= room.share:
        return True
    return not used and not room.begun


def _with(row: Due, plan: Sequence[Placed]) -> tuple[Piece, ...]:
    """The pieces of a plan in the order in which they came, with one more row."""
    pieces = [each.piece for each in plan]
    writing = budget_kind(row.step) == "writing"
    for place, piece in enumerate(pieces):
        if writing and piece.kind == "writing":
            pieces[place] = Piece((*piece.rows, row))
            return tuple(pieces)
    return (*pieces, Piece((row,)))


def _laid(pieces: Sequence[Piece], room: Room, suits: Suits) -> tuple[Placed, ...] | None:
    """Each piece at the earliest time it fits, with a breath between; None where one does not."""
    free = [(span.start, span.until) for span in room.spans]
    laid: list[Placed] = []
    for piece in pieces:
        found = next(_places(piece, free, room.day, suits), None)
        if found is None:
            return None
        place, start = found
        first, last = free.pop(place)
        until = start + piece.minutes
        rest = [(first, start - BREATH), (until + BREATH, last)]
        free[place:place] = [each for each in rest if each[1] - each[0] >= STEP]
        laid.append(Placed(piece, start, last - start))
    return tuple(laid)


def _places(
    piece: Piece, free: Sequence[tuple[int, int]], day: date, suits: Suits
) -> Iterator[tuple[int, int]]:
    """Spans and minutes at which a piece may begin: earliest spans first, in each the quarters."""
    minutes = piece.minutes
    voices = [row.person for row in piece.rows if row.step in VOICES]
    for place, (first, last) in enumerate(free):
        stop = last - minutes + 1
        quarters = range(-(-first // QUARTER) * QUARTER, stop, QUARTER)
        others = (start for start in range(first, stop, STEP) if start % QUARTER)
        for start in chain(quarters, others):
            if all(suits(each, day, start, start + minutes) for each in voices):
                yield place, start
