"""What the footer offers for the slot under the cursor, by whether its hour has come."""

from __future__ import annotations

import pytest

from store.words.words import Words
from tui.commands.command import Situation
from tui.commands.keymap import Keys
from tui.phrasing.footer_verbs import footer_verbs
from tui.phrasing.time_footer import time_verbs


@pytest.mark.parametrize(
    ("to_come", "offered"),
    [(False, {"d", "x"}), (True, {"D"})],
)
def test_a_slot_that_has_begun_is_kept_or_missed_and_one_to_come_dropped(
    to_come: bool, offered: set[str]
) -> None:
    words, keys = Words("en"), Keys({})
    here = Situation(place="time", pane="slots", slot="booked", slot_to_come=to_come)
    told = time_verbs(footer_verbs(here, keys, words), here, keys, words)
    assert {each.key for each in told} & {"d", "x", "D"} == offered


def test_of_a_proposed_slot_nothing_is_kept_missed_or_dropped() -> None:
    words, keys = Words("en"), Keys({})
    here = Situation(place="time", pane="slots", slot="proposed")
    told = time_verbs(footer_verbs(here, keys, words), here, keys, words)
    assert not {each.key for each in told} & {"d", "x", "D"}
