"""The pane of the network's heat: a lane for each layer, a cell for each person, and a cursor."""

from __future__ import annotations

from collections.abc import Callable

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Offset, Region
from textual.message import Message

from widgets.heat_below import below_lanes, below_rows
from widgets.heat_glyph import MARK, bracketed, cell_piece
from widgets.heat_grid import GAP, CellRow, Grid, Spot
from widgets.heat_picture import NOTHING, HeatPicture, Naming, Told
from widgets.line import BLANK, Line, Piece, paint
from widgets.marked_sheet import MarkedSheet
from widgets.tone import Tone


class Heat(MarkedSheet):
    """Lanes of cells, a legend, and who is about to need you; the cursor is kept by person."""

    class Moved(Message):
        """The cursor stands on another person."""

        def __init__(self, key: str | None) -> None:
            """Say on whom."""
            super().__init__()
            self.key = key

    class Opened(Moved):
        """A cell was chosen with a click on it."""

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        """Make an empty pane."""
        super().__init__(id=id, classes=classes)
        self._picture = NOTHING
        self._grid = Grid((), 1, 1, whole=False)
        self._below: list[Line] = []
        self._laid_out_for: tuple[int, int] | None = None
        self._naming: Naming | None = None
        self._here: str | None = None
        self._column = 0
        self._top = 0

    def show(self, picture: HeatPicture, naming: Naming | None = None) -> None:
        """Show another picture; repaints the lines that changed, the cursor stays on its person.

        Args:
            picture: what there is.
            naming: names who is under the cursor, where the pane itself is to do so.
        """
        before = self._shown_lines()
        present = {*picture.apart, *(key for lane in picture.lanes for key in lane.keys)}
        survivor = self._survivor(present)
        self._picture, self._naming = picture, naming
        self._laid_out_for = None
        grid = self._arranged()
        if present:
            self._marks &= present
            first = grid.end(last=False)
            if survivor is None and first is not None:
                survivor = grid.key_at(first)
            self._put(survivor)
        after = self._shown_lines()
        if len(before) != len(after):
            self.refresh()
            return
        for y, (old, new) in enumerate(zip(before, after, strict=True)):
            if old != new:
                self.refresh_inner(y)

    def _survivor(self, present: set[str]) -> str | None:
        """Who is under the cursor, or where they are gone who followed them."""
        here = self._here
        if here is None or here in present:
            return here
        lane = self._grid.lane_of(here)
        if lane is None:
            return None
        at = lane.keys.index(here)
        nearest = (*lane.keys[at:], *reversed(lane.keys[:at]))
        return next((key for key in nearest if key in present), None)

    # Layout -----------------------------------------------------------------------------------

    def _arranged(self) -> Grid:
        """The grid for the present size, laid out once."""
        size = self.inner_width, self.inner_height
        if size != self._laid_out_for:
            self._laid_out_for = size
            width, height = self.inner_width, self.inner_height
            lanes, whole = self._picture.lanes, self._picture.whole
            if whole:
                self._below = below_rows(self._picture, width, height, self._told())
                height -= len(self._below)
            self._grid = Grid(lanes, width, height, whole=whole)
            if not whole:
                self._below = self._below_lanes()
            spot = self._grid.spot(self._here)
            self._column = spot.column if spot is not None else 0
            self._reveal()
        return self._grid

    def _told(self) -> Told | None:
        """Who is under the cursor, where this pane is to say so."""
        if self._naming is None or self._here is None:
            return None
        grid, others = self._grid, 0
        spot = None if self._picture.whole else grid.spot(self._here)
        if spot is not None:
            others = len(grid.keys(grid.rows[spot.row], spot.column)) - 1
        return self._naming(self._here, max(0, others))

    def _below_lanes(self) -> list[Line]:
        width, height = self.inner_width, self.inner_height
        return below_lanes(self._picture, width, height, self._told())

    @property
    def _grid_height(self) -> int:
        """Lines for the rows of cells; what stands below them is held."""
        return max(0, self.inner_height - (len(self._below) if self._picture.whole else 0))

    def _reveal(self) -> None:
        """Scroll so that the cursor is in view."""
        height, rows = self._grid_height, len(self._grid.rows)
        spot = self._grid.spot(self._here)
        if spot is not None and not self._top <= spot.row < self._top + height:
            self._top = spot.row - height // 2
        self._top = max(0, min(self._top, rows - height))
        if spot is not None and self._grid.end(last=False) == spot:
            self._top = 0

    # Cursor -----------------------------------------------------------------------------------

    @property
    def key(self) -> str | None:
        """The person under the cursor."""
        return self._here

    def _cell_keys(self) -> tuple[str, ...]:
        grid = self._arranged()
        spot = grid.spot(self._here)
        return () if spot is None else grid.keys(grid.rows[spot.row], spot.column)

    def step(self, by: int) -> None:
        """To the next cell, or the one before."""
        self._walk(lambda grid, spot: grid.beside_of(spot, by), aside=True)

    def move(self, by: int) -> None:
        """So many rows down, or up; the column is kept where the row has it."""
        self._walk(lambda grid, spot: grid.below(spot, by, self._column))

    def page(self, direction: int) -> None:
        """Half a page down, or up."""
        self.move(direction * max(1, self._grid_height // 2))

    def to_end(self, last: bool) -> None:
        """To the first cell, or the last."""
        self._walk(lambda grid, spot: grid.end(last) or spot, aside=True)

    def go_to(self, key: str) -> bool:
        """Put the cursor on somebody; False where they have no cell."""
        spot = self._arranged().spot(key)
        if spot is None:
            return False
        self._column = spot.column
        self._put(key)
        return True

    def _walk(self, way: Callable[[Grid, Spot], Spot], *, aside: bool = False) -> None:
        grid = self._arranged()
        spot = grid.spot(self._here)
        # From somebody without a cell here, as those apart are in a small heat, it goes on at the
        # end of the lanes.
        target = grid.end(last=True) if spot is None else way(grid, spot)
        if target is None or target == spot:
            return
        if aside or spot is None:
            self._column = target.column
        self._put(grid.key_at(target))

    def _put(self, key: str | None) -> None:
        before = self._here
        old, top = self._grid.spot(before), self._top
        self._here = key
        self._reveal()
        if key == before:
            return
        if self._top != top:
            self.refresh()
        else:
            for spot in (old, self._grid.spot(key)):
                self._refresh_around(spot)
        self._tell_below()
        self.place_cursor()
        self.post_message(self.Moved(key))

    def _refresh_around(self, spot: Spot | None) -> None:
        """Repaint a cell and its neighbours, where the brackets stand."""
        y = -1 if spot is None else spot.row - self._top
        if spot is not None and 0 <= y < self._grid_height:
            left = (1 if self.framed else 0) + self._grid.lead + spot.column - 1
            self.refresh(Region(left, y + 1, 3, 1))

    def _tell_below(self) -> None:
        """Name below the lanes who is under the cursor now."""
        if self._naming is None:
            return
        if self._picture.whole:
            self._laid_out_for = None
            self.refresh()
            return
        before = self._below
        self._below = self._below_lanes()
        first = len(self._grid.rows)
        for y in range(max(len(before), len(self._below))):
            if before[y : y + 1] != self._below[y : y + 1]:
                self.refresh_inner(first + y)

    def place_cursor(self) -> None:
        """Put the terminal's own cursor on the cell, for readers and magnifiers."""
        if not (self.has_focus and self.is_attached):
            return
        region, spot = self.content_region, self._arranged().spot(self._here)
        edge = 1 if self.framed else 0
        if spot is None:
            self.app.cursor_position = Offset(region.x + 2, region.y + self.inner_height)
            return
        x = edge + self._grid.lead + spot.column
        self.app.cursor_position = Offset(region.x + x, region.y + spot.row - self._top + 1)

    # Marks ------------------------------------------------------------------------------------

    def toggle_mark(self) -> None:
        """Mark the people of the cell or take their marks away, and go on to the next cell."""
        keys = set(self._cell_keys())
        if keys:
            self._marks = self._marks - keys if keys <= self._marks else self._marks | keys
            self._refresh_around(self._grid.spot(self._here))
            self.step(1)

    def mark_all(self) -> None:
        """Mark the lane of the cursor; where that is done all lanes, and then nobody."""
        lane = self._arranged().lane_of(self._here) if self._here is not None else None
        everybody = {key for each in self._picture.lanes for key in each.keys}
        if lane is not None and not self._marks >= set(lane.keys):
            self._marks |= set(lane.keys)
        else:
            self._marks = set() if self._marks >= everybody else everybody
        self.refresh()

    # Drawing ----------------------------------------------------------------------------------

    def _shown_lines(self) -> list[tuple[Line, int]]:
        """Every line, and the column of the cursor where it stands there; -1 elsewhere."""
        spot = self._pointed()
        return [
            (self.line_at(y), spot.column if spot and spot.row - self._top == y else -1)
            for y in range(self.inner_height)
        ]

    def _pointed(self) -> Spot | None:
        """The cell of the cursor, where it is shown."""
        spot = self._arranged().spot(self._here)
        return spot if self._naming is not None or self._picture.whole else None

    def line_at(self, y: int) -> Line:
        """A line of the picture."""
        grid = self._arranged()
        if not self._picture.lanes:
            said = self._picture.empty if y == 0 else ""
            return Line((Piece(f" {said}", "dim"),)) if said else BLANK
        held = y - self._grid_height if self._picture.whole else y - len(grid.rows)
        if held >= 0:
            return self._below[held] if held < len(self._below) else BLANK
        index = y + self._top
        if index >= len(grid.rows) or grid.rows[index] == GAP:
            return BLANK
        row = grid.rows[index]
        more = self._picture.whole and y == self._grid_height - 1 and index < len(grid.rows) - 1
        right = (Piece("▼", "dim"),) if more else ()
        if row.heading:
            return Line((Piece(f" {grid.label(grid.lanes[row.lane])}", "dim"),), right)
        cells, tail = self._cells(grid, row, index), Piece(grid.tail(row), "dim")
        return Line((self._label(grid, row), *cells, tail), right)

    def _label(self, grid: Grid, row: CellRow) -> Piece:
        """What stands before the cells of a row."""
        lane = grid.lanes[row.lane]
        text = grid.label(lane) if grid.beside and row.start == 0 else ""
        return Piece(f"{text:>{grid.lead - 1}} ", "dim" if grid.whole else "text")

    def _cells(self, grid: Grid, row: CellRow, index: int) -> list[Piece]:
        marked = self._marked_columns(grid, row)
        pieces: list[Piece] = []
        for column, band in enumerate(grid.bands(row)):
            piece = Piece(MARK, "accent") if column in marked else cell_piece(band)
            if pieces and pieces[-1].tone == piece.tone:
                pieces[-1] = Piece(pieces[-1].text + piece.text, piece.tone)
            else:
                pieces.append(piece)
        return pieces

    def _marked_columns(self, grid: Grid, row: CellRow) -> set[int]:
        if not self._marks:
            return set()
        columns = range(row.cells)
        return {at for at in columns if not self._marks.isdisjoint(grid.keys(row, at))}

    def segments_at(self, y: int, width: int) -> list[Segment]:
        """A line, with the cursor's brackets around its cell; reversed where they hide a mark."""
        segments = paint(self.line_at(y), width, self.style_of, self.glyphs)
        spot = self._pointed()
        if spot is None or spot.row - self._top != y or y >= self._grid_height:
            return segments
        tone: Tone = "accent" if self.has_focus else "dim"
        style = self.style_of(tone) + Style(bold=self.has_focus or None)
        marked = self._marked_columns(self._grid, self._grid.rows[spot.row])
        before, after = (
            Segment(sign, style + Style(reverse=True) if spot.column + by in marked else style)
            for sign, by in (("[", -1), ("]", 1))
        )
        return bracketed(segments, self._grid.lead + spot.column, before, after)

    # Events -----------------------------------------------------------------------------------

    def on_resize(self) -> None:
        """The cell stands elsewhere on another size."""
        self.place_cursor()

    def on_click(self, event: events.Click) -> None:
        """A click goes to a cell; a second one opens it."""
        grid, index = self._arranged(), event.y - 1 + self._top
        column = event.x - (1 if self.framed else 0) - grid.lead
        if not 0 <= index < len(grid.rows) or not 0 <= column < grid.rows[index].cells:
            return
        self._column = column
        self._put(grid.key_at(Spot(index, column)))
        if event.chain > 1:
            self.post_message(self.Opened(self._here))
