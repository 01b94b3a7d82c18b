"""What people in a room share, and who of them could be introduced to whom over it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import combinations
from math import log2

import msgspec

from store.records.ids import PersonId
from store.records.person import Person
from store.records.snapshot import Snapshot
from store.rules.common_ground import OVERLAP, Common, together
from store.rules.institution import Similar
from store.rules.institution_index import InstitutionIndex
from store.rules.traits import INSTITUTIONS, Held, Key, What, keys_of
from store.views.card_traits import traits_of
from store.views.counted_network import CountedNetwork
from store.words.fold import fold

INTRODUCTIONS = 5
"""Pairs proposed at most."""

CROWD = 12
"""People who share a thing at most, for it to be worth an introduction."""

ME = PersonId("")
"""Stands for the user among those who hold something; nobody has an empty id."""

Holders = dict[PersonId, Held]


class Among(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that several of a room share."""

    common: Common
    people: tuple[PersonId, ...]
    """Who, in the order of the room."""
    mine: bool = False
    """Whether the user shares it, too."""


class Pair(msgspec.Struct, frozen=True):
    """Two who do not know each other yet, as far as it is noted."""

    one: PersonId
    other: PersonId
    common: tuple[Common, ...]
    """Over what, the strongest first."""


def shared_in(
    counted: CountedNetwork, snapshot: Snapshot, ids: Sequence[PersonId], today: date | None = None
) -> tuple[Among, ...]:
    """What at least two of a room share; the rare first, and the more the more of them share it.

    Args:
        counted: counts among everybody.
        snapshot: the data.
        ids: who is in the room; ids that are nobody's are passed over.
        today: up to when events have been attended.
    """
    room = {id: snapshot.people[id] for id in dict.fromkeys(ids) if id in snapshot.people}
    mine = keys_of(traits_of(snapshot.me))
    found: list[Among] = []
    for (what, key), holders in _grouped(room.values(), mine, counted.similar):
        people = tuple(id for id in room if id in holders)
        years = _years_of_all([holders[id] for id in people], today)
        weight = counted.weight(snapshot, what, key) * (OVERLAP if years else 1.0) * _crowd(people)
        if weight > 0:
            common = Common(
                what=what,
                name=_commonest(holders[id].name for id in people),
                years=years,
                weight=weight,
                sharing=counted.count(snapshot, what, key),
                key=key,
            )
            found.append(Among(common=common, people=people, mine=ME in holders))
    found += _met_by(counted, snapshot, room)
    found += _attended(counted, snapshot, room, today)
    return tuple(
        sorted(found, key=lambda each: (-each.common.weight, each.common.what, each.common.key))
    )


def _crowd(people: Sequence[PersonId]) -> float:
    """The weight of how many share it: 1 for two, 2 for four."""
    return log2(len(people))


def _commonest(names: Iterable[str]) -> str:
    ways = Counter(names)
    return min(ways, key=lambda name: (-ways[name], name))


def _grouped(
    room: Iterable[Person], mine: Mapping[Key, Held], similar: Similar | None
) -> Iterator[tuple[Key, Holders]]:
    """What two of them hold at least; institutions that agree are one."""
    holders: dict[Key, Holders] = {}
    for person in room:
        for key, held in keys_of(traits_of(person)).items():
            holders.setdefault(key, {})[PersonId(person.id)] = held
    leaders = _leaders(holders, mine, similar)
    grouped: dict[Key, Holders] = {}
    for key, some in holders.items():
        held_by = grouped.setdefault(leaders[key], {})
        for id, held in some.items():
            held_by.setdefault(id, held)
    for key, held in mine.items():
        leader = leaders[key]
        if leader in grouped:
            grouped[leader][ME] = held
    for key, some in grouped.items():
        if len(some.keys() - {ME}) > 1:
            yield key, some


def _leaders(
    holders: Mapping[Key, Holders], mine: Mapping[Key, Held], similar: Similar | None
) -> dict[Key, Key]:
    """For each key the commonest in the room that agrees with it."""
    every = sorted({*holders, *mine}, key=lambda key: (-len(holders.get(key, ())), key[0], key[1]))
    leaders: dict[Key, Key] = {}
    indexes: dict[What, InstitutionIndex] = {
        what: InstitutionIndex(similar) for what in INSTITUTIONS
    }
    for what, index in indexes.items():
        index.learn(key for kind, key in every if kind == what)
    for leader in every:
        if leader in leaders:
            continue
        what, key = leader
        agreeing = indexes[what].agreeing(key) if what in indexes else (key,)
        for each in agreeing:
            leaders.setdefault((what, each), leader)
    return leaders


def _years_of_all(held: Sequence[Held], today: date | None) -> str:
    """The years that all of them were there together; empty where these are not known."""
    first, *others = held
    spent = {together(first.stays, other.stays, today)[0] for other in others}
    return spent.pop() if len(spent) == 1 else ""


def _met_by(
    counted: CountedNetwork, snapshot: Snapshot, room: Mapping[PersonId, Person]
) -> Iterator[Among]:
    """Those outside the room whom several in it know."""
    knowing: dict[PersonId, list[PersonId]] = {}
    for id in room:
        for other in counted.acquaintances.of(snapshot, id):
            if other not in room:
                knowing.setdefault(other, []).append(id)
    for other, people in knowing.items():
        if len(people) > 1 and snapshot.people[other].status != "deceased":
            for common in counted.met(snapshot, snapshot.people[other], _crowd(people)):
                yield Among(common=common, people=tuple(people), mine=True)


def _attended(
    counted: CountedNetwork, snapshot: Snapshot, room: Mapping[PersonId, Person], today: date | None
) -> Iterator[Among]:
    """Events at which several of them were; the user was there as well."""
    events = {
        event.id: event for id in room for event in counted.attendance.of(snapshot, id, today)
    }
    for event in events.values():
        people = tuple(id for id in room if id in event.people)
        if len(people) > 1:
            for common in counted.at(snapshot, event, _crowd(people)):
                yield Among(common=common, people=people, mine=True)


def introductions(
    counted: CountedNetwork, snapshot: Snapshot, shared: Sequence[Among], most: int = INTRODUCTIONS
) -> tuple[Pair, ...]:
    """Who could be introduced to whom: they share something, and do not know each other yet.

    Nobody is proposed twice as long as others are left.
    """
    over: dict[tuple[PersonId, PersonId], list[Common]] = {}
    for among in shared:
        if among.common.what == "language" or len(among.people) > CROWD:
            continue
        lively = [id for id in among.people if snapshot.people[id].status == "active"]
        for pair in combinations(lively, 2):
            over.setdefault(pair, []).append(among.common)
    pairs = sorted(
        over, key=lambda pair: (-sum(each.weight for each in over[pair]), _names(snapshot, pair))
    )
    strangers = [
        pair for pair in pairs if pair[1] not in counted.acquaintances.of(snapshot, pair[0])
    ]
    fresh: list[tuple[PersonId, PersonId]] = []
    again: list[tuple[PersonId, PersonId]] = []
    for pair in strangers:
        met = {id for each in fresh for id in each}
        (again if met & set(pair) else fresh).append(pair)
    return tuple(Pair(*pair, tuple(over[pair])) for pair in (*fresh, *again)[:most])


def _names(snapshot: Snapshot, pair: tuple[PersonId, PersonId]) -> tuple[str, ...]:
    return tuple(fold(snapshot.people[id].name) for id in pair) + pair
