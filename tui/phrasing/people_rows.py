"""The list of people, phrased: rows, what it can be narrowed by, and how many there are."""

from __future__ import annotations

from collections.abc import Callable, Collection

from store.views.code_words import state_word
from store.views.facets import FACETS, Choice, Facet, FacetKind
from store.views.people import Matched, Order, PersonRow
from store.words.durations import silence_short
from store.words.words import Words
from tui.phrasing.curtain import name_shown
from widgets.facet_list import FacetRow
from widgets.people_list import PersonCells

NAMED = frozenset({"name", "nicknames"})
"""Fields that the row shows anyway."""

VALUES_SHOWN, VALUES_SHOWN_ROOMY = 3, 8
"""Values of a kind that are listed at first: so many that all kinds are in view."""

MORE = "more:"
"""Begins the id of the row that shows all values of a kind."""

_KINDS: dict[FacetKind, str] = {
    "school": "facet.school",
    "city": "facet.city",
    "passion": "facet.passion",
    "layer": "facet.layer",
    "tag": "facet.tag",
}

_ORDERS: dict[Order, str] = {
    "name": "pane.people.by_name",
    "last": "pane.people.by_last",
    "layer": "pane.people.by_layer",
    "band": "pane.people.by_band",
    "added": "pane.people.by_added",
}

_DASHED = "·"


def phrase_with(words: Words, curtain: bool) -> Callable[[PersonRow], PersonCells]:
    """What makes the cells of a row, when it is looked at."""

    def phrase(row: PersonRow) -> PersonCells:
        return person_cells(row, words, curtain)

    return phrase


def person_cells(row: PersonRow, words: Words, curtain: bool) -> PersonCells:
    """One row; behind the curtain only the initials and how the tie stands."""
    apart = row.state in ("faded", "deceased")
    about = matched_text(row.matched) or row.org
    if apart:
        about = " · ".join(part for part in (state_word(row.state, words), about) if part)
    return PersonCells(
        name=name_shown(row.name, curtain),
        dim=apart,
        about="" if curtain else about,
        layer=str(row.layer) if row.layer else "",
        band=row.band,
        last="" if row.last_days is None else silence_short(row.last_days, words),
    )


def matched_text(matched: Matched) -> str:
    """What a search matched besides the name: "INSA Lyon·climbing"."""
    values = dict.fromkeys(value for field, value in matched if field not in NAMED)
    return _DASHED.join(value.strip() for value in values)


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
) -> tuple[FacetRow, ...]:
    """Headings and values; of many values the commonest, and a row that shows the others."""
    keys = {(each.kind, each.key) for each in chosen}
    least = VALUES_SHOWN_ROOMY if roomy else VALUES_SHOWN
    out: list[FacetRow] = []
    for kind in FACETS:
        found = [each for each in facets if each.choice.kind == kind]
        if not found:
            continue
        out += [FacetRow()] if out and roomy else []
        out.append(FacetRow(name=facet_word(kind, words)))
        whole = kind in opened or kind == "layer" or len(found) <= least + 1
        most = len(found) if whole else least
        first = found[:most]
        first += [each for each in found[most:] if (kind, each.choice.key) in keys]
        out += [_facet_row(each, (kind, each.choice.key) in keys) for each in first]
        rest = len(found) - len(first)
        if rest > 0:
            more = words.say("pane.narrow.more", n=rest)
            out.append(FacetRow(id=f"{MORE}{kind}", name=more, more=True))
    return tuple(out) or (FacetRow(name=words.say("pane.narrow.empty")),)


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
        return (words.say("pane.people.no_match", text=query.strip()),)
    return (words.say("pane.people.none_left"),) if narrowed else ()
