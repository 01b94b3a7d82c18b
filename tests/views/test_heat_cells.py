from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from store.actions.demo.network import demo_snapshot
from store.config.settings import Settings
from store.records.ids import PersonId
from store.records.interaction import Interaction
from store.records.kinds import Layer
from store.records.person import Pause, Person
from store.records.snapshot import Snapshot, snapshot_of
from store.rules.bands import ORDER
from store.views.heat import first_rows, heat_rows, heat_summary
from store.views.heat_cells import heat_cells
from store.views.tie_detail import tie_detail
from store.views.ties import Ties
from store.views.today import rows_of_person
from store.words.fold import fold

TODAY = date(2026, 11, 20)


def ties_of(snapshot: Snapshot) -> Ties:
    return Ties.of(snapshot, TODAY, Settings())


def somebody(id: str, name: str, layer: Layer | None = None, **more: object) -> Person:
    return Person(id=id, name=name, layer=layer, **more)  # type: ignore[arg-type]


def spoken(id: str, *days_ago: int) -> list[Interaction]:
    return [
        Interaction(
            id=f"{id}{days}",
            people=(PersonId(id),),
            kind="call",
            on=TODAY - timedelta(days=days),
        )
        for days in days_ago
    ]


def network(people: list[Person], talks: list[Interaction]) -> Snapshot:
    return snapshot_of(
        {
            "people": {each.id: each for each in people},
            "interactions": {each.id: each for each in talks},
        }
    )


@settings(max_examples=8, deadline=None)
@given(st.integers(0, 60), st.integers(0, 9))
def test_everybody_in_the_heat_has_one_cell_in_their_lane_from_lively_to_silent(
    people: int, seed: int
) -> None:
    snapshot = demo_snapshot(people, seed, TODAY, "fr")
    ties = ties_of(snapshot)
    lanes = heat_cells(ties)
    everybody = [id for lane in lanes for id in lane.people]
    assert sorted(everybody) == sorted(row.person for row in heat_rows(snapshot, ties))
    assert len(everybody) == heat_summary(snapshot, ties).people
    for lane in lanes:
        assert sum(count for _, count in lane.counts) == len(lane.people)
        order = []
        for id in lane.people:
            standing, person = ties[id], snapshot.people[id]
            assert lane.apart == standing.band or lane.layer == person.layer
            rank = ORDER.index(standing.band) if standing.band in ORDER else 0
            order.append((rank, standing.p_lost or 0.0, fold(person.name), id))
        assert order == sorted(order)


def test_those_who_sleep_and_those_not_yet_talked_to_stand_apart_and_others_have_no_cell() -> None:
    people = [
        somebody("A", "Ana", 15),
        somebody("B", "Bo", 15),
        somebody("C", "Cy", 5),
        somebody("D", "Di", 5, cadence_days=0),
        somebody("E", "Ed", 5, status="faded"),
    ]
    lanes = heat_cells(ties_of(network(people, [*spoken("A", 9), *spoken("B", 900, 950)])))
    assert [(lane.layer, lane.apart, lane.people) for lane in lanes] == [
        (15, None, ("A",)),
        (None, "dormant", ("B",)),
        (None, "new", ("C",)),
    ]


def test_those_alike_stand_by_folded_name() -> None:
    people = [somebody("1", "Zoe"), somebody("2", "Émile"), somebody("3", "eva")]
    (lane,) = heat_cells(ties_of(network(people, [])))
    assert lane.people == ("2", "3", "1")


def test_the_first_row_of_each_is_the_one_their_rows_begin_with() -> None:
    snapshot = demo_snapshot(150, 1, TODAY, "en")
    ties = ties_of(snapshot)
    found = first_rows(ties, frozenset(snapshot.people))
    assert found
    for id in snapshot.people:
        assert found.get(id) == next(iter(rows_of_person(ties, id)), None)


def turns(*days_ago: int, **more: object) -> list[tuple[str, int]]:
    """What is to come or was, and in how many days."""
    snapshot = network([somebody("A", "Ana", **more)], spoken("A", *days_ago))  # type: ignore[arg-type]
    tie = tie_detail(snapshot, ties_of(snapshot), PersonId("A"))
    return [(turn.what, (turn.on - TODAY).days) for turn in tie.turns]


def test_a_steady_tie_slips_and_then_turns_thin() -> None:
    (slips, first), (thins, second) = turns(5, 30, 55, 80, 105)
    assert (slips, thins) == ("slips", "thins")
    assert 0 < first < second


def test_a_thin_tie_is_thin_since_a_day_that_is_past() -> None:
    ((what, days),) = turns(200, 220, 240, cadence_days=20)
    assert what == "thin"
    assert days < 0


def test_a_cadence_of_ones_own_counts_where_it_is_stricter() -> None:
    last, cadence = 10, 14
    found = dict(turns(last, 40, 70, 100, 130, 160, 190, layer=15, cadence_days=cadence))
    assert found["slips"] <= cadence + 1 - last
    assert found["thins"] <= 2 * cadence + 1 - last


def test_nothing_turns_while_the_clock_rests_or_where_there_was_no_talk() -> None:
    assert turns() == []
    assert turns(5, 30, pauses=(Pause(start=TODAY, until=TODAY),)) == []
    assert turns(900, 950) == []
