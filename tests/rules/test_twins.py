"""Which two cards are taken for one person's, and why."""

from __future__ import annotations

from datetime import date

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.records.ids import PersonId
from store.records.interaction import Interaction
from store.records.introduction import Introduction
from store.records.person import City, Person
from store.records.record import Record
from store.records.snapshot import Snapshot, snapshot_of
from store.records.tables import TABLE_OF
from store.rules.twin_blocks import candidates
from store.rules.twin_traits import traits_of
from store.rules.twins import Twins, twins
from store.search.slips import slips

A, B = PersonId("A"), PersonId("B")
CROWD = tuple(
    Person(id=f"Z{number:03}", name=f"{given} {family}")
    for number, (given, family) in enumerate(
        (given, family)
        for given in ("Marie", "Jean", "Anne", "Paul", "Luc", "Zoë", "Ada", "Bo")
        for family in ("Brunet", "Colin", "Fabre", "Gautier", "Hubert", "Jacob", "Klein", "Lopez")
    )
)


def network(*records: Record) -> Snapshot:
    tables: dict[str, dict[str, Record]] = {}
    for record in (*CROWD, *records):
        tables.setdefault(TABLE_OF[type(record)], {})[record.id] = record
    return snapshot_of(tables)  # type: ignore[arg-type]


def card(id: str, name: str, **fields: object) -> Person:
    return msgspec.structs.replace(Person(id=id, name=name), **fields)


def found(*records: Record) -> Twins | None:
    pairs = [each for each in twins(network(*records), slips) if {each.a, each.b} == {A, B}]
    return pairs[0] if pairs else None


MAIL, PHONE = {"emails": ("zoe@adler.example",)}, {"phones": ("06 12 34 56 78",)}
HERE = {"cities": (City(name="Lyon"),), "org": "Aubier"}
SAME_NUMBER = {"phones": ("+33 6 12 34 56 78",)}

Fields = dict[str, object]


@pytest.mark.parametrize(
    ("one", "two", "code"),
    [
        (("Zoé Adler", {}), ("zoe adler", {}), "same_name"),
        (("Zoé Adler", {}), ("ADLER Zoé", {}), "same_words"),
        (("Dr. Zoé Adler", {}), ("Zoé Adler", {}), "same_name"),
        (("Zoé von Adler", {}), ("Zoé Adler", {}), "same_name"),
        (("Jean-Marc Petitot", {}), ("Jeanmarc Petitot", {}), "spelling"),
        (("Zoé Adler", HERE), ("Zoé Adler-Rousseau", HERE), "longer_name"),
        (("Jürgen Hügel", PHONE), ("Juergen Hügel", PHONE), "same_phone"),
        (("Zoé Adler", PHONE), ("Zoé Adlre", SAME_NUMBER), "same_phone"),
        (("Zoé Adler", PHONE), ("Zoé", SAME_NUMBER), "same_phone"),
        (("Robert Adler", MAIL), ("Bob Adler", MAIL), "same_email"),
        (("J.-M. Adler", MAIL), ("Jean-Marc Adler", MAIL), "same_email"),
        (("JM Adler", MAIL), ("Jean-Marc Adler", MAIL), "same_email"),
        (("Zoé Adler", MAIL), ("Zoé Rousseau", MAIL), "same_email"),
        (("Юрий Соколов", PHONE), ("Yuri Sokolov", PHONE), "same_phone"),
        (("zoe.adler@work.example", {}), ("Zoé Adler", {}), "same_name"),
        (
            ("Élisabeth Adler", {"nicknames": ("Babette Adler",)}),
            ("Babette Adler", {}),
            "nickname",
        ),
        (
            ("Zoé Adler", {"links": ("https://www.linkedin.com/in/zoe-adler",)}),
            ("Z. Rousseau", {"links": ("linkedin.com/in/zoe-adler/",)}),
            "same_profile",
        ),
        (
            ("Zoé Adler", {"emails": ("kitty1987@free.fr",)}),
            ("Zoé Adler", {"emails": ("kitty1987@gmail.com",)}),
            "same_mailbox",
        ),
    ],
)
def test_one_person_on_two_cards_is_found(
    one: tuple[str, Fields], two: tuple[str, Fields], code: str
) -> None:
    pair = found(card("A", one[0], **one[1]), card("B", two[0], **two[1]))
    assert pair is not None
    assert code in {clue.code for clue in pair.because}
    assert 0.85 < pair.score <= 1


FATHER: Fields = {**PHONE, "birthday": "1941-05-06"}
SON: Fields = {**PHONE, "birthday": "1972-05-06"}
AT_WORK: Fields = {"org": "Aubier", "phones": ("04 72 00 00 00",)}


