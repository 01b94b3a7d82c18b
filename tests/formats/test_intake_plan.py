from __future__ import annotations

from datetime import date

import msgspec
from incoming_cards import TODAY, card, done, letter, plan, reading, store

from store.formats.incoming import Reading, Refused
from store.formats.plan import needs_confirmation, plan_answer
from store.records.person import Person
from store.records.snapshot import EMPTY, Snapshot
from store.words.message import Message
from store.words.words import Words

ANN = card("Ann Bee", "uid:1", emails=("ann@x.org",), phones=("06 12 34 56 78",))


def names(snapshot: Snapshot) -> list[str]:
    return sorted(person.name for person in snapshot.people.values())


def test_newcomers_are_added_today_with_their_sources() -> None:
    after = done(EMPTY, reading(ANN))
    (person,) = after.people.values()
    assert (person.name, person.added, person.sources) == ("Ann Bee", TODAY, ("uid:1",))


def test_the_same_person_in_two_formats_is_one_with_both_sources() -> None:
    contact = card("BEE Ann", "linkedin:ann", emails=("ANN@x.org",), met=date(2020, 1, 1))
    after = done(EMPTY, reading(ANN), reading(contact))
    (person,) = after.people.values()
    assert person.sources == ("uid:1", "linkedin:ann")
    assert person.met == date(2020, 1, 1)


def test_a_profile_among_the_links_is_the_same_profile() -> None:
    held = card("Annie", "uid:1", links=("http://fr.linkedin.com/in/Ann/",))
    after = done(EMPTY, reading(held), reading(card("Ann Bee", "linkedin:ann")))
    (person,) = after.people.values()
    assert person.nicknames == ("Ann Bee",)


def test_a_name_alone_is_enough_where_nothing_contradicts() -> None:
    held = Person(id="P", name="Zoé Adler", layer=15, notes="Mine.")
    after = done(store(held), reading(card("ZOE Adler", "linkedin:zoe", org="Acme")))
    (person,) = after.people.values()
    assert (person.name, person.layer, person.org) == ("Zoé Adler", 15, "Acme")


def test_a_namesake_who_differs_is_made_new_and_told() -> None:
    held = Person(id="P", name="Ann Bee", emails=("other@y.org",), phones=("0700000000",))
    made = plan(store(held), reading(ANN))
    assert len(made.new) == 1
    assert [(twin.person, twin.like) for twin in made.doubtful] == [(made.new[0], "P")]
    assert len(done(store(held), reading(ANN)).people) == 2


def test_an_address_shared_by_a_couple_leaves_them_two() -> None:
    one = card("John Doe", "uid:1", emails=("doe@x.org",))
    other = card("Jane Doe", "uid:2", emails=("doe@x.org",))
    assert names(done(EMPTY, reading(one, other))) == ["Jane Doe", "John Doe"]
    stranger = card("Zoe Adler", "linkedin:zoe", emails=("doe@x.org",))
    assert len(done(EMPTY, reading(one), reading(stranger)).people) == 2


def test_two_cards_of_one_name_in_one_file_stay_two() -> None:
    made = plan(EMPTY, reading(card("Jean Martin", "uid:1"), card("Jean Martin", "uid:2")))
    assert (len(made.new), len(made.doubtful)) == (2, 1)


def test_a_letter_writer_is_the_connection_of_that_name_in_the_same_archive() -> None:
    connection = card("Ann Bee", "linkedin:name:ann bee:2020-01-01", met=date(2020, 1, 1))
    writer = card("Ann Bee", "linkedin:ann", links=("https://www.linkedin.com/in/ann",))
    assert len(done(EMPTY, reading(connection, writer)).people) == 1


def test_what_the_user_changed_since_stays() -> None:
    after = done(EMPTY, reading(card("Ann Bee", "uid:1", org="Acme", title="CEO")))
    (person,) = after.people.values()
    edited = Person(id=person.id, name="Mum", org="Globex", sources=person.sources)
    again = done(store(edited), reading(card("Ann Bee", "uid:1", org="Acme", title="CEO")))
    assert list(again.people.values()) == [edited]


def test_no_import_brings_the_dead_or_the_faded_back() -> None:
    held = (
        Person(id="P", name="Ann Bee", status="deceased", sources=("uid:1",)),
        Person(id="Q", name="Bob Cox", status="faded", sources=("uid:2",)),
    )
    after = done(store(*held), reading(ANN, card("Bob Cox", "uid:2", org="Acme")))
    assert [person.status for person in after.people.values()] == ["deceased", "faded"]


def test_skip_leaves_people_there_untouched_and_takes_newcomers() -> None:
    held = Person(id="P", name="Ann Bee", sources=("uid:1",))
    letters = Reading(interactions=(letter("uid:1", "Ann Bee", "c1"),))
    cards = reading(ANN, card("Bob Cox", "uid:2"))
    made = plan(store(held), cards, letters, how="skip")
    assert (len(made.new), made.changed, made.same, made.interactions) == (1, (), ("P",), 0)
    assert done(store(held), cards, letters, how="skip").people["P"] is held  # type: ignore[index]


def test_ask_leaves_changed_people_out_and_names_them() -> None:
    held = Person(id="P", name="Ann Bee", sources=("uid:1",))
    cards = reading(ANN, card("Bob Cox", "uid:2"))
    made = plan(store(held), cards, how="ask")
    assert (len(made.new), made.changed, made.same) == (1, ("P",), ())
    assert done(store(held), cards, how="ask").people["P"] is held  # type: ignore[index]


