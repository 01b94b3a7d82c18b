"""A dossier as paragraphs of a pane."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from store.views.dossier_text import Section, Told
from store.words.width import fit, width
from widgets.line import Piece
from widgets.paragraph import SPACE, Paragraph

LABEL = 16
"""Cells for what a piece is, at most."""


def dossier_paragraphs(sections: Iterable[Section]) -> tuple[Paragraph, ...]:
    """Headings, and under each its pieces with their source in a quieter tone."""
    return tuple(_paragraphs(sections))


def _paragraphs(sections: Iterable[Section]) -> Iterator[Paragraph]:
    for number, section in enumerate(sections):
        if number:
            yield SPACE
        yield Paragraph(section.title, "strong")
        label = min(LABEL, max(width(each.label) for each in section.told))
        for told in section.told:
            yield from _piece(told, label)


def _piece(told: Told, label: int) -> Iterator[Paragraph]:
    lead = f"  {fit(told.label, label)}  " if label else "  "
    yield Paragraph(told.text, lead=(Piece(lead, "dim"),))
    if told.aside:
        yield Paragraph(told.aside, "dim", lead=(Piece(" " * width(lead)),))
