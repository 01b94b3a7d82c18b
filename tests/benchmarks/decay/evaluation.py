"""All scores over all looks of a set: a mean per person, means over people, and differences."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import log1p

import msgspec

from decay.cases import Look
from decay.metrics import (
    Estimate,
    area,
    average_precision,
    captured,
    estimate,
    known_mean,
    precision,
    ranks,
)
from decay.rivals import Scorer

MEASURES: Mapping[str, str] = {
    "quiet_auc": "AUC quiet H",
    "quiet_ap": "AP quiet H",
    "lost_auc": "AUC lost F",
    "lost_ap": "AP lost F",
    "rhythm_auc": "AUC own rhythm",
    "stays_auc": "AUC lost F, who stays",
    "precision": "lost among the first 5",
    "captured": "captured by 5",
    "value_captured": "captured by 5, by value",
}
"""What is measured, with its head in the table."""

ByEgo = dict[int, float]
"""A mean over the looks of each person; nan where none says anything."""

Results = dict[str, dict[str, ByEgo]]
"""By name of the score, then by measure."""


class Scored(msgspec.Struct, frozen=True):
    """A score, and whether it is a chance between 0 and 1 that may be multiplied as it is."""

    score: Scorer
    is_chance: bool = False


def evaluated(
    looks: Sequence[Look], scores: Mapping[str, Scored], horizon: int, follow_up: int
) -> Results:
    """Measure every score.

    Args:
        looks: of one set.
        scores: by name.
        horizon: H, in days.
        follow_up: F, in days.
    """
    return {
        name: _by_measure([(look, _measured(look, each, horizon, follow_up)) for look in looks])
        for name, each in scores.items()
    }


def _measured(look: Look, scored: Scored, horizon: int, follow_up: int) -> dict[str, float]:
    soon, later = scored.score(look, horizon), scored.score(look, follow_up)
    quiet, lost = [tie.quiet for tie in look.ties], [tie.lost for tie in look.ties]
    stays = [place for place, tie in enumerate(look.ties) if tie.stays]
    values = [log1p(tie.recent) for tie in look.ties]
    # What is no chance becomes one by its rank, so that all get the same fair product.
    chances = later if scored.is_chance else [(rank - 0.5) / len(later) for rank in ranks(later)]
    worths = [chance * value for chance, value in zip(chances, values, strict=True)]
    return {
        "quiet_auc": area(quiet, soon),
        "quiet_ap": average_precision(quiet, soon),
        "lost_auc": area(lost, later),
        "lost_ap": average_precision(lost, later),
        "rhythm_auc": area([tie.off_rhythm for tie in look.ties], later),
        "stays_auc": area([lost[place] for place in stays], [later[place] for place in stays]),
        "precision": precision(lost, later),
        "captured": captured(lost, values, later),
        "value_captured": captured(lost, values, worths),
    }


def _by_measure(measured: Sequence[tuple[Look, dict[str, float]]]) -> dict[str, ByEgo]:
    found: dict[str, dict[int, list[float]]] = {measure: {} for measure in MEASURES}
    for look, values in measured:
        for measure, value in values.items():
            found[measure].setdefault(look.ego, []).append(value)
    return {
        measure: {ego: known_mean(each) for ego, each in by_ego.items()}
        for measure, by_ego in found.items()
    }


def mean_of(results: Results, name: str, measure: str) -> float:
    """The mean over people."""
    return known_mean(results[name][measure].values())


def advantage(results: Results, ours: str, theirs: str, measure: str) -> Estimate:
    """By how much the first beats the second, person by person."""
    one, other = results[ours][measure], results[theirs][measure]
    return estimate(one[ego] - other[ego] for ego in one)
