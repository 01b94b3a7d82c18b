"""The panes of what files bring: lines of the right width, whatever stands in them."""

from __future__ import annotations

import pytest
from rich.cells import cell_len

from widgets.beside import BesideRow, laid_beside
from widgets.import_list import GroupTab, _tab_line
from widgets.line import Line

TABS = (
    GroupTab(label="new", count="10,000", here=True),
    GroupTab(label="completed", count="0", holds=False),
    GroupTab(label="doubles?", count="9"),
)


def text(line: Line) -> str:
    return "".join(piece.text for piece in line.left)


@pytest.mark.parametrize("width", [20, 38, 76, 98])
def test_both_sides_are_wrapped_within_the_width(width: int) -> None:
    rows = (
        BesideRow(left="here", right="then"),
        BesideRow(label="organisation", left="Aubier " * 9, mark="→", right="安藤ロイド " * 9),
        BesideRow(label="a sentence over the whole width, which is long enough to be wrapped"),
        BesideRow(),
    )
    lines = laid_beside(rows, width)
    assert all(cell_len(text(line)) <= width for line in lines)
    whole = "".join(text(line) for line in lines)
    assert whole.count("A") == 9
    assert sum("→" in text(line) for line in lines) == 1


def test_without_a_left_side_the_right_one_has_all_the_room() -> None:
    (line,) = laid_beside((BesideRow(label="notes", right="x" * 60),), 70)
    assert text(line) == f"notes  {'x' * 60}"


def test_where_room_is_short_empty_groups_go_first_then_names() -> None:
    assert text(_tab_line(TABS, 60)).split() == [
        "▐new",
        "10,000▌",
        "completed",
        "0",
        "doubles?",
        "9",
    ]
    assert text(_tab_line(TABS, 30)).split() == ["▐new", "10,000▌", "doubles?", "9"]
    assert text(_tab_line(TABS, 20)).split() == ["▐new", "10,000▌", "9"]
