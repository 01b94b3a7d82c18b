"""The heat of the network as its pane shows it."""

from __future__ import annotations

from store.records.kinds import Band
from store.views.heat import HeatSummary
from store.views.phrases import band_word
from store.words.durations import silence, silence_short
from store.words.words import Words
from tui.phrasing.curtain import name_shown
from widgets.heat import HeatPicture, Lane

TENDED: tuple[Band, ...] = ("hot", "warm", "cooling", "cold", "frozen")
NAMED = 3
"""People named in a line at most."""


def heat_picture(summary: HeatSummary, words: Words, curtain: bool) -> HeatPicture:
    """Lanes by layer, the legend, and who is about to need the user."""
    lanes = tuple(
        Lane(
            str(lane.layer) if lane.layer else words.say("pane.heat.no_layer"),
            tuple((band, lane.counts.get(band, 0)) for band in TENDED),
        )
        for lane in summary.lanes
        if lane.layer or sum(lane.counts.values())
    )
    return HeatPicture(
        lanes=lanes if summary.people else (),
        legend=tuple((band, band_word(band, words)) for band in TENDED),
        notes=_notes(summary, words, curtain),
        empty=words.say("pane.heat.empty"),
    )


def _notes(summary: HeatSummary, words: Words, curtain: bool) -> tuple[tuple[str, str], ...]:
    notes: list[tuple[str, str]] = []
    if summary.soon:
        who = (
            f"{_short(each.name, curtain)} ({silence_short(each.days, words)})"
            for each in summary.soon[:NAMED]
        )
        notes.append((words.say("pane.heat.soon"), ", ".join(who)))
    if summary.back:
        latest = summary.back[0]
        text = words.say(
            "pane.heat.back_after",
            name=_short(latest.name, curtain),
            silence=silence(latest.days, words),
        )
        notes.append((words.say("pane.heat.back"), text))
    if summary.new or summary.dormant:
        parts = [
            words.say("pane.heat.new", n=summary.new) if summary.new else "",
            words.say("pane.heat.dormant", n=summary.dormant) if summary.dormant else "",
        ]
        notes.append((words.say("pane.heat.apart"), " · ".join(part for part in parts if part)))
    return tuple(notes)


def heat_aside(summary: HeatSummary, words: Words, roomy: bool) -> str:
    """How many people the heat is of."""
    return words.say("pane.heat.people", n=summary.people) if roomy else str(summary.people)


def _short(name: str, curtain: bool) -> str:
    """The given name, which is enough to be reminded; initials behind the curtain."""
    return name_shown(name, curtain) if curtain else (name.split() or [name])[0]
