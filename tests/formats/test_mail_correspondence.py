"""Who wrote to whom: which letters are contacts, and with whom one writes."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from incoming_cards import done, ids, store
from written_mail import ME, letter, mbox, plain, read

from store.formats.incoming import Reading
from store.formats.intake import plan_import
from store.formats.mail.correspondence import MOST_OTHERS, correspondence
from store.formats.mail.header_names import best_name, name_of_address, tidied
from store.formats.mail.letter import Letter
from store.records.me import Me
from store.records.person import Person
from store.records.snapshot import EMPTY, Snapshot

MINE = Me(emails=(ME,))
ANA, BO = "ana@x.example", "bo@y.example"


def told(
    *letters: Letter, me: Me = MINE, known: tuple[str, ...] = ()
) -> tuple[list[str], list[str], int]:
    """The names of new people, the keys of interactions, and how many letters give nothing."""
    found = correspondence(letters, me, lambda address: address in known)
    assert found.refused == ()
    keys = [each.interaction.source.removeprefix("mailto:") for each in found.interactions]
    return [each.name for each in found.people], keys, found.left


def test_mail_both_ways_makes_somebody_and_one_contact_a_day_and_direction() -> None:
    found = correspondence(
        (
            letter("Ana Ek <ana@x.example>", ME, on="2024-03-15", key="1"),
            letter("Ana Ek <ana@x.example>", ME, on="2024-03-15", key="2"),
            letter(ME, ANA, on="2024-03-15", key="3"),
            letter(ME, ANA, on="2024-03-16", key="4"),
        ),
        MINE,
        lambda _: False,
    )
    (person,) = found.people
    assert (person.name, person.emails, person.sources) == ("Ana Ek", (ANA,), (f"mailto:{ANA}",))
    assert [each.interaction.source for each in found.interactions] == [
        f"mailto:{ANA}:2024-03-15:me",
        f"mailto:{ANA}:2024-03-15:them",
        f"mailto:{ANA}:2024-03-16:me",
    ]
    talk = found.interactions[1].interaction
    assert (talk.kind, talk.by, talk.on, talk.minutes, talk.note) == (
        "email",
        "them",
        date(2024, 3, 15),
        None,
        "",
    )
    assert {each.with_email for each in found.interactions} == {ANA}
    assert found.left == 0


@pytest.mark.parametrize("one_way", [letter(ANA, ME), letter(ME, ANA)])
def test_mail_one_way_makes_nobody_but_counts_with_who_is_known(one_way: Letter) -> None:
    assert told(one_way) == ([], [], 1)
    people, keys, left = told(one_way, known=(ANA,))
    assert (people, len(keys), left) == ([], 1, 0)


def test_an_answer_to_me_directly_makes_somebody() -> None:
    assert told(letter(ANA, ME, answers=True))[0] == ["ana@x.example"]
    assert told(letter(ANA, BO, copied=(ME,), answers=True))[0] == []


def test_lists_and_robots_make_nobody_and_are_no_contact_with_anybody() -> None:
    robot = "no-reply@x.example"
    both = (letter(ANA, ME, bulk=True), letter(ME, ANA), letter(robot, ME, bulk=True))
    assert told(*both) == ([], [], 3)
    assert told(letter(ANA, ME, bulk=True), known=(ANA,)) == ([], [], 1)
    assert told(letter(ME, robot), letter(robot, ME, answers=True)) == ([], [], 2)


def test_a_letter_to_three_counts_for_each_and_a_circular_for_nobody() -> None:
    three = letter(ME, ANA, BO, copied=("c@z.example",))
    assert len(told(three, known=(ANA, BO, "c@z.example"))[1]) == 3
    many = [f"p{n}@x.example" for n in range(MOST_OTHERS + 1)]
    assert told(letter(ME, *many), known=tuple(many)) == ([], [], 1)
    assert told(letter(ANA, ME, *many), known=(ANA,)) == ([], [], 1)
    assert len(told(letter(ANA, ME, *many[1:]), known=(ANA,))[1]) == 1


def test_a_letter_between_others_is_no_contact_unless_it_was_put_into_my_box() -> None:
    mine = letter("c@z.example", ME)
    assert told(mine, letter(ANA, BO), known=(ANA, BO)) == ([], [], 2)
    blind = letter(ANA, BO, delivered_to=ME)
    assert told(blind, known=(ANA, BO))[1] == [f"{ANA}:2024-03-15:them"]


def test_copies_of_a_letter_count_once_and_a_list_does_not_take_it_away() -> None:
    direct = letter(ANA, ME, key="1")
    by_list = letter(ANA, ME, key="1", bulk=True)
    assert told(direct, by_list, known=(ANA,)) == told(direct, known=(ANA,))
    sent = letter(ME, ANA, key="2", copied=(BO,))
    kept = letter(ME, ANA, key="2")
    assert len(told(kept, sent, known=(ANA, BO))[1]) == 2


def test_my_addresses_are_known_with_what_stands_behind_a_plus_and_in_any_case() -> None:
    me = Me(emails=(" Me@Home.example",))
    assert len(told(letter(ANA, "me+shop@home.example"), me=me, known=(ANA,))[1]) == 1
    assert told(letter(ME, "me+notes@home.example"), me=me) == ([], [], 1)


# Whose mail it is -----------------------------------------------------------------------------


def both_ways(count: int) -> list[Letter]:
    """Letters between me and so many others."""
    return [
        each
        for n in range(count)
        for each in (letter(f"p{n}@x.example", ME), letter(ME, f"p{n}@x.example"))
    ]


def test_the_address_that_stands_out_is_taken_for_mine_and_told() -> None:
    found = correspondence(both_ways(3), Me(), lambda _: False)
    (refused,) = found.refused
    assert (refused.why.id, refused.why.values) == ("import.mail_taken_as_yours", {"address": ME})
    assert refused.line > 0
    assert len(found.people) == 3
    assert found.me is None


@pytest.mark.parametrize(
    "letters",
    [
        both_ways(2),
        both_ways(1) * 4,
        [letter(ANA, ME, key=str(n)) for n in range(9)],
        [letter(f"p{n}@x.example", "list@z.example") for n in range(9)],
        [letter(f"p{n}@x.example", f"q{n}@x.example") for n in range(9)],
    ],
)
def test_where_nobody_stands_out_one_line_says_so_and_nothing_is_taken(
    letters: list[Letter],
) -> None:
    found = correspondence(letters, Me(), lambda _: False)
    distinct = len({each.key for each in letters})
    assert (found.people, found.interactions, found.left) == ((), (), distinct)
    assert [(each.why.id, each.line) for each in found.refused] == [("import.mail_who_are_you", 0)]


def test_a_box_of_received_mail_tells_whose_it_is() -> None:
    letters = [letter(f"p{n}@x.example", ME, delivered_to=ME) for n in range(6)]
    found = correspondence(letters, Me(), lambda address: address == "p1@x.example")
    assert [each.why.id for each in found.refused] == ["import.mail_taken_as_yours"]
    assert len(found.interactions) == 1


def test_who_is_known_is_not_me() -> None:
    found = correspondence(both_ways(3), Me(), lambda address: address == ME)
    assert [each.why.id for each in found.refused] == ["import.mail_who_are_you"]


def test_mail_in_which_none_of_my_addresses_occurs_gives_one_line() -> None:
    found = correspondence(both_ways(3), Me(emails=("new@home.example",)), lambda _: False)
    (refused,) = found.refused
    assert refused.why.values == {"address": "new@home.example"}
    assert (refused.why.id, found.interactions) == ("import.mail_not_yours", ())


def test_no_mail_says_nothing() -> None:
    assert correspondence((), Me(), lambda _: False) == Reading()


# Names ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("names", "name"),
    [
        ({"Ana": 9, "Ana Ek": 2}, "Ana Ek"),
        ({"Ana Ek": 2, "Ana M. Ek": 1}, "Ana Ek"),
        ({"Ana Ek": 1, "Ana M. Ek": 1}, "Ana M. Ek"),
        ({"Ek, Ana": 1}, "Ana Ek"),
        ({"'Ana Ek'": 1, "Ana Ek (Acme)": 1, "Ana M. Ek": 1}, "Ana Ek"),
        ({"ana@x.example": 5}, "Ana Ek"),
        ({"?": 5, "1234": 1}, "Ana Ek"),
        ({"x" * 100: 5, "Ana": 1}, "Ana"),
        ({}, "Ana Ek"),
    ],
)
def test_the_whole_name_used_most_is_taken(names: dict[str, int], name: str) -> None:
    assert best_name(names, "ana.ek@x.example") == name


def test_names_are_turned_only_where_a_comma_parts_them() -> None:
    assert tidied("Ek, Ana Maria") == "Ana Maria Ek"
    for name in ("Ana Ek, PhD", "Ana Ek, Jr.", "Ek, Ana, Dr.", "Acme, Inc.", "Ana Ek,"):
        assert tidied(name) in (name, name.rstrip(","))


def test_an_address_is_made_a_name_only_where_it_is_one() -> None:
    assert name_of_address("ana.ek@x.example") == "Ana Ek"
    for address in ("aek@x.example", "a.ek@x.example", "ana.ek.3@x.example", "ana.7@x.example"):
        assert name_of_address(address) == address


# Whatever letters -----------------------------------------------------------------------------

ADDRESSES = st.sampled_from(
    [ME, ANA, BO, "Ana <ana@x.example>", "no-reply@z.example", "l@z.example"]
)
LETTERS = st.lists(
    st.builds(
        letter,
        ADDRESSES,
        ADDRESSES,
        on=st.sampled_from(["2024-03-15", "2024-03-16"]),
        key=st.sampled_from(["", "1", "2"]),
        copied=st.lists(ADDRESSES, max_size=2).map(tuple),
        answers=st.booleans(),
        bulk=st.booleans(),
        delivered_to=st.sampled_from(["", ME]),
    ),
    max_size=12,
)
OWNERS = st.sampled_from([Me(), MINE])


@given(LETTERS, OWNERS, st.randoms())
def test_neither_order_nor_copies_matter(letters: list[Letter], me: Me, random: object) -> None:
    shuffled = [*letters, *letters[:3]]
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    one = correspondence(letters, me, lambda address: address == BO)
    assert correspondence(shuffled, me, lambda address: address == BO) == one


@given(LETTERS, OWNERS)
def test_every_interaction_is_with_somebody_there_and_never_with_me(
    letters: list[Letter], me: Me
) -> None:
    found = correspondence(letters, me, lambda address: address == BO)
    there = {BO, *(each.emails[0] for each in found.people)}
    assert {each.with_email for each in found.interactions} <= there
    assert me is not MINE or ME not in there
    assert 0 <= found.left <= len(letters)


# In an import ---------------------------------------------------------------------------------


def mine(*messages: bytes) -> Snapshot:
    """The network after an import of these messages, which done again changes nothing."""
    return done(store(MINE), read(mbox(*messages)))


def test_an_import_of_mail_brings_people_with_their_contacts_once() -> None:
    after = mine(
        plain(date="Fri, 15 Mar 2024 10:00:00 +0100"),
        plain(
            **{"from": ME, "to": "Ana Ek <ana@x.example>", "message-id": "<2@home.example>"},
            date="Sat, 16 Mar 2024 10:00:00 +0100",
        ),
        plain(**{"from": "stranger@z.example", "message-id": "<3@z.example>"}),
    )
    (person,) = after.people.values()
    assert (person.name, person.emails) == ("Ana Ek", (ANA,))
    talks = sorted((each.on.isoformat(), each.by) for each in after.interactions.values())
    assert talks == [("2024-03-15", "them"), ("2024-03-16", "me")]


def test_letters_find_those_known_by_address_and_leave_their_cards_alone() -> None:
    ana = Person(id="A", name="Ana E.", emails=("Ana@X.example",))
    made = plan_import(store(MINE, ana), [read(plain())], "merge", ids(), date(2026, 11, 20))
    after = store(MINE, ana).apply(made.change_set)
    assert [each.people for each in after.interactions.values()] == [("A",)]
    assert after.people == store(MINE, ana).people
    assert made.left == 0


def test_letters_of_strangers_are_counted() -> None:
    made = plan_import(store(MINE), [read(plain())], "merge", ids(), date(2026, 11, 20))
    assert (made.left, made.refused, not made.change_set) == (1, (), True)
    assert not EMPTY.people
