"""Until when to put off: a figure, or a day as typed."""

from __future__ import annotations

from datetime import date, timedelta

from store.records.kinds import Language
from store.words.day_text import read_day

DELAYS: dict[str, int] = {"1": 1, "2": 3, "3": 7, "4": 30}
"""Figure to days; the month is thirty days, whatever its name."""

TWINS = {"&": "1", "é": "2", '"': "3", "'": "4"}
"""The same keys on an AZERTY keyboard without Shift."""


def read_until(text: str, today: date, language: Language) -> date:
    """The day that a text means.

    Raises:
        UsageProblem: where none can be meant.
    """
    text = text.strip()
    figure = TWINS.get(text, text)
    if figure in DELAYS:
        return today + timedelta(days=DELAYS[figure])
    return read_day(text, today, language)