@pytest.mark.parametrize(
    ("one", "two"),
    [
        (("Zoé Adler", PHONE), ("Paul Adler", PHONE)),
        (("Zoé Adler", {**PHONE, **MAIL}), ("Paul Adler", {**PHONE, **MAIL})),
        (("Michel Adler", PHONE), ("Michèle Adler", PHONE)),
        (("François Adler", MAIL), ("Françoise Adler", MAIL)),
        (("Julio Adler", MAIL), ("Julia Adler", MAIL)),
        (("Frédéric Adler", {}), ("Frédérique Adler", {})),
        (("Zoé Adler", PHONE), ("Paul Rousseau", PHONE)),
        (("Zoé Adler", FATHER), ("Zoé Adler", SON)),
        (("John Adler Sr.", PHONE), ("John Adler Jr.", PHONE)),
        (("Ji-woo Lê Văn", {}), ("Ji-woo Rostami", {})),
        (("Anne-Marie Adler", {}), ("Anne-Sophie Adler", {})),
        (("Contact 1", {}), ("Contact 2", {})),
        (("Jean Brunet", MAIL), ("Jean Colin", {})),
        (("Zoé Adler", AT_WORK), ("Paul Rousseau", AT_WORK)),
        (
            ("Zoé Adler", {"links": ("linkedin.com/in/zoe-1",)}),
            ("Zoé Adler", {"links": ("linkedin.com/in/zoe-2",)}),
        ),
        (("Jean", {}), ("Jean", {})),
        (("", {}), ("", {})),
    ],
)
def test_two_people_who_resemble_each_other_are_left_alone(
    one: tuple[str, Fields], two: tuple[str, Fields]
) -> None:
    assert found(card("A", one[0], **one[1]), card("B", two[0], **two[1])) is None


def test_a_number_of_many_says_next_to_nothing() -> None:
    board = {"phones": ("04 72 00 00 00",)}
    pair = found(
        card("A", "Zoé Adler", **board), card("B", "Zoé", **board), card("C", "Paul", **board)
    )
    assert pair is None


def test_usual_names_say_less_than_rare_ones() -> None:
    rare = found(card("A", "Zora Adlerova"), card("B", "Zora Adlerova"))
    usual = found(card("A", "Marie Brunet"), card("B", "Marie Brunet"))
    assert rare is not None
    assert usual is None or usual.evidence < rare.evidence - 2


def test_whoever_was_said_to_be_two_is_not_shown_again() -> None:
    one, two = card("A", "Zoé Adler", **MAIL), card("B", "Zoé Adler", **MAIL)
    assert found(one, two) is not None
    assert found(msgspec.structs.replace(one, distinct_from=(B,)), two) is None
    assert found(one, msgspec.structs.replace(two, distinct_from=(A,))) is None


@pytest.mark.parametrize(
    "more",
    [
        (Interaction(id="T", people=(A, B), kind="call", on=date(2026, 1, 2)),),
        (Introduction(id="I", a=B, b=A, on=date(2026, 1, 2)),),
        (card("A", "Zoé Adler", **PHONE, knows=(B,)),),
        (card("B", "Zoé Adler", **PHONE, through=A),),
    ],
)
def test_two_who_were_seen_together_are_not_one(more: tuple[Record, ...]) -> None:
    one, two = card("A", "Zoé Adler", **PHONE), card("B", "Zoé Adler", **PHONE)
    assert found(one, two) is not None
    assert found(one, two, *more) is None


def test_the_card_of_which_more_is_known_would_stay() -> None:
    one, two = card("A", "Zoé Adler"), card("B", "Zoé Adler", org="Aubier", title="Head")
    pair = found(one, two)
    assert pair is not None
    assert pair.a == B
    talk = Interaction(id="T", people=(A,), kind="call", on=date(2026, 1, 2))
    pair = found(one, two, talk)
    assert pair is not None
    assert pair.a == A


words = st.text(max_size=8) | st.sampled_from(["Zoé", "Adler", "de", "J.", "II", "a@b.c", "安藤"])
anybody = st.builds(
    Person,
    id=st.just(""),
    name=st.lists(words, max_size=4).map(" ".join),
    nicknames=st.lists(words, max_size=2).map(tuple),
    emails=st.lists(st.sampled_from(["a@b.c", "@", "long.name@b.c", "x"]), max_size=2).map(tuple),
    phones=st.lists(st.sampled_from(["1", "+33 612345678", "x" * 300]), max_size=2).map(tuple),
    birthday=st.sampled_from(["", "1985", "--02-29", "1985-04-12", "nonsense"]),
    org=words,
    cities=st.lists(st.builds(City, name=words), max_size=2).map(tuple),
)


@given(st.lists(anybody, max_size=8))
def test_any_cards_can_be_compared_and_each_pair_comes_once(cards: list[Person]) -> None:
    people = [msgspec.structs.replace(each, id=f"P{n}") for n, each in enumerate(cards)]
    pairs = twins(snapshot_of({"people": {each.id: each for each in people}}), slips)
    assert len({frozenset((each.a, each.b)) for each in pairs}) == len(pairs)
    assert all(each.a != each.b and 0 <= each.score <= 1 for each in pairs)
    assert [each.evidence for each in pairs] == sorted((e.evidence for e in pairs), reverse=True)


def test_of_many_whose_names_begin_alike_each_is_compared_with_their_neighbours() -> None:
    given = ("Agathe", "Aline", "Amandine", "Anaïs", "Angèle", "Annie", "Ariane", "Armelle")
    cards = [
        Person(id=f"P{place:02}", name=f"{name} Martin")
        for place, name in enumerate((*given, "Astrid", "Aude", "Axelle", "Aurélie", "Aureile"))
    ]
    telling, alike = candidates(map(traits_of, cards))
    assert not telling
    assert ("P11", "P12") in alike
    assert len(alike) < len(cards) * (len(cards) - 1) / 2
