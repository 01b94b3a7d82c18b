from __future__ import annotations

from datetime import date
from itertools import accumulate

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.records.person import Pause
from store.rules.pauses import after_pauses, is_paused, paused_between, spans_of
from store.rules.rhythm import (
    LAYER_EVIDENCE,
    ContactDay,
    Rhythm,
    last_chance,
    loss,
    own_usual,
    replay,
    silence_until,
    survival,
    usual_gap,
)

GAPS = st.lists(st.integers(1, 400), max_size=15)
EVIDENCE = st.sampled_from([0.0, 3.0])
WEIGHTS = st.sampled_from([0.1, 0.4, 1.0])
PRIORS = st.floats(1.0, 400.0)


def days_of(gaps: list[int], weights: list[float] | None = None) -> list[ContactDay]:
    days = accumulate(gaps, initial=700_000)
    each = weights or [1.0] * (len(gaps) + 1)
    return [(day, weight, "call", False) for day, weight in zip(days, each, strict=True)]


@pytest.mark.parametrize(
    ("gaps", "silent", "p_lost", "usual", "until_cold"),
    [
        ([], 0, 0.333, 30.0, 20.6),
        ([], 35, 0.543, 30.0, 0),
        ([21, 20, 25, 18], 10, 0.236, 23.8, 93.6),
        ([21, 20, 25, 18], 56, 0.395, 23.8, 47.6),
        ([7] * 20, 21, 0.173, 8.4, 71.8),
        ([7] * 20, 120, 0.597, 8.4, 0),
        ([90, 100, 80], 120, 0.406, 62.0, 103.7),
        ([1, 1, 1, 1], 30, 0.520, 6.2, 0),
    ],
)
def test_the_vectors_hold_to_the_printed_digits(
    gaps: list[int], silent: int, p_lost: float, usual: float, until_cold: float
) -> None:
    rhythm = replay(days_of(gaps))
    assert round(loss(rhythm, 30.0, 0.0, silent), 3) == p_lost
    assert round(usual_gap(rhythm, 30.0), 1) == usual
    left = max(0.0, silence_until(rhythm, 30.0, 0.0, 0.5) - silent)
    assert round(left, 1) == until_cold


def test_a_layer_turns_a_fresh_tie_cooling_at_about_its_prior_gap() -> None:
    once = replay(days_of([]))
    for gap in (21, 45, 120, 365):
        assert silence_until(once, gap, LAYER_EVIDENCE, 0.30) == pytest.approx(gap, rel=0.35)


def test_the_first_contact_makes_no_gap_whatever_its_weight() -> None:
    assert replay([(100, 0.1, "social", False)]) == Rhythm(0.1, 0.0, 0.0, 100.0)


def test_a_light_contact_pulls_the_clock_but_makes_no_gap() -> None:
    rhythm = replay([(100, 1.0, "call", False), (110, 0.1, "social", False)])
    assert rhythm == Rhythm(1.1, 0.0, 0.0, 101.0)


def test_an_unanswered_message_moves_the_clock_by_two_fifths() -> None:
    rhythm = replay([(100, 1.0, "call", False), (110, 0.4, "message", True)])
    assert rhythm.last == pytest.approx(104.0)
    assert rhythm.gaps == 0.4
    assert rhythm.roots == pytest.approx(0.4 * 10**0.5)


def test_the_own_usual_leans_on_thirty_days_until_people_are_known() -> None:
    assert own_usual([]) == pytest.approx(30.0)
    assert own_usual([7**0.5] * 10_000) == pytest.approx(7.0, rel=0.01)


def test_paused_days_leave_gaps_and_may_overlap() -> None:
    spans = spans_of(
        (Pause(start=date(2026, 1, 5), until=date(2026, 1, 10)),),
        (
            Pause(start=date(2026, 1, 8), until=date(2026, 1, 12)),
            Pause(start=date(2026, 2, 2), until=date(2026, 2, 1)),
        ),
    )
    first = date(2026, 1, 1).toordinal()
    assert paused_between(spans, first, first + 30) == 8
    assert paused_between(spans, first, first + 4) == 1
    assert is_paused(spans, first + 4)
    assert is_paused(spans, first + 11)
    assert not is_paused(spans, first + 12)
    assert after_pauses(spans, first, 10) == first + 18
    days: list[ContactDay] = [(first, 1.0, "call", False), (first + 30, 1.0, "call", False)]
    assert replay(days, spans).roots == 22**0.5


@given(GAPS, PRIORS, EVIDENCE, st.integers(0, 2000), st.integers(1, 500))
def test_silence_never_warms(
    gaps: list[int], prior: float, evidence: float, silence: int, more: int
) -> None:
    rhythm = replay(days_of(gaps))
    assert loss(rhythm, prior, evidence, silence) <= loss(rhythm, prior, evidence, silence + more)


@given(GAPS, PRIORS, EVIDENCE, st.integers(0, 800))
def test_a_contact_never_raises_the_chance_of_loss(
    gaps: list[int], prior: float, evidence: float, silence: int
) -> None:
    before = replay(days_of(gaps))
    last = before.last
    assert last is not None
    after = before.step(int(last) + silence, 1.0)
    assert loss(after, prior, evidence, 0.0) <= loss(before, prior, evidence, silence)


@given(GAPS, PRIORS, EVIDENCE, st.sampled_from([0.15, 0.30, 0.50, 0.75]))
def test_the_threshold_is_reached_where_it_is_said(
    gaps: list[int], prior: float, evidence: float, threshold: float
) -> None:
    rhythm = replay(days_of(gaps))
    silence = silence_until(rhythm, prior, evidence, threshold)
    assert silence >= 0
    reached = loss(rhythm, prior, evidence, silence)
    if silence > 0:
        assert reached == pytest.approx(threshold, rel=1e-6)
    else:
        assert reached >= threshold - 1e-9


@given(st.data())
def test_replaying_is_stepping(data: st.DataObject) -> None:
    gaps = data.draw(GAPS)
    weights = data.draw(st.lists(WEIGHTS, min_size=len(gaps) + 1, max_size=len(gaps) + 1))
    days = days_of(gaps, weights)
    rhythm = Rhythm()
    for day, weight, *_ in days:
        rhythm = rhythm.step(day, weight)
    whole = replay(days)
    assert rhythm.contacts == pytest.approx(whole.contacts)
    assert rhythm.gaps == pytest.approx(whole.gaps)
    assert rhythm.roots == pytest.approx(whole.roots)
    assert rhythm.last == pytest.approx(whole.last)


@given(GAPS, PRIORS, st.integers(0, 3000))
def test_the_usual_gap_lies_among_the_gaps_seen_and_supposed(
    gaps: list[int], prior: float, silence: int
) -> None:
    rhythm = replay(days_of(gaps))
    usual = usual_gap(rhythm, prior)
    assert min([prior, *gaps]) * 0.999 <= usual <= max([prior, *gaps]) * 1.001
    assert 0.0 < survival(rhythm, prior, silence) <= 1.0
    assert 0.0 < last_chance(rhythm, False) <= 0.5
