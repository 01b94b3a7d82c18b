"""Promises, exchanges, events, groups and ties of a file."""

from __future__ import annotations

from datetime import date

import msgspec
from incoming_cards import TODAY, card, done, plan, reading, store

from store.formats.incoming import IncomingRecord, IncomingTie, Reading, Whom
from store.records.circle import Circle
from store.records.event import Event
from store.records.exchange import Exchange
from store.records.follow_up import FollowUp
from store.records.ids import PersonId, stable_id
from store.records.person import Person
from store.records.snapshot import EMPTY

ANN, BOB = card("Ann Bee", "uid:1"), card("Bob Cox", "uid:2")
NOBODY = PersonId("")


def records(*several: IncomingRecord, ties: tuple[IncomingTie, ...] = ()) -> Reading:
    return Reading(people=(ANN, BOB), records=several, ties=ties)


PROMISE = IncomingRecord(
    key="monica:reminder:1",
    record=FollowUp(id="", person=NOBODY, on=date(2026, 12, 1), why="Call back"),
    whom=(Whom(source="uid:1"),),
)
HELP = IncomingRecord(
    key="monica:gift:1",
    record=Exchange(id="", person=NOBODY, direction="given", kind="service", on=date(2025, 1, 1)),
    whom=(Whom(name="ann bee"),),
)
EVENING = IncomingRecord(
    key="ics:2",
    record=Event(id="", name="PyConFR", on=date(2026, 11, 28)),
    whom=(Whom(source="uid:1"), Whom(name="A Stranger"), Whom(source="uid:2")),
)
GROUP = IncomingRecord(
    key="vcard:group:1",
    record=Circle(id="", name="Choir"),
    whom=(Whom(source="uid:1"), Whom(source="uid:2")),
)
STRANGERS = IncomingRecord(
    key="monica:reminder:2",
    record=FollowUp(id="", person=NOBODY, on=TODAY),
    whom=(Whom(name="A Stranger"),),
)


def test_records_are_kept_once_with_their_people() -> None:
    everything = records(PROMISE, HELP, EVENING, GROUP, STRANGERS)
    made = plan(EMPTY, everything)
    assert (made.records, made.left) == (4, 1)
    after = done(EMPTY, everything)
    ann = next(each.id for each in after.people.values() if each.name == "Ann Bee")
    (promise,), (gift,) = after.follow_ups.values(), after.exchanges.values()
    assert (promise.id, promise.person, promise.made) == (
        stable_id("monica:reminder:1"),
        ann,
        TODAY,
    )
    assert gift.person == ann
    (evening,), (group,) = after.events.values(), after.circles.values()
    assert (len(evening.people), len(group.people)) == (2, 2)


def test_a_record_that_is_there_stays_as_the_user_has_left_it() -> None:
    before = done(EMPTY, records(PROMISE))
    (promise,) = before.follow_ups.values()
    closed = msgspec.structs.replace(promise, closed=TODAY, why="Mine")
    again = store(*before.people.values(), closed)
    assert not plan(again, records(PROMISE)).change_set


def test_a_group_of_a_known_name_is_that_group() -> None:
    mine = Circle(id="C", name="CHOIR", people=(PersonId("P"),), notes="Thursdays")
    held = (Person(id="P", name="Ann Bee", sources=("uid:1",)), mine)
    after = done(store(*held), records(GROUP))
    (circle,) = after.circles.values()
    assert (circle.id, circle.notes, len(circle.people)) == ("C", "Thursdays", 2)


def test_an_event_of_nobody_known_is_kept_where_the_file_names_nobody() -> None:
    alone = msgspec.structs.replace(EVENING, whom=())
    strangers = msgspec.structs.replace(EVENING, key="ics:3", whom=(Whom(name="A Stranger"),))
    after = done(EMPTY, records(alone, strangers))
    assert len(after.events) == 1


def test_ties_are_noted_once_and_from_one_side() -> None:
    knows = IncomingTie(one=Whom(source="uid:1"), other=Whom(source="uid:2"))
    back = IncomingTie(one=Whom(source="uid:2"), other=Whom(source="uid:1"))
    through = IncomingTie(one=Whom(source="uid:1"), other=Whom(source="uid:2"), how="through")
    everything = records(ties=(knows, back, through))
    assert plan(EMPTY, everything).records == 2
    after = done(EMPTY, everything)
    ann, bob = (
        next(each for each in after.people.values() if each.name == name)
        for name in ("Ann Bee", "Bob Cox")
    )
    assert (ann.knows, ann.through, bob.knows) == ((bob.id,), bob.id, ())


def test_a_tie_with_somebody_new_leaves_the_card_that_is_there() -> None:
    held = Person(id="P", name="Ann Bee", sources=("uid:1",))
    tie = IncomingTie(one=Whom(source="uid:1"), other=Whom(source="uid:2"))
    made = plan(store(held), records(ties=(tie,)))
    assert (made.changed, made.same) == ((), ("P",))
    after = store(held).apply(made.change_set)
    assert after.people[made.new[0]].knows == ("P",)


def test_skip_notes_nothing_on_those_who_are_there() -> None:
    held = [
        Person(id=id, name=name, sources=(key,))
        for id, name, key in (("P", "Ann Bee", "uid:1"), ("Q", "Bob Cox", "uid:2"))
    ]
    tie = IncomingTie(one=Whom(source="uid:1"), other=Whom(source="uid:2"))
    everything = records(PROMISE, HELP, GROUP, ties=(tie,))
    for how in ("skip", "merge"):
        made = plan(store(*held), everything, how=how)
        assert bool(made.change_set) is (how == "merge")


def test_a_promise_to_somebody_forgotten_is_not_kept() -> None:
    before = msgspec.structs.replace(EMPTY, forgotten=EMPTY.forgotten.with_person(ANN, "5a" * 32))
    after = before.apply(plan(before, records(PROMISE, EVENING)).change_set)
    assert not after.follow_ups
    assert [len(each.people) for each in after.events.values()] == [1]


def test_what_came_is_told_by_the_cards_of_a_reading() -> None:
    assert plan(EMPTY, reading(ANN)).records == 0
