"""What is said of a rhythm that is hardly known, and of days that lie far ahead."""

from __future__ import annotations

import pytest
from small_network import TODAY, Network

from store.records.ids import PersonId
from store.views.code_words import rhythm_word
from store.views.supposed import is_supposed
from store.views.tie_detail import TieDetail, tie_detail
from store.words.words import Words
from tui.phrasing.gap_picture import gap_lines
from tui.phrasing.spans import plain
from tui.phrasing.tie_words import cell_brief, rhythm_text, turn_text

EN, FR = Words("en"), Words("fr")


def tie(net: Network, id: PersonId) -> TieDetail:
    return tie_detail(net.snapshot(), net.ties(), id)


def test_two_gaps_of_ones_own_make_a_rhythm() -> None:
    assert [is_supposed(contacts) for contacts in (0, 1, 2, 3)] == [True, True, True, False]


@pytest.mark.parametrize(
    ("days", "english", "french"),
    [
        (9.0, "~9 days supposed", "~9 jours supposés"),
        (21.0, "~3 weeks supposed", "~3 semaines supposées"),
        (122.0, "~4 months supposed", "~4 mois supposés"),
    ],
)
def test_what_is_supposed_agrees_with_its_unit(days: float, english: str, french: str) -> None:
    assert rhythm_word(days, 2, EN) == english
    assert rhythm_word(days, 2, FR) == french
    assert rhythm_word(days, 3, EN).startswith("usually every ~")


def test_a_tie_of_two_contacts_is_nowhere_called_usual() -> None:
    net = Network()
    ada, bea = net.person("Ada", 10, 90, layer=50), net.person("Bea", 10, 90, 170, layer=50)
    few, more = tie(net, ada), tie(net, bea)
    assert rhythm_text(few, EN) == "silent 10 days, ~3 months supposed"
    assert rhythm_text(more, EN).startswith("silent 10 days, usually every ~")
    assert "usual" not in cell_brief(few, "Ada", EN)
    assert "usual" in cell_brief(more, "Bea", EN)
    for each, word in ((few, "supposed"), (more, "usually")):
        legend = " ".join(plain(line) for line in gap_lines(each.gaps, EN, 76))
        assert word in legend


def test_days_far_ahead_are_not_told() -> None:
    net = Network()
    ada = net.person("Ada", *range(5, 3000, 60))
    told = tie(net, ada)
    assert told.turns
    assert all((turn.on - TODAY).days > 180 for turn in told.turns)
    assert turn_text(told, EN, TODAY) == "holds for the next six months"
    assert turn_text(told, FR, TODAY) == "tient encore six mois au moins"
