"""The rhythm finds the ties that are about to be lost: real contacts, the product's own rules."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from random import Random

import pytest
from decay.cases import Look, looks_at
from decay.contact_sets import SETS, ContactSet, correspondence_in, folder_of
from decay.evaluation import Results, Scored, evaluated, mean_of
from decay.floors import LEAST_AREA, shortcomings
from decay.metrics import area, captured, ranks
from decay.own_rule import OWN, TALKS, own_rules
from decay.rivals import MEDIAN_GAP, ONE_CADENCE, SET_ONCE, TIER_CADENCE, rivals_of

EVERY_SET = pytest.mark.parametrize("chosen", SETS, ids=[each.name for each in SETS])

PUBLISHED = {
    "enron": {ONE_CADENCE: 0.766, TIER_CADENCE: 0.653, SET_ONCE: 0.715, MEDIAN_GAP: 0.674},
    "xfs": {ONE_CADENCE: 0.707, TIER_CADENCE: 0.577, SET_ONCE: 0.667, MEDIAN_GAP: 0.630},
    "college": {ONE_CADENCE: 0.783, TIER_CADENCE: 0.661, SET_ONCE: 0.756, MEDIAN_GAP: 0.714},
}
"""AUC of the rivals, which no change of ours may move."""


@cache
def looks_in(folder: Path, chosen: ContactSet) -> tuple[Look, ...]:
    path = folder / chosen.file
    if not path.exists():
        pytest.skip(f"no contacts: {path} is not there (ARROSOIR_SHARED names another folder)")
    return tuple(looks_at(correspondence_in(path), chosen))


def results_of(shared: Path, chosen: ContactSet, scores: dict[str, Scored]) -> Results:
    looks = looks_in(folder_of(shared), chosen)
    rivals = {name: Scored(score) for name, score in rivals_of(chosen.name).items()}
    return evaluated(looks, rivals | scores, chosen.horizon, chosen.follow_up)


@EVERY_SET
def test_the_rule_finds_lost_ties_and_beats_cadences(shared: Path, chosen: ContactSet) -> None:
    ours = {name: Scored(score, is_chance=True) for name, score in own_rules().items()}
    results = results_of(shared, chosen, ours)
    short = [each for name in OWN for each in shortcomings(results, name, LEAST_AREA[name])]
    assert not short, "\n".join(short)


@EVERY_SET
def test_the_rivals_are_what_was_published(shared: Path, chosen: ContactSet) -> None:
    results = results_of(shared, chosen, {})
    found = {name: mean_of(results, name, "lost_auc") for name in PUBLISHED[chosen.name]}
    assert found == pytest.approx(PUBLISHED[chosen.name], abs=0.0006)


@EVERY_SET
def test_an_order_that_knows_nothing_falls_short(shared: Path, chosen: ContactSet) -> None:
    random = Random(1)
    right = own_rules()[TALKS]
    results = results_of(
        shared,
        chosen,
        {
            "noise": Scored(lambda look, horizon: [random.random() for _ in look.ties], True),
            "upside down": Scored(
                lambda look, horizon: [1.0 - each for each in right(look, horizon)], True
            ),
            "weekday": Scored(
                lambda look, horizon: [tie.silence % 7 / 7 for tie in look.ties], True
            ),
            "a rival": Scored(rivals_of(chosen.name)[MEDIAN_GAP]),
        },
    )
    for name in ("noise", "upside down", "weekday"):
        assert len(list(shortcomings(results, name, 0.77))) >= 4, name
    assert list(shortcomings(results, "a rival", 0.77))


def test_the_measures_by_hand() -> None:
    lost = [True, True, True, False, False, False]
    assert ranks([5.0, 1.0, 5.0]) == [2.5, 1.0, 2.5]
    assert area(lost, [6, 5, 4, 3, 2, 1]) == 1.0
    assert area(lost, [1, 1, 1, 1, 1, 1]) == 0.5
    assert area(lost, [1, 2, 3, 4, 5, 6]) == 0.0
    many = [place < 6 for place in range(11)]
    values = [float(place) for place in range(11)]
    assert captured(many, values, values) == 0.0
    assert captured(many, values, [5 - abs(place - 3) for place in values]) == 1.0
