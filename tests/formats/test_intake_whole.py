"""A whole network among other files: one import, one list of people, the same decisions."""

from __future__ import annotations

import msgspec
from incoming_cards import card, done, plan, store

from store.formats.choosing import chosen
from store.formats.incoming import Reading
from store.formats.plan import ImportHow
from store.formats.whole.document import Whole
from store.records.follow_up import FollowUp
from store.records.ids import PersonId
from store.records.interaction import Interaction
from store.records.introduction import Introduction
from store.records.me import Me
from store.records.person import Person
from store.records.references import names_the_missing
from store.records.snapshot import EMPTY, Snapshot

ANN = Person(id="A", name="Ann Bee", sources=("uid:1",), emails=("ann@x.org",), knows=("B",))  # type: ignore[arg-type]
BOB = Person(id="B", name="Bob Cox", through=PersonId("A"))
A, B = PersonId("A"), PersonId("B")


def network() -> Snapshot:
    from datetime import date

    day = date(2026, 1, 2)
    return store(
        ANN,
        BOB,
        Interaction(id="T1", people=(A, B), kind="call", on=day),
        Interaction(id="T2", people=(B,), kind="call", on=day),
        FollowUp(id="F", person=B, on=date(2026, 12, 1)),
        Introduction(id="I", a=A, b=B, why="jazz", on=day),
        Me(name="Me"),
    )


def document() -> Reading:
    tables = {name: tuple(table.values()) for name, table in network().tables.items()}
    return Reading(whole=Whole(tables=tables), file="all.json")


def test_into_nothing_it_comes_as_it_went() -> None:
    assert done(EMPTY, document()) == network()
    made = plan(EMPTY, document())
    assert (made.new, made.interactions, made.records) == ((A, B), 2, 2)
    assert [(each.person, each.how, each.file) for each in made.entries] == [
        ("A", "new", "all.json"),
        ("B", "new", "all.json"),
    ]
    assert made.me == {"name": 1}


def test_beside_an_address_book_of_the_same_people_nobody_is_there_twice() -> None:
    book = Reading(people=(card("Ann Bee", "uid:1", phones=("0612345678",)),), file="book.vcf")
    for order in ((book, document()), (document(), book)):
        made = plan(EMPTY, *order)
        after = EMPTY.apply(made.change_set)
        assert sorted(each.name for each in after.people.values()) == ["Ann Bee", "Bob Cox"]
        ann = next(each for each in after.people.values() if each.name == "Ann Bee")
        assert (ann.emails, ann.phones) == (("ann@x.org",), ("0612345678",))
        assert len(made.entries) == len(made.new) == 2
        assert not plan(after, *order).change_set


def test_somebody_left_out_of_a_network_is_named_nowhere() -> None:
    made = plan(EMPTY, document())
    for gone, talks in ((A, 2), (B, 1)):
        left = chosen(made, {gone: "leave"}, EMPTY)
        after = EMPTY.apply(left.change_set)
        assert not names_the_missing(left.change_set, after)
        assert (len(after.people), len(after.interactions), len(after.introductions)) == (
            1,
            talks,
            0,
        )


def test_who_is_there_is_completed_left_alone_or_shown() -> None:
    held = msgspec.structs.replace(ANN, emails=(), knows=())
    ways: tuple[ImportHow, ...] = ("merge", "skip", "ask")
    for how in ways:
        made = plan(store(held), document(), how=how)
        after = store(held).apply(made.change_set)
        assert bool(after.people[A].emails) is (how == "merge")
        assert made.new == (B,)
        assert (made.changed, made.same) == (((), (A,)) if how == "skip" else ((A,), ()))
