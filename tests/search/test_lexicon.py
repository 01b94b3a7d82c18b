"""Words and who has them; what nobody has any more is found no more."""

from __future__ import annotations

import pytest

from store.search.levels import both, ranked
from store.search.lexicon import Lexicon
from store.search.people_set import each_of


def _lexicon(holders: int) -> Lexicon:
    lexicon = Lexicon()
    for place in range(holders):
        lexicon.add("martin", place, holders)
    lexicon.add("martine", 0, holders)
    lexicon.settle(holders)
    return lexicon


@pytest.mark.parametrize("holders", [1, 500])
def test_a_word_that_nobody_has_any_more_is_found_no_more(holders: int) -> None:
    lexicon = _lexicon(holders)
    assert set(lexicon.near("martim")) == {"martin"}
    assert set(lexicon.holding("artin")) == {"martin", "martine"}
    for place in range(holders):
        lexicon.remove("martin", place)
    assert "martin" not in lexicon
    assert lexicon.beginning("mart") == ["martine"]
    assert lexicon.near("martim") == {}
    assert list(lexicon.holding("artin")) == ["martine"]
    lexicon.remove("martine", 0)
    assert not lexicon.begins("m")


@pytest.mark.parametrize("holders", [1, 500])
def test_a_word_that_comes_later_is_found(holders: int) -> None:
    lexicon = _lexicon(holders)
    list(lexicon.holding("artin"))
    lexicon.add("smartina", 7, holders)
    assert list(lexicon.holding("artin")) == ["martin", "martine", "smartina"]
    assert lexicon.beginning("s") == ["smartina"]
    assert lexicon.near("smartena") == {"smartina": 1}
    assert list(each_of(lexicon.holders("smartina") or 0)) == [7]


def test_of_many_levels_neighbours_become_one_and_the_best_stays() -> None:
    one = ranked((score, 1 << score) for score in range(60))
    other = ranked((score * 61, 1 << score) for score in range(60))
    met = both(one, other)
    assert len(met.groups) <= 40
    assert met.groups[0][0] == 59 * 62
    assert met.groups[0][1] >> 59 == 1
    assert met.all == (1 << 60) - 1
