"""Past changes as rows of a list, and one of them as paragraphs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import islice

from store.actions.commit import Entry
from store.views.field_changes import Fate, FieldChange, RecordChange
from store.words.field_words import field_word
from store.words.width import cut, fit, width
from store.words.words import Words
from tui.history_words import (
    about_word,
    deed_word,
    is_outside,
    moment,
    moment_brief,
    session_word,
)
from tui.past import Past
from widgets.changes_list import ChangeCells
from widgets.line import Piece
from widgets.paragraph import SPACE, Paragraph

LABEL = 18
"""Cells for the name of a field, at most; fewer on a narrow terminal."""

ONE_LINE_FROM = 56
"""Cells from which a field takes one line; on fewer it is wrapped."""

LEAST, MOST = 12, 120
"""Cells for one side of a change."""

RECORDS = 200
"""Records of one change that are told; an import may hold thousands."""

KEPT_BEFORE = 8
"""Signs shown before the place where two long texts begin to differ."""

_FATES: dict[Fate, str] = {
    "made": "history.record.made",
    "changed": "history.record.changed",
    "removed": "history.record.removed",
}


def change_rows(past: Past, words: Words, today: date, curtain: bool) -> list[ChangeCells]:
    """The rows of the list; behind the curtain people are initials."""
    return [
        ChangeCells(
            key=str(entry.revision),
            when=moment(entry.at, words, today),
            brief=moment_brief(entry.at, words, today),
            where=session_word(entry.session, past.own, words),
            aside=_aside(entry, past, words),
            what=deed_word(entry, words),
            about=about_word(entry, words, today, curtain),
            mark=words.say("history.undone") if entry.revision in past.undone else "",
        )
        for entry in past.entries
    ]


def _aside(entry: Entry, past: Past, words: Words) -> str:
    if entry.session == past.own:
        return ""
    return words.say("history.outside_brief" if is_outside(entry) else "history.elsewhere")


def head_paragraphs(
    entry: Entry, past: Past, words: Words, today: date, curtain: bool
) -> Iterator[Paragraph]:
    """What was done, when and from where, and whether it stands."""
    about = about_word(entry, words, today, curtain)
    deed = deed_word(entry, words)
    yield Paragraph(f"{deed} · {about}" if about else deed, "strong")
    where = session_word(entry.session, past.own, words)
    yield Paragraph(f"{moment(entry.at, words, today)} · {where}", "dim")
    if entry.revision in past.undone:
        yield Paragraph(words.say("history.was_undone"), "attention")
    lost = ", ".join(dict.fromkeys(field_word(each.field, words) for each in entry.over))
    if lost:
        yield Paragraph(words.say("history.over", fields=lost), "attention")


def field_paragraphs(
    records: Iterable[RecordChange], total: int, words: Words, cells: int
) -> Iterator[Paragraph]:
    """Record by record, field by field: before → after.

    Args:
        records: what was changed.
        total: how many records there are.
        words: the language.
        cells: of a line.
    """
    shown = 0
    for record in islice(records, RECORDS):
        shown += 1
        yield SPACE
        yield Paragraph(words.say(_FATES[record.fate], what=record.title))
        label = min(LABEL, max(width(each.field) for each in record.fields), cells // 3)
        for each in record.fields:
            lead = Piece(f"  {fit(each.field, label)}  ", "dim")
            room = cells - label - 4
            yield Paragraph(_sides(each, record.fate, words, room), lead=(lead,))
    if shown == RECORDS and total > RECORDS:
        yield SPACE
        yield Paragraph(words.say("history.more", n=total - RECORDS), "dim")


def _sides(each: FieldChange, fate: Fate, words: Words, room: int) -> str:
    """One line; the longer side is cut where both do not fit."""
    most = room if room >= ONE_LINE_FROM - LABEL else MOST
    if fate != "changed":
        return cut(each.after or each.before, most)
    before, after = _apart(each.before, each.after, most // 2)
    nothing = words.say("history.nothing")
    before, after = before or nothing, after or nothing
    half = max(LEAST, (most - 3) // 2)
    left = max(half, most - 3 - width(after))
    before = cut(before, left)
    return f"{before} → {cut(after, max(half, most - 3 - width(before)))}"


def _apart(before: str, after: str, half: int) -> tuple[str, str]:
    """Long texts from near the place where they begin to differ."""
    apart = (i for i, (one, other) in enumerate(zip(before, after, strict=False)) if one != other)
    same = next(apart, min(len(before), len(after)))
    if max(width(before), width(after)) <= half or same <= 2 * KEPT_BEFORE:
        return before, after
    start = same - KEPT_BEFORE
    return f"…{before[start:]}", f"…{after[start:]}"
