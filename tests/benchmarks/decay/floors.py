"""What must hold on every set, and what does not."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from decay.evaluation import Results, advantage, mean_of
from decay.own_rule import MESSAGES_IN_USE, TALKS, TALKS_IN_USE
from decay.rivals import MEDIAN_GAP, ONE_CADENCE, SET_ONCE, TIER_CADENCE

LEAST_AREA: Mapping[str, float] = {TALKS: 0.77, TALKS_IN_USE: 0.77, MESSAGES_IN_USE: 0.755}
"""How well lost ties are told from kept ones, at least. Who wrote tells less than that they did."""

BEATEN = (TIER_CADENCE, SET_ONCE, MEDIAN_GAP)
"""Rivals that the rule beats beyond the chance of whom it was tried on."""


def shortcomings(results: Results, ours: str, least_area: float) -> Iterable[str]:
    """Where a score falls short on one set, each in a sentence.

    Args:
        results: of the set, the rivals' included.
        ours: the score in question.
        least_area: below that it finds lost ties too badly.
    """
    found = mean_of(results, ours, "lost_auc")
    if not found >= least_area:
        yield f"AUC of {ours}: {found:.3f}, below {least_area}"
    for rival in BEATEN:
        gain = advantage(results, ours, rival, "lost_auc")
        if not gain.low > 0:
            yield f"AUC of {ours} over {rival}: {gain}, not wholly above 0"
    kept = mean_of(results, ours, "value_captured")
    rival_kept = mean_of(results, ONE_CADENCE, "value_captured")
    if not kept > rival_kept:
        yield f"captured by value, {ours}: {kept:.3f}, {ONE_CADENCE}: {rival_kept:.3f}"
