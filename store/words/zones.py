"""Time zones by their names in the IANA's list: checked, proposed, and what time it is there."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from functools import cache
from typing import TYPE_CHECKING

from store.words.fold import fold

if TYPE_CHECKING:
    from difflib import SequenceMatcher
    from zoneinfo import ZoneInfo

# The list of zones is looked up when one is needed: most starts need none.

MOST_NEAREST = 3

LONGEST = 64
"""Characters of a name beyond which it is none."""

_OF_A_MACHINE = ("localtime", "posixrules", "Factory", "posix/", "right/", "leapseconds")
"""What lies beside the zones in some systems, and means another one on each of them."""

_EXACT, _BEGUN, _ALIKE = 2.0, 1.0, 0.75
"""How well a name fits: it is what was typed, begins so, or resembles it."""


def is_zone(name: str) -> bool:
    """Whether this is the name of a zone, exactly as it is written in the list."""
    return _zone(name) is not None


def zone_called(text: str) -> str:
    """The name of a zone as the list writes it, of one typed `europe/paris` or `America/New York`.

    Nothing where there is none of that name.
    """
    return _by_lowered().get("_".join(text[: LONGEST + 1].split()).lower(), "")


@cache
def zone_names() -> tuple[str, ...]:
    """All zones, in the order of the alphabet."""
    from zoneinfo import available_timezones

    return tuple(sorted(each for each in available_timezones() if _is_of_the_list(each)))


def nearest_zones(text: str, count: int = MOST_NEAREST) -> tuple[str, ...]:
    """The zones that were perhaps meant, best first; those alone whose city was typed."""
    from difflib import SequenceMatcher

    wanted = fold(text[:LONGEST]).replace("_", " ").strip()
    if not wanted:
        return ()
    matcher = SequenceMatcher(autojunk=False)
    matcher.set_seq2(wanted)
    scored = sorted((-_likeness(name, wanted, matcher), name) for name in zone_names())
    least = _EXACT if scored and -scored[0][0] == _EXACT else _ALIKE
    return tuple(name for score, name in scored if -score >= least)[:count]


def there(zone: str, moment: datetime) -> datetime | None:
    """A moment on the clocks of a zone.

    Args:
        zone: its name; another program may have written anything.
        moment: with its own zone; one without is on this machine's clock.

    Returns:
        The moment in that zone, or None where there is no such zone.
    """
    found = _zone(zone)
    return None if found is None else moment.astimezone(found)


@cache
def _by_lowered() -> Mapping[str, str]:
    return {name.lower(): name for name in zone_names()}


def _is_of_the_list(name: str) -> bool:
    return not name.startswith(_OF_A_MACHINE)


def _zone(name: str) -> ZoneInfo | None:
    if not name or len(name) > LONGEST or not _is_of_the_list(name):
        return None
    from zoneinfo import ZoneInfo

    try:
        return ZoneInfo(name)
    except (ValueError, OSError, KeyError):
        return None


def _likeness(name: str, wanted: str, matcher: SequenceMatcher[str]) -> float:
    """How well a zone fits, by its whole name or by its city; nothing below `_ALIKE` counts."""
    whole = fold(name).replace("_", " ")
    best = 0.0
    for said in (whole.rpartition("/")[2], whole):
        if said == wanted:
            return _EXACT
        if said.startswith(wanted):
            best = max(best, _BEGUN + len(wanted) / len(said) / 2)
            continue
        matcher.set_seq1(said)
        if matcher.real_quick_ratio() >= _ALIKE and matcher.quick_ratio() >= _ALIKE:
            best = max(best, matcher.ratio())
    return best
