from __future__ import annotations

from rich.style import Style

from store.words.glyphs import ASCII
from widgets.line import Line, Piece, paint


def test_the_sign_of_a_cut_is_translated_too() -> None:
    told = Line((Piece("4 Aug  introduction to Olivia"), Piece("declined by all")))
    segments = paint(told, 36, lambda tone: Style(), ASCII)
    text = "".join(each.text for each in segments)
    assert text == "4 Aug  introduction to Oliviadeclin."
