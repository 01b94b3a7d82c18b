"""A week as a JSON answer, with where the time went; all numbers are minutes."""

from __future__ import annotations

from store.records.record import Document, Json
from store.rules.week_numbers import number_of
from store.views.time_figures import TimeFigures
from store.views.week import KindMeter, WeekView


def time_answer(figures: TimeFigures) -> Document:
    """A week per kind, in all, and today's share; then who got the time, and twelve weeks."""
    return {**_week(figures.week), **_shares(figures)}


def _week(week: WeekView) -> Document:
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
        "week": str(number_of(week.start)),
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
        "ceiling": meter.ceiling,
    }


def _shares(figures: TimeFigures) -> Document:
    """Of the 28 days in `span`, but for the weeks."""
    ways = figures.ways
    return {
        "span": {
            "from": figures.since.isoformat(),
            "until": figures.until.isoformat(),
            "minutes": figures.minutes,
        },
        "by_layer": [
            {
                "layer": each.layer,
                "new": each.new,
                "minutes": each.minutes,
                "people": each.people,
            }
            for each in figures.by_layer
        ],
        "most": [
            {"person": {"id": each.person, "name": each.name}, "minutes": each.minutes}
            for each in figures.most
        ],
        "ways": {
            "voice": ways.voice,
            "meeting": ways.meeting,
            "writing": ways.writing,
            "other": ways.other,
        },
        "by_value": [
            {"part": each.part, "minutes": each.minutes, "people": each.people}
            for each in figures.by_value
        ],
        "by_kind": [{"kind": kind, "minutes": minutes} for kind, minutes in figures.by_kind],
        "weeks": [
            {
                "week": str(number_of(each.start)),
                "from": each.start.isoformat(),
                "minutes": each.minutes,
                "target": each.target,
            }
            for each in figures.weeks
        ],
        "usual": figures.usual,
    }
