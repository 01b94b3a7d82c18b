"""What the footer names: the verbs of a pane with their keys, and the general ones."""

from __future__ import annotations

from itertools import groupby

from store.words.words import Words
from tui.commands.command import Command, Situation
from tui.commands.keymap import Keys
from tui.commands.registry import BY_ID, GENERAL, footer_of
from widgets.foot import Verb


def footer_verbs(situation: Situation, keys: Keys, words: Words) -> tuple[Verb, ...]:
    """The verbs that hold for a pane; with marks, on how many people they act.

    Two that do the same in opposite ways stand together: `< > layer`.
    """
    commands = footer_of(situation.place, situation.pane)
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
    return f"{label} {marked}" if command.section == "person" and marked > 1 else label
