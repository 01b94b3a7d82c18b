"""All words of a network, to find the one that a mistyped word means."""

from __future__ import annotations

from collections.abc import Sequence

from store.search.folded import FoldedPerson

SHORTEST = 4
"""Words below this length are taken as typed."""

LONG = 8
"""From this length on two slips are forgiven, one below."""

MOST = 50
"""Meanings weighed for one word, the nearest ones."""


class Vocabulary:
    """The words of everybody's fields, notes left out, and who has each."""

    def __init__(self, people: Sequence[FoldedPerson]) -> None:
        """Gather the words.

        Args:
            people: `having` answers with their places in this sequence.
        """
        self._places: dict[str, list[int]] = {}
        for place, person in enumerate(people):
            words = {
                word
                for value in person.values
                if value.field != "notes"
                for word in value.text.split()
            }
            for word in words:
                self._places.setdefault(word, []).append(place)
        self._words = [word for word in self._places if len(word) >= SHORTEST - 1]

    def having(self, word: str) -> Sequence[int]:
        """The places of those who have a word."""
        return self._places.get(word, ())

    def near(self, word: str) -> dict[str, float]:
        """Words that may be meant by one that nobody has, with how alike each is.

        A slip is a letter more, less, other, or two letters swapped (optimal string alignment).
        """
        if len(word) < SHORTEST or word in self._places:
            return {}
        # Loaded at the first word that nobody has.
        from rapidfuzz import process
        from rapidfuzz.distance import OSA

        slips = 2 if len(word) >= LONG else 1
        found = process.extract(
            word, self._words, scorer=OSA.distance, score_cutoff=slips, limit=MOST
        )
        return {each: 1 - slip / (len(word) + 1) for each, slip, _ in found}
