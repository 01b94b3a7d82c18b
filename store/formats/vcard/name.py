"""The name that a card is shown by."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from store.records.clean import clean_line

_FAMILY_FIRST = re.compile(
    "[\u1100-\u11ff\u2e80-\u2fdf\u3005-\u30ff\u3130-\u318f\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff"
    "\U00020000-\U0003ffff 0-9]+"
)
"""Han, kana and hangul: names written family name first."""


def name_of_components(components: Sequence[str]) -> str:
    """The name told by N: family; given; additional; prefix; suffix (RFC 6350, 6.2.2).

    Prefix and suffix count only where there is nothing else.
    """
    parts = [clean_line(part) for part in components[:5]]
    parts += [""] * (5 - len(parts))
    family, given, additional, prefix, suffix = parts
    plain = " ".join(part for part in (given, additional, family) if part)
    if plain and _FAMILY_FIRST.fullmatch(plain):
        return " ".join(part for part in (family, given, additional) if part)
    return plain or " ".join(part for part in (prefix, suffix) if part)


def is_visible(text: str) -> bool:
    """Whether an eye sees anything of a text."""
    return any(mark.isprintable() and not mark.isspace() for mark in text)


def first_visible(names: Iterable[str]) -> str:
    """The first name of which there is something to see, or nothing."""
    return next((name for name in names if is_visible(name)), "")
