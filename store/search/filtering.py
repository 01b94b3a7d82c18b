"""Who fits a filter of a query."""

from __future__ import annotations

from collections.abc import Iterable

from store.records.kinds import Band
from store.records.snapshot import Snapshot
from store.search.fitting_values import READINGS, fitting_values, needed, ways
from store.search.index import Index
from store.search.levels import Levels, everybody_at, ranked
from store.search.people_set import Bits, bits_of, united
from store.search.phrases import phrase_emails, phrase_names, phrase_notes, phrase_values
from store.search.query import AnyTerm, Banded, Began, Filter, Layered, Phrase, Word
from store.search.query_names import FIELDS_OF
from store.search.ties_begun import TiesBegun
from store.views.ties import Ties

DIRECT = frozenset({"name", "emails", "notes"})
"""Fields that are kept per person, not per value."""


class Filtering:
    """Finds who fits, in one version of everything."""

    def __init__(
        self, index: Index, snapshot: Snapshot, ties: Ties | None, begun: TiesBegun
    ) -> None:
        """Bind what filters look at.

        Args:
            index: of everybody in the snapshot.
            snapshot: the records.
            ties: where everybody stands; without them nobody is in any band.
            begun: on which day ties began.
        """
        self._index = index
        self._snapshot = snapshot
        self._ties = ties
        self._begun = begun
        self._bands: dict[Band, Bits] | None = None
        self._known: dict[AnyTerm, Bits] = {}
        self._exactly: dict[Filter, Levels] = {}

    def fitting(self, term: AnyTerm) -> Bits:
        """Everybody who fits a term, or for a negative one everybody who does not."""
        bits = self._known.get(term)
        if bits is None:
            bits = self._known[term] = self._fitting(term)
        return self._index.everybody & ~bits if term.negative else bits

    def in_bands(self, bands: Iterable[Band]) -> Bits:
        """Everybody whose tie is in one of some bands."""
        if self._bands is None:
            self._bands = self._banded()
        found = 0
        for band in bands:
            found |= self._bands.get(band, 0)
        return found

    def exactly(self, term: Filter) -> Levels:
        """How exactly everybody fits who fits a filter: 0 is best, each step less is 1 below."""
        levels = self._exactly.get(term)
        if levels is None:
            having = self._index.values.having
            losses: dict[int, list[int]] = {}
            for number, loss in self._numbers(term).items():
                losses.setdefault(loss, []).append(number)
            rest = everybody_at(0, self._directly(term))
            levels = rest.raised(ranked((-loss, having(some)) for loss, some in losses.items()))
            self._exactly[term] = levels
        return levels

    def _numbers(self, term: Filter) -> dict[int, int]:
        """The numbers of the values that fit a filter, with what each falls short."""
        fields = frozenset(FIELDS_OF[term.field]) - DIRECT
        found: dict[int, int] = {}
        for wanted in term.values if fields else ():
            fitting = fitting_values(self._index, wanted, fields, forgiving=not term.negative)
            for number, loss in fitting.items():
                found[number] = min(loss, found.get(number, loss))
        return found

    def _fitting(self, term: AnyTerm) -> Bits:
        if isinstance(term, Filter):
            return self.exactly(term).all
        if isinstance(term, Layered):
            return self._layered(term)
        if isinstance(term, Began):
            return self._within(term.spans)
        if isinstance(term, Banded):
            return self.in_bands(term.bands)
        if isinstance(term, Phrase):
            return self._phrase(term.words)
        if isinstance(term, Word):
            return self._phrase((term.text,))
        # A filter that is still typed narrows nothing.
        return 0 if term.negative else self._index.everybody

    def _phrase(self, words: tuple[str, ...]) -> Bits:
        index, people = self._index, self._snapshot.people
        return (
            phrase_names(index, words, open=False)
            | phrase_emails(index, people, words, open=False)
            | phrase_notes(index, people, words, open=False)
            | index.values.having(phrase_values(index, words, open=False))
        )

    def _layered(self, term: Layered) -> Bits:
        index = self._index
        found = 0
        for layer in term.layers:
            if layer is None:
                none = index.everybody
                for bits in index.layers.values():
                    none &= ~bits
                found |= none
            else:
                found |= index.layers.get(layer, 0)
        return found

    def _within(self, spans: Iterable[tuple[int, int]]) -> Bits:
        self._begun.learn(self._snapshot)
        place_of = self._index.place_of
        places: list[int] = []
        for id, person in self._snapshot.people.plain().items():
            day = self._begun.day(person)
            if day is not None and any(first <= day <= last for first, last in spans):
                places.append(place_of[id])
        return bits_of(places)

    def _banded(self) -> dict[Band, Bits]:
        if self._ties is None:
            return {}
        places: dict[Band, list[int]] = {}
        for id, sighting in self._ties.sightings.plain().items():
            band, place = sighting.standing.band, self._index.place_of.get(id)
            if band is not None and place is not None:
                places.setdefault(band, []).append(place)
        return {band: bits_of(some) for band, some in places.items()}

    def _directly(self, term: Filter) -> Bits:
        """Who fits by name, addresses or notes."""
        index, people = self._index, self._snapshot.people
        found = 0
        for wanted in term.values:
            if not wanted.words:
                continue
            for field in DIRECT.intersection(FIELDS_OF[term.field]):
                if wanted.whole and field == "name":
                    found |= phrase_names(index, wanted.words, open=wanted.open)
                elif wanted.whole and field == "emails":
                    found |= phrase_emails(index, people, wanted.words, open=wanted.open)
                elif wanted.whole:
                    found |= phrase_notes(index, people, wanted.words, open=wanted.open)
                else:
                    found |= self._direct(field, wanted.words, forgiving=not term.negative)
        return found

    def _direct(self, field: str, words: tuple[str, ...], *, forgiving: bool) -> Bits:
        """In whose name, addresses or notes words stand."""
        lexicon = {
            "name": self._index.words, "emails": self._index.emails, "notes": self._index.notes
        }[field]  # fmt: skip
        for reading in READINGS if forgiving else READINGS[:2]:
            found = self._index.everybody
            for word in needed(words):
                held = united(
                    some
                    for way in ways(lexicon, word, reading)
                    if (some := lexicon.holders(way)) is not None
                )
                if field == "emails":
                    # What is in the name as well is kept there alone.
                    held |= united((self._index.words.holders(word) or 0,))
                found &= held
            if found:
                return found
        return 0
