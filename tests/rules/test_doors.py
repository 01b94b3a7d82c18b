from __future__ import annotations

from store.records.person import City, Person, School
from store.rules.common_ground import Traits, in_common, institution_key, shared_keys
from store.rules.sharing import count_sharing


def test_names_of_institutions_agree_after_folding_and_numerals() -> None:
    assert institution_key("Univ. Montpellier II") == institution_key("Université de Montpellier 2")
    assert institution_key("Paris 1") != institution_key("Paris 2")


def test_what_all_share_is_no_door_and_the_rarest_comes_first() -> None:
    me = Traits(cities=(City(name="Lyon"),), passions=("climbing", "jazz"))
    everybody = [
        *(Person(id=str(place), name="N", cities=(City(name="LYON"),)) for place in range(8)),
        Person(id="A", name="N", cities=(City(name="Lyon"),), passions=("Jazz",)),
        Person(
            id="B", name="N", cities=(City(name="lyon"),), passions=("jazz", "JAZZ", "climbing")
        ),
    ]
    sharing = count_sharing(everybody, shared_keys(me, me))
    assert sharing == {("city", "lyon"): 10, ("passion", "jazz"): 2, ("passion", "climbing"): 1}
    found = in_common(me, me, sharing, len(everybody))
    assert [each.name for each in found] == ["climbing", "jazz"]


def test_a_city_counts_whatever_its_days_and_employers_are_all_counted() -> None:
    dated = City(name="Lyon", start="2026-11-20", end="2026-11-22")
    everybody = [
        Person(id="A", name="N", cities=(dated,), org="Aubier"),
        Person(id="B", name="N", cities=(City(name="Lyon"),), org="KTH", employers=("aubier",)),
        Person(id="C", name="N", org="The Aubier", employers=("Aubier",)),
    ]
    wanted = shared_keys(
        Traits(cities=(City(name="Lyon"),), employers=("Aubier",)),
        Traits(cities=(City(name="lyon"),), employers=("AUBIER", "KTH")),
    )
    assert count_sharing(everybody, wanted) == {("city", "lyon"): 2, ("employer", "aubier"): 3}


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
