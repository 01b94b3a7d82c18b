"""What fits into so many minutes: promises first, then the best of the rest, and why."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence, Set
from operator import attrgetter
from typing import Literal

import msgspec

from store.records.ids import PersonId
from store.records.kinds import Group
from store.rules.budget import ROUNDING, rounded_up
from store.rules.due import Due
from store.rules.packing import Item, packed
from store.words.durations import DAY

MOST_MINUTES = DAY
"""A day; more than that is cut to it."""

LANES: frozenset[Group] = frozenset({"dormant", "give"})

LANE_SHARE = 0.5
"""What a turn of these lanes counts of its value, since no chance of loss orders them."""

SCALE = 1 << 30
"""Gains are compared as whole parts of this, so that sums of equal ones are equal."""

InReason = Literal["promised", "all", "most", "dense", "fills"]
"""Why a row is in: it was promised; there is time for all that is short enough; of the others, one
a person, no row left out counts for more; none counts for more a minute; or it fills best what the
rest leaves.
"""

OutReason = Literal["promised_long", "long", "outweighed", "same_person"]
"""Why a row is out: promised, and longer than what other promises leave; longer than what promises
leave; others come to more in the same minutes; another row of the person is in.
"""

NO_GAINS: Mapping[str, float] = {}


class Fitting(msgspec.Struct, frozen=True, kw_only=True):
    """A choice of rows; all minutes are rounded up to five a row."""

    rows: tuple[Due, ...]
    """Those that are in, in the order of today."""
    reasons: tuple[InReason, ...]
    """Why, row by row."""
    minutes: int
    """What they take."""
    left: int
    """What they leave of the minutes at hand, whole minutes."""
    promised_out: tuple[Due, ...]
    """Promised rows that did not fit, in their order."""
    next: Due | None
    """Of the other rows left out, the one that counts most."""
    left_out: tuple[tuple[Due, OutReason], ...]
    """All rows left out, in their order, and why."""
    counted: Mapping[str, float]
    """What each row counts for, by id; of rows that nobody promised. The one that stands for a
    person counts for the best of theirs.
    """


def needed(row: Due) -> int:
    """The minutes to keep free for a row, rounded up to five; none for a mere question."""
    return rounded_up(max(0, row.minutes))


class Candidates(msgspec.Struct, frozen=True, kw_only=True):
    """Rows made ready to be chosen from: what takes long and is the same for any minutes."""

    rows: tuple[Due, ...]
    """In the order of today."""
    needs: tuple[int, ...]
    """Minutes of each row."""
    lasts: tuple[int, ...]
    """Parts of five minutes that each row and the one that stands for its person take at most."""
    turns: tuple[Item, ...]
    """The first row of everybody that nobody promised, with the best gain of theirs."""
    own: Mapping[str, float]
    """What each row that nobody promised counts for by itself, by id."""
    standing: Mapping[str, float]
    """The same, where the row that stands for a person counts for the best of theirs."""

    def fitted(self, minutes: int) -> Fitting:
        """The rows that fill the minutes best; see `fitted`."""
        waiting, room = self.rows, max(0, min(minutes, MOST_MINUTES))
        promised = _promised(waiting, self.needs, room)
        slots = (room - sum(self.needs[place] for place in promised)) // ROUNDING
        kept_word = {waiting[place].person for place in promised}
        turns = [item for item in self.turns if waiting[item.place].person not in kept_word]
        chosen = packed(turns, slots)
        over = [item for item in turns if item.place not in chosen]
        inside: dict[int, InReason] = dict.fromkeys(promised, "promised")
        inside |= _why_in(turns, chosen, over, slots)
        left_out = self._left_out(inside, slots)
        best = max(over, key=_gain, default=None)
        places = sorted(inside)
        used = sum(self.needs[place] for place in places)
        return Fitting(
            rows=tuple(waiting[place] for place in places),
            reasons=tuple(inside[place] for place in places),
            minutes=used,
            left=room - used,
            promised_out=tuple(row for row, why in left_out if why == "promised_long"),
            next=None if best is None else waiting[best.place],
            left_out=left_out,
            counted=self._counted(kept_word),
        )

    def _left_out(self, inside: Collection[int], slots: int) -> tuple[tuple[Due, OutReason], ...]:
        """The rows that are not in, and why, by the row that stands for the person."""
        taken = {self.rows[place].person for place in inside}
        found: list[tuple[Due, OutReason]] = []
        for place, row in enumerate(self.rows):
            if place in inside:
                continue
            if row.group == "promised":
                found.append((row, "promised_long"))
            elif row.person in taken:
                found.append((row, "same_person"))
            else:
                found.append((row, "outweighed" if self.lasts[place] <= slots else "long"))
        return tuple(found)

    def _counted(self, kept_word: Set[PersonId]) -> Mapping[str, float]:
        """What each row counts for; none stands for somebody whose promise is kept."""
        if not kept_word:
            return self.standing
        counted = dict(self.standing)
        for item in self.turns:
            row = self.rows[item.place]
            if row.person in kept_word:
                counted[row.id] = self.own[row.id]
        return counted


def candidates(rows: Iterable[Due], gains: Mapping[str, float] = NO_GAINS) -> Candidates:
    """Rows made ready; arguments as for `fitted`."""
    waiting = tuple(sorted(rows, key=attrgetter("order")))
    needs = tuple(map(needed, waiting))
    own = {row.id: _counted(row, gains) for row in waiting if row.group != "promised"}
    turns = _one_a_person(waiting, needs, own)
    stands = {waiting[item.place].person: item.size for item in turns}
    lasts = tuple(
        max(stands.get(row.person, 0), minutes // ROUNDING)
        for row, minutes in zip(waiting, needs, strict=True)
    )
    standing = own | {waiting[item.place].id: item.gain / SCALE for item in turns}
    return Candidates(
        rows=waiting, needs=needs, lasts=lasts, turns=turns, own=own, standing=standing
    )


def fitted(rows: Iterable[Due], minutes: int, gains: Mapping[str, float] = NO_GAINS) -> Fitting:
    """The rows that fill the minutes best.

    Promised rows are taken in their order while they fit; one that does not is passed over. Of the
    others, one a person, those are taken that come to the most within what is left, exactly; of
    choices that come to the same, the one with the earlier rows.

    Args:
        rows: those that wait; in which order they are given makes no difference.
        minutes: at hand.
        gains: what rows count for, by id, where their order does not tell it (occasions).
    """
    return candidates(rows, gains).fitted(minutes)


def _promised(waiting: Sequence[Due], needs: Sequence[int], room: int) -> list[int]:
    """The places of the promised rows that fit, one after the other."""
    places: list[int] = []
    for place, row in enumerate(waiting):
        if row.group != "promised":
            break
        if needs[place] <= room:
            places.append(place)
            room -= needs[place]
    return places


def _counted(row: Due, gains: Mapping[str, float]) -> float:
    gain = gains.get(row.id, row.gain)
    return gain * LANE_SHARE if row.group in LANES else gain


def _one_a_person(
    waiting: Sequence[Due], needs: Sequence[int], own: Mapping[str, float]
) -> tuple[Item, ...]:
    """The first row of everybody, which counts for as much as the best of theirs."""
    found: dict[PersonId, tuple[int, float]] = {}
    for place, row in enumerate(waiting):
        if row.group == "promised":
            continue
        person, gain = row.person, own[row.id]
        had = found.get(person)
        if had is None:
            found[person] = place, gain
        elif gain > had[1]:
            found[person] = had[0], gain
    return tuple(
        # A turn that counts for nothing still beats minutes left empty.
        Item(place, max(1, needs[place] // ROUNDING), round(gain * SCALE) or 1)
        for place, gain in found.values()
    )


def _why_in(
    turns: Sequence[Item], chosen: Set[int], over: Sequence[Item], slots: int
) -> dict[int, InReason]:
    """Why each of the chosen is in, against all that are over."""
    most = max(map(_gain, over), default=0)
    densest = max(map(_density, over), default=0.0)
    choice = any(item.size <= slots for item in over)
    found: dict[int, InReason] = {}
    for item in turns:
        if item.place in chosen:
            if not choice:
                found[item.place] = "all"
            elif item.gain >= most:
                found[item.place] = "most"
            else:
                found[item.place] = "dense" if _density(item) >= densest else "fills"
    return found


def _gain(item: Item) -> int:
    return item.gain


def _density(item: Item) -> float:
    return item.gain / item.size
