"""Where a file says otherwise than a card: it is told, and taken only if the user wants it."""

from __future__ import annotations

from datetime import date

import pytest
from incoming_cards import TODAY, card, done, plan, reading, store

from store.formats.choosing import chosen
from store.formats.plan import Entry, needs_confirmation
from store.records.ids import PersonId
from store.records.person import Person, Property
from store.records.snapshot import EMPTY, Snapshot

P = PersonId("P")


def held(**fields: object) -> Person:
    return Person(**{"id": "P", "name": "Ann Bee", "sources": ("uid:1",), **fields})  # type: ignore[arg-type]


def told(**fields: object) -> Person:
    return card(**{"name": "Ann Bee", "source": "uid:1", **fields})  # type: ignore[arg-type]


def entry_of(person: Person, *cards: Person) -> Entry:
    (entry,) = plan(store(person), *(reading(each) for each in cards)).entries
    return entry


def differing(person: Person, *cards: Person) -> dict[str, tuple[str, str]]:
    return {each.field: (each.held, each.told) for each in entry_of(person, *cards).differs}


def theirs(person: Person, *cards: Person) -> Person:
    snapshot = store(person)
    made = plan(snapshot, *(reading(each) for each in cards))
    return snapshot.apply(chosen(made, {P: "theirs"}, snapshot).change_set).people[P]


def test_single_values_that_differ_are_told_and_stay() -> None:
    mine = held(
        org="Acme",
        title="CEO",
        where="Lyon",
        birthday="1985-04-12",
        met=date(2020, 1, 1),
        intent="A friend",
        prefers="call",
    )
    file = told(
        name="Annie Bee",
        org="Globex",
        title="CTO",
        where="Paris",
        birthday="1986-04-12",
        met=date(2019, 1, 1),
        intent="Work",
        prefers="email",
        status="deceased",
    )
    assert differing(mine, file) == {
        "name": ("Ann Bee", "Annie Bee"),
        "org": ("Acme", "Globex"),
        "title": ("CEO", "CTO"),
        "birthday": ("1985-04-12", "1986-04-12"),
        "met": ("2020-01-01", "2019-01-01"),
        "where": ("Lyon", "Paris"),
        "intent": ("A friend", "Work"),
        "prefers": ("call", "email"),
        "status": ("active", "deceased"),
    }
    assert entry_of(mine, file).how == "same"
    assert done(store(mine), reading(file)).people[P] is mine


@pytest.mark.parametrize(
    ("mine", "file"),
    [
        ({"org": "Globex", "employers": ("Acme",)}, {"org": "ACME", "title": "CEO"}),
        ({"met": date(2019, 1, 1)}, {"met": date(2021, 1, 1)}),
        ({"birthday": "1985-04-12"}, {"birthday": "1985"}),
        ({"birthday": "1985"}, {"birthday": "1985-04-12"}),
        ({"nicknames": ("Annie Bee",)}, {"name": "Annie Bee"}),
        ({}, {"name": "BEE Ann"}),
        ({"org": "Acme"}, {"org": "ACME"}),
        ({"where": "Lyon"}, {"where": "LYON"}),
        ({"status": "deceased"}, {}),
        ({"org": "Acme"}, {}),
    ],
)
def test_what_says_the_same_or_is_out_of_date_is_no_difference(
    mine: dict[str, object], file: dict[str, object]
) -> None:
    assert differing(held(**mine), told(**file)) == {}


def test_another_name_without_a_key_is_a_nickname_and_no_difference() -> None:
    mine = Person(id="P", name="Robert Smith", emails=("bob@x.org",))
    file = card("Bob Smith", "uid:9", emails=("bob@x.org",))
    assert differing(mine, file) == {}
    assert entry_of(mine, file).after.nicknames == ("Bob Smith",)


def test_theirs_takes_the_new_job_and_keeps_the_old_employer() -> None:
    after = theirs(held(org="Acme", title="CEO"), told(org="Globex", title="CTO"))
    assert (after.org, after.title) == ("Globex", "CTO")
    assert (after.employers, after.new_job_on) == (("Acme",), TODAY)


def test_theirs_keeps_the_name_borne_so_far_as_a_nickname() -> None:
    after = theirs(held(name="Mum"), told())
    assert (after.name, after.nicknames) == ("Ann Bee", ("Mum",))


def test_theirs_adds_what_is_missing_as_well_and_counts_as_changed() -> None:
    snapshot = store(held(where="Lyon"))
    made = plan(snapshot, reading(told(where="Paris", phones=("0612345678",))))
    after = chosen(made, {P: "theirs"}, snapshot)
    (person,) = snapshot.apply(after.change_set).people.values()
    assert (person.where, person.phones) == ("Paris", ("0612345678",))
    assert after.changed == (P,)


def crowd(number: int) -> Snapshot:
    return store(
        *(
            Person(id=f"P{n:03}", name=f"P{n} Q{n}", sources=(f"uid:{n}",), where="Lyon")
            for n in range(number)
        )
    )


def test_people_overwritten_by_what_the_file_says_are_asked_about_beyond_twenty() -> None:
    snapshot = crowd(300)
    cards = reading(*(card(f"P{n} Q{n}", f"uid:{n}", where="Paris") for n in range(300)))
    made = plan(snapshot, cards)
    assert not made.change_set
    for number, asks in ((20, False), (21, True)):
        taken = chosen(made, {each.person: "theirs" for each in made.entries[:number]}, snapshot)
        assert (len(taken.changed), needs_confirmation(taken, snapshot)) == (number, asks)


def revised(day: str) -> tuple[Property, ...]:
    return (Property(name="REV", value=day),)


@pytest.mark.parametrize(
    ("kept", "file", "older"),
    [
        ("20240101T000000Z", "20230101T000000Z", True),
        ("20240101T000000Z", "2023-01-01T00:00:00Z", True),
        ("2024-01-01", "20240101T000000Z", True),
        ("20240101T000000Z", "20240102T000000Z", False),
        ("20240101T000000Z", "last week", False),
        ("", "20230101T000000Z", False),
    ],
)
def test_a_file_is_older_where_it_says_so(kept: str, file: str, older: bool) -> None:
    mine = held(where="Lyon", properties=revised(kept) if kept else ())
    assert entry_of(mine, told(where="Paris", properties=revised(file))).older is older


def test_taking_what_a_newer_file_says_takes_its_day_too() -> None:
    mine = held(where="Lyon", properties=revised("20240101T000000Z"))
    file = told(where="Paris", properties=revised("20250101T000000Z"))
    after = theirs(mine, file)
    assert after.properties == revised("20250101T000000Z")
    between = told(where="Rome", properties=revised("20240601T000000Z"))
    assert entry_of(after, between).older


def test_of_two_files_the_later_one_is_told() -> None:
    mine = held(where="Lyon")
    assert differing(mine, told(where="Paris"), told(where="Rome")) == {"where": ("Lyon", "Rome")}
    assert differing(mine, told(where="Paris"), told(where="Lyon")) == {"where": ("Lyon", "Paris")}


def test_two_files_that_differ_about_somebody_new_lose_neither() -> None:
    made = plan(EMPTY, reading(told(org="Acme")), reading(told(org="Globex")))
    (entry,) = made.entries
    assert [(each.field, each.held, each.told) for each in entry.differs] == [
        ("org", "Acme", "Globex")
    ]
    assert entry.theirs is not None
    assert (entry.theirs.org, entry.theirs.employers, entry.theirs.new_job_on) == (
        "Globex",
        ("Acme",),
        None,
    )
