"""Everybody found, in their order; whoever reads the first page pays for the first page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from heapq import merge
from itertools import islice
from threading import Lock
from typing import overload

from store.records.ids import PersonId
from store.records.kinds import LAYERS, Layer
from store.search.index import Index
from store.search.levels import Levels
from store.search.people_set import Bits, places_of


class FoundPeople(Sequence[PersonId]):
    """Ids, the best match first.

    It stands for the people that it was made of, whatever the index has learned since.
    """

    def __init__(
        self, index: Index, passes: Iterable[Levels], mine: Bits, *, by_name: bool = False
    ) -> None:
        """Bind what was found.

        Args:
            index: by whose places.
            passes: levels, all of the first before all of the second.
            mine: who shares something with the user.
            by_name: whether closeness and common ground do not matter.
        """
        self._by_name = by_name
        self._ids, self._names, self._ordered = index.ids, index.names, index.ordered
        self._layers: Mapping[Layer, Bits] = dict(index.layers)
        self._mine = mine
        self._passes = tuple(passes)
        self._count = sum(each.all.bit_count() for each in self._passes)
        self._made: list[PersonId] = []
        self._scores: list[int] = []
        self._rest = self._walk()
        self._making = Lock()

    def __len__(self) -> int:
        """How many there are."""
        return self._count

    @overload
    def __getitem__(self, place: int) -> PersonId: ...

    @overload
    def __getitem__(self, place: slice) -> Sequence[PersonId]: ...

    def __getitem__(self, place: int | slice) -> PersonId | Sequence[PersonId]:
        """One, or several."""
        if isinstance(place, slice):
            start, stop, step = place.indices(self._count)
            self._make(max(start, stop))
            return tuple(self._made[start:stop:step])
        if not -self._count <= place < self._count:
            raise IndexError(place)
        place %= self._count
        self._make(place + 1)
        return self._made[place]

    def __iter__(self) -> Iterator[PersonId]:
        """All of them."""
        self._make(self._count)
        return iter(self._made)

    def __contains__(self, id: object) -> bool:
        """Whether somebody is among them."""
        self._make(self._count)
        return id in self._made

    def score(self, place: int) -> int:
        """The sum of the scores of the words for the one at a place, in hundredths."""
        self._make(place + 1)
        return self._scores[place]

    def _make(self, count: int) -> None:
        if count <= len(self._made):
            return
        # Whoever reads the first page may meet whoever reads all, in another thread.
        with self._making:
            for id, score in islice(self._rest, max(0, count - len(self._made))):
                self._scores.append(score)
                self._made.append(id)

    def _walk(self) -> Iterator[tuple[PersonId, int]]:
        for each in self._passes:
            for score, bits in each.groups:
                for some in self._nearest_first(bits):
                    for place in self._in_order(some):
                        yield self._ids[place], score

    def _nearest_first(self, bits: Bits) -> Iterator[Bits]:
        if self._by_name:
            yield bits
            return
        for layer in LAYERS:
            near = bits & self._layers.get(layer, 0)
            if near:
                bits ^= near
                yield near & self._mine
                yield near & ~self._mine
        yield bits & self._mine
        yield bits & ~self._mine

    def _in_order(self, bits: Bits) -> Iterator[int]:
        """By folded name, then id."""
        late = bits >> self._ordered
        if not late:
            return places_of(bits)
        others = sorted((place + self._ordered for place in places_of(late)), key=self._order)
        early = bits & ((1 << self._ordered) - 1)
        return merge(places_of(early), others, key=self._order)

    def _order(self, place: int) -> tuple[str, PersonId]:
        return self._names[place], self._ids[place]
