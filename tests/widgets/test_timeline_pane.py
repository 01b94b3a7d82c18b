from __future__ import annotations

import pytest
from rich.cells import cell_len
from textual.app import App, ComposeResult

from store.words.glyphs import ASCII
from tui.stylesheets import stylesheets
from tui.themes import ANSI_TONES
from widgets.line import Piece
from widgets.timeline import WRAPPED_AT_MOST, Happening, Timeline, YearHead


class Host(App[None]):
    def __init__(self) -> None:
        super().__init__(css_path=[*stylesheets()])

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return ANSI_TONES

    def compose(self) -> ComposeResult:
        yield Timeline()

    @property
    def pane(self) -> Timeline:
        return self.query_one(Timeline)

    def on_mount(self) -> None:
        self.pane.focus()


def happening(number: int, note: str = "", right: str = "→") -> Happening:
    return Happening(f"K{number}", f"{number % 28 + 1} Nov", (Piece("call"),), note, right)


def text_of(app: Host) -> list[str]:
    pane = app.pane
    return [pane.render_line(y).text for y in range(pane.size.height)]


LONG = " ".join(f"word{number}" for number in range(80))


async def test_a_note_is_cut_after_two_lines_and_six_where_the_pane_is_alone() -> None:
    app = Host()
    async with app.run_test(size=(60, 20)):
        app.pane.show([YearHead("2026"), happening(1, LONG)], ())
        noted = [line for line in text_of(app) if "word" in line]
        assert len(noted) == 2
        assert noted[-1].rstrip(" ┃").endswith("…")
        app.pane.show([YearHead("2026"), happening(1, LONG)], (), alone=True)
        assert len([line for line in text_of(app) if "word" in line]) == 6


async def test_a_short_note_of_several_lines_is_shown_whole() -> None:
    app = Host()
    async with app.run_test(size=(60, 20)):
        app.pane.show([happening(1, "one\n\ntwo")], ())
        told = "\n".join(text_of(app))
        assert "one" in told
        assert "two" in told
        assert "…" not in told


async def test_the_cursor_skips_years_and_notes_and_brings_its_own_note_into_view() -> None:
    app = Host()
    async with app.run_test(size=(60, 9)) as pilot:
        things = [happening(number, f"note of {number}") for number in range(8)]
        app.pane.show([YearHead("2026"), *things], ())
        assert app.pane.key == "K0"
        for number in range(1, 8):
            app.pane.move(1)
            await pilot.pause()
            assert app.pane.key == f"K{number}"
            assert any(f"note of {number} " in line for line in text_of(app))
        app.pane.to_end(False)
        await pilot.pause()
        assert any("2026" in line for line in text_of(app))


async def test_notes_are_wrapped_anew_at_another_width() -> None:
    app = Host()
    async with app.run_test(size=(100, 20)) as pilot:
        app.pane.show([happening(1, " ".join(["word"] * 14))], ())
        await pilot.resize_terminal(40, 20)
        await pilot.pause()
        assert all(cell_len(line) == 40 for line in text_of(app))
        assert sum("word" in line for line in text_of(app)) == 2


async def test_an_empty_pane_says_what_to_do() -> None:
    app = Host()
    async with app.run_test(size=(60, 9)):
        app.pane.show([happening(1)], ())
        app.pane.show([], ("No talk yet. c tells of one.",))
        assert any("c tells of one" in line for line in text_of(app))


@pytest.mark.parametrize("width", [20, 40, 100])
async def test_no_line_is_wider_than_the_pane(width: int) -> None:
    app = Host()
    async with app.run_test(size=(width, 12)):
        things = [happening(number, f"日本語 {LONG} [/b] \x1b[31m") for number in range(4)]
        app.pane.show([YearHead("2026", "→ you   ← 日本語"), *things], ())
        assert all(cell_len(line) == width for line in text_of(app))
        assert not any("\x1b" in line for line in text_of(app))


async def test_a_past_of_thousands_is_laid_out_without_wrapping_all_of_it() -> None:
    app = Host()
    async with app.run_test(size=(60, 20)):
        things = [happening(number, LONG) for number in range(WRAPPED_AT_MOST + 5)]
        app.pane.show(things, ())
        per_key = [row.key for row in app.pane.rows].count(None)
        assert per_key == 2 * WRAPPED_AT_MOST + 5


def years(count: int, each: int) -> list[YearHead | Happening]:
    """So many years of so many things."""
    out: list[YearHead | Happening] = []
    for year in range(count):
        out.append(YearHead(str(2026 - year), "→ you   ← Ada" if not year else ""))
        out += [happening(year * each + number) for number in range(each)]
    return out


async def test_the_year_of_the_topmost_line_stands_above_however_far_one_goes() -> None:
    app = Host()
    async with app.run_test(size=(60, 9)) as pilot:
        app.pane.show(years(4, 5), ())
        for number in range(20):
            assert app.pane.key == f"K{number}"
            shown = text_of(app)
            place = next(y for y, line in enumerate(shown) if "▶" in line)
            above = [line for line in shown[:place] if "20" in line]
            assert str(2026 - number // 5) in above[-1], shown
            assert "→ you   ← Ada" in shown[1]
            assert len({line.split()[1] for line in above}) == len(above)
            app.pane.move(1)
            await pilot.pause()


async def test_without_years_every_line_is_one_of_the_list() -> None:
    app = Host()
    async with app.run_test(size=(60, 9)):
        app.pane.show([happening(1)], ())
        assert "call" in text_of(app)[1]


async def test_in_ascii_no_arrow_looks_like_the_cursor() -> None:
    app = Host()
    async with app.run_test(size=(60, 9)):
        app.pane.glyphs = ASCII
        app.pane.show([YearHead("2026", "→ you   ← Ada"), happening(1), happening(2)], ())
        told = "\n".join(text_of(app))
        assert "-> you   <- Ada" in told
        assert told.replace("->", "").count(">") == 1
        assert all(cell_len(line) == 60 for line in text_of(app))