def test_interactions_find_their_people_by_key_then_by_name() -> None:
    cards = Reading(
        people=(card("Ann Bee", "linkedin:ann"), card("Bob Cox", "uid:2")),
        interactions=(
            letter("linkedin:ann", "", "c1"),
            letter("", "bob COX", "c2", by="me"),
            letter("linkedin:stranger", "A Stranger", "c3"),
            letter("linkedin:other-ann", "Ann Bee", "c4"),
        ),
    )
    made = plan(EMPTY, cards)
    assert (made.interactions, made.left) == (2, 2)
    after = done(EMPTY, cards)
    told = [
        (after.people[each.people[0]].name, each.source, each.by)
        for each in after.interactions.values()
    ]
    assert told == [("Ann Bee", "c1", "them"), ("Bob Cox", "c2", "me")]


def test_interactions_find_people_of_a_later_file() -> None:
    letters = Reading(interactions=(letter("linkedin:ann", "", "c1"),))
    after = done(EMPTY, letters, reading(card("Ann Bee", "linkedin:ann")))
    assert len(after.interactions) == 1


def test_interactions_come_once() -> None:
    letters = Reading(
        people=(card("Ann Bee", "linkedin:ann"),),
        interactions=(letter("linkedin:ann", "", "c1"), letter("linkedin:ann", "", "c1")),
    )
    assert len(done(EMPTY, letters, letters).interactions) == 1


def test_days_to_come_give_no_contact() -> None:
    letters = Reading(
        people=(card("Ann Bee", "linkedin:ann", met=date(2027, 1, 1)),),
        interactions=(
            letter("linkedin:ann", "", "c1", on=date(2026, 11, 21)),
            letter("linkedin:ann", "", "c2", on=date(2026, 11, 22)),
        ),
    )
    after = done(EMPTY, letters)
    assert [each.on for each in after.interactions.values()] == [TODAY]
    assert [person.met for person in after.people.values()] == [None]


def test_four_thousand_people_twice_change_nothing() -> None:
    many = [
        card(f"First{n % 60} Last{n % 50}", f"uid:{n}", emails=(f"p{n}@x.org",))
        for n in range(4000)
    ]
    assert len(done(EMPTY, reading(*many)).people) == 4000


def test_a_card_that_a_file_holds_twice_under_two_keys_is_one_person() -> None:
    twice = msgspec.structs.replace(ANN, sources=("uid:2",), org="Acme")
    (person,) = done(EMPTY, reading(ANN, twice)).people.values()
    assert (person.sources, person.org) == (("uid:1", "uid:2"), "Acme")


def test_a_crowd_behind_one_address_or_name_costs_no_more() -> None:
    many = [card(f"P{n} Q{n}", f"uid:a{n}", emails=("info@x.org",)) for n in range(2000)]
    many += [card("Unknown", f"uid:b{n}", phones=(f"06{n:08}",)) for n in range(2000)]
    assert len(done(EMPTY, reading(*many)).people) == 4000


def crowd(number: int) -> Snapshot:
    return store(
        *(Person(id=f"P{n}", name=f"P{n} Q{n}", sources=(f"uid:{n}",)) for n in range(number))
    )


def changing(number: int) -> Reading:
    return reading(*(card(f"P{n} Q{n}", f"uid:{n}", org="Acme") for n in range(number)))


def test_more_than_twenty_people_or_one_in_ten_ask() -> None:
    asked = {
        (people, changed): needs_confirmation(plan(crowd(people), changing(changed)), crowd(people))
        for people, changed in ((1000, 20), (1000, 21), (100, 10), (100, 11), (5, 1))
    }
    assert asked == {
        (1000, 20): False,
        (1000, 21): True,
        (100, 10): False,
        (100, 11): True,
        (5, 1): True,
    }


def test_newcomers_and_people_left_alone_never_ask() -> None:
    assert not needs_confirmation(plan(EMPTY, changing(50)), EMPTY)
    for how in ("skip", "ask"):
        made = plan(crowd(50), changing(50), how=how)
        assert not needs_confirmation(made, crowd(50))


def test_the_answer_counts_people_and_says_why_pieces_were_refused() -> None:
    bad = Refused(file="a.csv", line=3, why=Message("import.no_name"), text=",,7")
    cards = Reading(people=(ANN, card("Bob Cox", "uid:2")), refused=(bad,))
    held = Person(id="P", name="Ann Bee", sources=("uid:1",))
    answer = plan_answer(plan(store(held), cards), Words("en"))
    assert answer == {
        "new": 1,
        "changed": 1,
        "same": 0,
        "me": 0,
        "differs": 0,
        "interactions": 0,
        "records": 0,
        "left": 0,
        "refused": [{"file": "a.csv", "line": 3, "why": "This row has no name.", "text": ",,7"}],
    }


def test_a_key_of_ones_own_outranks_the_same_profile_among_anothers_links() -> None:
    link = ("https://linkedin.com/in/a",)
    first = reading(card("Ann Bee", "uid:0"), card("Ann Bee", "uid:1", links=link))
    second = reading(card("Ann Bee", "uid:0", links=link), card("Ann Bee", "linkedin:a"))
    assert len(done(EMPTY, first, second).people) == 2


def test_who_is_skipped_is_found_again_beside_namesakes_that_came_since() -> None:
    held = Person(id="P", name="Ann Bee")
    cards = reading(card("Ann Bee", "uid:1"), card("Ann Bee", "uid:2"))
    for how in ("skip", "ask"):
        assert len(done(store(held), cards, how=how).people) == 2
