"""Who counts as untouched for years: worked examples, and what holds of anybody."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.records.change import ChangeSet, make
from store.records.event import Event
from store.records.exchange import Exchange
from store.records.follow_up import FollowUp
from store.records.ids import PersonId
from store.records.interaction import Interaction
from store.records.introduction import Introduction
from store.records.kinds import LAYERS
from store.records.person import Deferral, Pause, Person
from store.records.record import Record
from store.records.snapshot import EMPTY, Snapshot
from store.records.time_entry import TimeEntry
from store.rules.untouched import Touches, may_be_offered, untouched, years_before

TODAY = date(2026, 11, 20)
LONG_AGO = date(2015, 6, 1)
THEN = date(2019, 3, 4)
ODILE = PersonId("O")
YEARS = 5


def odile(**fields: object) -> Person:
    """Added long ago, and nothing since."""
    card = Person(id=ODILE, name="Odile Martin", added=LONG_AGO)
    return msgspec.structs.replace(card, **fields)


def snapshot(*records: Record) -> Snapshot:
    return EMPTY.apply(ChangeSet(tuple(make(each) for each in records)))


def talk(on: date, person: str = ODILE, planned: bool = False) -> Interaction:
    people = (PersonId(person),)
    return Interaction(id=f"T{person}{on}", people=people, kind="call", on=on, planned=planned)


TOUCHES: dict[str, Record] = {
    "a talk": talk(THEN),
    "a plan": talk(THEN, planned=True),
    "a follow-up made": FollowUp(id="F", person=ODILE, on=LONG_AGO, made=THEN, closed=LONG_AGO),
    "a follow-up due": FollowUp(id="F", person=ODILE, on=THEN),
    "a follow-up closed": FollowUp(id="F", person=ODILE, on=LONG_AGO, closed=THEN),
    "help": Exchange(id="X", person=ODILE, direction="given", kind="advice", on=THEN),
    "an introduction, first": Introduction(id="I", a=ODILE, b=PersonId("B"), on=THEN),
    "an introduction, second": Introduction(id="I", a=PersonId("B"), b=ODILE, on=THEN),
    "an event": Event(id="E", name="PyConFR", on=THEN, people=(ODILE,)),
    "an event's last day": Event(id="E", name="x", on=LONG_AGO, until=THEN, people=(ODILE,)),
    "an event to meet at": Event(id="E", name="PyConFR", on=THEN, wanted=(ODILE,)),
    "time spent": TimeEntry(id="M", kind="preparing", on=THEN, minutes=5, person=ODILE),
}

ON_THE_CARD: dict[str, dict[str, object]] = {
    "added": {"added": THEN},
    "met": {"met": THEN},
    "a new job": {"new_job_on": THEN},
    "put off": {"deferrals": (Deferral(row="cooling", on=THEN, until=THEN),)},
    "paused": {"pauses": (Pause(start=LONG_AGO, until=THEN),)},
}


def last_touch(records: Snapshot, person: PersonId = ODILE) -> date | None:
    return Touches(records).last(records.people[person])


@pytest.mark.parametrize("what", TOUCHES)
def test_whatever_is_done_with_somebody_touches_the_card(what: str) -> None:
    assert last_touch(snapshot(odile(), TOUCHES[what])) == THEN


@pytest.mark.parametrize("field", ["thanked", "told", "closed"])
def test_thanks_news_and_the_end_of_an_exchange_touch_the_card(field: str) -> None:
    helped = Exchange(id="X", person=ODILE, direction="received", kind="advice", on=LONG_AGO)
    later = msgspec.structs.replace(helped, **{field: THEN})
    assert last_touch(snapshot(odile(), later)) == THEN


@pytest.mark.parametrize("what", ON_THE_CARD)
def test_the_days_of_the_card_itself_count(what: str) -> None:
    assert last_touch(snapshot(odile(**ON_THE_CARD[what]))) == THEN


def test_a_plan_to_come_keeps_a_card_and_one_of_long_ago_does_not() -> None:
    coming = talk(TODAY + timedelta(days=9), planned=True)
    assert untouched(snapshot(odile(), coming), TODAY, YEARS) == ()
    assert untouched(snapshot(odile(), talk(THEN, planned=True)), TODAY, YEARS) == (ODILE,)


@pytest.mark.parametrize(
    ("last", "today", "offered"),
    [
        (date(2021, 11, 20), date(2026, 11, 20), True),
        (date(2021, 11, 21), date(2026, 11, 20), False),
        (date(2023, 2, 28), date(2028, 2, 29), True),
        (date(2023, 3, 1), date(2028, 2, 29), False),
        (date(2024, 2, 29), date(2029, 2, 28), False),
        (date(2024, 2, 29), date(2029, 3, 1), True),
    ],
)
def test_the_day_itself_counts_five_years_later(last: date, today: date, offered: bool) -> None:
    assert (untouched(snapshot(odile(), talk(last)), today, YEARS) == (ODILE,)) is offered


@pytest.mark.parametrize(
    "fields",
    [
        {"status": "deceased"},
        {"layer": 150},
        {"cadence_days": 0},
        {"cadence_days": 30},
        {"pinned": True},
        {"added": None},
    ],
)
def test_who_is_meant_to_stay_or_has_no_known_day_is_left_alone(fields: dict[str, object]) -> None:
    assert untouched(snapshot(odile(**fields)), TODAY, YEARS) == ()


def test_who_was_let_fade_is_offered_as_anybody() -> None:
    assert untouched(snapshot(odile(status="faded")), TODAY, YEARS) == (ODILE,)


def test_an_open_promise_keeps_a_card_and_a_closed_one_does_not() -> None:
    owed = FollowUp(id="F", person=ODILE, on=THEN)
    assert untouched(snapshot(odile(), owed), TODAY, YEARS) == ()
    kept = msgspec.structs.replace(owed, closed=THEN)
    assert untouched(snapshot(odile(), kept), TODAY, YEARS) == (ODILE,)


def test_the_longest_untouched_come_first_then_by_name_then_id() -> None:
    cards = [
        Person(id="1", name="zoé", added=LONG_AGO),
        Person(id="2", name="Émile", added=THEN),
        Person(id="4", name="Eve", added=THEN),
        Person(id="3", name="Eve", added=THEN),
    ]
    assert untouched(snapshot(*cards), TODAY, YEARS) == ("1", "2", "3", "4")


def test_an_offer_may_be_made_again_a_year_later() -> None:
    assert may_be_offered(None, TODAY)
    assert not may_be_offered(TODAY, TODAY)
    assert not may_be_offered(date(2025, 11, 21), TODAY)
    assert may_be_offered(date(2025, 11, 20), TODAY)
    assert may_be_offered(date(2023, 2, 28), date(2024, 2, 29))


days = st.one_of(st.none(), st.dates(date(2010, 1, 1), date(2030, 1, 1)))
people = st.lists(
    st.builds(
        Person,
        id=st.integers(0, 99).map("P{:02}".format),
        name=st.sampled_from(["Ada", "ada", "Bo", "Cleo"]),
        added=days,
        met=days,
        layer=st.sampled_from([None, None, None, *LAYERS]),
        status=st.sampled_from(["active", "faded", "deceased"]),
        pinned=st.booleans(),
    ),
    max_size=12,
    unique_by=lambda person: person.id,
)


@given(people, st.data())
def test_whoever_is_talked_to_today_is_never_untouched(
    cards: list[Person], data: st.DataObject
) -> None:
    talked = data.draw(st.sets(st.sampled_from([each.id for each in cards]))) if cards else set()
    met_today = [talk(TODAY, each) for each in talked]
    years = data.draw(st.integers(1, 50))
    found = untouched(snapshot(*cards, *met_today), TODAY, years)
    assert not talked & set(found)


@given(people, st.randoms(use_true_random=False), st.integers(1, 50))
def test_the_order_does_not_depend_on_that_of_the_cards(
    cards: list[Person], chance: Random, years: int
) -> None:
    found = untouched(snapshot(*cards), TODAY, years)
    shuffled = list(cards)
    chance.shuffle(shuffled)
    assert untouched(snapshot(*shuffled), TODAY, years) == found
    limit = years_before(TODAY, years)
    lasts = [last_touch(snapshot(*cards), each) for each in found]
    assert all(last is not None and last <= limit for last in lasts)
    assert lasts == sorted(lasts, key=lambda last: last or TODAY)


@given(people, st.integers(1, 49))
def test_more_years_never_find_more_people(cards: list[Person], years: int) -> None:
    here = snapshot(*cards)
    assert set(untouched(here, TODAY, years + 1)) <= set(untouched(here, TODAY, years))
