"""What a list of people can be narrowed by, and how many each choice leaves."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain

import msgspec

from store.records.ids import PersonId
from store.records.kinds import LAYERS
from store.records.person import Person
from store.records.snapshot import Snapshot
from store.records.table import Table
from store.rules.institution import Similar
from store.views.facet_kinds import FACETS as FACETS
from store.views.facet_kinds import FacetKind as FacetKind
from store.views.facet_kinds import circles_by_person, values_of
from store.views.facet_kinds import facet_key as facet_key
from store.views.facet_spellings import Spellings
from store.words.fold import fold

AT_ONCE = 50
"""People taken in before giving way."""


class Choice(msgspec.Struct, frozen=True):
    """One value that somebody may have."""

    kind: FacetKind
    key: str
    """As compared: "INSA de Lyon" and "insa lyon" are one school."""
    name: str
    """As most people have it written."""


class Facet(msgspec.Struct, frozen=True):
    """A choice, and how many people of the list have it."""

    choice: Choice
    count: int


class Narrowed(msgspec.Struct, frozen=True):
    """What choices leave of a list."""

    ids: tuple[PersonId, ...]
    facets: tuple[Facet, ...]
    """By kind, the commonest first."""


class Facets:
    """The values of everybody, kept up as people change: a key costs counting, no folding."""

    def __init__(self, similar: Similar | None = None) -> None:
        """Know nobody yet.

        Args:
            similar: how alike two names are, for schools that are written wrong; None compares
                them as they stand.
        """
        self._spellings = Spellings(similar)
        self._people: Table[PersonId, Person] | None = None
        self._held: dict[PersonId, Person] = {}
        self._numbers: dict[PersonId, tuple[int, ...]] = {}
        """Per person the numbers of their values."""
        self._circles: Mapping[PersonId, tuple[str, ...]] = {}
        self._circle_table: object = None

    def learn(self, snapshot: Snapshot) -> None:
        """Take in a snapshot; costs what has changed, and nothing where nobody has."""
        for _ in self.learning(snapshot):
            pass

    def learning(self, snapshot: Snapshot) -> Iterator[None]:
        """The same, giving way every millisecond or so; to be run to its end."""
        people, circles = snapshot.people, snapshot.circles
        if circles is not self._circle_table:
            self._circle_table = circles
            self._regroup(circles_by_person(circles.values()))
        if people is not self._people:
            # Left before its end it knows of no table, and looks at everybody the next time.
            before, self._people = self._people, None
            yield from self._following(people, before)
            self._people = people

    def _regroup(self, circles: Mapping[PersonId, tuple[str, ...]]) -> None:
        before, self._circles = self._circles, circles
        for id in {*before, *circles}:
            if before.get(id) != circles.get(id) and id in self._held:
                self._forget(self._held[id], before.get(id, ()))
        self._people = None

    def _following(
        self, people: Table[PersonId, Person], before: Table[PersonId, Person] | None
    ) -> Iterator[None]:
        held = self._held
        now: Mapping[PersonId, Person] = people
        changed = None if before is None else people.changes_since(before)
        if changed is None:
            now = people.plain()
            changed = (*now, *(id for id in held if id not in now))
        taken = 0
        for id in changed:
            known, person = held.get(id), now.get(id)
            if known is person:
                continue
            if known is not None:
                self._forget(known, self._circles.get(id, ()))
            if person is not None:
                self._take_in(id, person)
            taken += 1
            if taken % AT_ONCE == 0:
                yield

    def _take_in(self, id: PersonId, person: Person) -> None:
        values = values_of(person, self._circles.get(id, ()))
        self._held[id] = person
        self._numbers[id] = self._spellings.count(values, 1)

    def _forget(self, person: Person, circles: tuple[str, ...]) -> None:
        id = PersonId(person.id)
        self._spellings.count(values_of(person, circles), -1)
        del self._held[id], self._numbers[id]

    def narrowed(self, ids: Sequence[PersonId], chosen: tuple[Choice, ...]) -> Narrowed:
        """The people who have what was chosen, and what else they could be narrowed by.

        Of choices of one kind one is enough, of choices of several kinds all must hold. The counts
        of a kind are those the list would have without its own choices, so that a second school can
        be chosen beside the first.

        Args:
            ids: people of the snapshot that was learned, in their order.
            chosen: what they have to have.
        """
        numbers = self._numbers
        if not chosen:
            counts = Counter(chain.from_iterable(map(numbers.__getitem__, ids)))
            return Narrowed(tuple(ids), self._facets(counts, chosen))
        wanted: dict[FacetKind, set[int]] = {}
        for choice in chosen:
            number = self._spellings.number(choice.kind, choice.key)
            wanted.setdefault(choice.kind, set()).update(() if number is None else (number,))
        left: list[PersonId] = []
        lacking: dict[FacetKind, list[PersonId]] = {kind: [] for kind in wanted}
        for id in ids:
            missing = [kind for kind, some in wanted.items() if some.isdisjoint(numbers[id])]
            if not missing:
                left.append(id)
            elif len(missing) == 1:
                lacking[missing[0]].append(id)
        counts = Counter(chain.from_iterable(map(numbers.__getitem__, left)))
        for kind, others in lacking.items():
            of_kind = self._spellings.numbers(kind)
            beside = Counter(chain.from_iterable(map(numbers.__getitem__, others)))
            counts.update({each: n for each, n in beside.items() if each in of_kind})
        return Narrowed(tuple(left), self._facets(counts, chosen))

    def _facets(self, counts: Mapping[int, int], chosen: tuple[Choice, ...]) -> tuple[Facet, ...]:
        """All values counted, and those chosen that nobody has."""
        by_kind: dict[FacetKind, list[Facet]] = {kind: [] for kind in FACETS}
        for number, count in counts.items():
            kind, key, name = self._spellings.told(number)
            by_kind[kind].append(Facet(Choice(kind, key, name), count))
        for each in chosen:
            known = self._spellings.number(each.kind, each.key)
            if known is None or not counts.get(known):
                by_kind[each.kind].append(Facet(each, 0))
        for kind, found in by_kind.items():
            found.sort(key=_layer_place if kind == "layer" else _commonest_first)
        return tuple(chain.from_iterable(by_kind.values()))

    def written(self, kind: FacetKind) -> tuple[Facet, ...]:
        """All values of a kind that anybody has, the commonest first."""
        counts = self._spellings.totals(kind)
        return self._facets(counts, ())


def _commonest_first(facet: Facet) -> tuple[int, str]:
    return (-facet.count, fold(facet.choice.name))


def _layer_place(facet: Facet) -> tuple[int, str]:
    return (LAYERS.index(_LAYER_NAMED[facet.choice.key]), "")


_LAYER_NAMED = {str(layer): layer for layer in LAYERS}
