"""Slots and free time as JSON answers; all lengths are minutes."""

from __future__ import annotations

from store.records.record import Document, Json
from store.rules.free_time import Span
from store.rules.slots import clock_text
from store.views.answers_today import today_answer
from store.views.slots import BookedSlot, ProposedSlot, SlotsView


def booked_answer(slot: BookedSlot) -> Document:
    """A slot that is booked."""
    person: Json = None if slot.person is None else {"id": slot.person, "name": slot.name}
    return {
        "id": slot.id,
        "kind": slot.kind,
        "on": slot.on.isoformat(),
        "at": slot.at or None,
        "minutes": slot.minutes,
        "person": person,
        "count": slot.count,
        "standing": slot.standing,
        "band": slot.band,
        "note": slot.note,
    }


def proposed_answer(slot: ProposedSlot) -> Document:
    """A slot that could be booked, with the rows of today that it is for."""
    return {
        "id": slot.id,
        "kind": slot.kind,
        "on": slot.on.isoformat(),
        "at": slot.at,
        "minutes": slot.minutes,
        "free": slot.free,
        "step": slot.step,
        "rows": [today_answer(row) for row in slot.rows],
    }


def span_answer(span: Span) -> Document:
    """Free time of a day; midnight at its end is `24:00`."""
    return {
        "on": span.on.isoformat(),
        "from": clock_text(span.start),
        "until": clock_text(span.until),
        "minutes": span.minutes,
    }


def slots_answer(view: SlotsView) -> Document:
    """Free time, what is booked, and what is proposed."""
    return {
        "free": [span_answer(each) for each in view.spans],
        "booked": [booked_answer(each) for each in view.booked],
        "proposed": [proposed_answer(each) for each in view.proposed],
    }
