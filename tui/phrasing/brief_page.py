"""A brief fitted to one page, and that page in lines of text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from store.views.brief import Brief
from store.views.brief_text import Room, brief_text
from store.views.dossier_text import Section, Told
from store.words.width import fit, width
from store.words.words import Words
from store.words.wrapping import wrap

COLUMNS = 72
LINES = 40
"""A page."""

TITLE = 18
"""Cells for what a section is about, at most."""

NARROW = 56
"""With fewer cells a title stands above its section, and not beside it."""

INDENT = 2

LEAST = 12
"""Cells for a text beside what it is; with fewer it stands below."""

ROOMS = ((Room(165, 4), True), (Room(110, 3), True), (Room(110, 3), False), (Room(52, 2), False))
"""How much is told, and whether with blank lines between: the first that fits a page."""


class Page(NamedTuple):
    """What stands on it."""

    sections: tuple[Section, ...]
    airy: bool
    """Whether blank lines part the sections."""


def brief_page(brief: Brief, words: Words, today: date) -> Page:
    """As much as fits 40 lines of 72 cells; the same on every terminal."""
    page = Page((), airy=False)
    for room, airy in ROOMS:
        page = Page(brief_text(brief, words, today, room), airy)
        if sum(1 for _ in page_lines(page, COLUMNS)) <= LINES:
            break
    return page


def page_lines(page: Page, columns: int) -> Iterator[str]:
    """The page in lines of so many cells: the name, then each section beside its title."""
    head, *sections = page.sections
    yield from wrap(head.title, columns)
    for each in head.told:
        yield from wrap(each.text, columns)
    label = title_width(sections)
    for section in sections:
        if page.airy:
            yield ""
        yield from _section(section, label, columns)


def title_width(sections: Iterable[Section]) -> int:
    """Cells that the titles beside their sections take."""
    return min(TITLE, max((width(each.title) for each in sections), default=0))


def _section(section: Section, label: int, columns: int) -> Iterator[str]:
    hang = label + 2
    if columns < NARROW:
        hang = INDENT
        yield from wrap(section.title, columns)
    room = columns - hang
    wide = max((width(told.label) for told in section.told), default=0)
    lines = [line for told in section.told for line in _wrapped(told, room, wide)]
    for number, line in enumerate(lines):
        beside = number == 0 and columns >= NARROW
        yield (f"{fit(section.title, label)}  " if beside else " " * hang) + line


def _wrapped(told: Told, room: int, wide: int) -> Iterator[str]:
    """A piece behind what it is, going on below its beginning where there is room for that.

    Pieces of one section begin below each other, `wide` cells being kept for what they are.
    """
    lead = f"{fit(told.label, wide)}  " if told.label else ""
    hang = width(lead)
    if room - hang < LEAST:
        yield from wrap(told.label, room)
        lead, hang = "", 0
    for number, line in enumerate(wrap(told.text, room - hang)):
        yield (lead if number == 0 else " " * hang) + line
