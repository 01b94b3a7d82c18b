"""Values under a number each, however they are written, and how often each way is."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from store.rules.institution import Similar
from store.rules.institution_index import InstitutionIndex
from store.views.facet_kinds import FACETS, FacetKind, facet_key


class Spellings:
    """Numbers that stay as long as the program runs; each way of writing is compared once."""

    def __init__(self, similar: Similar | None) -> None:
        """Know no value yet.

        Args:
            similar: how alike two names are, for schools written wrong; None compares keys alone.
        """
        self._schools = InstitutionIndex(similar)
        self._by_name: dict[tuple[FacetKind, str], int] = {}
        self._by_key: dict[tuple[FacetKind, str], int] = {}
        self._keys: list[tuple[FacetKind, str]] = []
        self._written: list[dict[str, int]] = []
        self._names: list[str] = []
        """The commonest way of writing, empty where it is to be found out again."""
        self._of_kind: dict[FacetKind, set[int]] = {kind: set() for kind in FACETS}

    def count(self, values: Iterable[tuple[FacetKind, str]], by: int) -> tuple[int, ...]:
        """Count somebody's values in or out; gives their numbers, each once."""
        numbers: dict[int, None] = {}
        for value in values:
            number = self._by_name.get(value)
            if number is None:
                number = self._numbered(value)
            if number < 0 or number in numbers:
                continue
            numbers[number] = None
            ways = self._written[number]
            ways[value[1]] = ways.get(value[1], 0) + by
            self._names[number] = ""
        return tuple(numbers)

    def number(self, kind: FacetKind, key: str) -> int | None:
        """The number of a value as compared; None where nobody ever had it."""
        return self._by_key.get((kind, key))

    def numbers(self, kind: FacetKind) -> Collection[int]:
        """All numbers of a kind."""
        return self._of_kind[kind]

    def totals(self, kind: FacetKind) -> Mapping[int, int]:
        """How many people have each value of a kind."""
        sums = ((number, sum(self._written[number].values())) for number in self._of_kind[kind])
        return {number: count for number, count in sums if count}

    def told(self, number: int) -> tuple[FacetKind, str, str]:
        """Kind, key, and the way in which most people have it written."""
        kind, key = self._keys[number]
        name = self._names[number]
        if not name:
            ways = self._written[number]
            name = self._names[number] = min(ways, key=lambda way: (-ways[way], way))
        return kind, key, name

    def _numbered(self, value: tuple[FacetKind, str]) -> int:
        """The number of a value seen for the first time; below 0 where nothing of it compares."""
        kind, name = value
        key = facet_key(kind, name)
        number = self._by_key.get((kind, key)) if key else -1
        if number is None:
            twin = self._twin(key) if kind == "school" else None
            number = len(self._keys) if twin is None else self._by_key[kind, twin]
            self._by_key[kind, key] = number
            if twin is None:
                self._keys.append((kind, key))
                self._written.append({})
                self._names.append("")
                self._of_kind[kind].add(number)
        self._by_name[value] = number
        return number

    def _twin(self, key: str) -> str | None:
        """The key of a school already known that agrees with this one."""
        agreeing = self._schools.agreeing(key)
        self._schools.learn((key,))
        return agreeing[1] if len(agreeing) > 1 else None
