"""Pairs of cards that may be one person's."""

from __future__ import annotations

from math import exp
from typing import Literal

import msgspec

from store.records.ids import PersonId
from store.records.person import Person
from store.records.snapshot import Snapshot
from store.rules.twin_blocks import candidates
from store.rules.twin_evidence import MET, WEAK, Clue, clues, total
from store.rules.twin_names import Slips, compare_names
from store.rules.twin_traits import Traits, census_of, traits_of

Likelihood = Literal["almost_certainly", "probably", "perhaps"]

SHOWN_FROM = 2.0
PROBABLY_FROM = 4.0
ALMOST_FROM = 7.0
"""Sums of evidence from which a pair is shown, and from which it is called so."""


class Twins(msgspec.Struct, frozen=True, kw_only=True):
    """Two cards that may be one person's."""

    a: PersonId
    """Whose card would stay: more is known of the tie."""
    b: PersonId
    evidence: float
    """Natural logarithm of the odds that they are one."""
    because: tuple[Clue, ...]
    """The weightiest first; what speaks against it as well."""

    @property
    def score(self) -> float:
        """How likely they are one person, from 0 to 1."""
        return 1 / (1 + exp(-max(-30.0, min(30.0, self.evidence))))

    @property
    def likelihood(self) -> Likelihood:
        """The same in three steps."""
        if self.evidence >= ALMOST_FROM:
            return "almost_certainly"
        return "probably" if self.evidence >= PROBABLY_FROM else "perhaps"


def twins(snapshot: Snapshot, slips: Slips, shown_from: float = SHOWN_FROM) -> tuple[Twins, ...]:
    """All pairs that are likely enough, the likeliest first; none that were said to be two.

    Args:
        snapshot: the data.
        slips: how many slips of the keyboard lie between two words.
        shown_from: the least sum of evidence.
    """
    people = snapshot.people.plain()
    traits = {id: traits_of(person) for id, person in people.items()}
    census = census_of(traits.values())
    introduced = {frozenset((each.a, each.b)) for each in snapshot.introductions.plain().values()}
    found = []
    telling, alike = candidates(traits.values())
    for pair in (*telling, *alike):
        one, other = pair
        name = compare_names(traits[one], traits[other], census, slips)
        if name.weight + WEAK < shown_from and pair not in telling:
            continue
        because = clues(traits[one], traits[other], census, name)
        evidence = total(because)
        if evidence < shown_from or are_apart(people[one], people[other]):
            continue
        if frozenset((one, other)) in introduced or have_met(snapshot, one, other):
            because = (Clue("met_together", MET), *because)
            evidence += MET
        if evidence >= shown_from:
            found.append(_pair(snapshot, traits[one], traits[other], evidence, because))
    return tuple(sorted(found, key=lambda each: (-each.evidence, each.a, each.b)))


def are_apart(one: Person, other: Person) -> bool:
    """Whether somebody has said that two cards are of two people."""
    return other.id in one.distinct_from or one.id in other.distinct_from


def have_met(snapshot: Snapshot, one: PersonId, other: PersonId) -> bool:
    """Whether two cards were seen as two people: one knows the other, or both were at a talk."""
    mine, theirs = snapshot.people[one], snapshot.people[other]
    if other in mine.knows or one in theirs.knows or mine.through == other or theirs.through == one:
        return True
    index = snapshot.indexes["interactions"]
    return not set(index.get(one, ())).isdisjoint(index.get(other, ()))


def _pair(
    snapshot: Snapshot, one: Traits, other: Traits, evidence: float, because: tuple[Clue, ...]
) -> Twins:
    a, b = stays_and_goes(snapshot, one.id, other.id)
    return Twins(a=a, b=b, evidence=evidence, because=because)


def stays_and_goes(snapshot: Snapshot, one: PersonId, other: PersonId) -> tuple[PersonId, PersonId]:
    """Two cards in the order in which the first is to stay: that of which more is known."""
    a, b = sorted((one, other), key=lambda id: _standing(snapshot, id))
    return a, b


def _standing(snapshot: Snapshot, id: PersonId) -> tuple[int, int, int, str]:
    """Whoever was talked with more, has a layer, or has more on the card comes first."""
    person = snapshot.people[id]
    talks = len(snapshot.indexes["interactions"].get(id, ()))
    filled = sum(bool(getattr(person, name)) for name in person.__struct_fields__)
    return -talks, -(person.layer is not None), -filled, id
