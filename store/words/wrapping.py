"""Text broken into lines of so many cells, between words where it can be."""

from __future__ import annotations

from store.words.width import width


def wrap(text: str, cells: int) -> list[str]:
    """The lines of one paragraph, none wider; a word wider than a line is broken.

    Args:
        text: without line breaks; runs of blanks become one.
        cells: at least 2, which the widest sign takes.
    """
    lines: list[str] = []
    current = ""
    # Not `split()`: it would break at the blanks that French keeps together.
    for word in filter(None, text.replace("\t", " ").split(" ")):
        joined = f"{current} {word}" if current else word
        if width(joined) <= cells:
            current = joined
            continue
        if current:
            lines.append(current)
        *full, current = _pieces(word, cells)
        lines += full
    return [*lines, current] if current else lines


def _pieces(word: str, cells: int) -> list[str]:
    """A word in pieces that fit, never splitting what an eye sees as one sign."""
    if width(word) <= cells:
        return [word]
    from wcwidth import iter_graphemes

    pieces = [""]
    for sign in iter_graphemes(word):
        # Measured together: in some scripts a sign is wider or narrower beside its neighbour.
        if pieces[-1] and width(pieces[-1] + sign) > cells:
            pieces.append("")
        pieces[-1] += sign
    return pieces
