"""What is proposed for cards, and what is not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.records.ids import PersonId
from store.records.me import Me
from store.records.person import City, Person, School
from store.rules.institution import agree, institution_key
from store.rules.mail_domain import is_telling
from store.rules.no_organisation import is_no_organisation
from store.rules.proposal import Proposal, Why, proposals
from store.search.similar import similar

TAGS: dict[Why, tuple[str, ...]] = {
    "colleague": ("colleague", "collègue"),
    "former_colleague": ("former colleague", "ancien collègue"),
}


def proposed(
    *people: Person, me: Me | None = None, schools: frozenset[str] = frozenset()
) -> list[Proposal]:
    def same(one: str, other: str) -> bool:
        return agree(one, other, similar)

    return list(proposals(people, me or Me(), TAGS, institution_key, same, schools))


def told(found: list[Proposal]) -> list[tuple[str, str, str]]:
    return [(each.person, each.why, each.value) for each in found]


ME = Me(org="Aubier", employers=("Institut national des sciences appliquées", "Freelance"))


def test_who_worked_where_i_did_is_a_former_colleague_and_at_my_desk_a_colleague() -> None:
    people = (
        Person(id="A", name="Ana", org="AUBIER SAS"),
        Person(id="B", name="Bo", org="Borealis", employers=("Aubier",)),
        Person(id="C", name="Cy", org="INSA"),
        Person(id="D", name="Dee", org="Freelance"),
        Person(id="E", name="Eve", org="Aubierge"),
    )
    assert told(proposed(*people, me=ME)) == [
        ("A", "colleague", "colleague"),
        ("B", "former_colleague", "former colleague"),
        ("C", "former_colleague", "former colleague"),
    ]


def test_without_a_post_of_today_on_either_side_earlier_ones_are_looked_at() -> None:
    found = proposed(
        Person(id="A", name="Ana", employers=("KTH", "Aubier")), me=Me(employers=("Aubier",))
    )
    assert told(found) == [("A", "former_colleague", "former colleague")]


def test_the_card_of_an_organisation_is_no_colleague_of_its_own() -> None:
    people = (
        Person(id="A", name="Aubier SAS", org="Aubier", emails=("contact@aubier.example",)),
        Person(id="B", name="Borealis", employers=("Borealis", "Aubier")),
        Person(id="C", name="Ana", org="Aubier", cities=(City(name="Lyon"),)),
        Person(id="D", name="Aubier", emails=("bonjour@aubier.test",)),
        Person(id="E", name="Bo", org="Aubier", emails=("bo@aubier.test",)),
    )
    assert {each.person for each in proposed(*people, me=ME)} == {"C", "E"}


def test_numbers_tell_employers_apart() -> None:
    me = Me(employers=("Université Paris 1",))
    people = (
        Person(id="A", name="Ana", org="Univ. Paris II"),
        Person(id="B", name="Bo", org="Univ. Paris I"),
    )
    assert [each.person for each in proposed(*people, me=me)] == ["B"]


@pytest.mark.parametrize("tag", ["Colleague", "collègue", "ancien collegue", "former colleague"])
def test_a_tag_of_either_language_is_enough(tag: str) -> None:
    assert not proposed(Person(id="A", name="Ana", org="Aubier", tags=(tag,)), me=ME)


def test_the_city_of_one_is_proposed_for_the_others_of_the_organisation() -> None:
    people = (
        Person(id="A", name="Ana", org="Borealis", cities=(City(name="Lyon"),)),
        Person(id="B", name="Bo", org="borealis Ltd"),
        Person(id="C", name="Cy", org="Borealis", cities=(City(name="Paris", kind="past"),)),
        Person(id="D", name="Dee", org="Cadmium"),
    )
    found = proposed(*people)
    assert told(found) == [("B", "city", "Lyon"), ("C", "city", "Lyon")]
    assert (found[0].whom, found[0].known) == (("A",), 1)


def test_where_colleagues_live_in_two_cities_nothing_is_proposed() -> None:
    people = (
        Person(id="A", name="Ana", org="Borealis", cities=(City(name="Lyon"),)),
        Person(id="B", name="Bo", org="Borealis", cities=(City(name="Paris"),)),
        Person(id="C", name="Cy", org="Borealis"),
    )
    assert not proposed(*people)


def test_those_who_work_for_themselves_are_no_colleagues() -> None:
    people = (
        Person(id="A", name="Ana", org="Freelance", cities=(City(name="Lyon"),)),
        Person(id="B", name="Bo", org="freelance"),
    )
    assert not proposed(*people)


def test_who_has_moved_away_or_left_is_not_sent_back() -> None:
    people = (
        Person(id="A", name="Ana", org="Borealis", cities=(City(name="Lyon"),)),
        Person(id="B", name="Bo", org="Borealis", cities=(City(name="LYON", kind="past"),)),
    )
    assert not proposed(*people)
    people = (
        Person(id="A", name="Ana", org="Borealis", emails=("ana@borealis.example",)),
        Person(id="B", name="Bo", emails=("bo@borealis.example",), employers=("Borealis SA",)),
    )
    assert not proposed(*people)


@pytest.mark.parametrize(
    "name",
    [
        *("Self-Employed.", "Self-employed / Freelance", "Freelance designer", "Retired teacher"),
        *(
            "Retraité(e)",
            "Consultante indépendante",
            "Travailleuse indépendante",
            "Micro-entreprise",
        ),
        *("Profession libérale", "Demandeur d'emploi", "À la recherche d'un emploi", "Sabbatical"),
        *("Indépendant·e", "N.A.", "--", "?", "Independent contractor", "Étudiante", "Independent"),
    ],
)
def test_what_is_no_organisation_makes_no_colleagues(name: str) -> None:
    people = (
        Person(id="A", name="Ana", org=name, cities=(City(name="Lyon"),), emails=("a@kt.example",)),
        Person(id="B", name="Bo", org=name),
        Person(id="C", name="Cy", emails=("c@kt.example",)),
    )
    assert is_no_organisation(name)
    assert not proposed(*people)


@pytest.mark.parametrize(
    "name",
    [
        *("The Independent", "Freelance.com", "Student Loans Company", "Home Depot", "3M", "Malt"),
        *(
            "Consultants sans frontières",
            "Various Artists",
            "Entrepreneurs du Monde",
            "Private Eye",
        ),
    ],
)
def test_what_only_sounds_like_none_is_an_organisation(name: str) -> None:
    assert not is_no_organisation(name)


def test_an_address_of_an_organisation_proposes_it() -> None:
    people = (
        Person(id="A", name="Ana", org="Borealis", emails=("ana@borealis.example",)),
        Person(id="B", name="Bo", emails=("bo@gmail.com", "bo@BOREALIS.example")),
        Person(id="C", name="Cy", emails=("cy@gmail.com",)),
        Person(id="D", name="Dee", org="Delta", emails=("dee@gmail.com",)),
    )
    (found,) = proposed(*people)
    assert (found.person, found.what, found.value) == ("B", "org", "Borealis")
    assert found.source == "borealis.example"


def test_a_domain_of_two_organisations_or_of_a_school_proposes_nothing() -> None:
    two = (
        Person(id="A", name="Ana", org="Borealis", emails=("ana@group.example",)),
        Person(id="B", name="Bo", org="Cadmium", emails=("bo@group.example",)),
        Person(id="C", name="Cy", emails=("cy@group.example",)),
    )
    assert not proposed(*two)
    school = (
        Person(id="A", name="Ana", org="INSA Lyon", emails=("ana@lab.example",)),
        Person(id="B", name="Bo", emails=("bo@lab.example",), schools=(School(name="INSA"),)),
    )
    assert proposed(*school)
    assert not proposed(*school, schools=frozenset({institution_key("INSA de Lyon")}))


@pytest.mark.parametrize(
    ("domain", "telling"),
    [
        *((each, True) for each in ("aubier.fr", "free-energy.fr", "borealis.co.uk", "sky-lab.io")),
        *(
            (each, False)
            for each in ("gmail.com", "yahoo.co.uk", "orange.fr", "free.fr", "localhost")
        ),
        *((each, False) for each in ("univ-lyon1.fr", "etu.univ-lyon1.fr", "alumni.insa-lyon.fr")),
        *((each, False) for each in ("mit.edu", "ox.ac.uk", "student.kth.se", "u-bordeaux.fr")),
        *((each, False) for each in ("polytechnique.org", "ens-lyon.fr", "uni-ulm.de", "acm.org")),
        *((each, False) for each in ("mailo.com", "9online.fr", "noreply.github.com", "shaw.ca")),
        *((each, True) for each in ("ensemble.fr", "uniqlo.com", "live-nation.com", "thales.com")),
    ],
)
def test_which_domains_tell_of_an_organisation(domain: str, telling: bool) -> None:
    assert is_telling(domain) is telling


def test_what_was_turned_down_is_not_proposed_again_and_another_thing_is() -> None:
    ana = Person(id="A", name="Ana", org="Borealis", cities=(City(name="Lyon"),))
    bo = Person(id="B", name="Bo", org="Borealis")
    (found,) = proposed(ana, bo)
    declined = Person(id="B", name="Bo", org="Borealis", declined=(found.key,))
    assert not proposed(ana, declined)
    moved = Person(id="A", name="Ana", org="Borealis", cities=(City(name="Genève"),))
    assert told(proposed(moved, declined)) == [("B", "city", "Genève")]


def test_nothing_is_proposed_for_ties_let_go_and_for_the_dead() -> None:
    people = (
        Person(id="A", name="Ana", org="Aubier", status="faded"),
        Person(id="B", name="Bo", org="Aubier", status="deceased"),
    )
    assert not proposed(*people, me=ME)


orgs = st.sampled_from(["", "Aubier", "AUBIER", "Borealis", "Freelance"])
cards = st.builds(
    Person,
    id=st.uuids().map(str),
    name=st.just("X"),
    org=orgs,
    employers=st.lists(orgs, max_size=2).map(tuple),
    cities=st.lists(
        st.sampled_from(["Lyon", "lyon", "Paris"]).map(lambda name: City(name=name)), max_size=1
    ).map(tuple),
    emails=st.lists(st.sampled_from(["a@aubier.example", "b@gmail.com"]), max_size=2).map(tuple),
    tags=st.lists(st.sampled_from(["press", "colleague"]), max_size=1).map(tuple),
)


@given(people=st.lists(cards, max_size=8, unique_by=lambda each: each.id), org=orgs)
def test_a_proposal_fills_what_is_empty_once_a_person_and_rule_and_keeps_no_id(
    people: list[Person], org: str
) -> None:
    by_id = {PersonId(each.id): each for each in people}
    found = proposed(*people, me=Me(org=org, employers=("Borealis",)))
    assert len({each.id for each in found}) == len(found)
    for each in found:
        person = by_id[each.person]
        assert each.value
        assert not any(id in each.key for id in by_id)
        if each.what == "city":
            assert not person.cities
            assert all(by_id[whom].cities for whom in each.whom)
        elif each.what == "org":
            assert not person.org
        else:
            assert "colleague" not in person.tags
