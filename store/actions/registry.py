"""All actions, listed once."""

from __future__ import annotations

from collections.abc import Mapping
from typing import cast

from store.actions.action import Action, Params
from store.actions.add import ADD
from store.actions.deceased import DECEASED
from store.actions.delete import DELETE
from store.actions.done import DONE
from store.actions.edit import EDIT
from store.actions.fade import FADE
from store.actions.follow_up import FOLLOW_UP
from store.actions.give import GIVE
from store.actions.log import LOG
from store.actions.look_over import LOOK_OVER
from store.actions.me import EDIT_ME
from store.actions.note import NOTE
from store.actions.pass_over import PASS
from store.actions.pause import PAUSE
from store.actions.snooze import SNOOZE
from store.actions.sort import END_SORTING, SORT
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
    FADE,
    PAUSE,
    DECEASED,
    DELETE,
    EDIT_ME,
    TRIP,
    SORT,
    END_SORTING,
    LOOK_OVER,
)

ACTIONS: Mapping[str, Action[Params]] = {
    action.name: cast("Action[Params]", action) for action in _LISTED
}
"""By name, in the order in which they are shown."""
