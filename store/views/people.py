"""The list of people: who, in which order, and what a row tells."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import Literal, get_args, overload

import msgspec

from store.records.ids import PersonId
from store.records.kinds import BANDS, LAYERS, Band, Layer
from store.records.person import Person
from store.records.snapshot import Snapshot
from store.rules.tie import Standing, State
from store.views.tie_turn import turns_of
from store.views.ties import Ties
from store.words.fold import fold

Order = Literal["name", "last", "layer", "band", "added"]
"""`last` begins with the latest contact, `layer` with the closest, `added` with the newest."""
ORDERS: tuple[Order, ...] = get_args(Order)

Span = tuple[int, int]
"""The first character, and the one behind the last."""


class Found(msgspec.Struct, frozen=True):
    """What a search matched."""

    field: str
    """Of the record: `name`, `schools`, `notes`."""
    value: str
    """As written; a long one is cut around the match."""
    spans: tuple[Span, ...] = ()
    """The characters of the value that matched."""


Matched = tuple[Found, ...]

_BAND_PLACE: dict[Band | None, int] = {
    **{band: place for place, band in enumerate((*BANDS[1:], BANDS[0]))},
    None: len(BANDS),
}
"""From lively to dormant, then who was not spoken to yet, then who has no band."""

_LAYER_PLACE: dict[Layer | None, int] = {
    **{layer: place for place, layer in enumerate(LAYERS)},
    None: len(LAYERS),
}


class PersonRow(msgspec.Struct, frozen=True, kw_only=True):
    """One person in the list."""

    person: PersonId
    name: str
    org: str
    layer: Layer | None
    band: Band | None
    state: State
    last_days: int | None
    """Days since the real last contact, or another day that the list is about; None for none."""
    matched: Matched
    """Empty where nothing was searched."""
    title: str = ""
    city: str = ""
    """Where they live now, or lived."""
    school: str = ""
    email: str = ""
    met: date | None = None
    turn: date | None = None
    """The day on which one talks next, or else the tie begins to slip or turns thin."""


class PeopleRows(Sequence[PersonRow]):
    """Rows made when they are looked at: a screen shows twenty of ten thousand."""

    def __init__(
        self,
        snapshot: Snapshot,
        ties: Ties,
        ids: Sequence[PersonId],
        matched: Callable[[Person], Matched] | None = None,
        since: Callable[[Person], date | None] | None = None,
        *,
        turns: bool = False,
    ) -> None:
        """Bind what rows are made from.

        Args:
            snapshot: where all the people are.
            ties: where they stand.
            ids: whom to list, in their order.
            matched: tells what a search matched.
            since: the day that rows count from instead of the last contact.
            turns: whether rows tell when a tie turns, which is worked out for each.
        """
        self.ids = ids
        self._snapshot = snapshot
        self._ties = ties
        self._matched = matched
        self._since = since
        self._turns = turns
        self._made: dict[int, PersonRow] = {}

    def __len__(self) -> int:
        """How many people are listed."""
        return len(self.ids)

    @overload
    def __getitem__(self, index: int) -> PersonRow: ...

    @overload
    def __getitem__(self, index: slice) -> Sequence[PersonRow]: ...

    def __getitem__(self, index: int | slice) -> PersonRow | Sequence[PersonRow]:
        """A row, or several."""
        if isinstance(index, slice):
            return [self[place] for place in range(*index.indices(len(self)))]
        row = self._made.get(index)
        if row is None:
            row = self._made[index] = self._row(self.ids[index])
        return row

    def _row(self, id: PersonId) -> PersonRow:
        person = self._snapshot.people[id]
        standing = self._ties[id]
        last = standing.last_on if self._since is None else self._since(person)
        return PersonRow(
            person=id,
            name=person.name,
            org=person.org,
            layer=person.layer,
            band=standing.band,
            state=standing.state,
            last_days=None if last is None else (self._ties.today - last).days,
            matched=() if self._matched is None else self._matched(person),
            title=person.title,
            city=_city(person),
            school=person.schools[0].name if person.schools else "",
            email=person.emails[0] if person.emails else "",
            met=person.met,
            turn=_turn(person, standing, self._ties.today) if self._turns else None,
        )


def _city(person: Person) -> str:
    here = next((city for city in person.cities if city.kind == "now"), None)
    return (here or person.cities[0]).name if person.cities else ""


def _turn(person: Person, standing: Standing, today: date) -> date | None:
    if standing.plan_on is not None:
        return standing.plan_on
    coming = turns_of(standing, person.cadence_days or None, today)
    return next((each.on for each in coming if each.what != "thin"), None)


def in_order(
    snapshot: Snapshot, ties: Ties, order: Order, ids: Iterable[PersonId] | None = None
) -> tuple[PersonId, ...]:
    """People in an order; ties break by folded name, then id.

    Args:
        snapshot: where they are.
        ties: where they stand.
        order: what comes first.
        ids: whom to order; None is everybody.
    """
    people = snapshot.people.plain()
    place = _PLACES[order]
    wanted = people if ids is None else ids
    ranked = [(place(people[id], id, ties), fold(people[id].name), id) for id in wanted]
    ranked.sort()
    return tuple(id for _, _, id in ranked)


def _by_last(person: Person, id: PersonId, ties: Ties) -> int:
    last = ties[id].last_on
    return 0 if last is None else -last.toordinal()


def _by_added(person: Person, id: PersonId, ties: Ties) -> int:
    return -(person.added or date.min).toordinal()


_PLACES: dict[Order, Callable[[Person, PersonId, Ties], int]] = {
    "name": lambda person, id, ties: 0,
    "last": _by_last,
    "layer": lambda person, id, ties: _LAYER_PLACE[person.layer],
    "band": lambda person, id, ties: _BAND_PLACE[ties[id].band],
    "added": _by_added,
}
