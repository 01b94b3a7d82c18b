"""Reading a query; whatever is typed means something, and nothing raises.

- `lyon garnier`: words, in any order and in any fields; all have to be found.
- `"credit agricole"`, `« crédit agricole »`: whole words in a row, in one value.
- `-lyon`, `-"credit agricole"`, `-school:insa`: who has it is left out.
- `school:insa`, `ville:"saint étienne"`: a value of one field; every word of it begins a word of
  the value, slips forgiven where nobody has it as typed; in quotes whole words in a row.
- `city:lyon,paris`: one of these. `city:lyon city:paris`: both.
- `06 12 34 56 78`, `+33612345678`, its last six digits or more: a telephone number, or the words.
- `since:2009`: the tie began then or later; `met:2024`, `met:2024-03`, `met:2020..2024`: within
  that time; `met:2020,2024`: in one of these. A tie begins on the day noted as met, else with the
  first contact.
- `@aubier.example`: an address with that domain.
- `layer:5,15`, `layer:none`; `tie:steady,slipping`; `thin`: a tie that is thin or silent, or the
  word.

What looks like a filter and is none (`foo:bar`, `since:x`) is words. A filter that is still being
typed at the end (`school:`, `since:20`) narrows nothing yet.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

import msgspec

from store.search.numbers import numbers_in, without_scheme
from store.search.placed_words import all_words_of
from store.search.query import AnyTerm, Filter, Phrase, Query, Unfinished, Wanted, Word
from store.search.query_names import FIELDS_OF, FILTERS, THIN, FieldName, Other
from store.search.query_values import special
from store.words.fold import fold

LONGEST = 500
"""Characters of a query that are read."""

MOST_WORDS = 20
"""Words that are looked for; whatever follows is left out."""

LONGEST_WORD = 60
"""Letters of a word that are compared."""

_QUOTES = str.maketrans(dict.fromkeys("\u201c\u201d\u201e\u201f\u00ab\u00bb\uff02", '"'))
_NAME = re.compile(r"(-?)([^\W\d_][\w'\u2019-]*)([ \u00a0\u202f]?):")
_RUN = re.compile(r'[^\s"]+')
_VALUE = re.compile(r'[^\s",]+')
_BLANK = re.compile(r"\s+")


def parse(query: str) -> Query:
    """Read a query, at most 500 characters of it."""
    text = without_scheme(query[:LONGEST].translate(_QUOTES))
    numbers = numbers_in(text)
    terms: list[AnyTerm] = []
    signs = False
    at = 0
    while at < len(text):
        blank = _BLANK.match(text, at)
        if blank is not None:
            at = blank.end()
            continue
        read, end = _term(text, at)
        end = max(end, at + 1)
        digits = next((each for start, stop, each in numbers if start <= at < stop), "")
        if digits:
            read = [_part_of(each, digits) for each in read]
        # Quotes as they were typed.
        terms += (msgspec.structs.replace(each, typed=query[at:end].strip()) for each in read)
        signs = signs or not read
        at = end
    return Query(_looked_for(terms), signs and not terms, text[-1:].isspace())


def _part_of(term: AnyTerm, number: str) -> AnyTerm:
    """A term that stands in a number."""
    if not isinstance(term, Word) or term.negative:
        return term
    return msgspec.structs.replace(term, number=number)


def _looked_for(terms: list[AnyTerm]) -> tuple[AnyTerm, ...]:
    """The terms, without words beyond the first twenty different ones."""
    words: set[str] = set()
    kept: list[AnyTerm] = []
    for term in terms:
        if isinstance(term, Word) and not term.negative and term.text not in words:
            if len(words) == MOST_WORDS:
                continue
            words.add(term.text)
        kept.append(term)
    return tuple(kept)


def _term(text: str, at: int) -> tuple[list[AnyTerm], int]:
    """The terms that begin at a place, and where they end; none for signs alone."""
    filtered = _filter(text, at)
    if filtered is not None:
        return filtered
    negative = text[at] == "-"
    start = at + negative
    if negative and (start == len(text) or text[start].isspace()):
        # A minus alone is the beginning of one that leaves out.
        return [Unfinished(typed="-", negative=True)], start
    if start < len(text) and text[start] == '"':
        words, closed, end = _quoted(text, start)
        typed = text[at:end]
        if words:
            return [Phrase(words=words, open=not closed, typed=typed, negative=negative)], end
        return ([] if closed else [Unfinished(typed=typed)]), end
    run = _RUN.match(text, start)
    end = run.end() if run else start + 1
    words = _words(text[start:end])
    typed = text[at:end]
    if words and text[start] == "@":
        domain = Wanted(words, whole=True, open=True)
        return [Filter(field="email", values=(domain,), typed=typed, negative=negative)], end
    if negative and len(words) > 1:
        return [Phrase(words=words, typed=typed, negative=True)], end
    return [
        Word(
            text=word, typed=typed, negative=negative, bands=() if negative else THIN.get(word, ())
        )
        for word in words
    ], end


def _quoted(text: str, at: int) -> tuple[tuple[str, ...], bool, int]:
    """The words in quotes that open at a place, whether they are closed, and where they end."""
    close = text.find('"', at + 1)
    inner = text[at + 1 : close if close >= 0 else len(text)]
    return _words(inner), close >= 0, close + 1 if close >= 0 else len(text)


def _words(text: str) -> tuple[str, ...]:
    return tuple(word[:LONGEST_WORD] for word in all_words_of(text))


def _filter(text: str, at: int) -> tuple[list[AnyTerm], int] | None:
    """A filter that begins at a place; None where what stands there is no filter."""
    found = _NAME.match(text, at)
    name = FILTERS.get(fold(found[2])) if found is not None else None
    if found is None or name is None:
        return None
    negative, start = found[1] == "-", found.end()
    blank = _BLANK.match(text, start)
    if found[3] and blank is None and start < len(text):
        # "école :x" is no way to write it.
        return None
    if blank is not None:
        # "ville : lyon", "ville: lyon": the value follows.
        start = blank.end()
        if start < len(text) and _begins_another(text, start):
            return [Unfinished(typed=text[at : blank.start()], negative=negative)], blank.start()
    if start >= len(text):
        return [Unfinished(typed=text[at:].rstrip(), negative=negative)], len(text)
    texts, end = _values(text, start)
    typed = text[at:end]
    last = not text[end:].strip()
    if name in FIELDS_OF:
        return _field(name, texts, typed, negative), end
    term = special(name, [each.text for each in texts], typed, negative, last)  # type: ignore[arg-type]
    return None if term is None else ([term], end)


class _Value:
    def __init__(self, text: str, quoted: bool, closed: bool) -> None:
        self.text, self.quoted, self.closed = text, quoted, closed


def _values(text: str, at: int) -> tuple[list[_Value], int]:
    """The values that begin at a place, parted by commas, and where they end."""
    found: list[_Value] = []
    while at < len(text):
        if text[at] == '"':
            close = text.find('"', at + 1)
            end = close if close >= 0 else len(text)
            found.append(_Value(text[at + 1 : end], quoted=True, closed=close >= 0))
            at = end + (close >= 0)
        else:
            run = _VALUE.match(text, at)
            if run is not None:
                found.append(_Value(run[0], quoted=False, closed=True))
                at = run.end()
        if at >= len(text) or text[at] != ",":
            break
        at += 1
        blank = _BLANK.match(text, at)
        if blank is not None and not _begins_another(text, blank.end()):
            # "lyon, paris".
            at = blank.end()
    return found, at


def _begins_another(text: str, at: int) -> bool:
    return at == len(text) or text[at] == "-" or _filter(text, at) is not None


def _field(name: FieldName, texts: list[_Value], typed: str, negative: bool) -> list[AnyTerm]:
    values = [
        Wanted(_words(each.text), whole=each.quoted, open=each.quoted and not each.closed)
        for each in texts
    ]
    values = [each for each in values if each.words or not each.open]
    if not values:
        return [Unfinished(typed=typed, negative=negative)]
    return [Filter(field=name, values=tuple(values), typed=typed, negative=negative)]


def filter_text(name: FieldName | Other, values: Iterable[str]) -> str:
    """A filter as it is typed: `school:insa,"sciences po"`; what is no single word is quoted."""
    written = (each.replace('"', " ").strip() for each in values)
    return f"{name}:" + ",".join(
        each if _VALUE.fullmatch(each) and each.isalnum() else f'"{each}"' for each in written
    )
