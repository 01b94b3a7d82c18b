"""How far the reading of files has come."""

from __future__ import annotations

from typing import TYPE_CHECKING

from store.words.numbers import number
from store.words.words import Words
from tui.phrasing.import_rows import COVERED
from widgets.bar import bar
from widgets.paragraph import SPACE, Paragraph

if TYPE_CHECKING:
    from tui.reading_files import Progress

BAR_CELLS = 40


def progress_paragraphs(at: Progress, words: Words, curtain: bool) -> tuple[Paragraph, ...]:
    """Files, the one that is read now, records and people so far, and how to stop."""
    stop = Paragraph(words.say("files.stop"), "dim")
    if not at.total:
        return (Paragraph(words.say("files.looking"), "strong"), SPACE, stop)
    language = words.language
    if at.done >= at.total:
        head = words.say("files.comparing")
    elif at.total == 1:
        head = words.say("files.reading_one")
    else:
        place, total = number(at.done + 1, language), number(at.total, language)
        head = words.say("files.reading", place=place, total=total)
    counts = (
        words.say("files.records", n=at.read) if at.read and at.done < at.total else "",
        words.say("files.found", n=at.people) if at.people else "",
    )
    return (
        Paragraph(head, "strong"),
        Paragraph(COVERED if curtain and at.name else at.name, "dim"),
        SPACE,
        *_bar(at),
        Paragraph(" · ".join(filter(None, counts))),
        SPACE,
        stop,
    )


def _bar(at: Progress) -> tuple[Paragraph, ...]:
    """A bar of files, where there are several."""
    if at.total < len(("one", "another")):
        return ()
    return (Paragraph("", lead=tuple(bar(BAR_CELLS, at.done, at.total, None, tone="accent"))),)
