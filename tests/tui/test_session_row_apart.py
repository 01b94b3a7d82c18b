"""The minutes of a row in a session stand apart from the usual gap before them."""

from __future__ import annotations

from rich.style import Style

from store.words.words import Words
from tui.phrasing.fit_session_rows import minutes_cells
from widgets.follow_ups import FollowUpRow, FollowUps
from widgets.line import paint


def test_a_gap_and_the_minutes_behind_it_are_two_figures() -> None:
    row = FollowUpRow(
        id="A",
        sign="!",
        name="Ana Ek",
        reason="4 mo, usual 11 d",
        due=minutes_cells("call", 60, Words("en")),
    )
    for width in (30, 31, 32, 33, 34, 60):
        line = FollowUps().line_of(row, width)
        text = "".join(each.text for each in paint(line, width, lambda tone: Style(), {}))
        assert "d 1 h" not in text
        assert text.rstrip().endswith(" 1 h")
