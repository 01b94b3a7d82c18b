"""Where a person stands on a day."""

from __future__ import annotations

from datetime import date
from typing import Literal

import msgspec

from store.records.kinds import Band, Layer
from store.records.person import Person
from store.rules.bands import COLD_FROM, band_of, is_dormant
from store.rules.contacts import NO_HISTORY, History
from store.rules.pauses import Spans, after_pauses, is_paused, paused_between
from store.rules.rhythm import (
    LAYER_EVIDENCE,
    Rhythm,
    loss,
    silence_until,
    usual_gap,
    whole_days,
)

State = Literal["tended", "paused", "seen_anyway", "faded", "deceased"]
"""Whether the clock of a tie runs, and if not, why."""

CLOCKED = frozenset({"tended", "paused"})
"""States in which a tie has a band: its clock runs, or will again."""

LAST_DAY = date.max.toordinal()


class Day(msgspec.Struct, frozen=True, kw_only=True):
    """What is the same for everybody on one day."""

    today: int
    """An ordinal."""
    layer_days: dict[Layer, int]
    """The gap that a layer supposes, in days."""
    usual: float
    """The user's own usual gap in days, over contacts before today."""
    layer_evidence: float = LAYER_EVIDENCE
    """How many contacts a layer set by the user is worth as evidence that the tie is real."""


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
    history: History = NO_HISTORY
    prior: float = 30.0
    """The gap supposed before anything was seen, in days."""
    evidence: float = 0.0
    """How many contacts a layer set by the user is worth; 0 without one."""
    spans: Spans = ()
    today: int = 0
    """An ordinal."""

    @property
    def rhythm(self) -> Rhythm:
        """What the contacts come to."""
        return self.history.rhythm

    @property
    def layered(self) -> bool:
        """Whether the user has set a layer."""
        return self.evidence > 0.0

    @property
    def last_on(self) -> date | None:
        """The real last contact."""
        last = self.history.last
        return date.fromordinal(last) if last is not None else None

    @property
    def contacts(self) -> int:
        """Days with a contact, in all."""
        return self.history.days

    @property
    def recent(self) -> int:
        """Days with a contact in the last 365."""
        return self.history.recent(self.today)

    @property
    def plan_on(self) -> date | None:
        """The next planned contact, today's included."""
        plan = self.history.plan
        return date.fromordinal(plan) if plan is not None else None

    @property
    def back_after(self) -> int | None:
        """The silence in days which the last contact ended, where that tie was dormant."""
        before, ended = self.history.before, self.history.silence_ended
        if before is None or not is_dormant(ended, usual_gap(before, self.prior)):
            return None
        return ended

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
        last = self.history.last
        if self.rhythm.last is None or last is None or self.usual_gap_days is None:
            return None
        silence = silence_until(self.rhythm, self.prior, self.evidence, threshold)
        reached = after_pauses(self.spans, self.rhythm.last, silence)
        fresh = after_pauses(self.spans, last, self.usual_gap_days / 2)
        day = whole_days(max(reached, fresh))
        return date.fromordinal(day) if day <= LAST_DAY else None


UNSORTED = Standing(counted=False, band="new")
"""What every card stands for that an import brought and nobody has sorted."""


def standing_of(person: Person, history: History, spans: Spans, day: Day) -> Standing:
    """Where a person stands; an unsorted card is for `UNSORTED`, not for here."""
    cadence, layer, today = person.cadence_days, person.layer, day.today
    if cadence:
        prior = float(cadence)
    else:
        prior = day.usual if layer is None else float(day.layer_days[layer])
    evidence = 0.0 if layer is None else day.layer_evidence
    state = state_of(person, spans, today)
    rhythm, last = history.rhythm, history.last
    if last is None or rhythm.last is None:
        clock = state in CLOCKED
        return Standing(
            state=state,
            band="new" if clock else None,
            usual_gap_days=usual_gap(rhythm, prior) if clock else None,
            history=history,
            prior=prior,
            evidence=evidence,
            spans=spans,
            today=today,
        )
    silence, silent = today - rhythm.last, today - last
    if spans:
        silence -= paused_between(spans, rhythm.last, today)
        silent -= int(paused_between(spans, last, today))
    usual = p_lost = band = None
    if state in CLOCKED:
        usual = usual_gap(rhythm, prior)
        p_lost = loss(rhythm, prior, evidence, max(0.0, silence))
        band = band_of(p_lost, silent, usual, cadence or None)
    return Standing(
        state=state,
        band=band,
        p_lost=p_lost,
        usual_gap_days=usual,
        silent_days=silent,
        history=history,
        prior=prior,
        evidence=evidence,
        spans=spans,
        today=today,
    )


def state_of(person: Person, spans: Spans, today: int) -> State:
    """Whether the clock runs for a person today."""
    if person.status != "active":
        return person.status
    if person.cadence_days == 0:
        return "seen_anyway"
    if not spans:
        return "tended"
    return "paused" if is_paused(spans, today) else "tended"


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
