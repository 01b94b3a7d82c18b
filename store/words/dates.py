"""placeholder"""

from __future__ import annotations

from datetime import date

from store.records.kinds import Language


def day(value: date, language: Language, today: date | None = None) -> str:
    """A day in words."""
    return value.isoformat()
