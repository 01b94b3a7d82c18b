"""Proposals as rows of a pane: a heading that says what and why, below it for whom."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from store.records.person import Person
from store.records.snapshot import Snapshot
from store.rules.proposal import Proposal, Why
from store.views.proposals import group_of
from store.words.fold import fold
from store.words.words import Words
from tui.phrasing.curtain import name_shown
from tui.phrasing.proposal_heads import because
from widgets.grouped_list import GroupedRow

_VEILED: dict[Why, str] = {
    "colleague": "trait.tag",
    "former_colleague": "trait.tag",
    "city": "trait.city",
    "org": "field.org",
}


def proposal_rows(
    proposals: Sequence[Proposal], snapshot: Snapshot, words: Words, curtain: bool
) -> tuple[GroupedRow, ...]:
    """Groups with a line between them."""
    rows: list[GroupedRow] = []
    for _, some in groupby(proposals, group_of):
        group = list(some)
        if rows:
            rows.append(GroupedRow())
        rows.append(GroupedRow(text=_heading(group[0], snapshot, words, curtain)))
        for each in group:
            person = snapshot.people[each.person]
            name = name_shown(person.name, curtain)
            beside = "" if curtain else _beside(each, person)
            rows.append(GroupedRow(id=each.id, text=name, beside=beside))
    return tuple(rows)


def _heading(proposal: Proposal, snapshot: Snapshot, words: Words, curtain: bool) -> str:
    if curtain:
        return words.say(_VEILED[proposal.why])
    return because(proposal, snapshot, words)


def _beside(proposal: Proposal, person: Person) -> str:
    """What tells who it is, as far as the heading does not say it."""
    if proposal.what == "city":
        return person.title
    told = fold(person.org) == fold(proposal.source)
    work = person.org if proposal.what == "tag" and not told else ""
    return " · ".join(filter(None, (person.title, work)))
