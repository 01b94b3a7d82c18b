"""Who a card is: by number, nickname and address, and never a relative."""

from __future__ import annotations

import pytest
from incoming_cards import card, done, plan, reading, store

from store.formats.plan import ImportHow
from store.records.person import Person


def held(name: str, **fields: object) -> Person:
    return Person(**{"id": "P", "name": name, **fields})  # type: ignore[arg-type]


def is_found(mine: Person, file: Person) -> bool:
    made = plan(store(mine), reading(file))
    assert bool(made.new) != bool(made.changed)
    return not made.new


NUMBER, SAME = ("06 12 34 56 78",), ("+33 (0)6 12 34 56 78",)


@pytest.mark.parametrize(
    ("mine", "theirs", "found"),
    [
        ("Robert Smith", "Bob Smith", True),
        ("Ann Bee", "A. Bee", True),
        ("Ann Bee", "Ann Marie Bee", True),
        ("Ann", "Ann Bee", True),
        ("BEE Ann", "Dr Ann Bee", True),
        ("John Doe", "Jane Doe", False),
        ("Michel Doe", "Michèle Doe", False),
        ("Ann Bee", "Ann Cox", False),
        ("Ann Bee", "Zoe Adler", False),
    ],
)
def test_a_number_finds_somebody_whose_name_can_be_theirs(
    mine: str, theirs: str, found: bool
) -> None:
    file = card(theirs, "uid:9", phones=SAME, emails=("new@z.org",))
    assert is_found(held(mine, phones=NUMBER, emails=("old@y.org",)), file) is found


def test_a_short_number_is_nobodys_own() -> None:
    mine = held("Ann Bee", phones=("1234",), emails=("a@y.org",))
    assert not is_found(mine, card("A. Bee", "uid:9", phones=("1234",)))


@pytest.mark.parametrize(
    ("mine", "theirs", "found"),
    [
        ("Ann Bee", "Ann Cox", True),
        ("John Doe", "Jane Doe", False),
        ("Robert Doe", "Bob Doe", True),
    ],
)
def test_an_address_finds_the_married_but_not_the_couple(
    mine: str, theirs: str, found: bool
) -> None:
    file = card(theirs, "uid:9", emails=("DOE@x.org",))
    assert is_found(held(mine, emails=("doe@x.org",)), file) is found


def test_an_office_address_finds_no_colleague_of_one_first_name() -> None:
    mine = held("Ann Bee", emails=("contact@x.org",))
    assert not is_found(mine, card("Ann Cox", "uid:9", emails=("contact@x.org",)))


@pytest.mark.parametrize(
    ("fields", "theirs", "like"),
    [
        ({"phones": ("06 12 34 56 78",)}, "Zoe Adler", None),
        ({"phones": ("06 12 34 56 78",)}, "Dr Zoe Adler", None),
        ({"phones": ("06 12 34 56 78",)}, "Zoe Bee", "P"),
        ({"emails": ("info@x.org",)}, "Zoe Adler", None),
        ({"emails": ("info@x.org",)}, "Zoe Bee", "P"),
        ({"emails": ("bee@x.org",)}, "Zoe Adler", "P"),
    ],
)
def test_what_an_office_shares_makes_no_doubles_of_its_people(
    fields: dict[str, tuple[str, ...]], theirs: str, like: str | None
) -> None:
    made = plan(store(held("Dr Ann Bee", **fields)), reading(card(theirs, "uid:9", **fields)))
    assert [each.like for each in made.entries if each.how == "new"] == [like]


def test_a_switchboard_makes_no_doubles() -> None:
    people = [card(f"N{n:03}a N{n:03}b", f"uid:{n}", phones=SAME) for n in range(40)]
    assert plan(store(), reading(*people)).doubtful == ()


def test_the_key_of_mail_is_an_address() -> None:
    mine = held("Ann Bee", emails=("ann@x.org",))
    assert is_found(mine, card("Ann", "mailto:ann@x.org"))
    keyed = held("Ann", sources=("mailto:ann@x.org",))
    assert is_found(keyed, card("Ann Bee", "uid:9", emails=("ANN@x.org",)))


def test_little_but_a_name_is_found_among_nicknames() -> None:
    mine = held("Robert Smith", nicknames=("Bobby",), emails=("bob@x.org",))
    assert is_found(mine, card("bobby", "names:bobby"))
    assert is_found(held("Bobby"), card("Robert Smith", "names:r", nicknames=("BOBBY",)))
    named = card("Bobby", "uid:9", emails=("bobby@z.org",))
    assert not is_found(mine, named)


def test_a_nickname_that_two_share_is_nobodys() -> None:
    both = (
        held("Robert Smith", nicknames=("Bob",)),
        Person(id="Q", name="Robert Cox", nicknames=("Bob",)),
    )
    assert len(plan(store(*both), reading(card("Bob", "names:bob"))).new) == 1


@pytest.mark.parametrize("how", ["skip", "ask"])
def test_namesakes_left_alone_bring_nobody_twice(how: ImportHow) -> None:
    there = (
        Person(id="P", name="Ann Bee"),
        Person(id="Q", name="Ann Bee", phones=("0712345678",)),
        Person(id="R", name="Robert Bee", nicknames=("Ann",)),
    )
    cards = reading(
        card("Ann Bee", "uid:1"),
        card("Ann Bee", "uid:2", phones=("0612345678",), emails=("a@x.org",)),
        card("Ann Bee", "uid:3", emails=("a@x.org",)),
        card("BEE Ann", "uid:4", phones=("0712345678",)),
        card("Ann", "uid:5"),
    )
    once = done(store(*there), cards, how=how)
    assert [once.people[each.id] for each in there] == list(there)  # type: ignore[index]
    made = plan(once, cards, how=how)
    assert made.new == ()


def test_newcomers_are_scored_against_those_who_are_there() -> None:
    mine = held("Katherine Loewenthal", emails=("kate.l@y.org",), org="Aubier")
    file = card("Kate Loewenthal", "uid:9", emails=("kate.l@gmail.com",), org="Aubier")
    (entry,) = plan(store(mine), reading(file)).entries
    assert (entry.like, entry.likelihood) == ("P", "probably")
    other = card("Kate Winter", "uid:9", emails=("kw@gmail.com",))
    (entry,) = plan(store(mine), reading(other)).entries
    assert (entry.like, entry.likelihood) == (None, None)


def test_two_cards_of_one_file_are_two_unless_the_names_are_one() -> None:
    cards = reading(
        card("Katherine Loewenthal", "uid:1", emails=("kate.l@y.org",)),
        card("Kate Loewenthal", "uid:2", emails=("kate.l@gmail.com",)),
    )
    assert plan(store(), cards).doubtful == ()
