"""How a sentence names a command that has no key: as one types it, in the user's language."""

from __future__ import annotations

from store.words.words import Words
from tui.commands.keymap import Keys
from tui.commands.registry import BY_ID


def palette_name(id: str, words: Words, keys: Keys) -> str:
    """A command behind the key that opens all of them: “: me”, « : moi »."""
    return words.say(
        "tui.palette.named",
        key=keys.shown(BY_ID["all.commands"]),
        name=words.say(BY_ID[id].label),
    )


def key_or_name(id: str, words: Words, keys: Keys) -> str:
    """The key of a command, else how it is typed."""
    return keys.shown(BY_ID[id]) or palette_name(id, words, keys)
