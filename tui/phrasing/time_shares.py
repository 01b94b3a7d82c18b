"""Who got the time, and how: bars under each other, of shares and of minutes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from rich.cells import cell_len

from store.views.code_words import part_word
from store.views.phrases import budget_word
from store.views.time_figures import LayerShare, TimeFigures
from store.words.durations import minutes as minutes_said
from store.words.words import Words
from tui.phrasing.curtain import name_shown
from widgets.bar import EIGHTHS, FULL
from widgets.line import Piece, pad_to
from widgets.paragraph import SPACE, Paragraph, parted

BESIDE_FROM = 64
"""Cells from which time by value stands beside time by kind."""

GAP = 4
"""Cells between the two."""

Lead = tuple[Piece, ...]


class Share(NamedTuple):
    """Some of the minutes."""

    label: str
    minutes: int


class Told(NamedTuple):
    """What the pane tells, and whether anything found no room."""

    paragraphs: tuple[Paragraph, ...]
    whole: bool


def shares_told(
    figures: TimeFigures, words: Words, room: tuple[int, int], *, curtain: bool, empty: str
) -> Told:
    """As much as there is room for; where nothing was spent, what to do.

    Args:
        figures: of the days that are told.
        words: the language.
        room: cells of a line, and lines.
        curtain: whether names are hidden.
        empty: what there is to say where nothing was spent.
    """
    if not figures.minutes:
        return Told((Paragraph(empty, "dim"),), whole=True)
    cells, lines = room
    if cells >= BESIDE_FROM:
        return Told(_wide(figures, words, cells, curtain=curtain), whole=True)
    people, everything = bases(figures, words)
    layers, ways = _layers(figures, words, cells), _spoken_and_written(figures, words)
    values, kinds = _by_value(figures, words), _by_kind(figures, words)
    most = _most(figures, words, cells, curtain=curtain)
    if not layers:
        values = []
    left = lines - len(ways) - len(most) - 1 - (len(layers) + 1 if layers else 0)
    blocks = [(people, layers), (everything, ways)]
    if values and len(values) + 1 <= left:
        left -= len(values) + 1
        blocks.insert(1, (words.say("time.shares.by_value"), values))
    if len(kinds) + 1 <= left:
        left -= len(kinds) + 1
        blocks.append((words.say("time.shares.by_kind"), kinds))
    label = _label_cells(*(shares for _, shares in blocks))
    drawn = [[_head(head), *_drawn(shares, cells, label)] for head, shares in blocks if shares]
    whole = left >= 0 and len(blocks) == 3 + bool(values)
    return Told(_parted([*drawn, most], left), whole=whole)


def bases(figures: TimeFigures, words: Words) -> tuple[str, str]:
    """What shares are parts of: the time with people, and all that was spent."""
    people = sum(each.minutes for each in figures.by_layer)
    return (
        words.say("time.shares.people", time=minutes_said(people, words)),
        words.say("time.shares.all", time=minutes_said(figures.minutes, words)),
    )


def _wide(
    figures: TimeFigures, words: Words, cells: int, *, curtain: bool
) -> tuple[Paragraph, ...]:
    """All of it: time with people beside all time, time by value beside time by kind."""
    half = (cells - GAP) // 2
    layers, values = _layers(figures, words, cells), _by_value(figures, words)
    ways, kinds = _all_ways(figures, words), _by_kind(figures, words)
    left, right = _label_cells(layers, values), _label_cells(ways, kinds)
    people, everything = (_head(base) for base in bases(figures, words))
    by_layer = [people, *_drawn(layers, half, left)]
    in_ways = [everything, *_drawn(ways, half, right)]
    by_value = [_head(words.say("time.shares.by_value")), *_drawn(values, half, left)]
    by_kind = [_head(words.say("time.shares.by_kind")), *_drawn(kinds, half, right)]
    blocks = (
        beside(by_layer, in_ways, half),
        beside(by_value, by_kind, half),
        _most(figures, words, half, curtain=curtain),
    )
    return parted(map(_told, blocks))


def _parted(blocks: list[list[Lead]], spare: int) -> tuple[Paragraph, ...]:
    """Blocks under each other, with as many empty lines between them as there is room for.

    That before the last comes first: the others begin with a head.
    """
    order = [len(blocks) - 1, *range(1, len(blocks) - 1)]
    gaps = set(order[: max(0, spare)])
    out: list[Paragraph] = []
    for place, block in enumerate(blocks):
        out += [*([SPACE] if place in gaps else []), *_told(block)]
    return tuple(out)


def _layers(figures: TimeFigures, words: Words, cells: int) -> list[Share]:
    return [Share(_layer(each, words, cells), each.minutes) for each in figures.by_layer]


def _spoken_and_written(figures: TimeFigures, words: Words) -> list[Share]:
    """Voice and meetings against writing; and what was with nobody, where there is any."""
    ways = figures.ways
    return [
        Share(words.say("time.shares.spoken"), ways.voice + ways.meeting),
        Share(words.say("time.shares.written"), ways.writing),
        *_with_nobody(figures, words),
    ]


def _all_ways(figures: TimeFigures, words: Words) -> list[Share]:
    ways = figures.ways
    return [
        Share(words.say("time.shares.voice"), ways.voice),
        Share(words.say("time.shares.meeting"), ways.meeting),
        Share(words.say("time.shares.writing"), ways.writing),
        *_with_nobody(figures, words),
    ]


def _with_nobody(figures: TimeFigures, words: Words) -> list[Share]:
    other = figures.ways.other
    return [Share(words.say("time.shares.other"), other)] if other else []


def _by_value(figures: TimeFigures, words: Words) -> list[Share]:
    return [Share(part_word(each.part, words), each.minutes) for each in figures.by_value]


def _by_kind(figures: TimeFigures, words: Words) -> list[Share]:
    return [Share(budget_word(kind, words), minutes) for kind, minutes in figures.by_kind]


def _label_cells(*blocks: list[Share]) -> int:
    """Cells of the widest label and a blank one, so that bars of several blocks are aligned."""
    return max((cell_len(each.label) for block in blocks for each in block), default=0) + 1


def percents(minutes: Sequence[int]) -> list[int]:
    """Shares in whole percents that make a hundred together; nothing of nothing."""
    total = sum(minutes)
    if not total:
        return [0] * len(minutes)
    exact = [100 * each / total for each in minutes]
    floors = [int(each) for each in exact]
    order = sorted(range(len(exact)), key=lambda i: (floors[i] - exact[i], i))
    for place in order[: 100 - sum(floors)]:
        floors[place] += 1
    return floors


def beside(left: Sequence[Lead], right: Sequence[Lead], half: int) -> list[Lead]:
    """Two blocks beside each other.

    Args:
        left: its lines, of at most `half` cells.
        right: likewise.
        half: cells of each.
    """
    out = []
    for place in range(max(len(left), len(right))):
        first = left[place] if place < len(left) else ()
        second = right[place] if place < len(right) else ()
        used = sum(cell_len(piece.text) for piece in first)
        out.append((*first, Piece(" " * (half - used + GAP)), *second))
    return out


def _layer(share: LayerShare, words: Words, cells: int) -> str:
    if share.layer is not None:
        id = "time.shares.layer" if cells > SHORT_BELOW else "time.shares.layer_short"
        return words.say(id, layer=share.layer)
    if share.new:
        return words.say("time.shares.new")
    short = cells < BESIDE_FROM
    return words.say("time.shares.no_layer_short" if short else "time.shares.no_layer")


SHORT_BELOW = 25
"""Cells below which a layer is told by its number alone."""


def _head(title: str) -> Lead:
    return (Piece(title, "dim"),)


def _drawn(shares: list[Share], cells: int, label: int) -> list[Lead]:
    """A line each: label, bar, per cent; all bars of a block to one scale.

    Args:
        shares: the block.
        cells: of a line.
        label: of them for the labels.
    """
    parts = percents([each.minutes for each in shares])
    tail = len("100 %") + 1
    room = max(0, cells - label - tail)
    most = max((each.minutes for each in shares), default=0)
    return [
        (
            Piece(pad_to(each.label, label)),
            Piece(pad_to(plain_bar(room, each.minutes, most), room), "done"),
            Piece(f"{percent_said(part, each.minutes):>{tail}}", "dim"),
        )
        for each, part in zip(shares, parts, strict=True)
    ]


def percent_said(part: int, minutes: int) -> str:
    """A share in whole percents; of what is there, however little, never "0 %"."""
    return "<1 %" if minutes and not part else f"{part} %"


def plain_bar(cells: int, part: int, whole: int) -> str:
    """A bar without its rest; what there is shows, however little."""
    if part <= 0 or whole <= 0 or cells <= 0:
        return ""
    eighths = max(1, min(cells * 8, round(cells * 8 * part / whole)))
    full, rest = divmod(eighths, 8)
    return FULL * full + (EIGHTHS[rest] if rest else "")


def _most(figures: TimeFigures, words: Words, cells: int, *, curtain: bool) -> list[Lead]:
    """Who had most, each with their minutes."""
    head = words.say("time.shares.most")
    said = [minutes_said(each.minutes, words) for each in figures.most]
    tail = max(map(cell_len, said), default=0)
    names = [name_shown(each.name, curtain) for each in figures.most]
    least = cells - cell_len(head) - tail - 2
    names = [name if cell_len(name) <= least else _first(name) for name in names]
    widest = min(max(map(cell_len, names), default=0), least)
    # Names in full come before the wider of two gaps.
    apart = " " if widest > least - 2 else "  "
    lead = cell_len(head + apart)
    return [
        (
            Piece(pad_to("" if place else head, lead), "dim"),
            Piece(pad_to(name, widest)),
            Piece(f"{apart}{minutes:>{tail}}", "dim"),
        )
        for place, (name, minutes) in enumerate(zip(names, said, strict=True))
    ]


def _first(name: str) -> str:
    return name.split()[0] if name.split() else name


def _told(leads: Sequence[Lead]) -> list[Paragraph]:
    return [SPACE if not lead else Paragraph("", lead=lead) for lead in leads]
