from __future__ import annotations

from typing import NamedTuple

from textual.app import App, ComposeResult
from textual.geometry import Region

from tui.stylesheets import stylesheets
from tui.themes import ANSI_TONES
from widgets.line import Line, line
from widgets.line_list import LineList


class Row(NamedTuple):
    key: str | None
    text: str


class Rows(LineList[Row]):
    def __init__(self) -> None:
        super().__init__()
        self.painted: list[tuple[Region, ...]] = []

    def key_of(self, row: Row) -> str | None:
        return row.key

    def line_of(self, row: Row, width: int) -> Line:
        return line(row.text)

    def refresh(
        self,
        *regions: Region,
        repaint: bool = True,
        layout: bool = False,
        recompose: bool = False,
    ) -> Rows:
        if hasattr(self, "painted"):
            self.painted.append(regions)
        return super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)


class Host(App[None]):
    def __init__(self) -> None:
        super().__init__(css_path=[*stylesheets()])
        self.moved: list[str | None] = []

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return ANSI_TONES

    def compose(self) -> ComposeResult:
        yield Rows()

    def on_mount(self) -> None:
        self.query_one(Rows).focus()

    def on_line_list_moved(self, event: LineList.Moved) -> None:
        self.moved.append(event.key)


def rows(*keys: str) -> list[Row]:
    return [Row(key, f"row {key}") for key in keys]


HEADED = [Row(None, "first"), Row("a", "A"), Row(None, "second"), Row("b", "B"), Row("c", "C")]


async def test_the_cursor_skips_headings() -> None:
    async with Host().run_test(size=(40, 12)) as pilot:
        shown = pilot.app.query_one(Rows)
        shown.set_rows(HEADED)
        assert shown.key == "a"
        shown.move(1)
        assert shown.key == "b"
        shown.move(-1)
        shown.move(-1)
        assert shown.key == "a"


async def test_the_cursor_stays_on_its_id_when_rows_move() -> None:
    async with Host().run_test(size=(40, 12)) as pilot:
        shown = pilot.app.query_one(Rows)
        shown.set_rows(rows("a", "b", "c"))
        shown.move(1)
        shown.set_rows(rows("x", "y", "a", "b", "c"))
        assert shown.key == "b"


async def test_where_its_row_goes_the_cursor_takes_what_followed_it() -> None:
    async with Host().run_test(size=(40, 12)) as pilot:
        shown = pilot.app.query_one(Rows)
        shown.set_rows(rows("a", "b", "c"))
        shown.move(1)
        shown.set_rows(rows("a", "c"))
        assert shown.key == "c"
        shown.set_rows(rows("a"))
        assert shown.key == "a"
        shown.set_rows([])
        assert shown.key is None


async def test_down_repaints_two_lines_and_nothing_else() -> None:
    async with Host().run_test(size=(40, 12)) as pilot:
        shown = pilot.app.query_one(Rows)
        shown.set_rows(rows("a", "b", "c"))
        await pilot.pause()
        shown.painted.clear()
        shown.move(1)
        assert shown.painted == [(Region(1, 1, 38, 1),), (Region(1, 2, 38, 1),)]


async def test_at_the_edge_it_scrolls_by_half_a_page() -> None:
    async with Host().run_test(size=(40, 12)) as pilot:
        shown = pilot.app.query_one(Rows)
        shown.set_rows(rows(*(f"{i:02}" for i in range(40))))
        await pilot.pause()
        shown.move(9)
        assert shown.render_line(1).text.strip("┃ ▶") == "row 00"
        shown.move(1)
        assert shown.key == "10"
        assert shown.render_line(1).text.strip("┃ ▶") == "row 05"


async def test_the_same_rows_repaint_only_the_line_of_the_cursor() -> None:
    async with Host().run_test(size=(40, 12)) as pilot:
        shown = pilot.app.query_one(Rows)
        shown.set_rows(rows("a", "b", "c"))
        await pilot.pause()
        shown.painted.clear()
        shown.set_rows(rows("a", "b", "c2"))
        assert {region.y for regions in shown.painted for region in regions} == {1, 3}


async def test_marks_are_kept_for_rows_that_stay() -> None:
    async with Host().run_test(size=(40, 12)) as pilot:
        shown = pilot.app.query_one(Rows)
        shown.set_rows(rows("a", "b", "c"))
        shown.toggle_mark()
        shown.toggle_mark()
        assert shown.marks == {"a", "b"}
        shown.set_rows(rows("b", "c"))
        assert shown.marks == {"b"}
        assert [row.key for row in shown.marked_rows] == ["b"]
        assert shown.clear_marks()
        assert not shown.clear_marks()


async def test_moves_are_told_once_each() -> None:
    host = Host()
    async with host.run_test(size=(40, 12)) as pilot:
        shown = pilot.app.query_one(Rows)
        shown.set_rows(rows("a", "b"))
        await pilot.pause()
        shown.move(1)
        shown.move(1)
        await pilot.pause()
        assert host.moved == ["a", "b"]
