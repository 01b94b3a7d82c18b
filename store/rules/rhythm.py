"""The rhythm of a tie: its usual gap, and how likely it is that it has been lost.

A gap follows a Weibull law of shape one half whose scale is learnt from the gaps seen so far and
from a prior of two of them; silence is weighed against it by the evidence that there is a rhythm
at all. All spans are in days, all days ordinals (`date.toordinal`), possibly fractional.
"""

from __future__ import annotations

from collections.abc import Iterable
from math import ceil, sqrt

import msgspec

from store.records.kinds import Kind
from store.rules.pauses import Spans, after_pauses, paused_between

PRIOR_GAPS = 2.0
"""How many gaps the prior is worth."""

COUNTING_WEIGHT = 0.4
"""The least weight at which a contact makes a gap."""

LAYER_EVIDENCE = 3.0
"""How many contacts a layer set by the user is worth as evidence that the tie is real."""

PLAIN_GAP = 30.0
"""The gap supposed where nothing else is known, in days."""

PLAIN_GAP_PEOPLE = 4.0
"""How many people the plain gap is worth beside the user's own usual."""

ContactDay = tuple[int, float, Kind | None, bool]
"""A day (ordinal), the weight of its contact, the kind that gave it that weight (None where only
the day of a talk was remembered), and whether it waits for an answer."""


class Rhythm(msgspec.Struct, frozen=True, gc=False):
    """What a person's contacts come to; enough to go on from, in constant time."""

    contacts: float = 0.0
    """Weighted contact days, `n`."""
    gaps: float = 0.0
    """Weighted gaps, `N`."""
    roots: float = 0.0
    """Sum of the weighted square roots of the gaps, `G`."""
    last: float | None = None
    """The moved clock: where a contact of full weight last set it, or partly pulled it."""

    def step(self, day: int, weight: float, spans: Spans = ()) -> Rhythm:
        """The rhythm after one more contact day.

        Args:
            day: not before `last`.
            weight: between 0 and 1.
            spans: paused days.
        """
        if self.last is None:
            return Rhythm(weight, 0.0, 0.0, float(day))
        gap = running_days(spans, self.last, day)
        moved = _moved(self.last, day, weight, gap, spans)
        contacts = self.contacts + weight
        if weight < COUNTING_WEIGHT:
            return Rhythm(contacts, self.gaps, self.roots, moved)
        return Rhythm(contacts, self.gaps + weight, self.roots + weight * sqrt(gap), moved)


def running_days(spans: Spans, start: float, end: float) -> float:
    """The days from a moment to a later one on which the clock runs."""
    return max(0.0, end - start - paused_between(spans, start, end)) if spans else end - start


def _moved(last: float, day: int, weight: float, gap: float, spans: Spans) -> float:
    """Where a contact pulls the clock: its weight's part of the running days since."""
    if weight >= 1.0:
        return float(day)
    return after_pauses(spans, last, weight * gap) if spans else last + weight * gap


NOTHING_YET = Rhythm()


def replay(days: Iterable[ContactDay], spans: Spans = (), after: Rhythm = NOTHING_YET) -> Rhythm:
    """The rhythm after contact days in their order; as `step` for each, without a struct each.

    Args:
        days: in order, none before `after.last`.
        spans: paused days.
        after: what was before them.
    """
    contacts, gaps, roots = after.contacts, after.gaps, after.roots
    last = after.last or 0.0
    begun = after.last is not None
    for each in days:
        day, weight = each[0], each[1]
        if not begun:
            contacts, last, begun = weight, float(day), True
            continue
        gap = running_days(spans, last, day) if spans else day - last
        last = _moved(last, day, weight, gap, spans)
        contacts += weight
        if weight >= COUNTING_WEIGHT:
            gaps += weight
            roots += weight * sqrt(gap)
    return Rhythm(contacts, gaps, roots, last) if begun else NOTHING_YET


def usual_gap(rhythm: Rhythm, prior: float) -> float:
    """What people read as "usually every ~3 weeks", in days.

    Args:
        rhythm: what was seen.
        prior: the gap supposed before anything was seen, in days.
    """
    root = (PRIOR_GAPS * sqrt(prior) + rhythm.roots) / (PRIOR_GAPS + rhythm.gaps)
    # A gap of 60 days is 60, not a hair more: days are compared with it.
    return round(root * root, 9)


def survival(rhythm: Rhythm, prior: float, silence: float) -> float:
    """The chance that the usual rhythm has a gap longer than this silence."""
    scale = PRIOR_GAPS * sqrt(prior) + rhythm.roots
    chance: float = (scale / (scale + sqrt(silence))) ** (PRIOR_GAPS + rhythm.gaps)
    return chance


def last_chance(rhythm: Rhythm, evidence: float) -> float:
    """The chance that the last contact was the last, before any silence (Laplace's rule).

    Args:
        rhythm: what was seen.
        evidence: how many contacts a layer set by the user is worth; 0 without one.
    """
    return 1.0 / (rhythm.contacts + 2.0 + evidence)


def loss(rhythm: Rhythm, prior: float, evidence: float, silence: float) -> float:
    """How likely the tie has been lost after this silence: orders well, is not calibrated."""
    q = last_chance(rhythm, evidence)
    return q / (q + (1.0 - q) * survival(rhythm, prior, silence))


def silence_until(rhythm: Rhythm, prior: float, evidence: float, threshold: float) -> float:
    """The silence at which `loss` reaches a threshold; 0 where it is there from the start."""
    q = last_chance(rhythm, evidence)
    remaining = q * (1.0 - threshold) / (threshold * (1.0 - q))
    if remaining >= 1.0:
        return 0.0
    scale = PRIOR_GAPS * sqrt(prior) + rhythm.roots
    root: float = scale * (remaining ** (-1.0 / (PRIOR_GAPS + rhythm.gaps)) - 1.0)
    return root * root


def own_usual(mean_roots: Iterable[float]) -> float:
    """The user's own usual gap, in days, over the mean square root gap of each person with one."""
    total, people = PLAIN_GAP_PEOPLE * sqrt(PLAIN_GAP), PLAIN_GAP_PEOPLE
    for root in mean_roots:
        total += root
        people += 1.0
    mean = total / people
    return mean * mean


def whole_days(span: float) -> int:
    """The first whole day at or after a span, forgiving the noise of floating point."""
    return ceil(span - 1e-9)
