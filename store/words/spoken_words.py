"""Sentences for ears and fingers: days and units in full, no sign that is only to be looked at."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from store.words import dates
from store.words.words import Words

SPOKEN: Mapping[str, str] = {
    "duration.minutes": "spoken.minutes",
    "duration.hours": "spoken.hours",
    "duration.hours_minutes": "spoken.hours_minutes",
    "usual.days": "spoken.usual_days",
    "usual.weeks": "spoken.usual_weeks",
    "usual.months": "spoken.usual_months",
    "usual.years": "spoken.usual_years",
    "supposed.days": "spoken.supposed_days",
    "supposed.weeks": "spoken.supposed_weeks",
    "supposed.months": "spoken.supposed_months",
    "supposed.years": "spoken.supposed_years",
    "group.promised": "spoken.promised",
    "group.occasion": "spoken.occasion",
    "group.cooling": "spoken.cooling",
    "group.dormant": "spoken.dormant",
    "group.give": "spoken.give",
    "reason.over_cadence": "spoken.over_cadence",
    "reason.rhythm": "spoken.rhythm",
    "reason.told": "spoken.told",
    "reason.thanks": "spoken.thanks",
    "reason.news": "spoken.news",
    "capacity.part_minute": "spoken.part_minute",
    "capacity.part_minutes": "spoken.part_minutes",
    "capacity.week.instead": "spoken.week_instead",
    "said.logged_promise": "spoken.said_logged_promise",
    "said.paused_all_over": "spoken.said_paused_all",
}
"""The sentence that is heard in the place of one that is seen; all others are the same."""

_COUNTED = ("hours", "minutes")
"""What chooses between one and many where nothing else is counted."""


class SpokenWords(Words):
    """Says things in one language to somebody who listens, or reads Braille."""

    def say(self, id: str, /, **values: object) -> str:
        """The sentence of an id, as it is heard."""
        if "n" not in values:
            counts = (values.get(name) for name in _COUNTED)
            count = next((each for each in counts if isinstance(each, int)), None)
            if count is not None:
                values["n"] = count
        return super().say(SPOKEN.get(id, id), **values)

    def day(self, value: date, today: date | None = None) -> str:
        """A day with its names in full."""
        return dates.day_full(value, self.language, today)

    def day_of_month(self, value: date, today: date) -> str:
        """The same as `day`: ears need no brief form."""
        return self.day(value, today)
