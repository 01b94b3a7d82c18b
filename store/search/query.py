"""What somebody looks for, as a value: the words, phrases and filters of a query."""

from __future__ import annotations

import msgspec

from store.records.kinds import Band, Layer
from store.rules.institution_words import SMALL_WORDS
from store.search.query_names import FieldName

LINKING = SMALL_WORDS | {"a", "at", "chez", "avec", "with", "from", "un", "une"}
"""Words that need not be found beside others: "à Lyon", "chez Aubier", "with a dog"."""


class Term(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that has to hold, or not to hold."""

    typed: str = ""
    """As it was typed, with its sign and its quotes."""
    negative: bool = False
    """Whether it must not hold."""


class Word(Term, frozen=True, kw_only=True):
    """A word anywhere in a card; a number, too, may stand in a note or be a year."""

    text: str
    """Folded."""
    bands: tuple[Band, ...] = ()
    """Ties that the word means besides."""
    number: str = ""
    """The last digits of the telephone number that it is, or is a part of."""


class Phrase(Term, frozen=True, kw_only=True):
    """Whole words that follow each other in one value."""

    words: tuple[str, ...]
    open: bool = False
    """Whether it is still typed, so that its last word may go on."""


class Wanted(msgspec.Struct, frozen=True):
    """One value of a filter."""

    words: tuple[str, ...]
    """Folded; none where only signs were typed."""
    whole: bool = False
    """Whether it was quoted: whole words that follow each other."""
    open: bool = False
    """Whether the last word may go on: the quotes are not closed."""


class Filter(Term, frozen=True, kw_only=True):
    """A field has one of some values."""

    field: FieldName
    values: tuple[Wanted, ...]


class Layered(Term, frozen=True, kw_only=True):
    """The tie is in one of some layers; None is a tie without one."""

    layers: tuple[Layer | None, ...]


class Began(Term, frozen=True, kw_only=True):
    """The tie began within one of some spans: on the day of `met`, else with the first contact."""

    spans: tuple[tuple[int, int], ...]
    """The first and the last day of each, ordinals."""


class Banded(Term, frozen=True, kw_only=True):
    """The tie is in one of some bands."""

    bands: tuple[Band, ...]


class Unfinished(Term, frozen=True, kw_only=True):
    """The beginning of a filter, which narrows nothing yet."""


AnyTerm = Word | Phrase | Filter | Layered | Began | Banded | Unfinished


class Query(msgspec.Struct, frozen=True):
    """All that has to hold."""

    terms: tuple[AnyTerm, ...] = ()
    """In the order typed."""
    impossible: bool = False
    """Whether only signs were typed, which are no wish for everybody."""
    ended: bool = False
    """Whether a blank stands at the end, so that the last word is whole."""

    @property
    def asks_ties(self) -> bool:
        """Whether it asks how ties stand."""
        return any(
            isinstance(each, Banded) or (isinstance(each, Word) and each.bands)
            for each in self.terms
        )

    @property
    def words(self) -> tuple[Word, ...]:
        """What is to be found as words, each once."""
        wanted = (each for each in self.terms if isinstance(each, Word) and not each.negative)
        return tuple({each.text: each for each in wanted}.values())

    @property
    def links(self) -> tuple[bool, ...]:
        """Of each word, whether it links others and need not be found; the last may go on."""
        words = self.words
        last = len(words) if self.ended else len(words) - 1
        links = tuple(each.text in LINKING and place != last for place, each in enumerate(words))
        return (False,) * len(words) if all(links) else links

    @property
    def phrases(self) -> tuple[Phrase, ...]:
        """What is to be found as whole words in a row."""
        return tuple(each for each in self.terms if isinstance(each, Phrase) and not each.negative)

    @property
    def filters(self) -> tuple[AnyTerm, ...]:
        """Everything else, words and phrases that must not be found among it."""
        return tuple(
            each for each in self.terms if each.negative or not isinstance(each, Word | Phrase)
        )

    def narrowed(self, terms: tuple[AnyTerm, ...]) -> Query:
        """The same with more terms."""
        if not terms:
            return self
        return msgspec.structs.replace(self, terms=(*self.terms, *terms))
