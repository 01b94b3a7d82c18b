"""What rhythms ask for, for people who read lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from store.records.person import Person
from store.views.capacity import CapacityView, Nudge, TieCost
from store.views.capacity_words import (
    basis_said,
    every_cell,
    layer_said,
    left_out_said,
    minutes_cell,
    minutes_said,
    moved_cell,
    nudge_said,
    people_said,
    promise_said,
    seats_said,
    why_moved_said,
)
from store.views.shift_words import shift_message, what_if_said
from store.views.spoken import sentence
from store.views.weekly_minutes import TieMinutes
from store.views.what_if import Shift, WhatIf
from store.words.width import fit
from store.words.words import Words
from tui.cli.paragraphs import hung, terminal_columns

NAME = 24
LAYER, SEATS = 15, 12
COLUMN, SET = 7, 4
"""Cells of a column, and of the word behind a gap that was set."""

COLUMNS = (COLUMN, COLUMN, SET, COLUMN, COLUMN, COLUMN, COLUMN)


def capacity_lines(
    view: CapacityView, ties: Sequence[tuple[TieCost, Nudge]], words: Words
) -> Iterator[str]:
    """The whole, the seats of each layer, and the ties asked for."""
    columns = terminal_columns()
    yield from hung("", promise_said(view, words), columns)
    yield from hung("", sentence(people_said(view, words)), columns)
    left_out = left_out_said(view, words)
    if left_out:
        yield from hung("", sentence(words.say("capacity.left_out", whom=left_out)), columns)
    yield ""
    for layer in view.layers:
        head, seats = layer_said(layer.layer, words), seats_said(layer, words)
        weekly = minutes_said(layer.weekly, words)
        yield f"  {fit(head, LAYER)} {fit(seats, SEATS)} {weekly}"
    if ties:
        yield ""
        yield _titles(words)
    for cost, nudge in ties:
        yield _tie(cost, nudge, words)


def person_lines(
    person: Person, now: TieMinutes, nudge: Nudge, told: WhatIf | None, words: Words
) -> Iterator[str]:
    """One person's minutes, one layer on either way, and what was asked about."""
    columns = terminal_columns()
    today = Shift(before=None, after=now.weekly, idle=now.idle)
    text = words.tell(shift_message(today))
    told_now = words.say("dossier.labelled", label=person.name, text=text)
    yield from hung("", sentence(told_now), columns)
    if now.asking is not None:
        yield from hung("  ", sentence(basis_said(now.asking, words)), columns)
    for each in nudge_said(now.weekly, nudge, words):
        yield from hung("  ", sentence(each), columns)
    if now.asking is not None:
        why = why_moved_said(now.asking, nudge, words)
        yield from hung("  ", sentence(why), columns)
    if told is not None:
        asked = words.say("capacity.then", shift=what_if_said(told, words)[0])
        yield from hung("  ", sentence(asked), columns)


def _tie(cost: TieCost, nudge: Nudge, words: Words) -> str:
    gap, is_set = every_cell(cost.asking, words)
    cells = (
        str(cost.layer or ""),
        gap,
        is_set,
        minutes_cell(cost.asking.minutes, words),
        minutes_cell(cost.weekly, words),
        moved_cell(nudge.closer, cost.weekly, words),
        moved_cell(nudge.farther, cost.weekly, words),
    )
    return _row(cost.name, cells)


def _titles(words: Words) -> str:
    layer, every, each, week = (
        words.say(id) for id in ("column.layer", "column.every", "column.each", "column.week")
    )
    return _row(words.say("column.name"), (layer, every, "", each, week, "<", ">"))


def _row(name: str, cells: Sequence[str]) -> str:
    told = "".join(
        f" {fit(cell, cells_of, 'right' if cells_of == COLUMN else 'left')}"
        for cell, cells_of in zip(cells, COLUMNS, strict=True)
    )
    return f"  {fit(name, NAME)}{told}".rstrip()
