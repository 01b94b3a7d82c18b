"""The panes of the screen of time, as lines."""

from __future__ import annotations

from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from textual.geometry import Size

from store.words.words import Words
from tui.phrasing.time_shares import percents, plain_bar
from tui.phrasing.time_weeks import scale_said
from tui.screens.time_arrangement import FRAME, SLOTS_LEAST, heights, share_room
from widgets.budget_meters import BudgetRow, BudgetShown, _below, meter_lines
from widgets.line import Line
from widgets.twelve_weeks import (
    TwelveWeeks,
    WeekColumn,
    WeeksShown,
    column_cells,
    eighths,
    goal_level,
    lines_of,
    placed,
    scale_of,
)


def text_of(line: Line, width: int) -> str:
    """A line as it is painted, its right end at the end."""
    left = "".join(piece.text for piece in line.left)
    right = "".join(piece.text for piece in line.right)
    return left + " " * (width - cell_len(left) - cell_len(right)) + right


def row(
    label: str, spent: int, target: int, word: str = "", *, pace: int | None = None
) -> BudgetRow:
    """A meter."""
    text = f"{spent} of {target}" if target else str(spent)
    over = word == "over"
    return BudgetRow(
        label=label, spent=spent, target=target, pace=pace, text=text, word=word, over=over
    )


def test_meters_are_aligned_and_what_is_over_shows_without_colour() -> None:
    rows = [
        row("call", 30, 40, pace=32),
        row("social", 25, 20, "over"),
        row("video", 90, 0),
        row("whole week", 145, 120, "over"),
    ]
    drawn = [text_of(line, 60) for line in meter_lines(rows, 58)]
    assert max(map(len, drawn)) <= 60
    assert drawn[0].index("30 of 40") + len("30 of 40") == drawn[1].index("25 of 20") + 8
    assert "┊" in drawn[0]
    assert "░" in drawn[0]
    assert "▶" in drawn[1]
    assert drawn[1].rstrip().endswith("over")
    assert "█" not in drawn[2]
    assert "░" not in drawn[2]
    assert " 90" in drawn[2]


def test_words_give_way_to_bars_where_both_find_no_room() -> None:
    rows = [row("in person", 30, 40, "within")]
    assert "within" in text_of(meter_lines(rows, 46)[0], 48)
    narrow = text_of(meter_lines(rows, 34)[0], 36)
    assert "within" not in narrow
    assert "30 of 40" in narrow
    assert "█" in narrow


@given(
    minutes=st.lists(st.integers(0, 20000), min_size=1, max_size=12),
    goal=st.integers(0, 3000),
    most=st.integers(1, 20),
)
def test_the_scale_holds_the_longest_week_and_the_budget(
    minutes: list[int], goal: int, most: int
) -> None:
    columns = tuple(WeekColumn(label="01", minutes=each) for each in minutes)
    step, rows = scale_of(WeeksShown(columns=columns, goal=goal), most)
    assert 1 <= rows <= most
    assert step * rows >= max(*minutes, goal, 0)
    for each in minutes:
        drawn = [eighths(each, level, step) for level in range(1, rows + 1)]
        assert drawn == sorted(drawn, reverse=True)
        assert bool(drawn[0]) == bool(each)
        assert abs(sum(drawn) * step / 8 - each) <= step / 8 + 1


