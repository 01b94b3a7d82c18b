"""Where a person stands on a day."""

from __future__ import annotations

from datetime import date
from typing import Literal

import msgspec

from store.records.kinds import Band, Layer
from store.records.person import Person
from store.rules.bands import COLD_FROM, band_of, is_dormant
from store.rules.contacts import History
from store.rules.pauses import Spans, after_pauses, is_paused, paused_between
from store.rules.rhythm import Rhythm, loss, silence_until, usual_gap, whole_days

State = Literal["tended", "paused", "seen_anyway", "faded", "deceased"]
"""Whether the clock of a tie runs, and if not, why."""

LAST_DAY = date.max.toordinal()


class Day(msgspec.Struct, frozen=True, kw_only=True):
    """What is the same for everybody on one day."""

    today: int
    """An ordinal."""
    layer_days: dict[Layer, int]
    """The gap that a layer supposes, in days."""
    usual: float
    """The user's own usual gap in days, over contacts before today."""


class Standing(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """One tie on one day."""

    state: State = "tended"
    counted: bool = True
    """False for a card that an import brought and nobody has sorted: searchable, no more."""
    band: Band | None = None
    """None where no clock runs for good: seen anyway, faded, deceased."""
    p_lost: float | None = None
    """None before the first contact, and where there is no band."""
    usual_gap_days: float | None = None
    silent_days: int | None = None
    """Since the real last contact, paused days taken out."""
    last_on: date | None = None
    """The real last contact."""
    contacts: int = 0
    """Days with a contact, in all."""
    recent: int = 0
    """Days with a contact in the last 365."""
    plan_on: date | None = None
    """The next planned contact, today's included."""
    back_after: int | None = None
    """The silence in days which the last contact ended, where that tie was dormant."""
    rhythm: Rhythm = Rhythm()
    prior: float = 30.0
    """The gap supposed before anything was seen, in days."""
    layered: bool = False
    spans: Spans = ()

    def turns_cold_on(self) -> date | None:
        """The day on which the chance of loss reaches one half; it may have passed.

        None before the first contact, while paused, and without a clock.
        """
        if self.p_lost is None or self.state != "tended":
            return None
        return self.day_at(COLD_FROM)

    def day_at(self, threshold: float) -> date | None:
        """The day on which the chance of loss reaches a threshold, at least half a gap on.

        None before the first contact, and beyond the calendar.
        """
        if self.rhythm.last is None or self.last_on is None or self.usual_gap_days is None:
            return None
        silence = silence_until(self.rhythm, self.prior, self.layered, threshold)
        reached = after_pauses(self.spans, self.rhythm.last, silence)
        fresh = after_pauses(self.spans, self.last_on.toordinal(), self.usual_gap_days / 2)
        day = whole_days(max(reached, fresh))
        return date.fromordinal(day) if day <= LAST_DAY else None


UNSORTED = Standing(counted=False, band="new")
"""What every card stands for that an import brought and nobody has sorted."""


def standing_of(person: Person, history: History, spans: Spans, day: Day) -> Standing:
    """Where a person stands; an unsorted card is for `UNSORTED`, not for here."""
    cadence = person.cadence_days
    layer = person.layer
    prior = (
        float(cadence)
        if cadence
        else float(day.layer_days[layer])
        if layer is not None
        else day.usual
    )
    usual = usual_gap(history.rhythm, prior)
    today = day.today
    last = history.last
    silent = p_lost = band = back = None
    if last is not None and history.rhythm.last is not None:
        silence = today - history.rhythm.last
        silent = today - last
        if spans:
            silence -= paused_between(spans, history.rhythm.last, today)
            silent -= int(paused_between(spans, last, today))
        p_lost = loss(history.rhythm, prior, layer is not None, max(0.0, silence))
        band = band_of(p_lost, silent, usual, cadence or None)
        if history.before is not None:
            ended = history.silence_ended
            back = ended if is_dormant(ended, usual_gap(history.before, prior)) else None
    state = state_of(person, spans, today)
    clock = state in ("tended", "paused")
    return Standing(
        state=state,
        band=(band or "new") if clock else None,
        p_lost=p_lost if clock else None,
        usual_gap_days=usual if clock else None,
        silent_days=silent,
        last_on=date.fromordinal(last) if last is not None else None,
        contacts=history.days,
        recent=history.recent,
        plan_on=date.fromordinal(history.plan) if history.plan is not None else None,
        back_after=back,
        rhythm=history.rhythm,
        prior=prior,
        layered=layer is not None,
        spans=spans,
    )


def state_of(person: Person, spans: Spans, today: int) -> State:
    """Whether the clock runs for a person today."""
    if person.status != "active":
        return person.status
    if person.cadence_days == 0:
        return "seen_anyway"
    return "paused" if spans and is_paused(spans, today) else "tended"


def is_unsorted(person: Person, history: History, promised: bool) -> bool:
    """Whether a card came from an import and nothing has been done about it yet.

    Args:
        person: the card.
        history: its contacts and plans.
        promised: whether a follow-up is open.
    """
    return (
        history.last is None
        and bool(person.sources)
        and person.layer is None
        and person.cadence_days is None
        and person.status == "active"
        and not person.pinned
        and not promised
        and history.plan is None
        and not history.passed
    )
