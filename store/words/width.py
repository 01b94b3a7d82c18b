"""How wide a text stands in a terminal, and text cut or filled to a width."""

from __future__ import annotations

from typing import Literal

Align = Literal["left", "right", "centre"]

ELLIPSIS = "…"


def _plain(text: str) -> bool:
    return text.isascii() and text.isprintable()


def width(text: str) -> int:
    """The cells a line takes: wide characters two, combining marks none, joined emoji two.

    A control character, which a cleaned text does not hold, counts as nothing.
    """
    if _plain(text):
        return len(text)
    # Loaded where a text is not plain: many screens and all JSON answers do without.
    from wcwidth import iter_graphemes, wcswidth

    # Not the whole text at once: a mark that joins nothing would take the blank behind it along.
    return sum(max(wcswidth(grapheme), 0) for grapheme in iter_graphemes(text))


def cut(text: str, cells: int) -> str:
    """At most so many cells of a line, with "…" in the last one where something is left out.

    Never splits what an eye sees as one character.
    """
    if cells <= 0:
        return ""
    if width(text) <= cells:
        return text
    if _plain(text):
        return text[: cells - 1].rstrip() + ELLIPSIS
    from wcwidth import iter_graphemes

    kept: list[str] = []
    taken = 0
    for grapheme in iter_graphemes(text):
        taken += width(grapheme)
        if taken > cells - 1:
            break
        kept.append(grapheme)
    return "".join(kept).rstrip() + ELLIPSIS


def fit(text: str, cells: int, align: Align = "left") -> str:
    """A line in exactly so many cells: cut with "…" or filled with blanks.

    Args:
        text: one line.
        cells: not below 0.
        align: where the text stands when there is room; `centre` leans to the left.
    """
    shown = cut(text, cells)
    room = max(cells - width(shown), 0)
    if align == "right":
        return " " * room + shown
    before = room // 2 if align == "centre" else 0
    return " " * before + shown + " " * (room - before)
