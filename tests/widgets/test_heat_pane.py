from __future__ import annotations

from textual.app import App, ComposeResult
from textual.geometry import Region

from tui.stylesheets import stylesheets
from tui.themes import ANSI_TONES
from widgets.heat import Heat
from widgets.heat_grid import Lane
from widgets.heat_picture import HeatPicture, Told


class Watched(Heat):
    def __init__(self) -> None:
        super().__init__()
        self.painted: list[tuple[Region, ...]] = []

    def refresh(
        self,
        *regions: Region,
        repaint: bool = True,
        layout: bool = False,
        recompose: bool = False,
    ) -> Watched:
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
        yield Watched()

    def on_mount(self) -> None:
        self.query_one(Watched).focus()

    def on_heat_moved(self, event: Heat.Moved) -> None:
        self.moved.append(event.key)


def named(key: str, others: int) -> Told:
    name = f"{key} +{others}" if others else key
    return Told(name, f"{name} · silent", name)


def keys(lane: str, count: int) -> tuple[str, ...]:
    return tuple(f"{lane}{n}" for n in range(count))


def small(crowd: int = 20, *, apart: tuple[str, ...] = ()) -> HeatPicture:
    lanes = (
        Lane("5", (("hot", 2), ("cold", 1)), keys("a", 3)),
        Lane("15", (("warm", crowd),), keys("b", crowd)),
    )
    return HeatPicture(lanes=lanes, legend=(("hot", "lively"), ("cold", "thin")), apart=apart)


def whole(count: int) -> HeatPicture:
    lane = Lane("150", (("hot", count),), keys("c", count), f"150 · {count}", "150")
    return HeatPicture(lanes=(lane,), legend=(("hot", "lively"),), whole=True)


def shown(pane: Heat) -> list[str]:
    return [pane.render_line(y).text for y in range(pane.size.height)]


async def test_brackets_stand_around_the_cell_and_below_it_says_who_it_is() -> None:
    host = Host()
    async with host.run_test(size=(40, 12)) as pilot:
        pane = host.query_one(Watched)
        pane.show(small(), named)
        await pilot.pause()
        assert pane.key == "a0"
        pane.step(1)
        assert "     5 [█]" in shown(pane)[1]
        pane.step(1)
        assert "     5 █[▂]" in shown(pane)[1]
        assert any("a2 · silent" in line for line in shown(pane))
        await pilot.pause()
        assert host.moved[-2:] == ["a1", "a2"]


async def test_a_cell_of_several_names_the_coldest_and_how_many_more() -> None:
    host = Host()
    async with host.run_test(size=(40, 12)):
        pane = host.query_one(Watched)
        pane.show(small(100), named)
        pane.move(1)
        assert pane.key == "b4"
        assert any("b4 +4 · silent" in line for line in shown(pane))
        assert any(line.rstrip("│┃ ").endswith(" ×5") for line in shown(pane))
        pane.move(-1)
        assert pane.key == "a0"


async def test_who_has_no_cell_here_stays_named_and_the_next_step_leads_back_to_the_cells() -> None:
    host = Host()
    async with host.run_test(size=(40, 12)):
        pane = host.query_one(Watched)
        pane.show(whole(9), named)
        pane.go_to("c4")
        pane.show(small(apart=("c4",)), named)
        assert pane.key == "c4"
        assert any("c4 · silent" in line for line in shown(pane))
        assert not any("[" in line for line in shown(pane))
        pane.step(-1)
        assert pane.key == "b19"


async def test_a_step_in_a_whole_heat_repaints_the_cells_around_and_nothing_else() -> None:
    host = Host()
    async with host.run_test(size=(40, 12)) as pilot:
        pane = host.query_one(Watched)
        pane.show(whole(20_000))
        await pilot.pause()
        pane.painted.clear()
        pane.step(1)
        assert [region.size for (region,) in pane.painted] == [(3, 1), (3, 1)]
        pane.painted.clear()
        pane.move(1)
        assert [region.y for (region,) in pane.painted] == [2, 3]


async def test_a_whole_heat_scrolls_to_its_last_cell_and_back() -> None:
    host = Host()
    async with host.run_test(size=(40, 12)):
        pane = host.query_one(Watched)
        pane.show(whole(5000))
        pane.to_end(last=True)
        assert pane.key == "c4999"
        assert any("[█]" in line for line in shown(pane))
        assert "lively" in shown(pane)[-2]
        pane.to_end(last=False)
        assert "150" in shown(pane)[1]
        assert shown(pane)[-3].rstrip("┃").endswith("▼")


async def test_other_data_leave_the_cursor_on_its_person_or_who_followed_them() -> None:
    host = Host()
    async with host.run_test(size=(40, 12)):
        pane = host.query_one(Watched)
        pane.show(whole(9))
        pane.go_to("c4")
        lane = Lane("5", (("cold", 2),), ("c8", "c4"), "5 · 2", "5 · 2")
        pane.show(HeatPicture(lanes=(lane,), legend=(), whole=True))
        assert pane.key == "c4"
        lane = Lane("5", (("cold", 1),), ("c8",), "5 · 1", "5 · 1")
        pane.show(HeatPicture(lanes=(lane,), legend=(), whole=True))
        assert pane.key == "c8"


async def test_marks_go_by_person_a_star_marks_the_lane_then_all_then_nobody() -> None:
    host = Host()
    async with host.run_test(size=(40, 12)):
        pane = host.query_one(Watched)
        pane.show(small(), named)
        pane.toggle_mark()
        assert pane.marks == {"a0"}
        assert pane.key == "a1"
        pane.to_end(last=True)
        assert "     5 ●█▂" in shown(pane)[1]
        pane.to_end(last=False)
        pane.mark_all()
        assert pane.marks == {"a0", "a1", "a2"}
        pane.mark_all()
        assert len(pane.marks) == 23
        pane.mark_all()
        assert not pane.marks
        assert not pane.clear_marks()


async def test_a_crowded_cell_is_marked_with_all_its_people() -> None:
    host = Host()
    async with host.run_test(size=(40, 12)):
        pane = host.query_one(Watched)
        pane.show(small(100), named)
        pane.move(1)
        pane.toggle_mark()
        assert pane.marks == {"b0", "b1", "b2", "b3", "b4"}


async def test_the_terminals_own_cursor_stands_on_the_cell() -> None:
    host = Host()
    async with host.run_test(size=(40, 12)) as pilot:
        pane = host.query_one(Watched)
        pane.show(small(), named)
        await pilot.pause()
        pane.step(1)
        at = host.cursor_position
        assert shown(pane)[at.y][at.x - 1 : at.x + 2] == "[█]"


async def test_an_empty_heat_says_what_to_do() -> None:
    host = Host()
    async with host.run_test(size=(40, 12)):
        pane = host.query_one(Watched)
        pane.show(HeatPicture(lanes=(), legend=(), empty="Nobody yet. a adds the first person."))
        pane.step(1)
        pane.toggle_mark()
        pane.mark_all()
        assert "Nobody yet." in shown(pane)[1]
        assert pane.key is None
