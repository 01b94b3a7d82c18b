"""How the left column of the screen of one person shares its lines."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tui.screens.person_heights import shares

PANES = st.lists(
    st.tuples(st.integers(0, 60), st.integers(0, 9), st.integers(1, 5)), min_size=1, max_size=4
)


def test_the_card_has_what_it_needs_before_others_have_blank_lines() -> None:
    assert shares([(12, 14), (4, 4), (3, 3)], [4, 2, 3], 22) == [14, 4, 4]
    assert shares([(12, 14), (4, 4), (3, 5)], [4, 2, 3], 20) == [13, 4, 3]


def test_where_there_is_little_room_each_has_its_least_and_the_card_the_rest() -> None:
    assert shares([(20, 20), (9, 9), (9, 9)], [4, 2, 3], 14) == [9, 2, 3]


def test_what_nobody_needs_is_the_last_ones() -> None:
    assert shares([(2, 2), (1, 1), (1, 1)], [4, 2, 3], 22) == [2, 1, 19]


@given(PANES, st.integers(30, 60))
def test_all_the_room_is_used_and_none_is_without_its_least(
    panes: list[tuple[int, int, int]], room: int
) -> None:
    needs = [(text, text + blank) for text, blank, _ in panes]
    least = [lowest for *_, lowest in panes]
    got = shares(needs, least, room)
    assert sum(got) == room
    assert all(
        lines >= min(low, need[1]) for lines, low, need in zip(got, least, needs, strict=True)
    )
