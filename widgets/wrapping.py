"""Text broken into lines of so many cells, between words where it can be."""

from __future__ import annotations

from rich.cells import cell_len, chop_cells

from store.words.wrapping import held_together, let_go

PARTS = "/.-_"
"""Signs behind which a word may go on below, where it is longer than a line."""


def wrap(text: str, width: int) -> list[str]:
    """The lines of one paragraph; a word wider than a line is broken, where it can be at a sign.

    A length of time is one word.
    """
    if width <= 0:
        return []
    lines: list[str] = []
    current = ""
    for word in held_together(text).split(" "):
        joined = f"{current} {word}" if current else word
        if cell_len(joined) <= width:
            current = joined
            continue
        if current:
            lines.append(current)
        *full, current = _broken(word, width) or [""]
        lines.extend(full)
    lines.append(current)
    return let_go(lines)


def _broken(word: str, width: int) -> list[str]:
    """A word in pieces; an address before its `@`, else behind a sign that parts it."""
    pieces: list[str] = []
    while cell_len(word) > width:
        head = chop_cells(word, width)[0]
        cut = head.rfind("@")
        if cut < 1:
            cut = max(head.rfind(sign) for sign in PARTS) + 1
        # Too short a line would look like an end.
        if cut * 2 < len(head):
            cut = len(head)
        cut = max(1, cut)
        pieces.append(word[:cut])
        word = word[cut:]
    return [*pieces, word] if word else pieces
