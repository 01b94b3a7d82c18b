"""Texts behind what they are."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len

from widgets.line import Piece
from widgets.paragraph import Paragraph


def labelled(label: str, text: str) -> Paragraph:
    """One text behind its label."""
    return Paragraph(text, lead=(Piece(f"{label}  ", "dim"),))


def aligned(lines: Sequence[tuple[str, str]]) -> tuple[Paragraph, ...]:
    """Texts behind their labels, which are all as wide as the widest."""
    wide = max((cell_len(label) for label, _ in lines), default=0)
    return tuple(labelled(label + " " * (wide - cell_len(label)), text) for label, text in lines)
