"""Networks of three people with records of every table that names people, drawn at random."""

from __future__ import annotations

from datetime import date, datetime
from itertools import count
from zoneinfo import ZoneInfo

from hypothesis import strategies as st

from store.actions.action import Context
from store.config.settings import Settings
from store.records.circle import Circle
from store.records.event import Event
from store.records.exchange import Exchange
from store.records.follow_up import FollowUp
from store.records.ids import ExchangeId, PersonId
from store.records.interaction import Interaction
from store.records.introduction import Introduction
from store.records.me import Me, Sorting
from store.records.person import (
    Anniversary,
    City,
    Deferral,
    Employment,
    Pause,
    Person,
    Property,
    School,
)
from store.records.record import Record
from store.records.snapshot import Snapshot, snapshot_of
from store.records.tables import TABLE_OF
from store.records.time_entry import Slot, TimeEntry
from store.views.ties import Ties

DAY = date(2026, 11, 20)
A, B, C = (PersonId(each) for each in "ABC")

who = st.sampled_from((A, B, C))
several = st.lists(who, min_size=1, max_size=3, unique=True).map(tuple)
texts = st.sampled_from(["", "one", "two", "One"])
days = st.sampled_from([None, date(2020, 1, 2), date(2021, 3, 4)])
on = st.sampled_from([date(2026, 1, 2), date(2026, 3, 4)])


def lists(*values: object) -> st.SearchStrategy[tuple[object, ...]]:
    return st.lists(st.sampled_from(values), max_size=2, unique_by=repr).map(tuple)


YEARS = st.sampled_from([None, "2004", "2007"])


def cards(id: PersonId) -> st.SearchStrategy[Person]:
    """Somebody, any field set or not."""
    return st.builds(
        Person,
        id=st.just(id),
        name=st.sampled_from(["Zoë Adler", "zoe adler", "Adler Zoë", "Z. Rousseau"]),
        nicknames=lists("Zo", "zo", "Z. Rousseau"),
        emails=lists("z@x.org", "Z@X.org", "y@x.org"),
        phones=lists("06 12 34 56 78", "+33 6 12 34 56 78", "112"),
        links=lists("https://x.org/z", "x.org/z/"),
        org=st.sampled_from(["", "Aubier", "Aubier SA", "Bourgeon"]),
        title=texts,
        schools=st.lists(st.builds(School, name=texts, start=YEARS), max_size=2).map(tuple),
        cities=st.lists(
            st.builds(City, name=texts, kind=st.sampled_from(["now", "past"])), max_size=2
        ).map(tuple),
        employers=lists("Aubier", "Corolle"),
        employment=st.lists(
            st.builds(Employment, name=st.just("Corolle"), start=YEARS), max_size=1
        ).map(tuple),
        passions=lists("jazz", "Jazz", "oak"),
        tags=lists("a", "b"),
        layer=st.sampled_from([None, 5, 50]),
        cadence_days=st.sampled_from([None, 0, 30]),
        prefers=st.sampled_from([None, "call"]),
        avoids=lists("call", "social"),
        met=days,
        where=texts,
        birthday=st.sampled_from(["", "1985", "--04-12", "1985-04-12", "1986", "odd"]),
        dates=lists(Anniversary(name="wedding", on="--06-12")),
        new_job_on=days,
        intent=texts,
        status=st.sampled_from(["active", "active", "faded", "deceased"]),
        deceased_on=days,
        pauses=lists(Pause(start=date(2026, 1, 1), until=date(2026, 2, 1))),
        deferrals=st.lists(
            st.builds(
                Deferral, row=st.sampled_from(["cooling", "F1", "F2"]), on=st.just(DAY), until=on
            ),
            max_size=2,
            unique_by=lambda each: each.row,
        ).map(tuple),
        pinned=st.booleans(),
        through=st.none() | who,
        knows=st.lists(who, max_size=2, unique=True).map(tuple),
        distinct_from=st.lists(who, max_size=2, unique=True).map(tuple),
        notes=texts,
        private_notes=texts,
        added=days,
        sources=lists("uid:1", "uid:2", "linkedin:z"),
        properties=lists(Property(name="X-PET", value="cat"), Property(name="UID", value="1")),
        extra=st.sampled_from([{}, {"x": 1}, {"x": 2, "y": 3}]),
    )


def records() -> st.SearchStrategy[Record]:
    """A record of any table; few values, so that some are equal."""
    numbers = st.integers(1, 4).map(str)

    def id(letter: str) -> st.SearchStrategy[str]:
        return numbers.map(lambda number: f"{letter}{number}")

    return st.one_of(
        st.builds(
            Interaction,
            id=id("T"),
            people=several,
            kind=st.just("call"),
            on=on,
            note=texts,
            source=st.sampled_from(["", "", "linkedin:c:1"]),
        ),
        st.builds(
            FollowUp,
            id=id("F"),
            person=who,
            on=on,
            why=texts,
            exchange=st.sampled_from([None, ExchangeId("X1"), ExchangeId("X2")]),
        ),
        st.builds(
            Exchange,
            id=id("X"),
            person=who,
            direction=st.just("given"),
            kind=st.just("advice"),
            on=on,
        ),
        st.builds(Introduction, id=id("I"), a=who, b=who, on=on, why=texts),
        st.builds(Event, id=id("E"), name=texts, on=on, people=several, wanted=several),
        st.builds(Circle, id=id("K"), name=texts, people=several),
        st.builds(TimeEntry, id=id("M"), kind=st.just("call"), on=on, person=st.none() | who),
        st.builds(
            Slot,
            id=id("S"),
            kind=st.just("call"),
            on=on,
            minutes=st.just(5),
            person=st.none() | who,
        ),
        st.builds(Me, sorting=st.builds(Sorting, asked=several)),
    )


@st.composite
def networks(draw: st.DrawFn) -> Snapshot:
    """Three people and up to a dozen records."""
    held = [draw(cards(each)) for each in (A, B, C)]
    return holding(*held, *draw(st.lists(records(), max_size=12)))


def holding(*records: Record) -> Snapshot:
    """A snapshot of some records."""
    tables: dict[str, dict[str, Record]] = {}
    for each in records:
        tables.setdefault(TABLE_OF[type(each)], {})[each.id] = each
    return snapshot_of(tables)  # type: ignore[arg-type]


def context(snapshot: Snapshot) -> Context:
    """An act on the fixed day."""
    numbers = count(1)
    now = datetime(2026, 11, 20, 9, tzinfo=ZoneInfo("UTC"))
    ties = Ties.of(snapshot, DAY, Settings())
    return Context(now, DAY, lambda: f"N{next(numbers)}", Settings(), lambda: ties)
