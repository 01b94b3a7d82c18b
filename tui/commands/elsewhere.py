"""Where a command holds that does not hold here."""

from __future__ import annotations

from collections.abc import Mapping

from store.words.words import Words
from tui.commands.command import ASKING, Command, Place, Situation
from tui.commands.keymap import Keys, with_twins
from tui.commands.registry import BY_ID, COMMANDS

_LEADS_TO: Mapping[Place, str] = {
    "today": "go.today",
    "people": "go.people",
    "person": "go.card",
    "time": "go.time",
}
"""The numbered screens, and the command that goes there."""


def place_named(command: Command, words: Words, keys: Keys) -> str:
    """The first numbered screen where it holds, as the header names it: `2 People`; or nothing."""
    for place, id in _LEADS_TO.items():
        if place in command.places:
            return f"{keys.shown(BY_ID[id])} {words.say(BY_ID[id].label)}"
    return ""


def key_elsewhere(typed: set[str | None], here: Place, keys: Keys) -> Command | None:
    """The command of a key that means nothing on this numbered screen, but on another."""
    if here in ASKING:
        return None
    held = (each for each in COMMANDS if _is_elsewhere(each, here))
    return next((each for each in held if typed & set(with_twins(keys.of(each)))), None)


def held_elsewhere(here: Place) -> tuple[Command, ...]:
    """What the palette of a numbered screen names though it is for another one."""
    if here in ASKING:
        return ()
    return tuple(each for each in COMMANDS if each.palette and _is_elsewhere(each, here))


def _is_elsewhere(command: Command, here: Place) -> bool:
    """Whether it holds on a numbered screen, and not here."""
    return here not in command.places and not command.places.isdisjoint(_LEADS_TO)


def why_not_here(
    command: Command, situation: Situation, words: Words, keys: Keys, *, curtain: bool
) -> str:
    """Why a command cannot be done now; empty where it can."""
    if situation.place not in command.places:
        where = place_named(command, words, keys)
        return words.say("tui.elsewhere", label=words.say(command.label), where=where)
    if command.covered and curtain:
        return words.say("tui.curtain.covered", key=keys.shown(BY_ID["all.curtain"]))
    reason = command.why_not(situation)
    return "" if reason is None else words.say(reason)