@pytest.mark.parametrize("goal", [15, 60, 90, 100, 103, 120, 150, 600])
@pytest.mark.parametrize("most", [5, 9, 20])
def test_the_budget_stands_at_the_upper_edge_of_a_line(goal: int, most: int) -> None:
    for longest in (goal // 2, goal, goal + 1, 2 * goal):
        columns = (WeekColumn(label="01", minutes=longest),)
        shown = WeeksShown(columns=columns, goal=goal, goal_word="goal")
        step, rows = scale_of(shown, most)
        edge = goal_level(shown, step)
        assert edge * step == goal or step > goal
        assert rows >= edge


def drawn_weeks(shown: WeeksShown, step: int, rows: int, width: int = 48) -> list[str]:
    """The lines of the picture, the highest first, and the numbers."""
    pane = TwelveWeeks()
    pane.show(shown, partial(scale_said, words=Words("en")))
    lines = [pane._row(level, step, width) for level in range(rows, 0, -1)]
    return [text_of(line, width) for line in (*lines, pane._labels(width))]


def test_a_week_of_just_the_value_of_a_label_reaches_just_its_mark() -> None:
    columns = tuple(WeekColumn(label="47", minutes=each) for each in (119, 120, 121, 480, 485))
    drawn = drawn_weeks(WeeksShown(columns=columns), 120, 5)
    marks = {line[:4].strip(): line[5:] for line in drawn[:5]}
    assert all(line[4] == "▔" for line in drawn[:5])
    assert list(marks) == ["10 h", "8 h", "6 h", "4 h", "2 h"]
    # Two hours fill the line whose upper edge is marked so; a minute less does not, and only a
    # minute more reaches beyond it.
    assert "".join(marks["2 h"].split()) == "▇████"
    assert "".join(marks["4 h"].split()) == "▁██"
    assert "".join(marks["8 h"].split()) == "██"
    assert "".join(marks["10 h"].split()) == "▁"


def test_the_goal_stands_at_the_mark_of_its_label_and_a_week_of_it_reaches_it() -> None:
    columns = tuple(WeekColumn(label="47", minutes=each) for each in (91, 120, 130))
    shown = WeeksShown(columns=columns, goal=120, goal_word="goal 2 h")
    above, at, below, _ = drawn_weeks(shown, 60, 3)
    assert at.startswith(" 2 h▔▔▔")
    assert at.rstrip().endswith(" goal 2 h")
    assert at.replace("▔", "").replace(" ", "")[2:5] == "▄██"
    assert "▔" not in above[5:] + below[5:]
    assert above.split() == ["3", "h▔", "▁"]


def test_on_a_telephone_the_present_week_is_whole_though_a_column_had_to_go() -> None:
    columns = tuple(
        WeekColumn(label=f"{each}", minutes=60, here=each == 47) for each in range(36, 48)
    )
    for width in (40, 38, 41):
        *picture, labels = drawn_weeks(WeeksShown(columns=columns), 60, 1, width)
        assert labels.split()[-1] == "47"
        assert cell_len(labels) == width
        assert picture[0].count("█") == len(labels.split()) >= 11
        bars = [place for place, sign in enumerate(picture[0]) if sign == "█"]
        assert all(labels[place : place + 2].strip().isdigit() for place in bars)
    assert drawn_weeks(WeeksShown(columns=columns), 60, 1, 40)[-1].split()[0] == "36"


def test_the_scale_names_whole_hours_or_odd_lengths_throughout() -> None:
    words = Words("fr")
    assert [scale_said(each, 30, words) for each in (270, 240, 30)] == ["", "4 h", ""]
    assert [scale_said(each, 50, words) for each in (50, 100)] == ["0:50", "1:40"]
    assert scale_said(360, 180, words) == "6 h"


def test_columns_leave_room_for_the_word_of_the_budget() -> None:
    shown = WeeksShown(
        columns=tuple(WeekColumn(label="01", minutes=1) for _ in range(12)), goal_word="goal 2 h"
    )
    assert column_cells(shown, 68) == 4
    assert column_cells(shown, 49) == 3
    assert column_cells(shown, 30) == 3


@given(st.lists(st.integers(0, 10**6), min_size=1, max_size=9))
def test_shares_make_a_hundred_together_and_none_is_far_from_exact(minutes: list[int]) -> None:
    parts, total = percents(minutes), sum(minutes)
    assert sum(parts) == (100 if total else 0)
    if total:
        assert all(
            abs(part - 100 * each / total) < 1 for part, each in zip(parts, minutes, strict=True)
        )


def test_what_there_is_shows_however_little() -> None:
    assert plain_bar(10, 1, 10**6) == "▏"
    assert plain_bar(10, 0, 10) == ""
    assert plain_bar(10, 10, 10) == "█" * 10
    assert plain_bar(4, 3, 8) == "█▌"


@pytest.mark.parametrize("kinds", range(8))
@pytest.mark.parametrize("size", [Size(80, 24), Size(100, 30), Size(160, 50), Size(80, 22)])
def test_all_panes_of_the_right_column_have_room(size: Size, kinds: int) -> None:
    for slots in (0, 4, 40):
        budget, listed = heights(size, kinds, slots, WeeksShown())
        weeks = size.height - FRAME - budget - listed
        assert budget >= 3
        assert listed >= SLOTS_LEAST
        assert weeks >= 5


def test_the_wireframes_hold() -> None:
    assert heights(Size(100, 30), 5, 4, WeeksShown()) == (11, 6)
    assert heights(Size(80, 24), 5, 4, WeeksShown()) == (8, 6)
    assert share_room(Size(100, 30), alone=False) == (26, 17)
    assert share_room(Size(80, 24), alone=False) == (25, 13)


@pytest.mark.parametrize("size", [Size(100, 30), Size(160, 50)])
def test_slots_take_the_lines_that_the_weeks_leave_empty(size: Size) -> None:
    columns = tuple(WeekColumn(label="01", minutes=60) for _ in range(12))
    weeks = WeeksShown(columns=columns, goal=120, closing="usually about 1 h a week")
    budget, few = heights(size, 5, 2, weeks)
    _, many = heights(size, 5, 40, weeks)
    _, without = heights(size, 5, 40, WeeksShown())
    assert few <= without < many
    left = size.height - FRAME - budget - many - FRAME
    cells = size.width - 50
    assert lines_of(weeks, left, cells) == left, "what is drawn has room, and nothing is empty"
    assert placed(weeks, left, cells).closing


def test_the_legend_and_the_hint_stand_apart_or_the_hint_gives_way() -> None:
    shown = BudgetShown(below="┊ even pace, Friday included", hint="b change the budget")
    assert text_of(_below(shown, 60), 62).endswith("b change the budget ")
    narrow = text_of(_below(shown, 49), 51)
    assert "included" in narrow
    assert "change" not in narrow
    assert "change" in text_of(_below(BudgetShown(hint=shown.hint), 20), 22)
