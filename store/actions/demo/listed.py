"""Lists of data written as text."""

from __future__ import annotations


def listed(text: str) -> tuple[str, ...]:
    """What stands between commas or on lines of its own; blanks around it are cut."""
    pieces = (piece.strip() for line in text.splitlines() for piece in line.split(","))
    return tuple(piece for piece in pieces if piece)


def lined(text: str) -> tuple[str, ...]:
    """The lines of a text, commas and all; blanks around them are cut, empty ones left out."""
    return tuple(line.strip() for line in text.splitlines() if line.strip())
