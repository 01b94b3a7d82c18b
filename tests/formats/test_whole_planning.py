"""A network laid into one that has people already: who is who, and what is laid on whom."""

from __future__ import annotations

from datetime import date

import msgspec
import pytest

from store.formats.plan import ImportHow
from store.formats.whole.document import Whole
from store.formats.whole.planning import laid_in
from store.records.circle import Circle
from store.records.event import Event
from store.records.exchange import Exchange
from store.records.follow_up import FollowUp
from store.records.forgotten import Forgotten
from store.records.ids import CircleId, EventId, ExchangeId, PersonId
from store.records.interaction import Interaction
from store.records.introduction import Introduction
from store.records.kinds import TableName
from store.records.me import Budget, Me, SavedSearch, Sorting
from store.records.person import Person
from store.records.record import Record
from store.records.snapshot import EMPTY, Snapshot, snapshot_of
from store.records.tables import TABLE_OF
from store.records.time_entry import Slot, TimeEntry

ON = date(2026, 11, 20)
A, B, HERE = PersonId("A"), PersonId("B"), PersonId("HERE")

ADA = Person(id=A, name="Ada Lovelace", emails=("ada@example.org",), knows=(B,))
BO = Person(id=B, name="Bo Sand", through=A, distinct_from=(A,))
ADA_HERE = Person(id=HERE, name="Ada Lovelace", emails=("ADA@example.org",), layer=15)


def whole(*records: Record) -> Whole:
    return Whole(tables=tabled(*records))


def network(*records: Record) -> Snapshot:
    tables = tabled(*records)
    return snapshot_of({name: {each.id: each for each in some} for name, some in tables.items()})


def tabled(*records: Record) -> dict[TableName, tuple[Record, ...]]:
    tables: dict[TableName, tuple[Record, ...]] = {}
    for each in records:
        tables[TABLE_OF[type(each)]] = (*tables.get(TABLE_OF[type(each)], ()), each)
    return tables


def after(snapshot: Snapshot, document: Whole, how: ImportHow = "merge") -> Snapshot:
    """The data with the document laid in, which done again changes nothing."""
    then = snapshot.apply(laid_in(snapshot, document, how).change_set)
    if how == "merge":
        assert not laid_in(then, document).change_set
    return then


def talk(id: str, *people: PersonId, source: str = "") -> Interaction:
    return Interaction(id=id, people=people, kind="call", on=ON, source=source)


def test_the_same_id_is_the_same_person_and_gains_what_is_lacking() -> None:
    held = Person(id=A, name="Ada King", org="Aubier", layer=5)
    ada = after(network(held), whole(ADA, BO)).people[A]
    assert (ada.name, ada.org, ada.layer) == ("Ada King", "Aubier", 5)
    assert ada.emails == ("ada@example.org",)
    assert ada.knows == (B,)


def test_another_record_of_the_same_id_stays_as_it_is() -> None:
    held = talk("I", A)
    document = whole(ADA, msgspec.structs.replace(held, note="as it was then"))
    assert after(network(ADA, held), document).interactions == {"I": held}


def test_whoever_is_here_under_another_id_takes_over_all_that_is_said_of_them() -> None:
    document = whole(
        ADA,
        BO,
        talk("I", A, B),
        FollowUp(id="F", person=A, on=ON, event=EventId("E"), exchange=ExchangeId("X")),
        Exchange(id="X", person=A, direction="given", kind="advice", on=ON),
        Introduction(id="N", a=A, b=B, on=ON),
        Event(id="E", name="Fair", on=ON, people=(A, B), wanted=(A,), circle=CircleId("C")),
        Circle(id="C", name="Alumni", people=(B, A)),
        TimeEntry(id="T", kind="preparing", on=ON, minutes=5, person=A),
        Slot(id="S", kind="writing", on=ON, minutes=5, person=A),
        Me(sorting=Sorting(asked=(A, B))),
    )
    then = after(network(ADA_HERE), document)
    assert A not in then.people
    assert then.people[HERE].layer == 15
    assert then.people[HERE].knows == (B,)
    bo = then.people[B]
    assert (bo.through, bo.distinct_from) == (HERE, (HERE,))
    told = {
        "interactions": ("people", (HERE, B)),
        "follow_ups": ("person", HERE),
        "exchanges": ("person", HERE),
        "introductions": ("a", HERE),
        "events": ("people", (HERE, B)),
        "circles": ("people", (B, HERE)),
        "time_entries": ("person", HERE),
        "slots": ("person", HERE),
    }
    for table, (field, value) in told.items():
        (record,) = then.tables[table].values()  # type: ignore[index]
        assert getattr(record, field) == value
    (follow_up,) = then.follow_ups.values()
    assert (follow_up.event, follow_up.exchange) == ("E", "X")
    assert then.me.sorting.asked == (HERE, B)


