"""The few roles a piece of text can have; their colours stand in `tones.tcss`."""

from __future__ import annotations

from typing import Literal, get_args

Tone = Literal[
    "text",
    "strong",
    "dim",
    "accent",
    "attention",
    "done",
    "heat-0",
    "heat-1",
    "heat-2",
    "heat-3",
    "match",
    "cursor",
    "cursor-away",
]
"""`heat-0` is the dimmest of the ramp; `match` shows the letters that a search found, by more than
colour; `cursor-away` marks the row while another pane has focus."""

TONES: tuple[Tone, ...] = get_args(Tone)


def tone_class(tone: Tone) -> str:
    """The component class that carries a tone."""
    return f"tone--{tone}"
