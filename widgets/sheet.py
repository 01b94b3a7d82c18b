"""The base of every pane: a framed sheet drawn line by line, without children."""

from __future__ import annotations

from typing import ClassVar, Self

from rich.segment import Segment
from rich.style import Style
from textual.geometry import Region, Size
from textual.reactive import var
from textual.strip import Strip
from textual.widget import Widget

from widgets.frame import Strokes, bottom, strokes, top
from widgets.line import BLANK, Glyphs, Line, Piece, paint, shown
from widgets.tone import TONES, Tone, tone_class


class Sheet(Widget, can_focus=True):
    """Draws `line_at` inside a frame; repaints single lines."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {tone_class(tone) for tone in TONES}

    title: var[str] = var("")
    """Left in the upper edge."""
    aside: var[str] = var("")
    """Right in the upper edge."""
    framed: var[bool] = var(True)
    """False on a narrow terminal: then the title is a line of its own."""
    glyphs: var[Glyphs] = var[Glyphs]({})
    """The translate table of the glyph set."""

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        """Make an empty sheet."""
        super().__init__(id=id, classes=classes)
        self._styles: dict[Tone, Style] = {}
        self._strips: dict[int, Strip] = {}
        self._strips_for: Size | None = None

    @property
    def inner_width(self) -> int:
        """Cells between the sides of the frame."""
        return max(0, self.size.width - (2 if self.framed else 0))

    @property
    def inner_height(self) -> int:
        """Lines inside the frame."""
        return max(0, self.size.height - (2 if self.framed else 1))

    def line_at(self, y: int) -> Line:
        """The line at a place inside the frame."""
        return BLANK

    def style_of(self, tone: Tone) -> Style:
        """The style of a tone under the present theme."""
        style = self._styles.get(tone)
        if style is None:
            style = self.get_component_rich_style(tone_class(tone))
            self._styles[tone] = style
        return style

    def notify_style_update(self) -> None:
        """Forget styles of the theme before."""
        self._styles.clear()
        self._strips.clear()
        super().notify_style_update()

    def refresh(
        self,
        *regions: Region,
        repaint: bool = True,
        layout: bool = False,
        recompose: bool = False,
    ) -> Self:
        """Repaint some lines, or all."""
        if not regions:
            self._strips.clear()
        for region in regions:
            for y in region.line_range:
                self._strips.pop(y, None)
        return super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)

    def render_lines(self, crop: Region) -> list[Strip]:
        """The lines asked for, filtered for the terminal.

        A sheet has neither border nor padding, so Textual's cache of styles, which costs most of a
        key, is not needed.
        """
        if self.size != self._strips_for:
            self._strips.clear()
            self._strips_for = self.size
        strips = [self._strip(y) for y in crop.line_range]
        if crop.column_span != (0, self.size.width):
            return [strip.crop(crop.x, crop.right) for strip in strips]
        return strips

    def _strip(self, y: int) -> Strip:
        strip = self._strips.get(y)
        if strip is None:
            strip = self.render_line(y)
            background = self.background_colors[1]
            for each in self.get_line_filters():
                strip = strip.apply_filter(each, background)
            self._strips[y] = strip
        return strip

    def render_line(self, y: int) -> Strip:
        """One line of the whole, frame included."""
        width, height = self.size
        if not self.framed:
            inside = self._title_line(width) if y == 0 else self.segments_at(y - 1, width)
            return Strip(inside, width)
        marks = strokes(self.has_focus)
        if y == 0:
            return Strip(self._edge(width, marks), width)
        edge = self.style_of("accent" if self.has_focus else "dim")
        if y == height - 1:
            return Strip([Segment(shown(bottom(width, marks), self.glyphs), edge)], width)
        side = Segment(shown(marks.down, self.glyphs), edge)
        return Strip([side, *self.segments_at(y - 1, width - 2), side], width)

    def segments_at(self, y: int, width: int) -> list[Segment]:
        """The line at a place inside the frame, painted."""
        return paint(self.line_at(y), width, self.style_of, self.glyphs)

    def _edge(self, width: int, marks: Strokes) -> list[Segment]:
        title, aside = shown(self.title, self.glyphs), shown(self.aside, self.glyphs)
        edge = self.style_of("accent" if self.has_focus else "dim")
        parts = top(width, title, aside, marks)
        pieces = [
            (parts.start, edge),
            (parts.title, self.style_of("strong")),
            (parts.between, edge),
            (parts.aside, self.style_of("dim")),
            (parts.end, edge),
        ]
        return [
            Segment(text.translate(self.glyphs) if self.glyphs else text, style)
            for text, style in pieces
            if text
        ]

    def _title_line(self, width: int) -> list[Segment]:
        head = Line((Piece(f" {self.title}", "strong"),), (Piece(f"{self.aside} ", "dim"),))
        return paint(head, width, self.style_of, self.glyphs)

    def refresh_inner(self, y: int) -> None:
        """Repaint one line inside the frame, and nothing else."""
        if 0 <= y < self.inner_height:
            left = 1 if self.framed else 0
            self.refresh(Region(left, y + 1, self.inner_width, 1))

    def watch_title(self) -> None:
        """Repaint the upper edge."""
        self._refresh_top()

    def watch_aside(self) -> None:
        """Repaint the upper edge."""
        self._refresh_top()

    def watch_framed(self) -> None:
        """Repaint all."""
        self.refresh()

    def watch_glyphs(self) -> None:
        """Repaint all."""
        self.refresh()

    def _refresh_top(self) -> None:
        self.refresh(Region(0, 0, self.size.width, 1))
