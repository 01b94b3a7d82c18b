"""One of several names by a part of it."""

from __future__ import annotations

from tui.typed.choice import chosen, completed, matching

NAMES = ("now-2026-11-20T101400", "daily-2026-11-20", "daily-2026-11-19", "weekly-2026-W47")


def test_a_part_that_only_one_holds_is_enough() -> None:
    assert chosen(NAMES, "w47") == "weekly-2026-W47"
    assert chosen(NAMES, " daily-2026-11-19 ") == "daily-2026-11-19"
    assert chosen(NAMES, "daily") is None
    assert chosen(NAMES, "") is None


def test_a_whole_name_is_meant_though_another_begins_with_it() -> None:
    assert chosen(("now-1", "now-12"), "now-1") == "now-1"


def test_those_that_begin_with_the_text_come_first() -> None:
    assert matching(("a-now", "now-a", "x"), "now") == ("now-a", "a-now")


def test_tab_takes_the_first_and_then_goes_round() -> None:
    assert completed(NAMES, "") == NAMES[0]
    assert completed(NAMES, "dai") == "daily-2026-11-20"
    assert completed(NAMES, "daily-2026-11-20") == "daily-2026-11-19"
    assert completed(NAMES, NAMES[-1]) == NAMES[0]
    assert completed(NAMES, "xyz") == "xyz"
