from __future__ import annotations

from fractions import Fraction
from random import Random

import pytest
from drawn_dues import candidates, due, every_choice, greedy, promises_taken, waiting
from hypothesis import given, settings
from hypothesis import strategies as st

from store.rules.due import Due
from store.rules.fit import MOST_MINUTES, Fitting, fitted, needed
from store.rules.fit import candidates as made_ready
from store.rules.packing import Item, packed


def ids(fitting: Fitting) -> list[str]:
    return [row.id for row in fitting.rows]


def why_out(fitting: Fitting) -> dict[str, str]:
    return {row.id: why for row, why in fitting.left_out}


def test_promises_are_taken_first_while_they_fit() -> None:
    rows = [due(1, 30, group="promised"), due(2, 20, group="promised"), due(3, 10, gain=9)]
    found = fitted(rows, 45)
    assert ids(found) == ["001", "003"]
    assert (found.minutes, found.left) == (40, 5)
    assert [row.id for row in found.promised_out] == ["002"]
    assert found.reasons == ("promised", "all")


def test_a_promise_comes_before_what_counts_for_more() -> None:
    rows = [due(1, 20, group="promised"), due(2, 20, gain=9)]
    found = fitted(rows, 20)
    assert ids(found) == ["001"]
    assert found.next is not None
    assert found.next.id == "002"
    assert why_out(found) == {"002": "long"}


def test_all_promises_of_one_person_are_kept() -> None:
    rows = [due(1, 20, group="promised", person=7), due(2, 5, group="promised", person=7)]
    assert ids(fitted(rows, 30)) == ["001", "002"]


def test_the_best_of_the_rest_fills_what_is_left() -> None:
    found = fitted([due(1, 40, gain=5), due(2, 20, gain=3), due(3, 20, gain=3)], 40)
    assert ids(found) == ["002", "003"]
    assert found.next is not None
    assert found.next.id == "001"


def test_of_equal_rows_the_earlier_is_taken() -> None:
    assert ids(fitted([due(2, 20, gain=3), due(1, 20, gain=3)], 25)) == ["001"]


def test_of_equal_choices_the_one_with_the_earlier_row_is_taken() -> None:
    rows = [due(1, 20, gain=2), due(2, 10, gain=1), due(3, 10, gain=1)]
    assert ids(fitted(rows, 20)) == ["001"]


def test_sums_that_floating_point_would_tell_apart_are_equal() -> None:
    rows = [due(1, 30, gain=0.1 + 0.2), due(2, 10, gain=0.2), due(3, 20, gain=0.1)]
    assert ids(fitted(rows, 30)) == ["001"]
    rows = [due(1, 30, gain=0.3), due(2, 10, gain=0.2), due(3, 20, gain=0.1)]
    assert ids(fitted(rows, 30)) == ["001"]


def test_everybody_has_one_row_with_the_best_gain_of_theirs() -> None:
    rows = [
        due(1, 5, group="occasion", person=7),
        due(2, 5, gain=4, person=7),
        due(3, 5, gain=3, person=8),
    ]
    found = fitted(rows, 5)
    assert ids(found) == ["001"], "the birthday stands for the turn, and counts for as much"
    assert why_out(found) == {"002": "same_person", "003": "outweighed"}


def test_two_rows_of_somebody_who_is_left_out_are_out_for_what_decided() -> None:
    rows = [
        due(1, 20, group="occasion", person=7),
        due(2, 5, gain=2, person=7),
        due(3, 20, gain=3, person=8),
        due(4, 60, group="dormant", gain=3, person=9),
        due(5, 45, group="give", gain=1, person=9),
    ]
    found = fitted(rows, 20)
    assert why_out(found) == {
        "001": "outweighed", "002": "outweighed", "004": "long", "005": "long",
    }  # fmt: skip
    assert found.counted == {"001": 2, "002": 2, "003": 3, "004": 1.5, "005": 0.5}


def test_nobody_has_a_turn_beside_a_promise_that_is_kept() -> None:
    rows = [due(1, 20, group="promised", person=7), due(2, 5, gain=4, person=7)]
    assert ids(fitted(rows, 60)) == ["001"]
    assert ids(fitted(rows, 10)) == ["002"], "a promise that does not fit leaves the turn"


@pytest.mark.parametrize("group", ["dormant", "give"])
def test_the_lanes_count_for_half(group: str) -> None:
    lane = due(1, 20, gain=3, group="dormant" if group == "dormant" else "give")
    assert ids(fitted([lane, due(2, 20, gain=2)], 20)) == ["002"]
    assert ids(fitted([lane, due(2, 20, gain=1)], 20)) == ["001"]


def test_an_occasion_counts_for_what_it_is_told() -> None:
    rows = [due(1, 20, group="occasion"), due(2, 20, gain=2)]
    assert ids(fitted(rows, 20)) == ["002"]
    assert ids(fitted(rows, 20, {"001": 3.0})) == ["001"]


def test_minutes_are_rounded_up_to_five() -> None:
    rows = [due(1, 21), due(2, 1)]
    assert [needed(row) for row in rows] == [25, 5]
    assert fitted(rows, 29).minutes == 25
    assert fitted(rows, 30).minutes == 30


