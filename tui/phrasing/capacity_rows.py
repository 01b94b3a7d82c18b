"""The rows of capacity, and what is said beside them: a tie, the seats, who has no minutes."""

from __future__ import annotations

from collections.abc import Callable

from rich.cells import cell_len

from store.records.ids import PersonId
from store.rules.capacity import Asking
from store.views.capacity import CapacityView, LayerSeats, Nudge, TieCost
from store.views.capacity_words import (
    basis_said,
    every_cell,
    left_out_said,
    minutes_cell,
    minutes_said,
    moved_cell,
    moved_said,
    people_said,
    promise_said,
    seats_said,
    why_moved_said,
)
from store.words.words import Words
from tui.phrasing.curtain import name_shown
from widgets.band_glyph import band_piece
from widgets.bar import bar
from widgets.capacity_list import TieCells
from widgets.line import Piece, pad_to
from widgets.paragraph import SPACE, Paragraph, parted

BAR_CELLS = 8

NudgeOf = Callable[[PersonId], Nudge]


def phrase_with(words: Words, curtain: bool, nudge: NudgeOf) -> Callable[[TieCost], TieCells]:
    """What makes the cells of a row, when it is looked at."""

    def phrase(cost: TieCost) -> TieCells:
        asking, moved = cost.asking, nudge(cost.person)
        band = band_piece(cost.band) if cost.band is not None else Piece(" ")
        return TieCells(
            name=(band, Piece(f" {name_shown(cost.name, curtain)}")),
            figures=(
                Piece(str(cost.layer or ""), "dim"),
                Piece(_every(asking, words), "dim"),
                Piece(minutes_cell(asking.minutes, words), "dim"),
                Piece(minutes_cell(cost.weekly, words), "strong"),
                Piece(moved_cell(moved.closer, cost.weekly, words), "dim"),
                Piece(moved_cell(moved.farther, cost.weekly, words), "dim"),
            ),
        )

    return phrase


def _every(asking: Asking, words: Words) -> str:
    """The gap, and whether it was set, each in line with those above and below."""
    gap, is_set = every_cell(asking, words)
    return f"{gap}{_beside(is_set, words)}"


def _beside(is_set: str, words: Words) -> str:
    return pad_to(f" {is_set}", cell_len(words.say("capacity.set")) + 1)


def titles_of(words: Words, closer: str, farther: str) -> TieCells:
    """What stands over the columns.

    Args:
        words: the language.
        closer: the key that goes one layer closer.
        farther: the key that goes one farther.
    """
    layer, every, each, week = (
        words.say(id) for id in ("column.layer", "column.every", "column.each", "column.week")
    )
    titles = (layer, f"{every}{_beside('', words)}", each, week, closer, farther)
    return TieCells(
        name=(Piece(f"  {words.say('column.name')}", "dim"),),
        figures=tuple(Piece(title, "dim") for title in titles),
    )


def head(view: CapacityView, words: Words, *, seats: bool) -> tuple[Paragraph, ...]:
    """What all rhythms promise; the seats too, where they have no pane of their own in sight."""
    promise = Paragraph(promise_said(view, words), "strong")
    if not seats:
        return (promise,)
    held = " · ".join(seats_said(each, words) for each in view.layers if each.layer is not None)
    return (promise, Paragraph(words.say("capacity.seats_line", seats=held), "dim"))


def beside(
    view: CapacityView,
    cost: TieCost | None,
    nudge: Nudge | None,
    words: Words,
    curtain: bool,
    keys: tuple[str, str],
) -> tuple[Paragraph, ...]:
    """The tie under the cursor, the seats of each layer, and who has no minutes.

    Args:
        view: the whole.
        cost: the tie; None where there is none.
        nudge: what one layer on would make of it.
        words: the language.
        curtain: whether names are hidden.
        keys: those that go one layer closer, and one farther.
    """
    tie = () if cost is None else _tie(cost, nudge, words, curtain, keys)
    left_out = left_out_said(view, words)
    whom = words.say("capacity.left_out", whom=left_out) if left_out else ""
    rest = (Paragraph(people_said(view, words), "dim"),)
    return parted((tie, _seats(view, words), (*rest, *((Paragraph(whom, "dim"),) if whom else ()))))


def _tie(
    cost: TieCost, nudge: Nudge | None, words: Words, curtain: bool, keys: tuple[str, str]
) -> tuple[Paragraph, ...]:
    layer = (Piece(str(cost.layer), "dim"),) if cost.layer else ()
    week = words.say("capacity.a_week", minutes=minutes_said(cost.weekly, words))
    told = [
        Paragraph(name_shown(cost.name, curtain), "strong", right=layer),
        Paragraph(week),
        Paragraph(basis_said(cost.asking, words), "dim"),
    ]
    if nudge is None:
        return tuple(told)
    for key, moved, id in (
        (keys[0], nudge.closer, "capacity.closer"),
        (keys[1], nudge.farther, "capacity.farther"),
    ):
        if moved is not None:
            text = moved_said(moved, cost.weekly, id, words)
            told.append(Paragraph(text, lead=(Piece(f"{key} ", "accent"),)))
    told.append(Paragraph(why_moved_said(cost.asking, nudge, words), "dim"))
    return tuple(told)


def _seats(view: CapacityView, words: Words) -> tuple[Paragraph, ...]:
    """A line a layer: how many of its seats are taken, and its minutes of a week."""
    wide = max(cell_len(_label(each, words)) for each in view.layers) + 1
    title = Paragraph(
        words.say("capacity.seats_title"), "dim", right=(Piece(words.say("column.week"), "dim"),)
    )
    lines = (_layer(each, wide, words) for each in view.layers)
    return (title, *lines, SPACE, Paragraph(words.say("capacity.seats_note"), "dim"))


def _layer(layer: LayerSeats, wide: int, words: Words) -> Paragraph:
    label = Piece(pad_to(_label(layer, words), wide), "dim")
    if layer.seats is None:
        drawn = [Piece(" " * BAR_CELLS)]
    else:
        drawn = bar(BAR_CELLS, layer.within, layer.seats, None, tone="heat-0")
    minutes = Piece(minutes_said(layer.weekly, words), "dim")
    lead = (label, *drawn, Piece(" "))
    return Paragraph(seats_said(layer, words), lead=lead, right=(minutes,))


def _label(layer: LayerSeats, words: Words) -> str:
    return str(layer.layer) if layer.layer else words.say("pane.heat.no_layer")
