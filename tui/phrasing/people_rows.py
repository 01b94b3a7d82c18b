"""The list of people, phrased: what it can be narrowed by, its order, and how many there are."""

from __future__ import annotations

from collections.abc import Collection

from store.views.facets import FACETS, Choice, Facet, FacetKind
from store.views.people import Order
from store.words.fold import fold
from store.words.words import Words
from widgets.facet_list import FacetRow
from widgets.wrapping import wrap

VALUES_SHOWN, VALUES_SHOWN_ROOMY = 3, 8
"""Values of a kind that are listed at first: so many that all kinds are in view."""

NARROWEST = 22
"""Cells of a line of the pane where it is narrowest."""

MORE = "more:"
"""Begins the id of the row that shows all values of a kind."""

LESS, FEWER = "less:", "fewer:"
"""Begin the ids of the rows that show the first values alone again: heading, and last row."""

_KINDS: dict[FacetKind, str] = {
    "school": "facet.school",
    "city": "facet.city",
    "passion": "facet.passion",
    "layer": "facet.layer",
    "tag": "facet.tag",
    "field": "facet.field",
    "circle": "facet.circle",
}

_ORDERS: dict[Order, str] = {
    "name": "pane.people.by_name",
    "last": "pane.people.by_last",
    "layer": "pane.people.by_layer",
    "band": "pane.people.by_band",
    "added": "pane.people.by_added",
}


def facet_word(kind: FacetKind, words: Words) -> str:
    """A kind of choice."""
    return words.say(_KINDS[kind])


def order_word(order: Order | None, words: Words) -> str:
    """What comes first; None is the best match."""
    return words.say(_ORDERS[order]) if order is not None else words.say("pane.people.by_match")


def found_text(shown: int, total: int, words: Words) -> str:
    """How many of how many."""
    return words.say("pane.people.found", shown=shown, total=total)


def facet_rows(
    facets: tuple[Facet, ...],
    chosen: tuple[Choice, ...],
    words: Words,
    opened: Collection[FacetKind],
    *,
    roomy: bool = False,
    anybody: bool = True,
    sought: str = "",
) -> tuple[FacetRow, ...]:
    """Headings and values; of many values the commonest, and a row that shows the others.

    Args:
        facets: what there is to choose.
        chosen: what was chosen.
        words: the language.
        opened: kinds of which all values are shown.
        roomy: whether there is room for blank lines and for more values at first.
        anybody: whether anybody is in the list.
        sought: words that values have to hold; then all of those are shown.
    """
    keys = {(each.kind, each.key) for each in chosen}
    least = VALUES_SHOWN_ROOMY if roomy else VALUES_SHOWN
    out: list[FacetRow] = []
    for kind in FACETS:
        of_kind = (each for each in facets if each.choice.kind == kind)
        found = [each for each in of_kind if holds(each.choice.name, sought)]
        if not found:
            continue
        out += [FacetRow()] if out and roomy else []
        whole = bool(sought) or kind == "layer" or len(found) <= least + 1
        shown = found if whole or kind in opened else found[:least]
        shown += [each for each in found[len(shown) :] if (kind, each.choice.key) in keys]
        rows = [_facet_row(each, (kind, each.choice.key) in keys) for each in shown]
        folds = kind in opened and not whole
        out += [_heading(kind, words, folds=folds), *rows]
        if folds:
            fewer = words.say("pane.narrow.fewer")
            out.append(FacetRow(id=f"{FEWER}{kind}", name=fewer, more=True))
        elif len(found) > len(shown):
            more = words.say("pane.narrow.more", n=len(found) - len(shown))
            out.append(FacetRow(id=f"{MORE}{kind}", name=more, more=True))
    return tuple(out) or _none_noted(words, anybody and not sought)


def _heading(kind: FacetKind, words: Words, *, folds: bool) -> FacetRow:
    """The word over a group; one that is shown whole folds again where one stands on it."""
    if not folds:
        return FacetRow(name=facet_word(kind, words), heading=True)
    fewer = words.say("pane.narrow.fewer")
    return FacetRow(id=f"{LESS}{kind}", name=facet_word(kind, words), heading=True, aside=fewer)


def holds(name: str, sought: str) -> bool:
    """Whether a value holds all words that are looked for, whatever its accents and capitals."""
    if not sought:
        return True
    folded = fold(name)
    return all(word in folded for word in fold(sought).split())


def _none_noted(words: Words, anybody: bool) -> tuple[FacetRow, ...]:
    """How a choice comes about; nothing where the list is empty, which tells it itself."""
    text = words.say("pane.narrow.empty") if anybody else ""
    return tuple(FacetRow(name=line) for line in wrap(text, NARROWEST))


def _facet_row(facet: Facet, chosen: bool) -> FacetRow:
    return FacetRow(
        id=facet_id(facet.choice),
        name=facet.choice.name,
        count=str(facet.count),
        chosen=chosen,
    )


def facet_id(choice: Choice) -> str:
    """What a choice is called in the pane."""
    return f"{choice.kind}:{choice.key}"


def chip_texts(chosen: tuple[Choice, ...], words: Words) -> tuple[tuple[str, str], ...]:
    """Kind and value of each choice."""
    return tuple((facet_word(each.kind, words), each.name) for each in chosen)


def untouched_chip(years: int, words: Words) -> tuple[tuple[str, str], ...]:
    """That only those untouched for so many years are shown; none for 0."""
    if not years:
        return ()
    return ((words.say("untouched.chip"), words.say("duration.years", n=years)),)


def nobody_text(anybody: bool, query: str, narrowed: bool, words: Words) -> tuple[str, ...]:
    """What to do where the list is empty."""
    if not anybody:
        return (words.say("pane.people.empty"), words.say("pane.people.empty_ways"))
    if query.strip():
        try_next = "pane.people.no_match_narrowed" if narrowed else "pane.people.no_match_ways"
        return (words.say("pane.people.no_match", text=query.strip()), words.say(try_next))
    return (words.say("pane.people.none_left"),) if narrowed else ()
