"""A row of today as a JSON answer; the keys are promised to other programs."""

from __future__ import annotations

from datetime import date

from store.records.record import Document, Json
from store.rules.reason import Reason
from store.views.answers_person import iso
from store.views.today import TodayRow


def today_answer(row: TodayRow) -> Document:
    """A row, its reason with all its numbers."""
    return {
        "id": row.id,
        "person": {"id": row.person, "name": row.name},
        "group": row.group,
        "band": row.band,
        "reason": reason_answer(row.reason),
        "step": row.step,
        "minutes": row.minutes,
        "due": iso(row.due),
        "today": row.today,
    }


def reason_answer(reason: Reason) -> Document:
    """A reason: its code, then its numbers by name."""
    answer: Document = {"code": reason.code}
    for name, value in reason.values.items():
        answer[name] = plain_value(value)
    return answer


def plain_value(value: int | float | str | date) -> Json:
    """A number or a word as it is, a day in ISO."""
    return value.isoformat() if isinstance(value, date) else value
