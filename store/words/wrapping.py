"""Text broken into lines of so many cells, between words where it can be."""

from __future__ import annotations

import re

from store.words.width import width

_LENGTH = re.compile(r"\d+ h \d\d\b|\d+ (?:h|min)\b")
_HELD = "\ue001"
"""Stands for a blank at which no line may end; of one cell as well."""


def held_together(text: str) -> str:
    """The text, its lengths of time unbreakable: "2 h 20", "25 min"; see `let_go`."""
    if " h" not in text and " min" not in text:
        return text
    return _LENGTH.sub(lambda found: found[0].replace(" ", _HELD), text)


def let_go(lines: list[str]) -> list[str]:
    """Lines of a text that was `held_together`, as they are read."""
    return [line.replace(_HELD, " ") for line in lines]


def wrap(text: str, cells: int) -> list[str]:
    """The lines of one paragraph, none wider; a word wider than a line is broken.

    A length of time is one word.

    Args:
        text: without line breaks; runs of blanks become one.
        cells: at least 2, which the widest sign takes.
    """
    lines: list[str] = []
    current = ""
    # Not `split()`: it would break at the blanks that French keeps together.
    for word in filter(None, held_together(text.replace("\t", " ")).split(" ")):
        joined = f"{current} {word}" if current else word
        if width(joined) <= cells:
            current = joined
            continue
        if current:
            lines.append(current)
        *full, current = _pieces(word, cells)
        lines += full
    return let_go([*lines, current] if current else lines)


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
