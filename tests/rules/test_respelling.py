"""One value in one spelling on a card."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from store.records.me import Me
from store.records.person import City, Employment, Person, School
from store.rules.respelling import Respelling, respelled
from store.words.fold import fold

INSA = Respelling("INSA Lyon", frozenset({fold("INSA de Lyon"), fold("insa lyon")}))


def test_years_stay_and_the_fuller_of_two_is_kept() -> None:
    stays = (
        School(name="INSA de Lyon"),
        School(name="ENS", start="1999"),
        School(name="INSA Lyon", start="2004", end="2009"),
        School(name="insa lyon", start="2012"),
    )
    after = respelled(Person(id="A", name="Ana", schools=stays), "school", INSA)
    assert after == {
        "schools": (
            School(name="INSA Lyon", start="2004", end="2009"),
            School(name="ENS", start="1999"),
            School(name="INSA Lyon", start="2012"),
        )
    }


def test_a_city_of_the_past_is_another_stay_and_so_is_a_trip() -> None:
    lyon = Respelling("Lyon", frozenset({"lugdunum"}))
    stays = (
        City(name="Lugdunum"),
        City(name="Lyon"),
        City(name="Lugdunum", kind="past"),
        City(name="Lugdunum", start="2026-11-23", end="2026-11-25"),
    )
    after = respelled(Me(cities=stays), "city", lyon)
    assert after == {
        "cities": (
            City(name="Lyon"),
            City(name="Lyon", kind="past"),
            City(name="Lyon", start="2026-11-23", end="2026-11-25"),
        )
    }


def test_an_earlier_employer_that_is_the_present_one_goes_unless_they_came_back() -> None:
    aubier = Respelling("Aubier", frozenset({"aubier sa"}))
    card = Person(id="A", name="Ana", org="Aubier SA", employers=("Borealis", "Aubier"))
    assert respelled(card, "employer", aubier) == {"org": "Aubier", "employers": ("Borealis",)}
    dated = Person(
        id="A",
        name="Ana",
        org="Aubier SA",
        employers=("Aubier",),
        employment=(Employment(name="Aubier"), Employment(name="Aubier SA", start="2012")),
    )
    assert respelled(dated, "employer", aubier) == {
        "org": "Aubier",
        "employers": (),
        "employment": (Employment(name="Aubier", start="2012"),),
    }
    back = Person(id="A", name="Ana", org="Aubier SA", employers=("Aubier SA", "Borealis"))
    assert respelled(back, "employer", aubier) == {
        "org": "Aubier",
        "employers": ("Aubier", "Borealis"),
    }


def test_a_list_of_words_holds_it_once_at_its_first_place() -> None:
    climbing = Respelling("climbing", frozenset({"escalade"}))
    card = Person(id="A", name="Ana", passions=("jazz", "Escalade", "choir", "Climbing"))
    assert respelled(card, "passion", climbing) == {"passions": ("jazz", "climbing", "choir")}


def test_a_card_without_it_and_the_own_card_without_such_a_list_stay() -> None:
    assert (
        respelled(Person(id="A", name="Ana", schools=(School(name="ENS"),)), "school", INSA) == {}
    )
    assert respelled(Me(), "tag", INSA) == {}


names = st.sampled_from(["INSA Lyon", "insa lyon", "INSA de Lyon", "ENS", "X"])
years = st.sampled_from([None, "2004", "2009"])


@given(st.lists(st.builds(School, name=names, start=years, end=years), max_size=5).map(tuple))
def test_done_twice_it_is_as_done_once_and_no_other_school_is_touched(
    stays: tuple[School, ...],
) -> None:
    card = Person(id="A", name="Ana", schools=stays)
    fields = respelled(card, "school", INSA)
    schools = fields.get("schools", stays)
    assert isinstance(schools, tuple)
    again = Person(id="A", name="Ana", schools=schools)
    assert respelled(again, "school", INSA) == {}
    others = [each for each in stays if each.name in ("ENS", "X")]
    assert [each for each in schools if each.name in ("ENS", "X")] == others
    assert not any(each.name in ("insa lyon", "INSA de Lyon") for each in schools)
