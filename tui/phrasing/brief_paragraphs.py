"""Briefs as paragraphs of a page to read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from store.views.brief import Brief
from store.views.dossier_text import Section, Told
from store.words.width import fit, width
from store.words.words import Words
from tui.phrasing.brief_page import INDENT, brief_page, title_width
from widgets.line import Piece
from widgets.paragraph import SPACE, Paragraph

_APART = Paragraph("", lead=(Piece(" "),))
"""An empty line between two people, which stays where others give way."""


def brief_paragraphs(
    briefs: Iterable[Brief], words: Words, today: date, *, beside: bool = True
) -> tuple[Paragraph, ...]:
    """One page after the other.

    Args:
        briefs: in their order.
        words: the language.
        today: the day.
        beside: whether titles stand beside their sections, and not above them.
    """
    pages = tuple(briefs)
    out: list[Paragraph] = []
    for number, each in enumerate(pages, 1):
        if out:
            out.append(_APART)
        place = Piece(f"{number}/{len(pages)}" if len(pages) > 1 else "", "dim")
        out += _page(each, words, today, place, beside)
    return tuple(out)


def _page(
    brief: Brief, words: Words, today: date, place: Piece, beside: bool
) -> Iterator[Paragraph]:
    head, *sections = brief_page(brief, words, today).sections
    yield Paragraph(head.title, "strong", right=(place,) if place.text else ())
    for each in head.told:
        yield Paragraph(each.text)
    label = title_width(sections)
    for section in sections:
        yield SPACE
        if not beside:
            yield Paragraph(section.title, "accent")
        yield from _section(section, label if beside else 0)


def _section(section: Section, label: int) -> Iterator[Paragraph]:
    hang = " " * (label + 2 if label else INDENT)
    wide = max((width(told.label) for told in section.told), default=0)
    for number, told in enumerate(section.told):
        first = label and number == 0
        lead = Piece(f"{fit(section.title, label)}  " if first else hang, "accent")
        yield _piece(told, lead, wide)


def _piece(told: Told, lead: Piece, wide: int) -> Paragraph:
    if not told.label:
        return Paragraph(told.text, lead=(lead,))
    return Paragraph(told.text, lead=(lead, Piece(f"{fit(told.label, wide)}  ", "dim")))
