"""Slots and free time in lines for people."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import groupby

from store.rules.free_time import Span
from store.rules.slots import clock_text
from store.views.slot_words import booked_words, proposed_words, standing_word, when_words
from store.views.slots import BookedSlot, ProposedSlot, SlotsView
from store.words import dates, durations
from store.words.width import fit, width
from store.words.words import Words
from tui.cli.paragraphs import hung

INDENT = "  "


def booked_lines(
    slots: Sequence[BookedSlot], words: Words, today: date, columns: int, indent: str = ""
) -> Iterator[str]:
    """A slot a line: when, how long, for what, where it stands, and its id where there is room.

    Where there is not, ids are left out, but of slots that neither person nor day and hour name;
    and what is too long goes on below itself.

    Args:
        slots: those that are told.
        words: the language.
        today: the day.
        columns: cells of a line.
        indent: what stands before each.
    """
    cells = [
        (
            when_words(each.on, each.at, words, today),
            durations.minutes(each.minutes, words),
            booked_words(each, words),
            standing_word(each.standing, words),
            each.id,
        )
        for each in slots
    ]
    lines = [f"{indent}{line}" for line in _columns(cells)]
    if all(width(line) <= columns for line in lines):
        yield from lines
        return
    named = _named(slots)
    rows = [
        (when, length, " · ".join((what, standing, *(() if id in named else (id,)))))
        for when, length, what, standing, id in cells
    ]
    yield from _columns(rows, columns, indent)


def _named(slots: Sequence[BookedSlot]) -> frozenset[str]:
    """The ids of the slots that have another name: no other of day and hour, or of the person."""
    times = Counter((each.on, each.at) for each in slots)
    people = Counter(each.name for each in slots)
    return frozenset(
        each.id
        for each in slots
        if times[each.on, each.at] == 1 or (each.name and people[each.name] == 1)
    )


def slots_lines(view: SlotsView, words: Words, today: date, columns: int) -> Iterator[str]:
    """The free time of each day, then what is booked and what is proposed.

    Args:
        view: what is told.
        words: the language.
        today: the day.
        columns: cells of a line.
    """
    if not view.spans:
        yield words.say("free.none")
    else:
        yield words.say("free.spans")
        yield from _spans(view.spans, words, today, columns)
    ahead = tuple(each for each in view.booked if each.is_open)
    if ahead:
        yield words.say("free.booked")
        yield from booked_lines(ahead, words, today, columns, INDENT)
    if view.proposed:
        yield words.say("free.proposed")
        yield from _proposed(view.proposed, words, today, columns)
    elif view.spans:
        yield words.say("free.nothing_proposed")


def _spans(spans: Iterable[Span], words: Words, today: date, columns: int) -> Iterator[str]:
    rows = []
    for day, each in groupby(spans, key=lambda span: span.on):
        times = (f"{clock_text(span.start)}–{clock_text(span.until)}" for span in each)
        rows.append((dates.day(day, words.language, today), ", ".join(times)))
    yield from _columns(rows, columns, INDENT)


def _proposed(
    slots: Iterable[ProposedSlot], words: Words, today: date, columns: int
) -> Iterator[str]:
    rows = [
        (
            when_words(each.on, each.at, words, today),
            durations.minutes(each.minutes, words),
            proposed_words(each, words),
        )
        for each in slots
    ]
    yield from _columns(rows, columns, INDENT)


def _columns(rows: Sequence[tuple[str, ...]], columns: int = 0, indent: str = "") -> Iterator[str]:
    """The cells of each row below those of the others; the last goes on below itself."""
    if not rows:
        return
    widths = [max(map(width, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = [fit(cell, wide) for cell, wide in zip(row[:-1], widths, strict=False)]
        lead = indent + "".join(f"{cell}  " for cell in cells)
        if columns:
            yield from hung(lead, row[-1], columns)
        else:
            yield lead + row[-1]
