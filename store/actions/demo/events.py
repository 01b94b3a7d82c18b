"""Events, past and to come, and circles."""

from __future__ import annotations

import msgspec

from store.actions.demo.gatherings import CAPTURES, CIRCLES, EVENTS
from store.actions.demo.ledger import Known, Ledger
from store.actions.demo.talks import talk
from store.records.circle import Circle
from store.records.event import Event
from store.records.follow_up import FollowUp
from store.records.ids import CircleId
from store.records.interaction import Interaction

BACK = (-12, 11, 58, 140, 265, 410, 620, -40)
"""Days since each event; below 0, days until it."""

LEAST = 8
"""Fewer people than these have no events."""


def tell_events(ledger: Ledger) -> list[Interaction]:
    """Events and circles go to the ledger; who met at an event is handed back."""
    if len(ledger.known) < LEAST:
        return []
    circles = _circles(ledger)
    met = []
    for gathering, back in zip(EVENTS[ledger.common], BACK, strict=True):
        day = ledger.day(back)
        made = ledger.day(max(back, 0) + 20)
        event = Event(
            id=ledger.id_on(made),
            name=gathering.name,
            on=day,
            place=gathering.place,
            goal=gathering.goal,
            bring=gathering.bring,
            circle=ledger.chance.pick(circles) if ledger.chance.odds(0.4) else None,
            notes="" if back < 0 else ledger.chance.pick(CAPTURES[ledger.common]),
            closed=ledger.day(back - 2) if back > 0 else None,
        )
        there = _guests(ledger, back)
        ids = tuple(each.id for each in there)
        wanted = ids[: 3 if back < 0 else 2]
        ledger.keep(msgspec.structs.replace(event, people=ids, wanted=wanted))
        if back > 0:
            met += [_meeting(ledger, each, back) for each in there]
            _followed(ledger, event, there[0] if there else None, back)
    return met


def _guests(ledger: Ledger, back: int) -> tuple[Known, ...]:
    """Whoever can have been there without any tie being livelier for it than it is."""
    day = ledger.today - back
    could = [
        each
        for each in ledger.known
        if each.tie.role in ("steady", "cadenced", "met_once", "faded")
        and (back < 0 or each.first <= day <= each.last)
    ]
    return ledger.chance.few(could, ledger.chance.between(5, 9))


def _meeting(ledger: Ledger, known: Known, back: int) -> Interaction:
    drawn = talk(ledger, (known.id,), ledger.day(back), "event", known.text)
    share = ledger.chance.pick((5, 5, 10))
    note = ledger.chance.pick(CAPTURES[known.text]) if not drawn.note else drawn.note
    return msgspec.structs.replace(drawn, minutes=share, note=note)


def _followed(ledger: Ledger, event: Event, known: Known | None, back: int) -> None:
    """A follow-up that the event asked for, kept since."""
    if known is None:
        return
    day = ledger.day(back)
    why = ledger.sentences[ledger.common].after_event.format(event=event.name)
    follow_up = FollowUp(
        id=ledger.id_on(day),
        person=known.id,
        on=ledger.day(back - 4),
        why=why,
        kind="event",
        made=day,
        closed=ledger.day(back - 4),
    )
    ledger.keep(follow_up)


def _circles(ledger: Ledger) -> tuple[CircleId, ...]:
    """Groups of people who are not in another scene for it."""
    ids = []
    for name in CIRCLES[ledger.common]:
        low, high = len(ledger.known) // 20, len(ledger.known) // 8
        members = ledger.chance.few(ledger.known, min(60, max(3, ledger.chance.between(low, high))))
        circle = Circle(
            id=ledger.id_on(ledger.day(900)), name=name, people=tuple(each.id for each in members)
        )
        ledger.keep(circle)
        ids.append(CircleId(circle.id))
    return tuple(ids)
