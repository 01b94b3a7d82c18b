"""Pairs of cards as rows of a pane: who, how likely, and below it why."""

from __future__ import annotations

from collections.abc import Sequence

from store.records.snapshot import Snapshot
from store.rules.twins import Twins
from store.views.twin_words import because, likelihood_word
from store.words.words import Words
from tui.phrasing.curtain import name_shown
from widgets.grouped_list import GroupedRow


def twin_id(pair: Twins) -> str:
    """The id of a pair's row."""
    return f"{pair.a} {pair.b}"


def twin_rows(
    pairs: Sequence[Twins], snapshot: Snapshot, words: Words, curtain: bool
) -> tuple[GroupedRow, ...]:
    """Two lines a pair; behind the curtain initials, and no reasons."""
    rows: list[GroupedRow] = []
    for pair in pairs:
        names = (name_shown(snapshot.people[id].name, curtain) for id in (pair.a, pair.b))
        likely = likelihood_word(pair, words)
        rows.append(GroupedRow(id=twin_id(pair), text=" · ".join(names), right=likely))
        rows.append(GroupedRow(text=f"     {'…' if curtain else because(pair, words)}"))
    return tuple(rows)
