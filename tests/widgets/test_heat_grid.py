from __future__ import annotations

from store.records.kinds import Band
from widgets.heat_glyph import GLYPHS, legend_lines
from widgets.heat_grid import GAP, CellRow, Grid, Lane, Spot

FIFTY = Lane("50", (("hot", 3), ("cold", 1)), ("a", "b", "c", "d"), "50 · 4", "50 · 4 people")
NEW = Lane("not yet", (("new", 1),), ("n",), "not yet · 1", "not yet · 1 person")


def signs(grid: Grid, row: CellRow) -> str:
    return "".join(GLYPHS[band] for band in grid.bands(row))


def many(count: int) -> Lane:
    keys = tuple(f"{n:05}" for n in range(count))
    return Lane("150", (("hot", count - 1), ("frozen", 1)), keys, "150", "150")


def test_a_lane_that_fits_has_a_cell_for_each() -> None:
    grid = Grid((FIFTY,), 20, 5, whole=False)
    assert [signs(grid, row) for row in grid.rows] == ["███▂"]
    assert grid.keys(grid.rows[0], 3) == ("d",)


def test_past_the_width_one_cell_stands_for_several_and_the_coldest_shows() -> None:
    grid = Grid((many(14),), grid_width(13), 5, whole=False)
    assert [signs(grid, row) for row in grid.rows] == ["██████·"]
    assert grid.keys(grid.rows[0], 6) == ("00012", "00013")
    assert grid.key_at(Spot(0, 6)) == "00013"
    assert grid.spot("00012") == grid.spot("00013") == Spot(0, 6)


def test_a_lane_past_the_width_says_how_many_a_cell_is_of_and_squeezes_nobody() -> None:
    grid = Grid((FIFTY, many(1_000)), grid_width(30), 5, whole=False)
    near, crowd = grid.rows
    assert (grid.tail(near), near.cells) == ("", 4)
    assert (grid.tail(crowd), crowd.cells) == (" ×42", 24)
    assert crowd.cells + len(grid.tail(crowd)) <= 30
    assert grid.spot("00999") == Spot(1, 23)
    assert grid.key_at(Spot(1, 23)) == "00999"


def grid_width(cells: int) -> int:
    return Grid((), 0, 0, whole=False).lead + cells + 2


def test_a_whole_heat_wraps_its_lanes_so_that_each_has_an_own_cell() -> None:
    lane = many(50)
    grid = Grid((lane,), 24, 0, whole=True)
    rows = [row for row in grid.rows if row.cells]
    assert sum(row.cells for row in rows) == 50
    assert len(rows) == 3
    for key in lane.keys:
        spot = grid.spot(key)
        assert spot is not None
        assert grid.key_at(spot) == key
    assert signs(grid, rows[-1]).endswith("·")


def test_labels_stand_above_where_it_is_narrow_and_beside_where_it_is_wide() -> None:
    narrow = Grid((FIFTY, NEW), 40, 0, whole=True)
    assert [row.heading for row in narrow.rows] == [True, False, True, False]
    assert narrow.label(FIFTY) == "50 · 4 people"
    wide = Grid((FIFTY, NEW), 76, 0, whole=True)
    assert [row.heading for row in wide.rows] == [False, False]
    assert wide.label(NEW) == "not yet · 1"


def test_where_there_is_room_a_blank_line_keeps_lanes_apart_and_cells_are_found_all_the_same() -> (
    None
):
    for width in (40, 76):
        grid = Grid((FIFTY, NEW), width, 20, whole=True)
        assert grid.rows.count(GAP) == 1
        spot = grid.spot("n")
        assert spot is not None
        assert grid.key_at(spot) == "n"


def test_the_next_cell_of_the_last_in_a_row_is_the_first_of_the_next() -> None:
    grid = Grid((FIFTY, NEW), 40, 20, whole=True)
    last, first = grid.spot("d"), grid.spot("n")
    assert last is not None
    assert first is not None
    assert grid.beside_of(last, 1) == first
    assert grid.beside_of(first, -1) == last
    assert grid.beside_of(first, 1) == first


def test_down_skips_headings_and_keeps_the_column_where_it_can() -> None:
    grid = Grid((FIFTY, NEW, FIFTY), 40, 20, whole=True)
    third = grid.spot("c")
    assert third is not None
    below = grid.below(Spot(1, 2), 1, 2)
    assert grid.key_at(below) == "n"
    assert grid.below(below, 1, 2).column == 2
    assert grid.below(below, 99, 0) == grid.below(below, 1, 0)


def test_the_ends_are_the_first_and_the_last_cell() -> None:
    grid = Grid((FIFTY, NEW), 76, 20, whole=True)
    first, last = grid.end(last=False), grid.end(last=True)
    assert first is not None
    assert last is not None
    assert (grid.key_at(first), grid.key_at(last)) == ("a", "n")
    assert Grid((), 76, 20, whole=True).end(last=True) is None


def test_a_legend_takes_the_lines_it_needs_and_no_word_is_lost() -> None:
    bands: tuple[Band, ...] = ("hot", "warm", "cooling", "cold", "frozen")
    words = ("soutenu", "régulier", "s'espace", "distendu", "silencieux")
    legend = tuple(zip(bands, words, strict=True))
    lines = legend_lines(legend, 40)
    texts = ["".join(piece.text for piece in line.left) for line in lines]
    assert len(texts) == 2
    assert max(map(len, texts)) <= 41
    assert all(word in "".join(texts) for word in words)
