"""A week as a JSON answer; all numbers are minutes."""

from __future__ import annotations

from store.records.record import Document, Json
from store.views.week import KindMeter, WeekView


def time_answer(week: WeekView) -> Document:
    """A week: per kind, in all, and today's share."""
    number = week.start.isocalendar()
    timer = week.timer
    running: Json = None
    if timer is not None and timer.started is not None:
        running = {
            "id": timer.id,
            "kind": timer.kind,
            "person": timer.person,
            "started": timer.started.isoformat(),
        }
    return {
        "week": f"{number.year}-W{number.week:02}",
        "from": week.start.isoformat(),
        "until": week.until.isoformat(),
        "kinds": [_kind(each) for each in week.kinds],
        "total": {
            "spent": week.spent,
            "target": week.target,
            "pace": week.pace,
            "band": week.band,
        },
        "today": {"share": week.share, "spent": week.spent_today, "left": week.left_today},
        "timer": running,
    }


def _kind(meter: KindMeter) -> Json:
    return {
        "kind": meter.kind,
        "spent": meter.spent,
        "target": meter.target,
        "pace": meter.pace,
        "band": meter.band,
    }
