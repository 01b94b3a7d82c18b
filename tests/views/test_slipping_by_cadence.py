"""The days on which a rhythm set by the user makes a tie slip, and thin."""

from __future__ import annotations

from datetime import timedelta

import pytest
from small_network import TODAY, Network

from store.records.kinds import Band
from store.views.tie_turn import turns_of

CADENCE = 10
AGOS = (0, 60, 120, 180, 240)
"""Talks so far apart that the rhythm set is stricter than the one seen."""


def band_after(silence: int) -> Band | None:
    net = Network()
    ada = net.person("Ada", *(ago + silence for ago in AGOS), cadence_days=CADENCE)
    return net.ties()[ada].band


@pytest.mark.parametrize(
    ("times", "before", "after"), [(1, "warm", "cooling"), (2, "cooling", "cold")]
)
def test_a_tie_slips_past_a_cadence_and_is_thin_past_two(
    times: int, before: Band, after: Band
) -> None:
    net = Network()
    ada = net.person("Ada", *AGOS, cadence_days=CADENCE)
    turns = turns_of(net.ties()[ada], CADENCE, TODAY)
    past = times * CADENCE + 1
    assert turns[times - 1].on == TODAY + timedelta(days=past)
    assert (band_after(past - 1), band_after(past)) == (before, after)
