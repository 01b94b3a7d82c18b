"""The searches that are kept, as rows above what a list can be narrowed by."""

from __future__ import annotations

from collections.abc import Sequence

from store.records.me import SavedSearch
from store.words.fold import fold
from store.words.words import Words
from widgets.facet_list import FacetRow

SAVED = "saved:"
"""Begins the id of a row that stands for a search that is kept."""


def saved_id(name: str) -> str:
    """What a search is called in the pane."""
    return f"{SAVED}{fold(name)}"


def saved_rows(saved: Sequence[SavedSearch], query: str, words: Words) -> tuple[FacetRow, ...]:
    """A heading, and the searches by name; the one that is shown now is chosen."""
    if not saved:
        return ()
    here = " ".join(query.split())
    rows = (
        FacetRow(
            id=saved_id(each.name),
            name=each.name,
            chosen=" ".join(each.query.split()) == here,
        )
        for each in saved
    )
    return (FacetRow(name=words.say("pane.narrow.saved"), heading=True), *rows)
