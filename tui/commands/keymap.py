"""Keys of commands: declared ones, the user's own, and their twins on an AZERTY keyboard."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import msgspec
from textual.binding import Binding, BindingType

from store.records.kinds import Language
from tui.commands.command import Command, Place
from tui.commands.registry import BY_ID, commands_of

TWINS = {
    "1": "&",
    "2": "é",
    "3": '"',
    "4": "'",
    "5": "(",
    "6": "-",
    "7": "è",
    "8": "_",
    "9": "ç",
    "0": "à",
    ".": ";",
}
"""What an AZERTY keyboard gives for the same key without Shift."""

NO_KEY = "<none>"
"""Stands for the key of a command that has none: Textual wants one, and no terminal sends it."""

NAMES = {
    "space": "Space",
    "enter": "Enter",
    "escape": "Esc",
    "tab": "Tab",
    "shift+tab": "S-Tab",
    "pagedown": "PgDn",
    "pageup": "PgUp",
    "down": "Down",
    "up": "Up",
    "left": "Left",
    "right": "Right",
    "home": "Home",
    "end": "End",
    "f1": "F1",
    "f2": "F2",
    "f4": "F4",
    "comma": ",",
}
"""How keys are shown; a control key is shown as `^d`."""

OTHER_NAMES: Mapping[Language, Mapping[str, str]] = {
    "fr": {
        "space": "Espace",
        "enter": "Entrée",
        "escape": "Échap",
        "shift+tab": "Maj-Tab",
        "pagedown": "PgSuiv",
        "pageup": "PgPréc",
        "down": "Bas",
        "up": "Haut",
        "left": "Gauche",
        "right": "Droite",
        "home": "Début",
        "end": "Fin",
    },
}
"""Where a keyboard of another language names them otherwise."""


CURTAIN = "all.curtain"
CURTAIN_WHILE_TYPING = "curtain.typing"
"""The id of the curtain's binding that holds wherever one is, in a field too."""


class Clash(msgspec.Struct, frozen=True):
    """Two commands on one key in one place."""

    key: str
    first: str
    second: str


class Keys(msgspec.Struct, frozen=True):
    """The keys of every command, with the user's own taken in."""

    by_id: Mapping[str, tuple[str, ...]]
    unknown: tuple[str, ...] = ()
    """Ids in the settings that are no command's."""
    language: Language = "en"
    """In which keys are named."""

    def of(self, command: Command) -> tuple[str, ...]:
        """The keys of a command, without twins."""
        return self.by_id.get(command.id, command.keys)

    def shown(self, command: Command) -> str:
        """The first key, as people read it."""
        return next(map(self.named, self.of(command)), "")

    def all_shown(self, command: Command) -> str:
        """All keys, as people read them."""
        return " ".join(map(self.named, self.of(command)))

    def named(self, key: str) -> str:
        """One key, as people read it."""
        return shown_key(key, self.language)

    def bound(self, command: Command) -> str:
        """All keys and twins, as Textual takes them."""
        return ",".join(with_twins(self.of(command))) or NO_KEY


def keys_from(settings: Mapping[str, str], language: Language = "en") -> Keys:
    """The keys that `[keys]` of the settings asks for, named in a language."""
    chosen: dict[str, tuple[str, ...]] = {}
    for id, text in settings.items():
        keys = tuple(key.strip() for key in text.split(",") if key.strip())
        if id in BY_ID and keys:
            chosen[id] = keys
    return Keys(chosen, tuple(id for id in settings if id not in BY_ID), language)


def with_twins(keys: Iterable[str]) -> tuple[str, ...]:
    """Keys, each with its twin after it."""
    out: dict[str, None] = {}
    for key in keys:
        out[key] = None
        if key in TWINS:
            out[TWINS[key]] = None
    return tuple(out)


def shown_key(key: str, language: Language = "en") -> str:
    """A key as people read it, by what is printed on keyboards of their language."""
    if key.startswith("ctrl+"):
        return f"^{key[5:]}"
    return OTHER_NAMES.get(language, {}).get(key) or NAMES.get(key, key)


def bindings_of(place: Place) -> list[BindingType]:
    """What a screen binds: one action for all, the command by its id.

    All have priority, so that a key need not bubble through every container; a field still gets
    its letters first, and the screen gives all keys up while something is typed.
    """
    declared = Keys({})
    return [
        Binding(
            declared.bound(command),
            action_of(command.id),
            command.name,
            show=False,
            id=command.id,
            priority=True,
        )
        for command in commands_of(place)
    ]


def action_of(id: str) -> str:
    """What Textual runs for a command."""
    return f"command('{id}')"


def textual_keymap(keys: Keys) -> dict[str, str]:
    """For `App.set_keymap`: only what the user changed, twins put back."""
    changed = {id: keys.bound(BY_ID[id]) for id in keys.by_id}
    if CURTAIN in changed:
        changed[CURTAIN_WHILE_TYPING] = while_typing(keys.of(BY_ID[CURTAIN]))
    return changed


def while_typing(keys: Iterable[str]) -> str:
    """Those of some keys that are no text, as Textual takes them."""
    textless = (key for key in keys if key.startswith("ctrl+") or (key[:1] == "f" and key[1:]))
    return ",".join(textless) or NO_KEY


def clashes(keys: Keys, place: Place) -> tuple[Clash, ...]:
    """Keys that two commands of a place share."""
    taken: dict[str, str] = {}
    found: list[Clash] = []
    for command in commands_of(place):
        for key in keys.bound(command).split(","):
            first = taken.setdefault(key, command.id)
            if first != command.id and key != NO_KEY:
                found.append(Clash(key, first, command.id))
    return tuple(found)
