"""Note that the cards untouched for years were looked over; the next offer is a year away."""

from __future__ import annotations

from store.actions.action import Action, Context, Outcome, Params
from store.actions.me_change import me_change
from store.records.change import ChangeSet
from store.records.me import ME
from store.records.snapshot import Snapshot
from store.words.message import Message


class LookOver(Params, frozen=True, kw_only=True):
    """Nothing more to say."""


def look_over(snapshot: Snapshot, params: LookOver, context: Context) -> Outcome:
    """Today is the day on which they were looked over; nobody is removed by it."""
    change = me_change(snapshot, looked_over=context.today)
    changes = (change,) if change.before != change.after else ()
    return Outcome(change_set=ChangeSet(changes), id=ME, said=Message("said.looked_over"))


LOOK_OVER = Action("look-over", LookOver, look_over)
