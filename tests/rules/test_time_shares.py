"""Minutes of several people, and the parts of those who are tended."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from store.records.ids import PersonId
from store.rules.time_shares import parts_by_value, share_out

A, B, C = map(PersonId, "ABC")


def test_minutes_are_split_evenly_and_what_remains_goes_to_the_first() -> None:
    shares = {B: 5}
    share_out(20, (A, B, C), shares)
    assert shares == {A: 7, B: 12, C: 6}
    share_out(1, (C, A), shares)
    assert shares == {A: 7, B: 12, C: 7}
    share_out(30, (), shares)
    assert sum(shares.values()) == 26


@given(st.integers(0, 500), st.integers(1, 9))
def test_the_parts_are_the_whole_and_differ_by_a_minute(minutes: int, people: int) -> None:
    shares: dict[PersonId, int] = {}
    share_out(minutes, [PersonId(str(each)) for each in range(people)], shares)
    assert sum(shares.values()) == minutes
    given = [shares.get(PersonId(str(each)), 0) for each in range(people)]
    assert max(given) - min(given) <= 1


def test_of_eight_two_are_high_and_two_low() -> None:
    parts = parts_by_value({float(each): 1 for each in range(8)})
    assert [parts[float(each)] for each in range(8)] == [
        *("low", "low"),
        *("middle", "middle", "middle", "middle"),
        *("high", "high"),
    ]


def test_equals_stand_together() -> None:
    assert parts_by_value({1.0: 7}) == {1.0: "middle"}
    assert parts_by_value({2.0: 3, 1.0: 7}) == {2.0: "high", 1.0: "middle"}
    assert parts_by_value({2.0: 7, 1.0: 3}) == {2.0: "middle", 1.0: "low"}
    assert parts_by_value({}) == {}


@given(st.dictionaries(st.floats(0, 9), st.integers(1, 30), max_size=12))
def test_who_is_worth_more_is_never_in_a_lower_part(people: dict[float, int]) -> None:
    parts = parts_by_value(people)
    order = ["high", "middle", "low"]
    places = [order.index(parts[value]) for value in sorted(people, reverse=True)]
    assert places == sorted(places)
    assert len(parts) == len(people)
