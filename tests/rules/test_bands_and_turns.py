from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.records.ids import PersonId
from store.records.interaction import Interaction
from store.records.person import Pause, Person
from store.rules.bands import ORDER, band_of, rank_of
from store.rules.contacts import contacts_of, history_of
from store.rules.pauses import spans_of
from store.rules.tie import Day, Standing, is_unsorted, standing_of
from store.rules.turns import chance, first_turn, turn_day, turn_is_due

TODAY = date(2026, 11, 20)
DAY = Day(today=TODAY.toordinal(), layer_days={5: 21, 15: 45, 50: 120, 150: 365}, usual=30.0)


def stand(person: Person, *agos: int) -> Standing:
    talks = [
        Interaction(
            id=str(ago), people=(PersonId("P"),), kind="call", on=TODAY - timedelta(days=ago)
        )
        for ago in agos
    ]
    spans = spans_of(person.pauses)
    return standing_of(
        person, history_of(contacts_of(talks, DAY.today), DAY.today, spans), spans, DAY
    )


def somebody(**fields: object) -> Person:
    return Person(id="P", name="Zoë", **fields)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("p_lost", "band"),
    [(0.149, "hot"), (0.15, "warm"), (0.30, "cooling"), (0.50, "cold"), (0.75, "frozen")],
)
def test_bands_begin_at_their_bounds(p_lost: float, band: str) -> None:
    assert ORDER[rank_of(p_lost)] == band


def test_nothing_colder_than_warm_within_half_a_gap() -> None:
    assert band_of(0.6, 14, 30.0, None) == "warm"
    assert band_of(0.6, 15, 30.0, None) == "cold"
    assert band_of(0.1, 3, 30.0, None) == "hot"


def test_past_a_set_cadence_a_tie_is_at_least_cooling_and_past_twice_cold() -> None:
    assert band_of(0.1, 30, 40.0, 30) == "hot"
    assert band_of(0.1, 31, 40.0, 30) == "cooling"
    assert band_of(0.1, 61, 40.0, 30) == "cold"
    assert band_of(0.9, 61, 40.0, 30) == "frozen"


def test_a_tie_sleeps_past_a_year_and_eight_gaps() -> None:
    assert band_of(0.8, 365, 30.0, None) == "frozen"
    assert band_of(0.8, 366, 30.0, None) == "dormant"
    assert band_of(0.8, 366, 50.0, None) == "frozen"
    assert band_of(0.8, 401, 50.0, None) == "dormant"


@given(st.floats(0, 1), st.integers(0, 5000), st.floats(1, 500))
def test_a_fresh_tie_never_looks_cold(p_lost: float, silent: int, usual: float) -> None:
    if silent < usual / 2:
        assert band_of(p_lost, silent, usual, None) in ("hot", "warm")


def test_somebody_never_talked_to_is_new_and_never_cold() -> None:
    standing = stand(somebody(layer=5))
    assert standing.band == "new"
    assert standing.p_lost is None
    assert standing.turns_cold_on() is None
    assert standing.usual_gap_days == pytest.approx(21.0)


def test_the_prior_is_the_cadence_then_the_layer_then_the_own_usual() -> None:
    assert stand(somebody(layer=5, cadence_days=90)).prior == 90
    assert stand(somebody(layer=15)).prior == 45
    assert stand(somebody()).prior == 30.0


def test_the_day_of_turning_cold_is_the_first_at_one_half() -> None:
    cold = stand(somebody(cadence_days=30), 0).turns_cold_on()
    assert cold == TODAY + timedelta(days=21)


def test_a_past_day_of_turning_cold_stays() -> None:
    cold = stand(somebody(cadence_days=30), 35).turns_cold_on()
    assert cold == TODAY - timedelta(days=14)


def test_a_pause_stops_the_clock_and_hides_the_day_of_turning_cold() -> None:
    pause = Pause(start=TODAY - timedelta(days=9), until=TODAY)
    paused = stand(somebody(cadence_days=30, pauses=(pause,)), 35)
    assert paused.state == "paused"
    assert paused.silent_days == 25
    assert paused.p_lost == stand(somebody(cadence_days=30), 25).p_lost
    assert paused.turns_cold_on() is None


def test_a_pause_to_come_moves_the_day_of_turning_cold() -> None:
    pause = Pause(start=TODAY + timedelta(days=5), until=TODAY + timedelta(days=9))
    cold = stand(somebody(cadence_days=30, pauses=(pause,)), 0).turns_cold_on()
    assert cold == TODAY + timedelta(days=26)