def test_a_question_takes_no_minutes() -> None:
    asked, call = due(1, 0, group="promised"), due(2, 20, gain=1)
    found = fitted([asked, call], 20)
    assert (ids(found), found.minutes) == (["001", "002"], 20)
    assert ids(fitted([asked, call], 0)) == ["001"]


def test_without_minutes_nothing_fits_and_a_day_is_the_most() -> None:
    rows = [due(n, 90, gain=1) for n in range(30)]
    assert ids(fitted(rows, 0)) == ids(fitted(rows, -5)) == []
    assert fitted(rows, 10**9).minutes + fitted(rows, 10**9).left == MOST_MINUTES
    assert fitted([], 45).left == 45


def why_in(rows: list[Due], minutes: int) -> dict[str, str]:
    found = fitted(rows, minutes)
    return dict(zip(ids(found), found.reasons, strict=True))


def test_each_row_says_why_it_is_in() -> None:
    friend, call, note = due(1, 60, gain=9), due(2, 20, gain=8), due(3, 5, gain=2)
    promise = due(4, 10, group="promised")
    assert why_in([friend, call, promise], 70) == {"004": "promised", "001": "most"}
    others = {"002": "dense", "003": "dense", "005": "fills"}
    assert why_in([friend, call, note, due(5, 30, gain=4)], 60) == others
    assert why_in([call, note, promise], 60) == {"004": "promised", "002": "all", "003": "all"}
    assert why_in([friend, note], 30) == {"003": "all"}, "nothing else is short enough"


@settings(max_examples=150)
@given(waiting(8), st.integers(0, 130))
def test_no_choice_is_better_and_of_the_best_the_first_is_taken(
    rows: list[Due], minutes: int
) -> None:
    found = fitted(rows, minutes)
    assert sorted(ids(found)) == sorted(every_choice(rows, minutes))
    assert found.minutes == sum(map(needed, found.rows)) <= minutes
    assert found.left == minutes - found.minutes


@settings(max_examples=60)
@given(waiting(60, people=60), st.integers(0, 240), st.randoms(use_true_random=False))
def test_it_is_never_worth_less_than_greed(rows: list[Due], minutes: int, random: Random) -> None:
    found = fitted(rows, minutes)
    taken = promises_taken(rows, minutes)
    assert list(found.rows[: len(taken)]) == taken
    counts = candidates(rows, taken)
    total = sum((counts[row.id] for row in found.rows[len(taken) :]), Fraction())
    assert total >= greedy(rows, minutes, lambda row, gain: -gain)
    assert total >= greedy(rows, minutes, lambda row, gain: -gain / needed(row))
    assert total >= greedy(rows, minutes, lambda row, gain: row.order)
    shuffled = rows[:]
    random.shuffle(shuffled)
    assert fitted(shuffled, minutes) == found


@settings(max_examples=30)
@given(waiting(20, people=9), st.lists(st.integers(0, 200), max_size=6))
def test_rows_made_ready_once_answer_for_any_minutes(rows: list[Due], asked: list[int]) -> None:
    ready = made_ready(rows)
    for minutes in asked:
        assert ready.fitted(minutes) == fitted(rows, minutes)


@settings(max_examples=60)
@given(waiting(30, people=12), st.integers(0, 240))
def test_what_is_left_out_is_told_whole_and_truly(rows: list[Due], minutes: int) -> None:
    found = fitted(rows, minutes)
    ordered = sorted(rows, key=lambda row: row.order)
    kept = set(ids(found))
    assert [row for row, _ in found.left_out] == [row for row in ordered if row.id not in kept]
    assert list(found.rows) == [row for row in ordered if row.id in kept]
    promised = [row for row in ordered if row.group == "promised" and row.id not in kept]
    assert list(found.promised_out) == promised
    counts = candidates(rows, promises_taken(rows, minutes))
    out = {id: counts[id] for id in counts if id not in kept}
    for row, why in zip(found.rows, found.reasons, strict=True):
        if why == "most":
            assert counts[row.id] >= max(out.values())
        if why == "dense":
            dense = max(out[each.id] / needed(each) for each in rows if each.id in out)
            assert counts[row.id] / needed(row) >= dense
    if out:
        assert found.next is not None
        assert counts[found.next.id] == max(out.values())
    else:
        assert found.next is None


@settings(max_examples=60)
@given(st.lists(st.tuples(st.integers(1, 12), st.integers(1, 4)), max_size=120), st.integers(0, 40))
def test_those_that_no_choice_can_hold_are_left_aside_without_loss(
    drawn: list[tuple[int, int]], room: int
) -> None:
    items = [Item(place, size, gain) for place, (size, gain) in enumerate(drawn)]
    chosen = packed(items, room)
    assert sum(items[place].size for place in chosen) <= room
    # A table over all of them, each cell the best gain and, of equal ones, the earliest places.
    best: list[tuple[int, tuple[int, ...]]] = [(0, ())] * (room + 1)
    for item in reversed(items):
        for size in range(room, item.size - 1, -1):
            gain, places = best[size - item.size]
            if gain + item.gain >= best[size][0]:
                best[size] = (gain + item.gain, (item.place, *places))
    assert chosen == set(best[room][1])
