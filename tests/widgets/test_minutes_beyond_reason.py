"""Panes of time under minutes that only a hand in the data file can have written."""

from __future__ import annotations

import pytest
from rich.cells import cell_len

from widgets.twelve_weeks import TwelveWeeks, WeekColumn, WeeksShown


@pytest.mark.parametrize("minutes", [17280, 10**9, 10**30])
def test_a_scale_that_finds_no_room_pushes_no_week_aside(minutes: int) -> None:
    pane = TwelveWeeks()
    columns = (WeekColumn(label="47", minutes=minutes), WeekColumn(label="48", minutes=30))
    pane.show(WeeksShown(columns=columns), lambda minutes, step: f"{minutes // 60} h")
    step = minutes // 4
    drawn = ["".join(piece.text for piece in pane._row(y, step, 40).left) for y in (1, 4)]
    assert {line.index("█") for line in drawn} == {drawn[0].index("█")}
    assert {cell_len(line) for line in drawn} == {cell_len(drawn[0])}
