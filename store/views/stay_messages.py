"""What is said of a trip beside the step that is proposed to who lives there."""

from __future__ import annotations

from datetime import date

from store.rules.stays import Stay
from store.words.dates import is_near
from store.words.day_messages import on_day, until_day
from store.words.message import Message


def stay_told(stay: Stay, today: date) -> Message:
    """Beside a step: "you are in Dublin until Fri 4 Dec", or when that will be: "a meeting?"."""
    if stay.begun(today):
        if stay.until == today:
            return Message("stay.here_today", {"city": stay.city})
        return Message("stay.here", {"city": stay.city, "until": until_day(stay.until, today)})
    if stay.start == stay.until:
        return Message("stay.ahead_day", {"city": stay.city, "day": on_day(stay.start, today)})
    id = "stay.ahead_tomorrow" if is_near(stay.start, today) else "stay.ahead"
    return Message(id, {"city": stay.city, "start": stay.start, "until": stay.until})
