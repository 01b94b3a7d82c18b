"""What still fits of a choice, as the minutes go by."""

from __future__ import annotations

from drawn_dues import due
from hypothesis import given, settings
from hypothesis import strategies as st

from store.rules.fit import needed
from store.rules.fit_left import outside

CALL, NOTE, VISIT = due(1, 20), due(2, 5), due(3, 60)


def test_a_minute_gone_by_turns_nothing_over() -> None:
    assert outside((CALL, NOTE), 25) == frozenset()
    # 24 minutes are not enough for both, to the minute; the one begun first may well be shorter.
    assert outside((CALL, NOTE), 24) == frozenset()


def test_what_takes_longer_than_what_is_left_goes_out_by_itself() -> None:
    assert outside((CALL, NOTE, VISIT), 56) == frozenset()
    assert outside((CALL, NOTE, VISIT), 55) == {"003"}
    assert outside((CALL, NOTE, VISIT), 15) == {"001", "003"}
    assert outside((CALL, NOTE, VISIT), 0) == {"001", "002", "003"}


def test_what_is_seen_to_stays_where_it_is() -> None:
    assert outside((CALL, NOTE), 10, held={"001"}) == frozenset()
    # One that is out does not jump up while the cursor stands on it, either.
    assert outside((NOTE,), 60, out={"002"}, held={"002"}) == {"002"}


def test_a_promise_that_found_no_room_comes_in_where_others_were_shorter() -> None:
    assert outside((CALL, VISIT), 70, out={"003"}) == {"003"}
    assert outside((VISIT,), 61, out={"003"}) == frozenset()


@settings(max_examples=60)
@given(
    st.lists(st.sampled_from((1, 5, 7, 20, 60)), max_size=8),
    st.integers(-10, 120),
    st.sets(st.integers(0, 7)),
)
def test_nothing_that_is_longer_than_the_time_is_in_and_what_comes_back_fits_beside_all(
    minutes: list[int], left: int, outs: set[int]
) -> None:
    rows = [due(number, each) for number, each in enumerate(minutes)]
    out = {f"{number:03}" for number in outs}
    now = outside(rows, left, out)
    kept = [row for row in rows if row.id not in now]
    assert now <= {row.id for row in rows}
    assert all(needed(row) < left + 5 for row in kept)
    if any(row.id in out for row in kept):
        assert sum(needed(row) for row in kept) <= left
