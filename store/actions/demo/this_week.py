"""What has happened this week, told so that its meter is neither empty nor over."""

from __future__ import annotations

from typing import NamedTuple

import msgspec

from store.actions.demo.ledger import Known, Ledger
from store.actions.demo.talks import talk
from store.records.ids import PersonId
from store.records.interaction import Interaction
from store.records.kinds import By, Kind
from store.records.time_entry import Slot, TimeEntry


class Moment(NamedTuple):
    """One contact of this week."""

    weekday: int
    """The first day of the week, Monday being 0, on which it has happened."""
    back: int
    """Days before today."""
    kind: Kind
    minutes: int
    by: By


MOMENTS = (
    Moment(0, 0, "message", 3, "them"),
    Moment(1, 1, "email", 5, "them"),
    Moment(2, 2, "in_person", 30, "me"),
    Moment(3, 3, "call", 12, "them"),
)
"""With what else this file tells, about an hour by Thursday, of a budget of two.

Today holds one short contact only, so that seats and minutes are left for the rows to come.
"""

BACK_MINUTES = 3
"""Minutes of the message by which somebody is back in touch."""


def tell_week(ledger: Ledger) -> list[Interaction]:
    """The contacts of this week; time without anybody and slots go to the ledger."""
    weekday = ledger.day(0).weekday()
    told = []
    moments = [moment for moment in MOMENTS if weekday >= moment.weekday]
    for known, moment in zip(
        ledger.cast(len(moments), "steady", nearest=50), moments, strict=False
    ):
        told.append(_moment(ledger, known, moment))
    back = max(1, min(weekday, 2))
    for known in ledger.cast(2, "back"):
        told.append(_moment(ledger, known, Moment(0, back, "message", BACK_MINUTES, "them")))
    if weekday >= 1:
        _prepared(ledger)
    _slots(ledger)
    return told


def _moment(ledger: Ledger, known: Known, moment: Moment) -> Interaction:
    day = ledger.day(moment.back)
    drawn = talk(ledger, (known.id,), day, moment.kind, known.text, moment.by)
    note = drawn.note or ledger.chance.pick(ledger.sentences[known.text].talks)
    return msgspec.structs.replace(drawn, minutes=moment.minutes, note=note)


def _prepared(ledger: Ledger) -> None:
    """Time that belongs to nobody in particular: yesterday's, and that of earlier weeks."""
    for back in (1, 9, 16, 24, 38, 52):
        day = ledger.day(back)
        note = ledger.chance.pick(ledger.sentences[ledger.common].preparing)
        minutes = 5 if back == 1 else ledger.chance.pick((10, 15, 20))
        entry = TimeEntry(
            id=ledger.id_on(day), kind="preparing", on=day, minutes=minutes, note=note
        )
        ledger.keep(entry)


def _slots(ledger: Ledger) -> None:
    """A slot that was kept this week, and two to come: messages today, a call in some days."""
    made = ledger.id_on(ledger.day(3))
    weekday = ledger.day(0).weekday()
    if weekday >= 1:
        ledger.keep(
            Slot(id=made, kind="preparing", on=ledger.day(1), at="09:00", minutes=15, state="kept")
        )
    ledger.keep(
        Slot(
            id=ledger.id_on(ledger.day(2)),
            kind="writing",
            on=ledger.day(0),
            at="17:30",
            minutes=15,
            count=3,
        )
    )
    kept: PersonId | None = None
    for known in ledger.cast(1, "slipped", nearest=50):
        kept = known.id
    # The next working day.
    ahead = 3 if weekday == 4 else 2 if weekday == 5 else 1
    ledger.keep(
        Slot(
            id=ledger.id_on(ledger.day(2)),
            kind="call",
            on=ledger.day(-ahead),
            at="09:30",
            minutes=25,
            person=kept,
        )
    )
