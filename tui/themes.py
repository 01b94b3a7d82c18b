"""Colours: two themes of our own, five hues each, and the heat ramp; Textual's two ansi themes too.

The ramp is cividis (Nunez, Anderton & Renslow, PLoS ONE 2018) from 0.25 to 1: readable in grey and
by colour-blind people; below 0.25 it is too dark on black.
"""

from __future__ import annotations

from collections.abc import Mapping

from textual.theme import Theme

DARK = "arrosoir-dark"
LIGHT = "arrosoir-light"
ANSI_DARK = "ansi-dark"

_DARK_TONES = {
    "dim": "#8b97a3",
    "attention": "#f2b34c",
    "done": "#7fbf7f",
    "cursor-row": "#24303c",
    "heat-0": "#414d6b",
    "heat-1": "#7c7b78",
    "heat-2": "#bcaf6f",
    "heat-3": "#fee838",
}

_LIGHT_TONES = {
    "dim": "#5b6670",
    "attention": "#9a4b00",
    "done": "#2f6f35",
    "cursor-row": "#d9e6ee",
    "heat-0": "#a5a596",
    "heat-1": "#7c7b78",
    "heat-2": "#575d6d",
    "heat-3": "#00204d",
}
"""On paper the ramp runs the other way: what needs you is dark."""

ANSI_TONES: dict[str, str] = {
    "dim": "ansi_bright_black",
    "attention": "ansi_yellow",
    "done": "ansi_green",
    "cursor-row": "ansi_default",
    "heat-0": "ansi_bright_black",
    "heat-1": "ansi_white",
    "heat-2": "ansi_yellow",
    "heat-3": "ansi_bright_yellow",
}
"""For the themes that keep the terminal's own palette."""


def themes() -> tuple[Theme, Theme]:
    """Our own themes, to be registered with the app."""
    dark = Theme(
        name=DARK,
        primary="#6cb6d9",
        secondary="#6cb6d9",
        accent="#6cb6d9",
        warning="#f2b34c",
        error="#f2b34c",
        success="#7fbf7f",
        foreground="#dde3e8",
        background="#11161b",
        surface="#11161b",
        panel="#1a222a",
        variables=_DARK_TONES,
    )
    light = Theme(
        name=LIGHT,
        primary="#0b5f87",
        secondary="#0b5f87",
        accent="#0b5f87",
        warning="#9a4b00",
        error="#9a4b00",
        success="#2f6f35",
        foreground="#1c2329",
        background="#fbfaf6",
        surface="#fbfaf6",
        panel="#efece4",
        dark=False,
        variables=_LIGHT_TONES,
    )
    return dark, light


def no_color(environment: Mapping[str, str]) -> bool:
    """Whether colour codes are unwelcome: NO_COLOR is set and not empty (no-color.org)."""
    return bool(environment.get("NO_COLOR"))


def theme_for(environment: Mapping[str, str]) -> str:
    """The theme to begin with: without colours that of the terminal's palette."""
    return ANSI_DARK if no_color(environment) else DARK
