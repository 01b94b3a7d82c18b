"""What the panes of the screen of time tell of, and whom its slots are for."""

from __future__ import annotations

from datetime import date, datetime

import msgspec

from store.formats.incoming import Refused
from store.records.ids import PersonId
from store.rules.budget import Week
from store.views.slots import BookedSlot, ProposedSlot, SlotsView, days_shown, slots_view
from store.views.time_figures import TimeFigures
from store.views.today import rows_of_person
from store.words.zones import there
from tui.phrasing.time_slots import GONE
from tui.screens.targets import Targets, people_of_rows
from tui.screens.time_busy import TimeBusy
from tui.writer import Fresh

Slot = BookedSlot | ProposedSlot


class TimeShown(msgspec.Struct, frozen=True, kw_only=True):
    """All that the panes tell of."""

    fresh: Fresh
    figures: TimeFigures
    slots: SlotsView
    known: bool
    """Whether the calendars were read; until then nothing is proposed."""
    problems: tuple[Refused, ...] = ()
    """Calendars that could not be."""
    curtain: bool = False
    alone: bool = False

    @property
    def today(self) -> date:
        """The day."""
        return self.fresh.today

    @property
    def present(self) -> bool:
        """Whether the week is this one."""
        return self.figures.week.start <= self.today <= self.figures.week.until

    @property
    def days(self) -> Week:
        """Those whose slots are shown."""
        return days_of(self.figures, self.today)

    def slot(self, key: str | None) -> Slot | None:
        """The slot of an id."""
        booked = next((each for each in self.slots.booked if each.id == key), None)
        return booked or next((each for each in self.slots.proposed if each.id == key), None)

    @property
    def first_to_come(self) -> str:
        """The id of the first slot that is not over; nothing where there is none."""
        booked = [
            (each.on, each.at, each.id) for each in self.slots.booked if each.standing not in GONE
        ]
        free = [(each.on, each.at, each.id) for each in self.slots.proposed]
        return min((*booked, *free), default=(date.max, "", ""))[2]

    def proposed_after(self, slot: ProposedSlot) -> str | None:
        """The id of the proposal on which the cursor stands once this one is booked."""
        ids = [each.id for each in self.slots.proposed]
        place = ids.index(slot.id) if slot.id in ids else len(ids)
        return next(iter(ids[place + 1 :]), None)


def time_shown(
    fresh: Fresh,
    figures: TimeFigures,
    now: datetime,
    busy: TimeBusy,
    *,
    curtain: bool,
    alone: bool,
) -> TimeShown:
    """The figures and the slots of a week.

    Args:
        fresh: the data.
        figures: of the week, in that data.
        now: on the user's clock, without a zone.
        busy: what is known of the calendars.
        curtain: whether names are hidden.
        alone: whether one pane has all the room.
    """
    days = days_of(figures, fresh.today)
    times, known = busy.times(), busy.knows(days)
    slots = slots_view(fresh.snapshot, fresh.ties, now, times, days, there=there)
    return TimeShown(
        fresh=fresh,
        figures=figures,
        slots=slots if known else msgspec.structs.replace(slots, proposed=()),
        known=known,
        problems=busy.problems,
        curtain=curtain,
        alone=alone,
    )


def days_of(figures: TimeFigures, today: date) -> Week:
    """The days whose slots are shown with a week."""
    return days_shown(Week(figures.week.start, figures.week.until), today)


def targets_of(slot: Slot | None, fresh: Fresh | None) -> Targets:
    """Whom a slot is for, with their rows of today."""
    if fresh is None or slot is None:
        return Targets()
    if isinstance(slot, ProposedSlot):
        return Targets(rows=slot.rows, people=people_of_rows(slot.rows, fresh.snapshot))
    person = fresh.snapshot.people.get(slot.person) if slot.person is not None else None
    if person is None:
        return Targets()
    row = next(rows_of_person(fresh.ties, PersonId(person.id)), None)
    return Targets(rows=() if row is None else (row,), people=(person,))
