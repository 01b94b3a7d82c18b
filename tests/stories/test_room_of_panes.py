from __future__ import annotations

import pytest
from stage import app_over, line_with, lines, network, promise, settle

from tui.app import ArrosoirApp
from tui.screens.today_arrangement import detail_cells, left_cells
from widgets.prose import Prose


def foot_of_detail(app: ArrosoirApp) -> str:
    """The meter of the week below the detail, as wide as it is drawn."""
    return next(line for line in reversed(lines(app)) if "week " in line).split("│")[-2]


async def test_the_week_below_the_detail_is_drawn_for_the_room_it_has() -> None:
    app = app_over(network())
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        before = foot_of_detail(app)
        assert "0:00 of 2:00" in before
        for keys in (("tab", "tab", "z", "escape"), ("tab", "z", "z"), ("enter", "escape")):
            await pilot.press(*keys)
            await settle(pilot)
            assert foot_of_detail(app).replace("┃", "") == before, keys


@pytest.mark.parametrize("width", [80, 100, 118, 140, 159, 160, 174, 240])
async def test_the_list_has_its_share_of_a_wide_terminal(width: int) -> None:
    app = app_over(network())
    async with app.run_test(size=(width, 40)) as pilot:
        await settle(pilot)
        size = app.size
        left = line_with(app, "Follow-ups").index("┓") + 1
        assert left == left_cells(size)
        assert 44 <= left <= 70
        prose = app.screen.query_one(Prose)
        assert prose.inner_width - 2 == detail_cells(size, alone=False, whole=False)
        await pilot.press("z")
        await settle(pilot)
        assert len(line_with(app, "Follow-ups")) == width
        await pilot.press("z", "tab", "tab", "z")
        await settle(pilot)
        assert prose.region.right == width


async def test_a_long_reason_is_read_whole_on_a_wide_terminal() -> None:
    asked = promise("P3", "T", 3, "a word about the choir in June")
    app = app_over(network(asked))
    async with app.run_test(size=(176, 50)) as pilot:
        await settle(pilot)
        row = line_with(app, "a word about the choir in June")
        assert "since Tue" in row.split("┃")[1]
