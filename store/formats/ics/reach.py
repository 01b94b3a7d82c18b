"""Whether an event can lie in some days, by its lines as written: most of a calendar is past."""

from __future__ import annotations

import re
from datetime import date, timedelta

from store.formats.ics.blocks import Block, Line

LONGEST_EVENT = timedelta(days=400)
"""How long before the days asked for an event may begin that tells its length and no end."""

MARGIN = 2
"""Days by which a day as written may differ from the user's: zones lie up to 26 hours apart."""

_DAY = re.compile(r"\s*(\d{4})-?(\d{2})-?(\d{2})")
_UNTIL = re.compile(r"(?i)(?:^|;)UNTIL=([^;]*)")


def may_touch(block: Block, days: tuple[date, date]) -> bool:
    """Whether some of an event may lie between two days; True wherever that is not sure.

    Args:
        block: the event as written.
        days: the first and the last day.
    """
    start = _day(block.first("DTSTART"))
    if start is None or any(_moves_what_follows(line) for line in block.lines):
        return True
    if start.toordinal() > days[1].toordinal() + MARGIN:
        # Further days of a series come after its first one; one that is told apart may not.
        return block.has("RDATE")
    end = _last_day(block, start)
    return end is None or end.toordinal() >= days[0].toordinal() - MARGIN


def _moves_what_follows(line: Line) -> bool:
    return line.name == "RECURRENCE-ID" and "THISANDFUTURE" in line.text.upper()


def _last_day(block: Block, start: date) -> date | None:
    """The last day of an event, or one after it; None where it may be any."""
    length = _length(block, start)
    last = start
    if block.has("RDATE"):
        return None
    rules = [line for line in block.lines if line.name == "RRULE"]
    if rules:
        until = _UNTIL.search(block.first("RRULE"))
        ended = _day(until[1]) if until and len(rules) == 1 else None
        if ended is None:
            return None
        last = max(ended, start)
    return date.fromordinal(min(last.toordinal() + length, date.max.toordinal()))


def _length(block: Block, start: date) -> int:
    """Days that an event may last at most."""
    end = _day(block.first("DTEND"))
    if end is not None:
        return max((end - start).days, 0) + 1
    return LONGEST_EVENT.days if block.has("DURATION", "DTEND") else 1


def _day(text: str) -> date | None:
    found = _DAY.match(text)
    if found is None:
        return None
    try:
        return date(int(found[1]), int(found[2]), int(found[3]))
    except ValueError:
        return None
