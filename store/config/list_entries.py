"""Lists of texts whose entries must mean something: hours of a day, paths."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

_SPAN = re.compile(r"\s*([01]?\d|2[0-3]):([0-5]\d)\s*-\s*(?:([01]?\d|2[0-3]):([0-5]\d)|24:00)\s*")


def is_span(text: str) -> bool:
    """Whether a text is a span of one day, `09:00-12:30`: it ends after it begins, by midnight."""
    found = _SPAN.fullmatch(text) if text.isascii() else None
    if found is None:
        return False
    start = int(found[1]) * 60 + int(found[2])
    return found[3] is None or start < int(found[3]) * 60 + int(found[4])


def is_path(text: str) -> bool:
    """Whether a text can be a path: an empty one would mean the folder one happens to be in."""
    return bool(text.strip()) and "\0" not in text


_FITS: Mapping[str, Callable[[str], bool]] = {"free_hours": is_span, "calendars": is_path}

TAKES: Mapping[str, str] = {
    "free_hours": "config.takes_hours",
    "calendars": "config.takes_paths",
}
"""What each of these settings takes, as a piece of a sentence."""


def first_unfit(name: str, entries: Sequence[str]) -> str | None:
    """The first entry of a list that cannot be meant; None where all can, or nothing is asked."""
    fits = _FITS.get(name)
    return None if fits is None else next((each for each in entries if not fits(each)), None)
