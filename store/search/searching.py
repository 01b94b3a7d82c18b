"""One query after the other over one state of the index; words told once are kept."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

import msgspec

from store.search.company import in_company
from store.search.filtering import Filtering
from store.search.index import Index
from store.search.levels import NOBODY, Levels, both, everybody_at, ranked, with_bonus
from store.search.people_set import Bits, places_of
from store.search.phrases import People, phrase_levels
from store.search.query import Filter, Query, Word
from store.search.score import FEW, RESEMBLING, WHOLE_VALUE, WHOLE_WORD, worth
from store.search.searched_fields import WEIGHTS
from store.search.word_levels import Told, as_typed, is_number, linking, mistyped

K = TypeVar("K")

KEPT = 64
"""Words of which the levels are kept."""

LONGEST_NAME = 4
"""Words of the longest query that is compared with whole names."""

MOST_ALIKE = 20
SHORTEST_ALIKE = 6
ALIKE = 78
"""How alike a whole name has to be, of 100, where nobody is found otherwise."""


class Outcome(msgspec.Struct, frozen=True, gc=False):
    """Who was found."""

    passes: tuple[Levels, ...]
    """As typed, then as it may have been meant."""
    forgiven: frozenset[str] = frozenset()
    """Words that were also taken for mistyped ones."""


class _Asked(msgspec.Struct, frozen=True, gc=False):
    """What is the same however much is forgiven."""

    words: Sequence[Word]
    links: Sequence[bool]
    told: list[Told]
    needed: list[Levels]
    """Phrases, and how exactly filters fit."""
    wanted: Bits
    filtering: Filtering
    ended: bool


class Searching:
    """Looks for people in one index; made anew when that has changed."""

    def __init__(self, index: Index, people: People) -> None:
        """Bind the index and its records; nothing is looked for yet."""
        self._index = index
        self._people = people
        self._typed: dict[tuple[str, bool, frozenset[str]], Told] = {}
        self._mistyped: dict[tuple[str, bool, bool], Told] = {}

    def outcome(self, query: Query, filtering: Filtering) -> Outcome:
        """Who is found by a query."""
        if query.impossible:
            return Outcome(())
        words, wanted = query.words, self._index.everybody
        for term in query.filters:
            wanted &= filtering.fitting(term)
        phrases = [
            phrase_levels(self._index, self._people, each.words, open=each.open)
            for each in query.phrases
        ]
        if not wanted:
            return Outcome(())
        fits = [
            filtering.exactly(each)
            for each in query.filters
            if isinstance(each, Filter) and not each.negative
        ]
        if not words and not phrases:
            return Outcome((self._all([everybody_at(WHOLE_VALUE, wanted), *fits], wanted),))
        if not words:
            return Outcome((self._all([*phrases, *fits], wanted),))
        return self._forgiving(query, [*phrases, *fits], wanted, filtering)

    def _forgiving(
        self, query: Query, needed: list[Levels], wanted: Bits, filtering: Filtering
    ) -> Outcome:
        """As typed first; the fewer are found, the more slips are forgiven."""
        words = query.words
        texts = [word.text for word in words]
        told = [
            self._as_typed(text, first=not place, others=texts) for place, text in enumerate(texts)
        ]
        told = [_whole(one) if link else one for one, link in zip(told, query.links, strict=True)]
        asked = _Asked(words, query.links, told, needed, wanted, filtering, query.ended)
        passes: list[Levels] = []
        tried: set[str] | None = None
        for patience in (self._begins, self._has, _never):
            forgiven = {
                word.text
                for word, link in zip(words, asked.links, strict=True)
                if not link and not patience(word)
            }
            found = 0
            for each in passes:
                found |= each.all
            if found and (patience is _never or found.bit_count() >= FEW):
                break
            if forgiven != tried:
                passes.append(self._put_together(asked, forgiven).within(wanted & ~found))
                tried = forgiven
        if any(each.all for each in passes) or query.phrases or len(words) > LONGEST_NAME:
            return Outcome(tuple(passes), frozenset(tried or ()))
        return Outcome((self._resembling(words).within(wanted),), frozenset(tried or ()))

    def _put_together(self, asked: _Asked, forgiven: set[str]) -> Levels:
        words, filtering = asked.words, asked.filtering
        each_told: list[Told] = []
        for place, (word, one) in enumerate(zip(words, asked.told, strict=True)):
            last = place == len(words) - 1 and not asked.ended
            each_told.append(
                _joined(one, self._as_meant(word, last, len(words) == 1))
                if word.text in forgiven
                else one
            )
        levels = in_company(self._index, [word.text for word in words], each_told)
        needed: list[Levels] = [*asked.needed]
        for word, link, each in zip(words, asked.links, levels, strict=True):
            if word.bands:
                bits = filtering.in_bands(word.bands)
                each = each.raised(everybody_at(worth(0.6, WHOLE_VALUE), bits))
            if word.number:
                reached = self._index.reached_by(word.number)
                each = each.raised(everybody_at(worth(WEIGHTS["phones"], WHOLE_VALUE), reached))
            if not link:
                needed.append(each)
        found = self._all(needed, asked.wanted)
        others = [word.text for word, link in zip(words, asked.links, strict=True) if not link]
        for word, link in zip(words, asked.links, strict=True):
            if link:
                found = with_bonus(found, linking(self._index, word.text, others))
        return found

    def _all(self, levels: list[Levels], wanted: Bits) -> Levels:
        levels = sorted(levels, key=lambda each: each.all.bit_count())
        found = levels[0].within(wanted) if wanted != self._index.everybody else levels[0]
        for each in levels[1:]:
            found = both(found, each)
        return found

    def _begins(self, word: Word) -> bool:
        """Whether somebody has a word that begins so, or it is none to be forgiven."""
        index, text = self._index, word.text
        lexicons = (index.words, index.values.lexicon, index.emails, index.notes)
        return bool(word.bands) or is_number(text) or any(each.begins(text) for each in lexicons)

    def _has(self, word: Word) -> bool:
        """Whether somebody has the word itself, or it is none to be forgiven."""
        index, text = self._index, word.text
        lexicons = (index.words, index.values.lexicon, index.emails)
        return bool(word.bands) or is_number(text) or any(text in each for each in lexicons)

    def _as_typed(self, text: str, *, first: bool, others: list[str]) -> Told:
        # The "ro" of "rose ro" is rather another word than the beginning of the same.
        beside = frozenset(each for each in others if text in each and text != each)
        key = (text, first, beside)
        told = self._typed.get(key)
        if told is None:
            told = as_typed(self._index, text, first=first, beside=beside)
            _keep(self._typed, key, told)
        return told

    def _as_meant(self, word: Word, last: bool, alone: bool) -> Told:
        key = (word.text, last, alone)
        told = self._mistyped.get(key)
        if told is None:
            told = mistyped(self._index, word.text, last=last, alone=alone)
            _keep(self._mistyped, key, told)
        return told

    def _resembling(self, words: Sequence[Word]) -> Levels:
        """Whose whole name is like the query, a first letter at least the same."""
        text = " ".join(word.text for word in words)
        if len(text) < SHORTEST_ALIKE or any(is_number(word.text) for word in words):
            return NOBODY
        # Loaded where nobody is found.
        from rapidfuzz import process
        from rapidfuzz.fuzz import ratio

        some = 0
        for word in words:
            some |= self._index.letters.get(word.text[0], 0)
        places = list(places_of(some))
        names = [self._index.names[place] for place in places]
        found = process.extract(text, names, scorer=ratio, score_cutoff=ALIKE, limit=MOST_ALIKE)
        # The most alike first.
        return ranked((RESEMBLING - rank, 1 << places[at]) for rank, (_, _, at) in enumerate(found))


def _never(word: Word) -> bool:
    return False


def _keep(told: dict[K, Told], key: K, one: Told) -> None:
    if len(told) >= KEPT:
        del told[next(iter(told))]
    told[key] = one


def _whole(one: Told) -> Told:
    """A word that links, as it stands with others: no more than it is, and no beginning."""
    whole = {
        number: exactness for number, exactness in one.values.items() if exactness >= WHOLE_WORD
    }
    return Told(one.levels, whole)


def _joined(one: Told, other: Told) -> Told:
    values = {**other.values, **one.values}
    return Told(one.levels.raised(other.levels), values)