@pytest.mark.parametrize(
    ("fields", "state"),
    [
        ({"cadence_days": 0}, "seen_anyway"),
        ({"status": "faded"}, "faded"),
        ({"status": "deceased", "cadence_days": 0}, "deceased"),
    ],
)
def test_without_a_clock_there_is_no_band(fields: dict[str, object], state: str) -> None:
    standing = stand(somebody(**fields), 100)
    assert standing.state == state
    assert standing.band is None
    assert standing.p_lost is None
    assert standing.last_on == TODAY - timedelta(days=100)
    assert not turn_is_due(somebody(**fields), standing, TODAY)


def test_a_turn_is_due_at_the_usual_gap_to_the_day() -> None:
    person = somebody(layer=5)
    assert not turn_is_due(person, stand(person, *range(20, 200, 21)), TODAY)
    assert turn_is_due(person, stand(person, *range(21, 200, 21)), TODAY)


def test_a_turn_is_due_past_a_cadence() -> None:
    person = somebody(cadence_days=10)
    assert turn_is_due(person, stand(person, 11, 200, 400), TODAY)


def test_a_dormant_tie_waits_in_its_own_lane() -> None:
    person = somebody()
    standing = stand(person, 900)
    assert standing.band == "dormant"
    assert not turn_is_due(person, standing, TODAY)


def test_first_turns_are_spread_over_one_gap_by_id_alone() -> None:
    days = [
        first_turn(person, stand(person))
        for person in (
            Person(id=f"01ARZ3NDEKTSV4RRFFQ69G5{n:03}", name="N", layer=5, added=TODAY)
            for n in range(210)
        )
    ]
    offsets = [(day - TODAY).days for day in days if day is not None]
    assert len(offsets) == 210
    assert set(offsets) == set(range(21))
    assert max(offsets.count(each) for each in range(21)) < 25


def test_somebody_new_without_layer_or_cadence_has_no_turn() -> None:
    person = somebody(added=TODAY)
    assert first_turn(person, stand(person)) is None


def test_the_day_past_a_cadence_is_that_of_the_turn() -> None:
    person, agos = somebody(cadence_days=10), (0, 60, 120, 180, 240)
    assert turn_day(person, stand(person, *agos)) == TODAY + timedelta(days=11)
    at_cadence = stand(person, *(ago + 10 for ago in agos))
    past_it = stand(person, *(ago + 11 for ago in agos))
    assert not turn_is_due(person, at_cadence, TODAY)
    assert turn_is_due(person, past_it, TODAY)


def test_somebody_new_is_ordered_by_what_the_layer_alone_tells() -> None:
    near, plain = somebody(layer=5), somebody(cadence_days=30)
    assert chance(stand(near)) == pytest.approx(1 / (2 + 3))
    assert chance(stand(plain)) == 1 / 2
    assert chance(stand(near, 40)) == stand(near, 40).p_lost


def test_the_day_of_a_turn_is_the_first_on_which_it_is_due() -> None:
    for person in (somebody(layer=5), somebody(cadence_days=14), somebody()):
        day = turn_day(person, stand(person, 0, 40, 70))
        assert day is not None
        ahead = (day - TODAY).days
        early, on_day = (
            stand(person, ahead - 1, ahead + 39, ahead + 69),
            stand(person, ahead, ahead + 40, ahead + 70),
        )
        assert turn_is_due(person, on_day, TODAY)
        assert not turn_is_due(person, early, TODAY)


def test_an_imported_card_is_unsorted_until_something_is_done_about_it() -> None:
    history = history_of(contacts_of([], DAY.today), DAY.today)
    assert is_unsorted(somebody(sources=("uid:1",)), history, False)
    assert not is_unsorted(somebody(sources=("uid:1",)), history, True)
    assert not is_unsorted(somebody(sources=("uid:1",), layer=50), history, False)
    assert not is_unsorted(somebody(), history, False)


@given(st.lists(st.integers(0, 900), min_size=1, max_size=12), st.sampled_from([None, 5, 50]))
def test_longer_silence_is_never_lighter(agos: list[int], layer: int | None) -> None:
    person = somebody(layer=layer)
    now, later = stand(person, *agos), stand(person, *(ago + 30 for ago in agos))
    assert now.p_lost is not None
    assert later.p_lost is not None
    assert now.p_lost <= later.p_lost


@pytest.mark.parametrize("gap", range(1, 366))
def test_a_cadence_is_no_hair_longer_than_it_says(gap: int) -> None:
    assert stand(somebody(cadence_days=gap)).usual_gap_days == gap


def test_a_cadence_below_nothing_is_none() -> None:
    assert somebody(cadence_days=-5).cadence_days is None
