"""The heat of the network as its pane shows it."""

from __future__ import annotations

from collections.abc import Iterable

from store.records.kinds import Band
from store.views.heat import HeatSummary
from store.views.heat_cells import APART, CellLane
from store.views.phrases import band_word
from store.words.durations import silence, silence_short
from store.words.numbers import number
from store.words.words import Words
from tui.phrasing.curtain import name_shown
from tui.phrasing.tie_words import DOT, first_name
from widgets.heat_grid import Lane
from widgets.heat_picture import HeatPicture

TENDED: tuple[Band, ...] = ("hot", "warm", "cooling", "cold", "frozen")

NAMED, NAMED_WHOLE = 3, 8
"""People named in a line at most, and where the heat has the screen."""

Notes = tuple[tuple[str, str], ...]


def heat_picture(
    summary: HeatSummary, cells: tuple[CellLane, ...], words: Words, curtain: bool
) -> HeatPicture:
    """A lane of one row for each layer, the legend, and who is about to need the user.

    Args:
        summary: the counts and lists.
        cells: everybody, where the cursor is to walk among them; else nothing.
        words: the language.
        curtain: whether names are hidden.
    """
    keys = {lane.layer: lane.people for lane in cells if lane.apart is None}
    lanes = tuple(
        Lane(
            str(lane.layer) if lane.layer else words.say("pane.heat.no_layer"),
            tuple((band, lane.counts.get(band, 0)) for band in TENDED),
            keys.get(lane.layer, ()),
        )
        for lane in summary.lanes
        if lane.layer or any(lane.counts.get(band, 0) for band in TENDED)
    )
    return HeatPicture(
        lanes=lanes if summary.people else (),
        legend=tuple((band, band_word(band, words)) for band in TENDED),
        notes=(*_lists(summary, words, curtain, NAMED), *_apart(summary, words)),
        apart=tuple(id for lane in cells if lane.apart is not None for id in lane.people),
        empty=words.say("pane.heat.empty"),
    )


def whole_picture(
    summary: HeatSummary, cells: tuple[CellLane, ...], words: Words, curtain: bool
) -> HeatPicture:
    """Everybody with a cell of their own, those apart too; a word for each band that occurs."""
    occur = {band for lane in cells for band, _ in lane.counts}
    return HeatPicture(
        lanes=tuple(_whole_lane(lane, words) for lane in cells),
        legend=tuple((b, _band_brief(b, words)) for b in (*TENDED, *APART) if b in occur),
        notes=_lists(summary, words, curtain, NAMED_WHOLE),
        empty=words.say("pane.heat.empty"),
        whole=True,
    )


def _whole_lane(lane: CellLane, words: Words) -> Lane:
    if lane.apart is not None:
        label = _band_brief(lane.apart, words)
    else:
        label = str(lane.layer) if lane.layer else words.say("pane.heat.no_layer")
    count = len(lane.people)
    beside = f"{label}{DOT}{number(count, words.language)}"
    above = f"{label}{DOT}{words.say('pane.heat.people', n=count)}"
    return Lane(label, lane.counts, lane.people, beside, above)


def _band_brief(band: Band, words: Words) -> str:
    """The word for a band; of those not yet talked to a shorter one, which fits beside cells."""
    return words.say("pane.heat.not_yet") if band == "new" else band_word(band, words)


def _lists(summary: HeatSummary, words: Words, curtain: bool, most: int) -> Notes:
    """Who turns thin soon and who is back in touch; behind the curtain only their initials."""
    notes: list[tuple[str, str]] = []
    if summary.soon:
        soon = (
            f"{first_name(each.name)} ({silence_short(each.days, words)})"
            if not curtain
            else name_shown(each.name, curtain)
            for each in summary.soon[:most]
        )
        notes.append((words.say("pane.heat.soon"), _and_others(soon, len(summary.soon) - most)))
    if summary.back:
        latest = summary.back[: 1 if most == NAMED else most]
        back = (
            words.say(
                "pane.heat.back_after",
                name=first_name(each.name),
                silence=silence(each.days, words),
            )
            if not curtain
            else name_shown(each.name, curtain)
            for each in latest
        )
        notes.append((words.say("pane.heat.back"), "; ".join(back)))
    return tuple(notes)


def _and_others(names: Iterable[str], others: int) -> str:
    shown = ", ".join(names)
    return f"{shown} +{others}" if others > 0 else shown


def _apart(summary: HeatSummary, words: Words) -> Notes:
    """How many have no cell in a small heat."""
    parts = [
        words.say("pane.heat.new", n=summary.new) if summary.new else "",
        words.say("pane.heat.dormant", n=summary.dormant) if summary.dormant else "",
    ]
    told = DOT.join(part for part in parts if part)
    return ((words.say("pane.heat.apart"), told),) if told else ()


def heat_aside(summary: HeatSummary, words: Words, roomy: bool) -> str:
    """How many people the heat is of."""
    return (
        words.say("pane.heat.people", n=summary.people)
        if roomy
        else number(summary.people, words.language)
    )
