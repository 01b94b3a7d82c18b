"""Newcomers who may be somebody known: scored as second cards are (`store.rules.twins`)."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import msgspec

from store.formats.plan import Entry
from store.records.ids import PersonId
from store.records.person import Person
from store.records.snapshot import Snapshot
from store.rules.twin_blocks import Pair, candidates
from store.rules.twin_evidence import WEAK, clues, total
from store.rules.twin_names import Slips, compare_names
from store.rules.twin_traits import Census, Traits, census_of, traits_of
from store.rules.twins import SHOWN_FROM, Twins

__all__ = ["Slips", "resembling"]

STRIDE = 1000
"""How many pairs are compared between two looks whether the user has changed their mind."""


def resembling(
    entries: tuple[Entry, ...],
    snapshot: Snapshot,
    slips: Slips | None,
    go_on: Callable[[], None],
) -> tuple[Entry, ...]:
    """The entries, those of newcomers with whom they resemble most.

    They are compared with those who are there and with newcomers of files read before: one file is
    taken at its word that two cards are two. Who shares a name or an address stays doubtful,
    whatever the score. Pairs grow with the people, not with their square.

    Args:
        entries: of a plan, new ones first.
        snapshot: who is there.
        slips: how many slips of the keyboard lie between two words; None for a slip being another
            word.
        go_on: called now and then; what it raises ends the comparing.
    """
    places = {each.person: place for place, each in enumerate(entries) if each.how == "new"}
    if not places:
        return entries
    scoring = _Scoring(entries, snapshot, slips or _no_slip)
    telling, alike = scoring.pairs()
    best: dict[PersonId, tuple[float, PersonId]] = {}
    for count, pair in enumerate((*telling, *alike)):
        if count % STRIDE == 0:
            go_on()
        newcomer, known = _newcomer_first(pair, places)
        place = places.get(newcomer)
        if place is None:
            continue
        if known in places and entries[places[known]].file == entries[place].file:
            continue
        evidence = scoring.evidence(newcomer, known, is_telling=pair in telling)
        if evidence >= SHOWN_FROM:
            best[newcomer] = max(best.get(newcomer, (0.0, known)), (evidence, known))
    return tuple(_with_like(each, best.get(each.person)) for each in entries)


def _newcomer_first(pair: Pair, places: Mapping[PersonId, int]) -> Pair:
    """Of two newcomers the later one resembles the earlier one."""
    one, other = pair
    return pair if places.get(one, -1) > places.get(other, -1) else (other, one)


def _with_like(entry: Entry, found: tuple[float, PersonId] | None) -> Entry:
    if found is None:
        return entry
    evidence, like = found
    pair = Twins(a=like, b=entry.person, evidence=evidence, because=())
    return msgspec.structs.replace(entry, like=like, likelihood=pair.likelihood)


def _no_slip(one: str, other: str) -> int:
    return 0 if one == other else max(len(one), len(other))


class _Scoring:
    """How alike two cards are, among all."""

    def __init__(self, entries: tuple[Entry, ...], snapshot: Snapshot, slips: Slips) -> None:
        people: dict[PersonId, Person] = dict(snapshot.people.plain())
        people.update((each.person, each.after) for each in entries if each.how == "new")
        self._traits: dict[PersonId, Traits] = {
            id: traits_of(person) for id, person in people.items()
        }
        self._census: Census = census_of(self._traits.values())
        self._slips = slips

    def pairs(self) -> tuple[set[Pair], set[Pair]]:
        """Those worth comparing: who share something telling, and whose names alone are alike."""
        return candidates(self._traits.values())

    def evidence(self, one: PersonId, other: PersonId, *, is_telling: bool) -> float:
        """How much speaks for one person, as far as there is any chance of it."""
        mine, theirs = self._traits[one], self._traits[other]
        name = compare_names(mine, theirs, self._census, self._slips)
        if name.weight + WEAK < SHOWN_FROM and not is_telling:
            return 0.0
        return total(clues(mine, theirs, self._census, name))
