"""Time zones: those that are known by name, and those that a file defines itself."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import tzinfo

from store.formats.ics.blocks import LARGEST_ZONE, Block, Line

MOST_ZONES = 20
"""Zones of a file's own making; more are passed over, and their times count as written."""

_OFFSET = re.compile(r"[+-](?:[01]\d|2[0-3])[0-5]\d(?:[0-5]\d)?")
_PARTS = re.compile(
    r"FREQ=YEARLY|INTERVAL=1|COUNT=\d{1,3}|UNTIL=\d{8}(?:T\d{6}Z?)?|BYMONTH=\d{1,2}|WKST=[A-Z]{2}"
    r"|BYDAY=[+-]?[1-5]?(?:MO|TU|WE|TH|FR|SA|SU)"
    r"|BYMONTHDAY=(?:-?(?:1?\d|2[0-8]),){0,27}-?(?:1?\d|2[0-8])",
    re.IGNORECASE,
)
_USED = frozenset({"TZID", "DTSTART", "RRULE", "RDATE", "TZOFFSETFROM", "TZOFFSETTO", "TZNAME"})
_DAY = re.compile(r"\d{8}(?:T\d{6})?Z?")


def learn_zones(blocks: Iterable[Block]) -> None:
    """Make the zones that a file defines known to the parser, those of earlier files forgotten.

    A zone that goes by a name of its own, or by one of Windows, is better known than any file
    tells it. Others are taken where their rules are those of summer time: any rule at all could
    be written there, and one that never comes true is searched for until the year 9999.
    """
    from icalendar import Timezone
    from icalendar.timezone import tzp

    tzp.use_zoneinfo()
    learnt = 0
    for block in blocks:
        zone = block.first("TZID")
        if not zone or zone_named(zone) is not None or not is_tame(block):
            continue
        if learnt == MOST_ZONES:
            return
        learnt += 1
        try:
            Timezone.from_ical(_text_of(block))
        except Exception:  # noqa: BLE001 - whatever a library makes of it, its times still count
            continue


def zone_named(name: str) -> tzinfo | None:
    """The zone of a name, also one of Windows or one behind the name of a program."""
    from icalendar.timezone import tzp

    try:
        return tzp.timezone(name)
    except (ValueError, OSError):
        return None


def is_tame(block: Block) -> bool:
    """Whether the rules of a zone can be followed in a moment."""
    if block.size > LARGEST_ZONE or block.too_long:
        return False
    return all(_is_tame_line(line) for line in block.lines)


def _is_tame_line(line: Line) -> bool:
    value = line.text.partition(":")[2].strip()
    if line.name == "RRULE":
        parts = value.rstrip(";").upper().split(";")
        named = {part.partition("=")[0] for part in parts}
        return {"FREQ", "BYMONTH"} <= named and all(map(_PARTS.fullmatch, parts))
    if line.name == "DTSTART":
        return _DAY.fullmatch(value) is not None
    return line.name not in ("TZOFFSETFROM", "TZOFFSETTO") or _OFFSET.fullmatch(value) is not None


def _text_of(block: Block) -> str:
    rows = [line.text for line in block.lines if not line.name or line.name in _USED]
    return "\r\n".join(["BEGIN:VTIMEZONE", *rows, "END:VTIMEZONE", ""])
