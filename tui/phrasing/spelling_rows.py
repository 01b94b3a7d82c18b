"""Spellings as rows of a pane: a heading a kind, the spellings of one thing without a gap."""

from __future__ import annotations

from collections.abc import Sequence

from store.rules.spellings import Spelled
from store.views.spellings import SpellingGroup
from store.words.words import Words
from tui.phrasing.spelling_kinds import KIND_WORDS
from widgets.grouped_list import GroupedRow


def spelling_id(what: Spelled, name: str) -> str:
    """The id of a spelling's row; of one kind no spelling is in two groups."""
    return f"{what}:{name}"


def spelling_rows(
    groups: Sequence[SpellingGroup], words: Words, curtain: bool
) -> tuple[GroupedRow, ...]:
    """The row of each spelling has the id that `spelling_id` gives."""
    rows: list[GroupedRow] = []
    for group in groups:
        if rows:
            rows.append(GroupedRow())
        rows.append(GroupedRow(text=words.say(KIND_WORDS[group.what])))
        for each in group.spellings:
            text = "…" if curtain else each.name
            beside = words.say("spellings.cards", n=each.count)
            rows.append(GroupedRow(id=spelling_id(group.what, each.name), text=text, beside=beside))
    return tuple(rows)
