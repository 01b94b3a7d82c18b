"""What of one person a query has found: told for the few who are shown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from store.records.person import Person
from store.rules.institution_words import SMALL_WORDS
from store.search.aliases import PLACES
from store.search.company import together
from store.search.institution_aliases import plain_forms
from store.search.match import Match, match_of
from store.search.numbers import numbers_ending
from store.search.phrases import in_a_row
from store.search.placed_words import PlacedText, Span, placed, placed_once
from store.search.query import Filter, Phrase, Query, Wanted, Word
from store.search.query_names import FIELDS_OF
from store.search.score import SLIPPED, SLIPPED_VALUE, WHOLE_WORD, worth
from store.search.searched_fields import (
    INSTITUTIONS,
    WEIGHTS,
    all_values_of,
    note_lines,
)
from store.search.standing import NOWHERE, Sought, Stand, nearly, sought, stands
from store.search.values import Value, key_of

SLIPPED_NAME = worth(WEIGHTS["name"], SLIPPED[1] + SLIPPED_VALUE)
"""No mistyped word is worth more: it is not looked for where the word is worth that as typed."""

Place = tuple[str, str, PlacedText]
"""Field, value, and its words."""

Spans = dict[tuple[str, str], list[Span]]


def matches(
    person: Person, circles: tuple[str, ...], query: Query, forgiven: frozenset[str]
) -> tuple[Match, ...]:
    """The values in which a person was found, each once, in the order of the query.

    Args:
        person: who.
        circles: names of the circles they belong to.
        query: what was looked for.
        forgiven: words that may be mistyped.
    """
    values: list[Place] = [
        (field, text, placed(text)) for field, text in all_values_of(person, circles)
    ]
    found: Spans = {}
    words = query.words
    wanted = [
        sought(
            word.text,
            first=not place,
            forgiven=word.text in forgiven,
            links=link,
            last=place == len(words) - 1 and not query.ended,
            alone=len(words) == 1,
        )
        for place, (word, link) in enumerate(zip(words, query.links, strict=True))
    ]
    reached = _numbers(person, words, found)
    left = [each for each, word in zip(wanted, words, strict=True) if word.number not in reached]
    _words(person, left, values, found)
    for term in query.terms:
        if isinstance(term, Phrase) and not term.negative:
            asked = Wanted(term.words, whole=True, open=term.open)
            _put(found, _phrase(person, asked, None, values))
        elif isinstance(term, Filter) and not term.negative:
            _put(found, _filtered(person, term, values))
    return tuple(match_of(field, text, spans) for (field, text), spans in found.items())


def _put(found: Spans, place: tuple[str, str, Iterable[Span]] | None) -> None:
    if place is not None:
        found.setdefault((place[0], place[1]), []).extend(place[2])


def _numbers(person: Person, words: Sequence[Word], found: Spans) -> set[str]:
    """The telephone numbers of a query that are theirs; the words of these stand nowhere else."""
    reached: set[str] = set()
    for number in dict.fromkeys(word.number for word in words if word.number):
        for phone, spans in numbers_ending(person, number):
            _put(found, ("phones", phone, spans))
            reached.add(number)
    return reached


def _words(person: Person, words: list[Sought], values: list[Place], found: Spans) -> None:
    table = _table(words, values)
    worths = [_worths(words, *row) for row in zip(values, table, strict=True)]
    for column, word in enumerate(words):
        best, row_at = 0, -1
        for place, line in enumerate(worths):
            if line[column] > best:
                best, row_at = line[column], place
        if best < worth(WEIGHTS["notes"], WHOLE_WORD) and not word.links:
            line_found = _in_notes(person, word)
            if line_found is not None and line_found[1] > best:
                _put(found, ("notes", line_found[0], line_found[2]))
                continue
        if row_at >= 0:
            field, text, _ = values[row_at]
            _put(found, (field, text, table[row_at][column].spans))


def _table(words: list[Sought], values: list[Place]) -> list[list[Stand]]:
    """How each word stands in each value: a row for a value, a column for a word."""
    table = [[stands(word, *value) for word in words] for value in values]
    for column, word in enumerate(words):
        if word.forgiven and not any(
            worth(WEIGHTS[value[0]], row[column].exactness) >= SLIPPED_NAME
            for value, row in zip(values, table, strict=True)
        ):
            for value, row in zip(values, table, strict=True):
                near = nearly(word, *value)
                if near.exactness > row[column].exactness:
                    row[column] = near
    for row in table:
        if not any(each.exactness for each, word in zip(row, words, strict=True) if not word.links):
            # A word that links others is told beside one of them.
            row[:] = [NOWHERE] * len(row)
    return table


def _worths(words: list[Sought], value: Place, row: list[Stand]) -> list[int]:
    """What each word is worth in a value; more where it holds several, or is no more than these."""
    field, text, read = value
    weight = WEIGHTS[field]
    holding = [place for place, stand in enumerate(row) if stand.exactness]
    if len(holding) < 2:
        return [worth(weight, stand.exactness) for stand in row]
    own = Value(field, text, tuple(each.text for each in read.words), key_of(field, text), weight)
    texts = [word.text for word in words]
    return [
        worth(weight, together(own, texts, holding, stand.exactness)) if stand.exactness else 0
        for stand in row
    ]


def _in_notes(person: Person, word: Sought) -> tuple[str, int, tuple[Span, ...]] | None:
    """The line of the notes in which a word stands best."""
    best: tuple[str, int, tuple[Span, ...]] | None = None
    for line in note_lines(person):
        read = placed_once(line)
        stand = stands(word, "notes", line, read)
        if not stand.exactness:
            stand = nearly(word, "notes", line, read)
        score = worth(WEIGHTS["notes"], stand.exactness)
        if score > (best[1] if best else 0):
            best = line, score, stand.spans
    return best


def _filtered(
    person: Person, term: Filter, values: list[Place]
) -> tuple[str, str, Iterable[Span]] | None:
    """The first value that fits a filter as it was typed, else one that may be meant."""
    fields = FIELDS_OF[term.field]
    for forgiven in (False, True):
        for wanted in term.values:
            if not wanted.words:
                continue
            place = _phrase(person, wanted, fields, values)
            if place is None and not wanted.whole:
                place = _all_in(person, wanted, fields, values, forgiven)
            if place is not None:
                return place
    return None


def _all_in(
    person: Person, wanted: Wanted, fields: tuple[str, ...], values: list[Place], forgiven: bool
) -> tuple[str, str, Iterable[Span]] | None:
    words = [sought(text, forgiven=forgiven) for text in wanted.words]
    best: tuple[int, tuple[str, str, Iterable[Span]]] | None = None
    for field, text, read in _places(person, fields, values):
        exact = [stands(word, field, text, read) for word in words]
        row = [
            stand if stand.exactness else nearly(word, field, text, read)
            for word, stand in zip(words, exact, strict=True)
        ]
        missing = [word for word, stand in zip(words, row, strict=True) if not stand.exactness]
        sum_of = sum(stand.exactness for stand in row)
        if sum_of and all(word.text in SMALL_WORDS for word in missing):
            spans = [span for stand in row for span in stand.spans]
            if best is None or sum_of > best[0]:
                best = sum_of, (field, text, spans)
    return best[1] if best is not None else None


def _phrase(
    person: Person, wanted: Wanted, fields: tuple[str, ...] | None, values: list[Place]
) -> tuple[str, str, Iterable[Span]] | None:
    """Where words stand in a row, or an institution is named in another form."""
    for field, text, read in _places(person, fields, values):
        words = tuple(word.text for word in read.words)
        forms = [(words, wanted.words)]
        if field in PLACES:
            forms.append((plain_forms(words), plain_forms(wanted.words)))
        for own, asked in forms:
            if in_a_row(own, asked, open=wanted.open):
                return field, text, _row_spans(read, own, asked)
        key = key_of(field, " ".join(wanted.words)) if field in INSTITUTIONS else ""
        if key and key == key_of(field, text):
            return field, text, [read.span(word.at, len(word.text)) for word in read.words]
    return None


def _row_spans(read: PlacedText, words: tuple[str, ...], sought: tuple[str, ...]) -> list[Span]:
    for start in range(len(words) - len(sought) + 1):
        run = words[start : start + len(sought)]
        if run[:-1] == sought[:-1] and run[-1].startswith(sought[-1]):
            first, last = read.words[start], read.words[start + len(sought) - 1]
            letters = len(sought[-1]) if last.text.startswith(sought[-1]) else len(last.text)
            return [read.span(first.at, last.at + letters - first.at)]
    return []


def _places(person: Person, fields: tuple[str, ...] | None, values: list[Place]) -> Iterator[Place]:
    yield from (each for each in values if fields is None or each[0] in fields)
    if fields is None or "notes" in fields:
        yield from (("notes", line, placed_once(line)) for line in note_lines(person))
