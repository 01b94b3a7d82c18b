"""What the terminal can do: whether a screen may be opened at all, and the mouse."""

from __future__ import annotations

import codecs
from collections.abc import Mapping
from typing import Any

from textual.driver import Driver

from store.config.explain import over_ssh
from store.words.glyphs import ASCII, glyphs_for
from store.words.message import Problem
from store.words.sayable import Nearest
from widgets.line import Glyphs

TITLE = "arrosoir"
"""The title of the terminal's window: never a name."""


def terminal_problem(environment: Mapping[str, str], isatty: bool) -> Problem | None:
    """Why no screen can be opened here, or None.

    Args:
        environment: for TERM.
        isatty: whether standard input and standard error both are a terminal.
    """
    if not isatty:
        return Problem("not_a_terminal", "tui.terminal.none")
    term = environment.get("TERM", "")
    if term in ("", "dumb", "unknown"):
        return Problem("dumb_terminal", "tui.terminal.dumb", term=term or "-")
    return None


def mouse_wanted(setting: str, environment: Mapping[str, str]) -> bool:
    """Whether to ask for mouse events: `on`, `off`, or `auto`, which is off over SSH."""
    if setting in ("on", "off"):
        return setting == "on"
    return not over_ssh(environment)


def set_mouse(driver: Driver, on: bool) -> None:
    """Turn mouse events on or off while running; Textual has no public way (8.2.8)."""
    private: Any = driver
    if on:
        private._mouse = True
        private._enable_mouse_support()
    else:
        private._disable_mouse_support()
        private._mouse = False


def title_sequence() -> str:
    """Names the window, after its present title was put aside (xterm, CSI 22 t)."""
    return f"\x1b[22;2t\x1b]2;{TITLE}\x07"


def untitle_sequence() -> str:
    """Gives the window the title it had (xterm, CSI 23 t)."""
    return "\x1b[23;2t"


def signs_of(setting: str, environment: Mapping[str, str], encoding: str | None) -> Glyphs:
    """What the screen writes in the place of signs that the terminal lacks.

    Args:
        setting: of the settings: `blocks`, `ascii`, or what leaves it to the terminal.
        environment: for TERM and the locale.
        encoding: of the terminal's stream; None where it is not known.
    """
    plain: Glyphs = ASCII if glyphs_for(setting, environment, encoding) == "ascii" else {}
    if encoding is None or codecs.lookup(encoding).name == "utf-8":
        return plain
    return Nearest(encoding, plain)
