"""All actions, listed once."""

from __future__ import annotations

from collections.abc import Mapping
from typing import cast

from store.actions.action import Action, Params
from store.actions.add import ADD
from store.actions.budget import SET_BUDGET
from store.actions.deceased import DECEASED
from store.actions.decline_gap import DECLINE_GAP
from store.actions.delete import DELETE
from store.actions.done import DONE
from store.actions.edit import EDIT
from store.actions.fade import FADE
from store.actions.fill_gap import FILL_GAP
from store.actions.follow_up import FOLLOW_UP
from store.actions.give import GIVE
from store.actions.log import LOG
from store.actions.look_over import LOOK_OVER
from store.actions.me import EDIT_ME
from store.actions.merge import MERGE
from store.actions.note import NOTE
from store.actions.pass_over import PASS
from store.actions.pause import PAUSE
from store.actions.respell import RESPELL
from store.actions.saved_search import SAVE_SEARCH
from store.actions.set_apart import SET_APART
from store.actions.slot_add import SLOT
from store.actions.slot_drop import SLOT_DROP
from store.actions.slot_kept import SLOT_KEPT
from store.actions.slot_missed import SLOT_MISSED
from store.actions.slot_move import SLOT_MOVE
from store.actions.snooze import SNOOZE
from store.actions.sort import END_SORTING, SORT
from store.actions.spent import SPENT
from store.actions.tell_apart import TELL_APART
from store.actions.timer_drop import TIMER_DROP
from store.actions.timer_note import TIMER_NOTE
from store.actions.timer_start import TIMER_START
from store.actions.timer_stop import TIMER_STOP
from store.actions.trait import TRAIT
from store.actions.trip import TRIP

_LISTED = (
    ADD,
    EDIT,
    LOG,
    NOTE,
    FOLLOW_UP,
    GIVE,
    DONE,
    SNOOZE,
    PASS,
    TRAIT,
    FILL_GAP,
    DECLINE_GAP,
    RESPELL,
    TELL_APART,
    FADE,
    PAUSE,
    DECEASED,
    DELETE,
    MERGE,
    SET_APART,
    EDIT_ME,
    SET_BUDGET,
    SPENT,
    TRIP,
    TIMER_START,
    TIMER_STOP,
    TIMER_NOTE,
    TIMER_DROP,
    SLOT,
    SLOT_MOVE,
    SLOT_KEPT,
    SLOT_MISSED,
    SLOT_DROP,
    SORT,
    END_SORTING,
    LOOK_OVER,
    SAVE_SEARCH,
)

ACTIONS: Mapping[str, Action[Params]] = {
    action.name: cast("Action[Params]", action) for action in _LISTED
}
"""By name, in the order in which they are shown."""
