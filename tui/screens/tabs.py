"""The numbered screens, as the header names them."""

from __future__ import annotations

from store.words.words import Words
from widgets.header import Tab


def tabs(words: Words) -> tuple[Tab, ...]:
    """Those that are built."""
    return (
        Tab(1, words.say("command.today.label")),
        Tab(2, words.say("command.people.label")),
        Tab(3, words.say("command.card.label")),
        Tab(6, words.say("command.time.label")),
    )
