"""Rows of the history: what stands in them, and the room that they use."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from store.actions.commit import Entry
from store.records.change import ChangeSet
from store.words.words import Words
from tui.past import Past
from tui.phrasing.change_paragraphs import change_rows
from widgets.changes_list import ChangeCells, ChangesList

TODAY = date(2026, 11, 25)


def entry(action: str, about: str, revision: int = 1, session: str = "vm:2:b") -> Entry:
    at = datetime(2026, 11, 25, 21, 30, tzinfo=UTC)
    return Entry(
        revision=revision,
        at=at,
        session=session,
        action=action,
        about=about,
        change_set=ChangeSet(),
    )


def row(action: str, about: str, *, curtain: bool = False) -> ChangeCells:
    past = Past((entry(action, about),), frozenset(), "vm:1:a")
    (found,) = change_rows(past, Words("en"), TODAY, curtain)
    return found


@pytest.mark.parametrize(
    ("action", "about", "shown", "behind"),
    [
        ("import", "1107", "1,107 new people", "1,107 new people"),
        ("restore", "now-2026-11-25T213045", "today 21:30, by hand", "today 21:30, by hand"),
        ("join", "laptop.json", "laptop.json", ""),
        ("note", "Ada Lovelace", "Ada Lovelace", "A. L."),
    ],
)
def test_only_names_of_people_become_initials(
    action: str, about: str, shown: str, behind: str
) -> None:
    assert row(action, about).about == shown
    assert row(action, about, curtain=True).about == behind


@pytest.mark.parametrize("width", [73, 93])
def test_a_column_is_cut_only_where_there_is_no_room(width: int) -> None:
    pane = ChangesList()
    cells = row("look-over", "")
    long = ChangeCells(
        key="2",
        when=cells.when,
        brief=cells.brief,
        where="elsewhere (otherhost)",
        aside="elsewhere",
        what="undo: edited by another program",
        about="",
        mark="",
    )
    pane.show([cells, long], "")
    for each in (cells, long):
        text = "".join(piece.text for piece in pane.line_of(each, width).left)
        assert each.what in text
        assert each.where in text
