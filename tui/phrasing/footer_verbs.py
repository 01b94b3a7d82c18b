"""What the footer names: the verbs of a pane with their keys, and the general ones."""

from __future__ import annotations

from itertools import groupby

from store.words.words import Words
from tui.commands.command import ONE_AT_A_TIME, Command, Situation
from tui.commands.keymap import Keys
from tui.commands.registry import BY_ID, GENERAL, footer_of
from widgets.foot import Verb

_OF_THE_CURSOR = frozenset({"person.why"})
"""What tells of whoever is under the cursor, whoever is marked."""


def footer_verbs(situation: Situation, keys: Keys, words: Words) -> tuple[Verb, ...]:
    """The verbs that hold for a pane; with marks, on how many people they act.

    Two that do the same in opposite ways stand together: `< > layer`. What is done to one person
    at a time is not named while several are marked.
    """
    named = footer_of(situation.place, situation.pane)
    commands = [each for each in named if each.why_not(situation) != ONE_AT_A_TIME]
    verbs = []
    for label, some in groupby(commands, lambda command: command.pair or command.label):
        several = list(some)
        shown = " ".join(filter(None, (keys.shown(command) for command in several)))
        verbs.append(Verb(shown, _told(several[0], words.say(label), situation.marked)))
    return tuple(verbs)


def general_verbs(situation: Situation, keys: Keys, words: Words) -> tuple[Verb, ...]:
    """What stands at the right, wherever one is."""
    commands = (BY_ID[id] for id in GENERAL)
    return tuple(
        Verb(keys.shown(command), words.say(command.label))
        for command in commands
        if situation.place in command.places
    )


def _told(command: Command, label: str, marked: int) -> str:
    counted = command.section == "person" and command.id not in _OF_THE_CURSOR
    return f"{label} {marked}" if counted and marked > 1 else label
