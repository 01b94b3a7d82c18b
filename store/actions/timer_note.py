"""Note something while the timer runs."""

from __future__ import annotations

from store.actions.action import Action, Context, Outcome, Params
from store.actions.timer_start import timer_message
from store.actions.timer_stop import timer_running
from store.records.change import ChangeSet, alter
from store.records.clean import clean_text
from store.records.snapshot import Snapshot
from store.words.message import Message, Refusal


class TimerNote(Params, frozen=True, kw_only=True):
    """Text to keep with what the timer is for."""

    text: str


def timer_note(snapshot: Snapshot, params: TimerNote, context: Context) -> Outcome:
    """A line under what was noted before.

    Raises:
        Refusal: where no timer runs, or there is nothing to note.
    """
    timer = timer_running(snapshot)
    text = clean_text(params.text)
    if not text:
        raise Refusal("empty_note", "problem.empty_note")
    note = f"{timer.note}\n{text}" if timer.note else text
    return Outcome(
        change_set=ChangeSet((alter(timer.entry, note=note),)),
        id=timer.id,
        about=timer.name,
        said=Message("said.timer_noted", {"what": timer_message(timer)}),
    )


TIMER_NOTE = Action("timer-note", TimerNote, timer_note)