def test_a_name_alone_is_not_enough_but_is_said() -> None:
    namesake = Person(id=HERE, name="Bo Sand")
    laid = laid_in(network(namesake), whole(BO, ADA))
    seats = {each.person: each.like for each in laid.people}
    assert seats == {B: HERE, A: None}


def test_two_cards_of_the_document_are_never_one() -> None:
    couple = (
        Person(id=A, name="Ada Sand", emails=("both@example.org",)),
        Person(id=B, name="Bo Sand", emails=("both@example.org",)),
    )
    here = Person(id=HERE, name="Ada Sand", emails=("both@example.org",))
    then = after(network(here), whole(*couple))
    assert sorted(then.people) == sorted((HERE, B))
    assert [each.name for each in then.people.values()] == ["Ada Sand", "Bo Sand"]


def test_an_introduction_of_two_who_are_one_here_is_left_out() -> None:
    document = whole(ADA, Introduction(id="N", a=A, b=HERE, on=ON))
    assert not after(network(ADA_HERE), document).introductions


def test_the_forgotten_stay_away_with_what_is_about_them_alone() -> None:
    forgotten = Forgotten().with_person(ADA, "ab" * 32)
    empty = msgspec.structs.replace(EMPTY, forgotten=forgotten)
    document = whole(
        ADA,
        BO,
        talk("I", A),
        talk("J", A, B),
        FollowUp(id="F", person=A, on=ON),
        Introduction(id="N", a=A, b=B, on=ON),
        Circle(id="C", name="Alumni", people=(A, B)),
        Me(sorting=Sorting(asked=(A, B))),
    )
    laid = laid_in(empty, document)
    assert laid.forgotten == 1
    then = empty.apply(laid.change_set)
    assert list(then.people) == [B]
    bo = then.people[B]
    assert (bo.through, bo.distinct_from) == (None, ())
    assert [each.people for each in then.interactions.values()] == [(B,)]
    assert not then.follow_ups
    assert not then.introductions
    assert then.circles[CircleId("C")].people == (B,)
    assert then.me.sorting.asked == (B,)


def test_somebody_forgotten_and_added_again_by_hand_is_here() -> None:
    forgotten = Forgotten().with_person(ADA, "ab" * 32)
    here = msgspec.structs.replace(network(ADA_HERE), forgotten=forgotten)
    laid = laid_in(here, whole(ADA, BO))
    assert laid.forgotten == 0
    assert [each.person for each in laid.people] == [HERE, B]


def test_the_same_letter_imported_here_and_there_is_one() -> None:
    held = talk("OURS", HERE, source="mail:1")
    document = whole(ADA, talk("THEIRS", A, source="mail:1"), talk("I", A, source="mail:2"))
    assert sorted(after(network(ADA_HERE, held), document).interactions) == ["I", "OURS"]


def test_names_that_lead_nowhere_are_left_out() -> None:
    document = whole(
        BO,
        talk("I", A),
        talk("J", A, B),
        Event(id="E", name="Fair", on=ON, circle=CircleId("GONE")),
        FollowUp(id="F", person=B, on=ON, exchange=ExchangeId("X")),
        Exchange(id="X", person=A, direction="given", kind="advice", on=ON),
    )
    laid = laid_in(EMPTY, document)
    then = EMPTY.apply(laid.change_set)
    assert laid.left == 2
    assert then.people[B].through is None
    assert list(then.interactions) == ["J"]
    assert then.events[EventId("E")].circle is None
    (follow_up,) = then.follow_ups.values()
    assert follow_up.exchange is None


@pytest.mark.parametrize("how", ["skip", "ask"])
def test_whoever_is_to_be_left_alone_is(how: ImportHow) -> None:
    document = whole(ADA, BO, talk("I", A), talk("J", A, B), Circle(id="C", name="Empty"))
    here = msgspec.structs.replace(ADA_HERE, id=A)
    laid = laid_in(network(here), document, how)
    then = network(here).apply(laid.change_set)
    assert then.people[A] == here
    assert sorted(then.interactions) == ["J"]
    assert sorted(then.circles) == ["C"]
    (seat, _) = laid.people
    assert (seat.before, seat.after.knows) == (here, (B,))


def test_the_own_card_gains_and_keeps_what_is_set_here() -> None:
    told = Me(
        name="Eve",
        org="Aubier",
        budget=Budget(total=60),
        searches=(SavedSearch(name="Lyon", query="city:lyon"), SavedSearch(name="x", query="x")),
        last_act=ON,
    )
    held = Me(
        name="Eva", budget=Budget(total=90), searches=(SavedSearch(name="lyon", query="city:l"),)
    )
    me = after(network(held), whole(told)).me
    assert (me.name, me.org, me.budget.total, me.last_act) == ("Eva", "Aubier", 90, None)
    assert [each.query for each in me.searches] == ["city:l", "x"]
    assert after(EMPTY, whole(told)).me == told
