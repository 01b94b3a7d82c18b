"""Throw the timer away: nothing is logged of it."""

from __future__ import annotations

from store.actions.action import Action, Context, Outcome, Params
from store.actions.timer_start import timer_message
from store.actions.timer_stop import timer_running
from store.records.change import ChangeSet, remove
from store.records.snapshot import Snapshot
from store.words.message import Message


class TimerDrop(Params, frozen=True, kw_only=True):
    """Nothing to say."""


def timer_drop(snapshot: Snapshot, params: TimerDrop, context: Context) -> Outcome:
    """The timer goes, with what was noted while it ran.

    Raises:
        Refusal: where none runs.
    """
    timer = timer_running(snapshot)
    return Outcome(
        change_set=ChangeSet((remove(timer.entry),)),
        id=timer.id,
        about=timer.name,
        said=Message("said.timer_dropped", {"what": timer_message(timer)}),
    )


TIMER_DROP = Action("timer-drop", TimerDrop, timer_drop)
