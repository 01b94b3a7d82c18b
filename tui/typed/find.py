"""What is being typed in the field to find in: its last word, and what that may become."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import msgspec

from store.search.parse import filter_text
from store.search.query_names import FILTERS
from store.views.completion import complete
from store.views.facets import FACETS, Choice
from store.words.fold import fold
from tui.typed.filter_names import FilterNames

SHORTEST = 2
"""Letters from which on a word may become the name of a filter."""

MINUS = "-"
QUOTE = '"'
COMMA = ","


class Offer(msgspec.Struct, frozen=True):
    """What the last word may become."""

    text: str
    """All that stands in the field then."""
    shown: str
    """The word alone, as people read it."""


class Unfinished(msgspec.Struct, frozen=True):
    """The last word of what is typed."""

    before: str
    """What stands before it: earlier words, its minus, its filter, earlier values."""
    filter: str
    """As typed, empty where none is."""
    typed: str
    """Of the value; of the filter or the word where there is no value yet."""


def unfinished(text: str) -> Unfinished:
    """Read the last word of a text; blanks and commas within quotes do not end one."""
    start = value = colon = 0
    quoted = False
    for place, letter in enumerate(text):
        if letter == QUOTE:
            quoted = not quoted
        elif quoted:
            continue
        elif letter.isspace():
            start = value = place + 1
            colon = 0
        elif letter == ":" and not colon:
            colon, value = place, place + 1
        elif letter == COMMA and colon:
            value = place + 1
    if not colon:
        start += text[start : start + 1] == MINUS
        return Unfinished(text[:start], "", text[start:])
    name = text[start:colon].removeprefix(MINUS)
    return Unfinished(text[:value], name, text[value:].replace(QUOTE, ""))


def offers_of(
    text: str, names: FilterNames, values: Callable[[str, str], Iterable[str]]
) -> tuple[Offer, ...]:
    """What Tab could make of a text, the likeliest first.

    Args:
        text: as typed.
        names: of the filters.
        values: gives those of a filter, by its neutral name, that begin as typed.
    """
    word = unfinished(text)
    if not word.filter:
        wanted = fold(word.typed)
        if len(wanted) < SHORTEST:
            return ()
        begun = (name for name in names.shown if fold(name).startswith(wanted))
        return tuple(Offer(f"{word.before}{name}:", f"{name}:") for name in begun)
    filter = FILTERS.get(fold(word.filter))
    if filter is None:
        return ()
    fixed = names.fixed.get(filter)
    if fixed is None:
        found = values(filter, word.typed)
    else:
        found = complete(fixed, word.typed) if word.typed else fixed
    return tuple(Offer(f"{word.before}{quoted(value)} ", value) for value in found)


def quoted(value: str) -> str:
    """A value as it is typed: in quotes where it is no single word."""
    plain = " ".join(value.replace(QUOTE, " ").split())
    return plain if plain.isalnum() else f"{QUOTE}{plain}{QUOTE}"


def typed_with(query: str, chosen: Iterable[Choice]) -> str:
    """A query as it would be typed with what was chosen besides; of one kind one is enough."""
    chosen = tuple(chosen)
    parts = [query]
    for kind in FACETS:
        names = tuple(each.name for each in chosen if each.kind == kind)
        if names:
            parts.append(filter_text(kind, names))
    return " ".join(" ".join(parts).split())
