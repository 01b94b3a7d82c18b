"""One tie in full, as paragraphs: how it stands, its year, its gaps."""

from __future__ import annotations

from datetime import date

from store.views.code_words import band_word
from store.views.tie_detail import TieDetail
from store.words.words import Words
from tui.phrasing.curtain import name_shown
from tui.phrasing.gap_picture import gap_lines
from tui.phrasing.spans import Drawn
from tui.phrasing.tie_words import DOT, facts, first_name
from tui.phrasing.year_picture import year_lines
from widgets.band_glyph import band_piece
from widgets.line import Piece
from widgets.paragraph import SPACE, Paragraph


def tie_paragraphs(
    tie: TieDetail, words: Words, today: date, cells: int, curtain: bool = False
) -> tuple[Paragraph, ...]:
    """A person of the heat; behind the curtain only the initials."""
    head = Paragraph(name_shown(tie.name, curtain), "strong", right=_standing(tie, words))
    if curtain:
        return (head, SPACE, Paragraph(words.say("pane.why.curtain"), "dim"))
    told = (Paragraph(text) for text in facts(tie, words, today, cells))
    return (head, *told, *tie_pictures(tie, words, cells))


def tie_pictures(tie: TieDetail, words: Words, cells: int) -> tuple[Paragraph, ...]:
    """The year and the gaps of a tie; nothing before the first contact.

    Args:
        tie: what is drawn.
        words: the language.
        cells: of a line of the pane.
    """
    if tie.year is None:
        return ()
    clock = tie.usual_gap_days is not None
    year = year_lines(tie.year, first_name(tie.name), words, cells, clock=clock)
    gaps = gap_lines(tie.gaps, words, cells)
    return (
        *_picture(words.say("tie.year.title"), year),
        *_picture(words.say("tie.gaps.title"), gaps),
    )


def _picture(title: str, lines: tuple[Drawn, ...]) -> tuple[Paragraph, ...]:
    if not lines:
        return ()
    drawn = (Paragraph("", lead=tuple(Piece(*span) for span in line)) for line in lines)
    return (SPACE, Paragraph(title, "dim"), *drawn)


def _standing(tie: TieDetail, words: Words) -> tuple[Piece, ...]:
    layer = str(tie.layer) if tie.layer else ""
    if tie.band is None:
        return (Piece(layer, "dim"),) if layer else ()
    told = DOT.join(part for part in (layer, band_word(tie.band, words)) if part)
    return (Piece(f"{told} ", "dim"), band_piece(tie.band))
