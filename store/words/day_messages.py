"""Days within a sentence, with the small word before them: it is another before "tomorrow"."""

from __future__ import annotations

from datetime import date

from store.words.dates import is_near
from store.words.message import Message


def until_day(day: date, today: date) -> Message:
    """The last day of a span: "until Tue 24 Nov", "until tomorrow"; "jusqu'au", "jusqu'à"."""
    return Message("date.until_near" if is_near(day, today) else "date.until", {"day": day})


def on_day(day: date, today: date) -> Message:
    """The day of something to come: "on Tue 24 Nov", "tomorrow"."""
    return Message("date.on_near" if is_near(day, today) else "date.on", {"day": day})


def for_day(day: date, today: date) -> Message:
    """The day that something is meant for: "for Tue 24 Nov"; "pour le", "pour demain"."""
    return Message("date.for_near" if is_near(day, today) else "date.for", {"day": day})


def since_day(day: date, today: date) -> Message:
    """The day from which something holds: "since Tue 24 Nov"; "depuis le", "depuis hier"."""
    return Message("date.since" if is_near(day, today) else "date.since_date", {"day": day})
