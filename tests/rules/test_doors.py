from __future__ import annotations

from store.records.person import City, School
from store.rules.common_ground import Traits, count_sharing, in_common, institution_key


def test_names_of_institutions_agree_after_folding_and_numerals() -> None:
    assert institution_key("Univ. Montpellier II") == institution_key("Université de Montpellier 2")
    assert institution_key("Paris 1") != institution_key("Paris 2")


def test_what_all_share_is_no_door_and_the_rarest_comes_first() -> None:
    me = Traits(cities=(City(name="Lyon"),), passions=("climbing", "jazz"))
    everybody = [me, *(Traits(cities=(City(name="LYON"),)) for _ in range(7)), me]
    found = in_common(me, me, count_sharing(everybody, me), len(everybody))
    assert [each.name for each in found] == ["climbing", "jazz"]


def test_years_spent_together_weigh_double_and_are_told() -> None:
    mine = Traits(schools=(School(name="INSA Lyon", start="2004", end="2009"),))
    theirs = Traits(schools=(School(name="insa lyon", start="2008", end="2012"),))
    alone = Traits(schools=(School(name="INSA Lyon"),))
    together, apart = in_common(mine, theirs, {}, 10), in_common(alone, theirs, {}, 10)
    assert together[0].years == "2008-2009"
    assert together[0].weight == 2 * apart[0].weight


def test_no_more_than_three_doors() -> None:
    me = Traits(passions=("a", "b", "c", "d"))
    assert len(in_common(me, me, {}, 10)) == 3
