"""Interactions with several people, planned ones, and what becomes of a plan."""

from __future__ import annotations

from datetime import date

import msgspec
from incoming_cards import TODAY, card, done, plan, reading, store

from store.formats.incoming import IncomingInteraction, Reading, Whom
from store.formats.plan import Plan
from store.records.interaction import Interaction
from store.records.person import Person
from store.records.snapshot import EMPTY, Snapshot

ANN = card("Ann Bee", "uid:1", emails=("ann@x.org",))
BOB = card("Bob Cox", "uid:2")
TOMORROW, LATER = date(2026, 11, 21), date(2026, 12, 24)


def meeting(
    key: str = "ics:1", on: date = LATER, *also: Whom, planned: bool = True, note: str = "Lunch"
) -> IncomingInteraction:
    talk = Interaction(
        id="", people=(), kind="in_person", on=on, note=note, planned=planned, source=key
    )
    return IncomingInteraction(
        with_source="", with_name="", with_email="ann@x.org", also=also, interaction=talk
    )


def calendar(*meetings: IncomingInteraction) -> Reading:
    return Reading(interactions=meetings)


def only(snapshot: Snapshot) -> Interaction:
    (talk,) = snapshot.interactions.values()
    return talk


def test_who_took_part_is_found_by_address_name_and_key_and_strangers_are_left_out() -> None:
    others = (
        Whom(name="bob COX"),
        Whom(email="nobody@x.org", name="No Body"),
        Whom(source="uid:2"),
    )
    made = done(EMPTY, reading(ANN, BOB), calendar(meeting("k", date(2026, 1, 2), *others)))
    names = [made.people[each].name for each in only(made).people]
    assert names == ["Ann Bee", "Bob Cox"]


def test_a_meeting_of_strangers_alone_gives_nothing() -> None:
    made = plan(EMPTY, calendar(meeting()))
    assert (made.interactions, made.left, bool(made.change_set)) == (0, 1, False)


def test_a_planned_meeting_keeps_its_day_to_come() -> None:
    after = done(EMPTY, reading(ANN), calendar(meeting(on=TOMORROW)))
    assert (only(after).on, only(after).planned) == (TOMORROW, True)


def test_a_plan_that_took_place_is_confirmed() -> None:
    before = done(EMPTY, reading(ANN), calendar(meeting()))
    took_place = calendar(meeting(on=date(2026, 11, 19), planned=False, note="Lunch, two hours"))
    made = plan(before, took_place)
    assert made.interactions == 1
    after = done(before, took_place)
    told = only(after)
    assert (told.planned, told.on, told.note) == (False, date(2026, 11, 19), "Lunch, two hours")
    assert told.id == only(before).id


def test_a_plan_that_is_put_off_follows_the_calendar() -> None:
    before = done(EMPTY, reading(ANN), calendar(meeting()))
    later = date(2027, 1, 5)
    after = done(before, calendar(meeting(on=later)))
    assert (only(after).on, only(after).planned) == (later, True)
    again = done(after, calendar(meeting(on=date(2026, 11, 18), planned=False)))
    assert not only(again).planned


def test_a_plan_that_the_user_has_changed_stays_theirs() -> None:
    before = done(EMPTY, reading(ANN), calendar(meeting()))
    for change in (
        {"note": "My own words"},
        {"on": date(2026, 12, 25)},
        {"planned": False},
        {"minutes": 30},
    ):
        edited = msgspec.structs.replace(only(before), **change)
        held = store(*before.people.values(), edited)
        for again in (
            meeting(on=date(2026, 11, 19), planned=False),
            meeting(on=date(2027, 1, 5)),
        ):
            assert not plan(held, calendar(again)).change_set


def test_a_day_to_come_that_nobody_has_planned_gives_nothing() -> None:
    made = plan(EMPTY, reading(ANN), calendar(meeting(planned=False)))
    assert (made.interactions, made.left) == (0, 1)


def test_people_left_alone_are_left_out_of_a_meeting_that_others_keep() -> None:
    held = Person(id="P", name="Bob Cox", sources=("uid:2",))
    talks = calendar(meeting("k", date(2026, 1, 2), Whom(source="uid:2")))
    after = done(store(held), reading(ANN), talks, how="skip")
    assert [after.people[each].name for each in only(after).people] == ["Ann Bee"]


def forgetting(snapshot: Snapshot, person: Person) -> Snapshot:
    forgotten = snapshot.forgotten.with_person(person, "5a" * 32)
    return msgspec.structs.replace(snapshot, forgotten=forgotten)


def test_somebody_forgotten_is_left_out_of_a_meeting_that_others_keep() -> None:
    before = forgetting(EMPTY, BOB)
    talks = calendar(meeting("k", date(2026, 1, 2), Whom(source="uid:2"), Whom(name="Bob Cox")))
    made = plan(before, reading(ANN, BOB), talks)
    after = before.apply(made.change_set)
    assert [after.people[each].name for each in only(after).people] == ["Ann Bee"]


def test_the_same_address_under_two_names_is_told_by_the_name() -> None:
    couple = reading(
        card("Ann Bee", "uid:1", emails=("bee@x.org",)),
        card("Max Bee", "uid:3", emails=("bee@x.org",)),
    )
    talk = Interaction(id="", people=(), kind="email", on=TODAY, source="m:1")
    letters = tuple(
        IncomingInteraction(
            with_source="mailto:bee@x.org",
            with_name=name,
            interaction=msgspec.structs.replace(talk, source=f"m:{name}"),
        )
        for name in ("Max Bee", "Zoe Bee")
    )
    made: Plan = plan(EMPTY, couple, calendar(*letters))
    after = EMPTY.apply(made.change_set)
    assert [after.people[each].name for each in only(after).people] == ["Max Bee"]
    assert made.left == 1
