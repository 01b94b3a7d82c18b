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
from store.rules.pauses import Spans, paused_between

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

ContactDay = tuple[int, float, Kind]
"""A day (ordinal), the weight of its contact, and the kind that gave it that weight."""


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

    def step(self, day: int, weight: float, paused: float = 0.0) -> Rhythm:
        """The rhythm after one more contact day.

        Args:
            day: not before `last`.
            weight: between 0 and 1.
            paused: paused days between `last` and `day`.
        """
        if self.last is None:
            return Rhythm(weight, 0.0, 0.0, float(day))
        moved = self.last + weight * (day - self.last)
        contacts = self.contacts + weight
        if weight < COUNTING_WEIGHT:
            return Rhythm(contacts, self.gaps, self.roots, moved)
        gap = max(0.0, day - self.last - paused)
        return Rhythm(contacts, self.gaps + weight, self.roots + weight * sqrt(gap), moved)


def replay(days: Iterable[ContactDay], spans: Spans = ()) -> Rhythm:
    """The rhythm after contact days in their order; as `step` for each, without a struct each."""
    contacts = gaps = roots = last = 0.0
    begun = False
    for day, weight, _ in days:
        if not begun:
            contacts, last, begun = weight, float(day), True
            continue
        gap = day - last
        if spans:
            gap = max(0.0, gap - paused_between(spans, last, day))
        last += weight * (day - last)
        contacts += weight
        if weight >= COUNTING_WEIGHT:
            gaps += weight
            roots += weight * sqrt(gap)
    return Rhythm(contacts, gaps, roots, last) if begun else Rhythm()


def usual_gap(rhythm: Rhythm, prior: float) -> float:
    """What people read as "usually every ~3 weeks", in days.

    Args:
        rhythm: what was seen.
        prior: the gap supposed before anything was seen, in days.
    """
    root = (PRIOR_GAPS * sqrt(prior) + rhythm.roots) / (PRIOR_GAPS + rhythm.gaps)
    return root * root


def survival(rhythm: Rhythm, prior: float, silence: float) -> float:
    """The chance that the usual rhythm has a gap longer than this silence."""
    scale = PRIOR_GAPS * sqrt(prior) + rhythm.roots
    chance: float = (scale / (scale + sqrt(silence))) ** (PRIOR_GAPS + rhythm.gaps)
    return chance


def last_chance(rhythm: Rhythm, layered: bool) -> float:
    """The chance that the last contact was the last, before any silence (Laplace's rule)."""
    return 1.0 / (rhythm.contacts + 2.0 + (LAYER_EVIDENCE if layered else 0.0))


def loss(rhythm: Rhythm, prior: float, layered: bool, silence: float) -> float:
    """How likely the tie has been lost after this silence: orders well, is not calibrated."""
    q = last_chance(rhythm, layered)
    return q / (q + (1.0 - q) * survival(rhythm, prior, silence))


def silence_until(rhythm: Rhythm, prior: float, layered: bool, threshold: float) -> float:
    """The silence at which `loss` reaches a threshold; 0 where it is there from the start."""
    q = last_chance(rhythm, layered)
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
