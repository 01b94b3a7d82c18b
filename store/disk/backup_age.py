"""When a backup was made, as its name says: the time of change of its file says when it was last
written anew, which forgetting does to old ones too.
"""

from __future__ import annotations

from datetime import date, datetime

import msgspec


class Made(msgspec.Struct, frozen=True):
    """When a backup was made, as its id says."""

    day: date
    """Of a weekly one the Monday of its week."""
    time: datetime | None = None
    """The moment, for those made by hand."""

    @property
    def iso(self) -> str:
        """ISO 8601: a day, or a day and the time of day."""
        return self.day.isoformat() if self.time is None else self.time.isoformat()


def made_of(id: str) -> Made | None:
    """When a backup was made; None where its id does not say it."""
    kind, _, rest = id.partition("-")
    try:
        if kind == "now":
            moment = datetime.strptime(rest, "%Y-%m-%dT%H%M%S")  # noqa: DTZ007 - as it was there
            return Made(moment.date(), moment)
        if kind == "weekly":
            year, _, week = rest.partition("-W")
            return Made(date.fromisocalendar(int(year), int(week), 1))
        return Made(date.fromisoformat(rest.partition("-")[2] if kind == "schema" else rest))
    except ValueError:
        return None


def age_of(id: str) -> tuple[str, str]:
    """What backups are ordered by; the newest has the highest.

    Of one day, those made by hand come after that of the day.
    """
    made = made_of(id)
    return "" if made is None else made.iso, id
