"""What two cards share, how much it weighs, and which of it is a door."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from math import log

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.records.kinds import CityKind
from store.records.person import City, Employment, School
from store.rules.common_ground import Common, doors, in_common, ranked, rarity
from store.rules.traits import Traits, What, keys_of
from store.search.similar import similar

TODAY = date(2026, 11, 20)


def shared(mine: Traits, theirs: Traits, people: int = 100, sharing: int = 1) -> list[Common]:
    return in_common(mine, theirs, lambda what, key: sharing, people, similar, TODAY)


def school(name: str, start: str | None = None, end: str | None = None) -> Traits:
    return Traits(schools=(School(name=name, start=start, end=end),))


def city(name: str, kind: CityKind, start: str | None = None, end: str | None = None) -> Traits:
    return Traits(cities=(City(name=name, kind=kind, start=start, end=end),))


def test_the_weight_is_the_logarithm_of_people_by_those_who_share_it() -> None:
    (found,) = shared(Traits(passions=("jazz",)), Traits(passions=("Jazz",)), 150, 3)
    assert (found.what, found.name, found.sharing) == ("passion", "Jazz", 3)
    assert found.weight == pytest.approx(log(50))


def test_what_all_share_is_left_out() -> None:
    assert shared(Traits(passions=("jazz",)), Traits(passions=("jazz",)), 8, 8) == []
    assert rarity(8, 8) == 0


def test_the_rarest_comes_first() -> None:
    both = Traits(cities=(City(name="Lyon"),), passions=("climbing", "jazz"))
    counts = {"lyon": 5, "jazz": 2, "climbing": 1}
    found = in_common(both, both, lambda what, key: counts[key], 10)
    assert [each.name for each in found] == ["climbing", "jazz", "Lyon"]


@pytest.mark.parametrize(
    ("mine", "theirs", "years"),
    [
        (("2004", "2009"), ("2008", "2012"), "2008-2009"),
        (("2004", "2009"), ("2009", None), "2009"),
        (("2004-09", "2009-06"), ("2001", "2004"), "2004"),
        (("2004", "2009"), ("2010", "2012"), ""),
        ((None, None), ("2008", "2012"), ""),
        (("once", None), ("2008", "2012"), ""),
    ],
)
def test_years_spent_together_are_told_and_weigh_double(
    mine: tuple[str | None, str | None], theirs: tuple[str | None, str | None], years: str
) -> None:
    (found,) = shared(school("INSA Lyon", *mine), school("insa de lyon", *theirs))
    assert found.years == years
    assert found.weight == pytest.approx(log(100) * (2 if years else 1))


def test_years_at_one_employer_weigh_double_too() -> None:
    mine = Traits(
        employers=("Aubier",), employment=(Employment(name="Aubier", start="2010", end="2014"),)
    )
    theirs = Traits(
        employers=("Aubier SA", "Aubier"),
        employment=(Employment(name="Aubier", start="2013", end="2019"),),
    )
    (found,) = shared(mine, theirs)
    assert (found.what, found.years) == ("employer", "2013-2014")
    assert found.weight == pytest.approx(log(100) * 2)


def test_of_several_stays_the_longest_time_together_is_told() -> None:
    mine = Traits(
        schools=(School(name="KTH", start="2001"), School(name="KTH", start="2005", end="2009"))
    )
    theirs = Traits(schools=(School(name="KTH", start="2001", end="2007"),))
    assert [each.years for each in shared(mine, theirs)] == ["2005-2007"]
    assert [each.years for each in shared(theirs, mine)] == ["2005-2007"]


def test_a_school_agrees_however_it_is_written_and_is_said_as_they_have_it() -> None:
    (found,) = shared(
        school("INSA Lyon"), school("Institut national des sciences apliquées de Lyon")
    )
    assert found.name == "Institut national des sciences apliquées de Lyon"
    assert shared(school("Paris 1"), school("Paris 2")) == []


def test_without_a_measure_institutions_agree_by_their_keys() -> None:
    one, other = Traits(employers=("Capgemini",)), Traits(employers=("Cap Gemini",))
    assert in_common(one, other, lambda what, key: 1, 10) == []
    assert len(shared(one, other)) == 1


@pytest.mark.parametrize(
    ("mine", "theirs"), [("now", "now"), ("past", "now"), ("now", "native"), ("native", "past")]
)
def test_a_city_says_how_it_is_whose(mine: CityKind, theirs: CityKind) -> None:
    (found,) = shared(city("Genève", mine), city("Geneva", theirs))
    assert found.cities == (mine, theirs)


def test_who_lives_somewhere_now_has_been_there_since() -> None:
    (found,) = shared(city("Lyon", "now", "2010"), city("Lyon", "past", "2015", "2020"))
    assert found.years == "2015-2020"
    assert shared(city("Lyon", "past", "2010"), city("Lyon", "now", "2015"))[0].years == ""


@pytest.mark.parametrize(
    ("mine", "theirs"),
    [
        (Traits(titles=("Développeuse",)), Traits(titles=("développeur senior",))),
        (Traits(titles=("Chercheuse chez Aubier",)), Traits(fields=("chercheur",))),
        (Traits(titles=("CEO & founder",)), Traits(titles=("Founder, lab coordinator",))),
        (Traits(fields=("Data Science",)), Traits(fields=("data science",))),
    ],
)
def test_a_profession_is_shared_by_title_and_by_field(mine: Traits, theirs: Traits) -> None:
    assert [each.what for each in shared(mine, theirs)] == ["field"]


def test_professions_are_not_shared_by_a_small_word() -> None:
    one, other = Traits(titles=("Head of research",)), Traits(titles=("Head of sales",))
    assert shared(one, other) == []


@pytest.mark.parametrize("text", ["fr", "FR", "fr-CH", "French", "français", "Francais"])
def test_a_language_is_one_however_it_is_written(text: str) -> None:
    assert len(shared(Traits(languages=("fr",)), Traits(languages=(text,)))) == 1


def test_employers_of_before_and_now_are_shared_alike() -> None:
    (found,) = shared(Traits(employers=("Aubier", "KTH")), Traits(employers=("The Aubier",)))
    assert (found.what, found.name) == ("employer", "The Aubier")


def test_one_school_in_two_spellings_is_one_door_with_the_years_of_both() -> None:
    twice = Traits(
        schools=(
            School(name="Université de Montpelier", start="2001", end="2003"),
            School(name="Université de Montpellier", start="2004", end="2008"),
        )
    )
    once = school("Université de Montpellier", "2007", "2010")
    for found in (shared(twice, once), shared(once, twice)):
        assert [each.years for each in found] == ["2007-2008"]


def test_of_two_spellings_that_of_which_there_are_more_counts() -> None:
    def count(what: What, key: str) -> int:
        return 5 if "montpellier" in key else 2

    one, other = school("Université de Montpelier"), school("Université de Montpellier")
    for found in (
        in_common(one, other, count, 10, similar),
        in_common(other, one, count, 10, similar),
    ):
        assert [each.sharing for each in found] == [5]


def test_years_with_a_name_that_is_no_employer_count_for_nothing() -> None:
    left = Traits(employers=("KTH",), employment=(Employment(name="Aubier", start="2001"),))
    assert shared(left, Traits(employers=("Aubier",))) == []


def test_nobody_is_a_colleague_of_those_who_work_for_themselves() -> None:
    assert shared(Traits(employers=("Freelance",)), Traits(employers=("freelance",))) == []


def common(what: What, name: str, weight: float) -> Common:
    return Common(what=what, name=name, weight=weight)


def test_doors_are_of_several_kinds_sooner_than_of_one() -> None:
    people = [common("person", name, 5 - place / 10) for place, name in enumerate("abcd")]
    others = [common("school", "KTH", 3), common("passion", "jazz", 2.5)]
    assert [each.name for each in doors([*people, *others])] == ["a", "KTH", "jazz"]
    assert [each.name for each in doors(people)] == ["a", "b", "c"]


def test_of_equal_weight_the_better_door_comes_first() -> None:
    kinds: list[What] = ["language", "field", "event", "person", "city", "passion", "employer"]
    found = [common(kind, "a", 1) for kind in kinds]
    assert [each.what for each in ranked(found)] == kinds[::-1]
    both = [common("language", "français", 2), common("passion", "voile", 2)]
    assert [each.what for each in doors(both)] == ["passion", "language"]


WEIGHTS = st.lists(
    st.builds(
        common,
        st.sampled_from(["school", "person", "passion", "city"]),
        st.text("abc", min_size=1, max_size=3),
        st.floats(0.01, 9),
    ),
    max_size=9,
)


@given(WEIGHTS)
def test_at_most_three_doors_of_what_is_shared_the_same_each_time(found: list[Common]) -> None:
    chosen = doors(found)
    assert len(chosen) == min(3, len(found))
    assert chosen == doors(found)
    assert all(each in found for each in chosen)
    assert list(chosen) == sorted(chosen, key=lambda each: -each.weight)


SOME = st.sampled_from(["INSA Lyon", "Paris 1", "Univ. Paris I", "KTH", "ENS"])
YEARS = st.one_of(st.none(), st.sampled_from(["1999", "2004", "2009"]))
TRAITS = st.builds(
    Traits,
    schools=st.lists(st.builds(School, name=SOME, start=YEARS, end=YEARS), max_size=3).map(tuple),
    cities=st.lists(
        st.builds(
            City,
            name=st.sampled_from(["Lyon", "Genève", "geneva"]),
            kind=st.sampled_from(["now", "past", "native"]),
            start=YEARS,
        ),
        max_size=2,
    ).map(tuple),
    passions=st.lists(st.sampled_from(["jazz", "Jazz", "chess"]), max_size=2).map(tuple),
)


@given(one=TRAITS, other=TRAITS)
def test_what_two_share_does_not_depend_on_who_comes_first(one: Traits, other: Traits) -> None:
    def told(found: list[Common]) -> Sequence[object]:
        return sorted((each.what, each.key, each.years, each.weight) for each in found)

    there, back = shared(one, other), shared(other, one)
    assert told(there) == told(back)
    turned = {each.key: each.cities for each in back}
    for each in there:
        if each.cities is not None:
            assert turned[each.key] == each.cities[::-1]


@given(one=TRAITS, other=TRAITS)
def test_only_what_both_hold_is_shared(one: Traits, other: Traits) -> None:
    held = keys_of(one).keys() & keys_of(other).keys()
    assert {(each.what, each.key) for each in shared(one, other)} == held
