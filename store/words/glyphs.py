"""Which signs a terminal can show, and the one table that turns blocks into ASCII.

Letters are left alone: a name keeps its accents, only frames, bars and marks are translated.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

Glyphs = Literal["blocks", "ascii"]

POOR_TERMINALS = frozenset({"linux", "dumb"})
"""Values of TERM whose fonts lack the blocks."""

_SIGNS = {
    # frames, light and heavy
    "─━╌┄": "-",
    "│┃": "|",
    "╭╮╰╯┌┐└┘├┤┬┴┼┏┓┗┛┣┫┳┻╋": "+",
    # bars by height, and what remains of a bar
    "█▇": "#",
    "▆▅": "=",
    "▄▃": "-",
    "▂▁": "_",
    "▉▊▋▓": "#",
    "▐": "[",
    "▌": "]",
    "▍▎▏": "|",
    "▒": "%",
    "░": ".",
    "┊": ":",
    # marks and arrows
    "◆": "!",
    "●": "o",
    "◇": "*",
    "■": "#",
    "□": "_",
    "▲↑": "^",
    "▼↓": "v",
    "▶→": ">",
    "◀←": "<",
    "⇢": "..>",
    "·…": ".",
    "×": "x",
    # typography
    "–—−": "-",
    "’‘": "'",
    "“”«»": '"',
    "\u00a0\u202f": " ",
}

ASCII: dict[int, str] = {ord(sign): plain for signs, plain in _SIGNS.items() for sign in signs}
"""For `str.translate`; every sign but the dashed arrow keeps its width of one cell."""


def glyphs_for(setting: str, environment: Mapping[str, str], encoding: str | None) -> Glyphs:
    """The set of signs to draw with.

    Args:
        setting: `blocks` or `ascii` as the user chose; anything else leaves it to the terminal.
        environment: for TERM.
        encoding: of the terminal's stream, e.g. `utf-8`; None where it is not known.
    """
    if setting == "blocks":
        return "blocks"
    if setting == "ascii" or environment.get("TERM", "") in POOR_TERMINALS:
        return "ascii"
    plain = (encoding or "").lower().replace("-", "").replace("_", "")
    return "blocks" if plain == "utf8" else "ascii"


def shown(text: str, glyphs: Glyphs) -> str:
    """A text as the set of signs allows."""
    return text.translate(ASCII) if glyphs == "ascii" else text
