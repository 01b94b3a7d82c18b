"""What the keys of a screen mean on a page that lies over it."""

from __future__ import annotations

from textual import events

from store.words.words import Words
from tui.commands.command import Command, Place
from tui.commands.keymap import Keys, with_twins
from tui.commands.registry import BY_ID, commands_of
from widgets.foot import Verb

NAMED = ("person.log", "person.note", "person.edit", "person.rhythm")
"""Verbs that the footer of a page about one person names."""


def page_verbs(keys: Keys, words: Words) -> tuple[Verb, ...]:
    """What is natural after having read about somebody."""
    commands = (BY_ID[id] for id in NAMED)
    return tuple(Verb(keys.shown(each), words.say(each.label)) for each in commands)


def way_out(keys: Keys, words: Words) -> tuple[Verb, ...]:
    """What stands at the right, the way out always."""
    rows = (BY_ID["go.down"], BY_ID["go.up"])
    scroll = " ".join(map(keys.shown, rows))
    help = BY_ID["all.help"]
    return (
        Verb(scroll, words.say("tui.reading.scroll")),
        Verb(keys.shown(help), words.say(help.label)),
        Verb(keys.named("escape"), words.say("tui.reading.close")),
    )


def command_of(event: events.Key, place: Place, keys: Keys) -> Command | None:
    """What a key does in a place; None where it does nothing."""
    typed = {event.key, event.character}
    commands = commands_of(place)
    return next((each for each in commands if typed & set(with_twins(keys.of(each)))), None)
