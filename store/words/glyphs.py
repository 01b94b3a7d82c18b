"""Which signs a terminal can show, and the one table that turns blocks into ASCII.

Letters are left alone: a name keeps its accents, only frames, bars and marks are translated.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

Glyphs = Literal["blocks", "ascii"]

CTYPE_VARIABLES = ("LC_ALL", "LC_CTYPE", "LANG")
"""What decides the signs of a locale; the first that is set has the say (POSIX)."""

_PLAIN_LOCALES = frozenset({"C", "POSIX"})

_COERCED = frozenset({"C.UTF-8", "C.utf8", "UTF-8"})
"""What Python itself writes into LC_CTYPE where the locale is C (PEP 538)."""

POOR_TERMINALS = frozenset({"linux", "dumb"})
"""Values of TERM whose fonts lack the blocks."""

_SIGNS = {
    # frames: the light ones, and the heavy one of the pane with the focus
    "─╌┄": "-",
    "│": "|",
    "╭╮╰╯┌┐└┘├┤┬┴┼": "+",
    "━": "=",
    "┃┏┓┗┛┣┫┳┻╋": "#",
    # bars by height, and what remains of a bar
    "█▇": "#",
    "▆▅": "=",
    "▄▃": "-",
    "▂▁": "_",
    "▔": "'",
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
        environment: for TERM and the locale.
        encoding: of the terminal's stream, e.g. `utf-8`; None where it is not known.
    """
    if setting == "blocks":
        return "blocks"
    if setting == "ascii" or environment.get("TERM", "") in POOR_TERMINALS:
        return "ascii"
    if plain_locale(environment):
        return "ascii"
    plain = (encoding or "").lower().replace("-", "").replace("_", "")
    return "blocks" if plain == "utf8" else "ascii"


def plain_locale(environment: Mapping[str, str]) -> str:
    """The variable that asks for the locale C or POSIX, whose signs are ASCII; empty for others.

    Python writes UTF-8 there all the same, so that the encoding of a stream does not tell.
    """
    variable = next((name for name in CTYPE_VARIABLES if environment.get(name)), "")
    coerced = variable == "LC_CTYPE" and environment[variable] in _COERCED
    if coerced and environment.get("LANG") in _PLAIN_LOCALES:
        return "LANG"
    return variable if environment.get(variable) in _PLAIN_LOCALES else ""


def shown(text: str, glyphs: Glyphs) -> str:
    """A text as the set of signs allows."""
    return text.translate(ASCII) if glyphs == "ascii" else text
