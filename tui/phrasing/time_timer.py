"""The timer as its pane shows it."""

from __future__ import annotations

from datetime import datetime

import msgspec

from store.records.snapshot import Snapshot
from store.views.ties import Ties
from store.views.timer import RunningTimer
from store.words.durations import minutes as minutes_said
from store.words.words import Words
from tui.commands.keymap import Keys
from tui.commands.registry import BY_ID
from tui.phrasing.timer_told import since_said, timer_named
from widgets.timer_pane import TimerShown

RUNS = "▶"


class Timed(msgspec.Struct, frozen=True, kw_only=True):
    """What runs, and what is known beside it."""

    timer: RunningTimer
    now: datetime
    clock: str
    """How long it has run, in words."""


def timer_shown(
    timed: Timed, snapshot: Snapshot, ties: Ties, words: Words, keys: Keys, *, curtain: bool
) -> TimerShown:
    """What runs, against its slot or what is usual of its kind."""
    timer = timed.timer
    minutes, of = _against(timer, snapshot, ties, words)
    stop, note = keys.shown(BY_ID["all.timer"]), keys.shown(BY_ID["time.note"])
    if timer.is_forgotten(timed.now):
        since = since_said(timer, timed.now, words)
        hints: tuple[str, ...] = (words.say("time.timer.forgotten", since=since, key=stop),)
    else:
        hints = (
            words.say("time.timer.stop", key=stop),
            words.say("time.timer.note", key=note),
        )
    noted = timer.note.splitlines()[-1] if timer.note and not curtain else ""
    return TimerShown(
        runs=f"{RUNS} {timer_named(timer, words, curtain=curtain)}",
        clock=timed.clock,
        seconds=timer.seconds(timed.now),
        minutes=minutes,
        of=of,
        note=noted,
        hints=hints,
    )


def nothing_runs(words: Words, keys: Keys, meant: str) -> TimerShown:
    """How to start one; where somebody is meant, for what.

    Args:
        words: the language.
        keys: what the keys do.
        meant: "call Maud Lefèvre", or nothing.
    """
    key = keys.shown(BY_ID["all.timer"])
    if not meant:
        return TimerShown(
            hints=(words.say("time.timer.none"), words.say("time.timer.start", key=key))
        )
    start = words.say("time.timer.start_with", key=key, what=meant)
    return TimerShown(hints=(words.say("time.timer.none"), start))


def _against(timer: RunningTimer, snapshot: Snapshot, ties: Ties, words: Words) -> tuple[int, str]:
    """Minutes that the bar stands for, and what they are."""
    slot = snapshot.slots.get(timer.slot) if timer.slot is not None else None
    if slot is not None:
        said = minutes_said(slot.minutes, words)
        return slot.minutes, words.say("time.timer.of_slot", time=said)
    if timer.contact is None:
        return 0, ""
    usual = ties.minutes(timer.contact)
    return usual, words.say("time.timer.usual", time=minutes_said(usual, words))
