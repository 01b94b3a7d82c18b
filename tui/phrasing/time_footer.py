"""What the footer of the screen of time names, as the slot under the cursor has it."""

from __future__ import annotations

from collections.abc import Sequence

from store.words.words import Words
from tui.commands.command import Pane, Situation
from tui.commands.keymap import Keys
from tui.commands.registry import BY_ID
from widgets.foot import Verb

FIRST = (
    "all.timer",
    "slot.kept",
    "slot.missed",
    "slot.drop",
    "time.spent",
    "time.budget",
    "go.open",
)
"""What comes first, in this order."""

OF_BEGUN = ("slot.kept", "slot.missed")
"""Verbs of booked slots that have begun, or have gone by."""

OF_COMING = ("slot.drop",)
"""Verbs of booked slots that are to come."""

SAME: frozenset[Pane] = frozenset({"budget", "timer"})
"""Panes in which Enter does what a key of the footer does anyway."""


def time_verbs(
    verbs: Sequence[Verb], here: Situation, keys: Keys, words: Words
) -> tuple[Verb, ...]:
    """The verbs in their order, with what Enter does; not where another key is named for that.

    Args:
        verbs: of the pane.
        here: the pane with the focus, and what is under the cursor of the slots.
        keys: what the keys do.
        words: the language.
    """
    slot, opens = here.slot, keys.shown(BY_ID["go.open"])
    gone = {keys.shown(BY_ID[id]) for id in _not_of(here)}
    told = [each for each in verbs if each.key not in gone]
    if here.pane in SAME or (here.pane == "slots" and not slot):
        told = [each for each in told if each.key != opens]
    elif slot:
        label = words.say("time.slots.move" if slot == "booked" else "time.slots.book")
        told = [*(each for each in told if each.key != opens), Verb(opens, label)]
    order = [keys.shown(BY_ID[id]) for id in FIRST]
    last = len(order)
    return tuple(
        sorted(told, key=lambda each: order.index(each.key) if each.key in order else last)
    )


def _not_of(here: Situation) -> tuple[str, ...]:
    """Commands that are not offered for what is under the cursor."""
    if here.slot != "booked":
        return OF_BEGUN + OF_COMING
    return OF_BEGUN if here.slot_to_come else OF_COMING
