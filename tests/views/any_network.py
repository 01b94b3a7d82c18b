"""Networks of a few people drawn at random, with all that can make or hide a row of Today."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import strategies as st

from store.records.exchange import Exchange
from store.records.follow_up import FollowUp
from store.records.ids import PersonId
from store.records.interaction import Interaction
from store.records.introduction import Introduction
from store.records.kinds import KINDS, By, Kind, Layer, SlotState
from store.records.me import Budget, Me
from store.records.person import Anniversary, City, Deferral, Pause, Person
from store.records.record import Record
from store.records.snapshot import Snapshot, snapshot_of
from store.records.tables import TABLE_OF
from store.records.time_entry import Slot

TODAY = date(2026, 11, 20)
"""A Friday."""

MOST_PEOPLE = 9

IDS = tuple(PersonId(f"P{number}") for number in range(MOST_PEOPLE))
"""Only the first of them are in a network; the others are named in vain."""

WHO = st.sampled_from(IDS)

AGOS = st.integers(0, 12) | st.integers(0, 120) | st.integers(300, 900)


def ago(days: int) -> date:
    return TODAY - timedelta(days=days)


DEFERRALS = st.builds(
    lambda row, on, days: Deferral(row=row, on=ago(on), until=ago(on - days)),
    st.sampled_from(["cooling", "dormant", "birthday", "date:11-22"]),
    st.integers(0, 9),
    st.integers(1, 12),
)
PAUSES = st.builds(
    lambda start, days: Pause(start=ago(start), until=ago(start - days)),
    st.integers(-3, 60),
    st.integers(0, 40),
)
DATES = (
    Anniversary(name="wedding", on="2015-11-22"),
    Anniversary(name="start of Aubier", on="--11-22"),
    Anniversary(name="move", on="2025-01-06"),
)
LAYERS: st.SearchStrategy[Layer | None] = st.sampled_from([None, 5, 15, 50, 150])
CADENCES = st.sampled_from([None, None, None, 0, 1, 14, 60])
MEANS: st.SearchStrategy[Kind] = st.sampled_from(["call", "message", "message"])
SIDES: st.SearchStrategy[By | None] = st.sampled_from([None, "me", "them"])


@st.composite
def cards(draw: st.DrawFn, id: PersonId, settled: bool = False) -> Person:
    """A person; few names, so that some are alike.

    Args:
        draw: given by Hypothesis.
        id: whose card.
        settled: with a layer, so that nothing hangs on the user's own usual gap.
    """
    return Person(
        id=id,
        name=draw(st.sampled_from(["Zoë", "Ada", "ada"])),
        layer=draw(LAYERS.filter(bool) if settled else LAYERS),
        cadence_days=draw(CADENCES),
        status=draw(st.sampled_from(["active", "active", "active", "faded", "deceased"])),
        birthday=draw(st.sampled_from(["", "", "--11-20", "1985-11-23"])),
        dates=draw(st.sampled_from([(), (), DATES])),
        new_job_on=draw(st.sampled_from([None, None, ago(3)])),
        cities=draw(st.sampled_from([(), (City(name="Lyon"),), (City(name="Genève"),)])),
        deferrals=tuple(draw(st.lists(DEFERRALS, max_size=1))),
        pauses=tuple(draw(st.lists(PAUSES, max_size=1))),
        pinned=draw(st.sampled_from([False, False, False, True])),
        added=draw(st.sampled_from([None, ago(0), ago(40), ago(400)])),
        sources=draw(st.sampled_from([(), (), ("uid:1",)])),
    )


@st.composite
def talks(draw: st.DrawFn, number: int, settled: bool = False) -> Interaction:
    """A contact with one or two, past, planned, or planned and passed.

    Args:
        draw: given by Hypothesis.
        number: becomes the id.
        settled: without minutes, so that the user's own ones stay those of the settings.
    """
    planned = draw(st.sampled_from([False] * 6 + [True]))
    days = draw(st.integers(-9, 9)) if planned else draw(AGOS)
    return Interaction(
        id=f"I{number:02}",
        people=tuple(draw(st.lists(WHO, min_size=1, max_size=2, unique=True))),
        kind=draw(st.sampled_from(KINDS)),
        on=ago(days),
        minutes=None if settled else draw(st.sampled_from([None, 0, 15, 60])),
        by=draw(SIDES),
        planned=planned,
    )


@st.composite
def debts(draw: st.DrawFn, number: int) -> Record:
    """A promise, help received, or an introduction."""
    which, who, on = draw(st.integers(0, 2)), draw(WHO), ago(draw(st.integers(-3, 40)))
    if which == 0:
        closed = draw(st.sampled_from([None, None, TODAY]))
        return FollowUp(id=f"F{number}", person=who, on=on, closed=closed)
    if which == 1:
        thanked = draw(st.sampled_from([None, TODAY]))
        return Exchange(
            id=f"X{number}",
            person=who,
            direction=draw(st.sampled_from(["received", "given"])),
            kind="advice",
            on=on,
            thanked=thanked,
        )
    return Introduction(id=f"N{number}", a=who, b=draw(WHO), on=on)


@st.composite
def slots(draw: st.DrawFn, number: int) -> Slot:
    """Minutes set aside with somebody, a few days ago or in a few days."""
    state: SlotState = draw(st.sampled_from(["planned", "planned", "kept", "missed"]))
    on = ago(draw(st.integers(-30, 3)))
    return Slot(id=f"S{number}", kind="call", on=on, minutes=20, person=draw(WHO), state=state)


@st.composite
def networks(draw: st.DrawFn, settled: bool = False) -> Snapshot:
    """A whole network; `settled` as for `cards` and `talks`."""
    count = draw(st.integers(1, 6))
    records: list[Record] = [draw(cards(id, settled)) for id in IDS[:count]]
    records += [draw(talks(number, settled)) for number in range(draw(st.integers(0, 16)))]
    records += [draw(debts(number)) for number in range(draw(st.integers(0, 3)))]
    records += [draw(slots(number)) for number in range(draw(st.sampled_from([0, 0, 1, 2])))]
    budget = Budget(total=draw(st.sampled_from([0, 60, 120, 10_000])))
    records.append(Me(budget=budget, pauses=tuple(draw(st.lists(PAUSES, max_size=1)))))
    return holding(records)


@st.composite
def crowds(draw: st.DrawFn, settled: bool = False) -> Snapshot:
    """More people than Today has seats, most of them due, some written to in vain.

    Args:
        draw: given by Hypothesis.
        settled: each with a layer, so that nothing hangs on the user's own usual gap.
    """
    records: list[Record] = []
    for number in range(draw(st.integers(4, MOST_PEOPLE))):
        id = PersonId(f"P{number}")
        layer = draw(LAYERS.filter(bool) if settled else LAYERS)
        pinned = draw(st.sampled_from([False, False, False, True]))
        records.append(Person(id=id, name=f"N{number}", layer=layer, pinned=pinned))
        kind, days = draw(MEANS), draw(st.integers(20, 75))
        for place in range(draw(st.integers(1, 4))):
            talk = Interaction(id=f"I{number}{place}", people=(id,), kind=kind, on=ago(days))
            records.append(talk)
            days += draw(st.integers(3, 20))
        if draw(st.sampled_from([False, False, False, True])):
            records.append(FollowUp(id=f"F{number}", person=id, on=ago(1)))
    records.append(Me(budget=Budget(total=draw(st.sampled_from([60, 200, 10_000])))))
    return holding(records)


def holding(records: list[Record]) -> Snapshot:
    """A snapshot of records; what names nobody there is kept all the same."""
    tables: dict[str, dict[str, Record]] = {}
    for each in records:
        tables.setdefault(TABLE_OF[type(each)], {})[each.id] = each
    return snapshot_of(tables)  # type: ignore[arg-type]


def with_people_in(snapshot: Snapshot, order: list[PersonId]) -> Snapshot:
    """The same records, the people in another order."""
    people: dict[str, Record] = {id: snapshot.people[id] for id in order}
    tables = {name: dict(table) for name, table in snapshot.tables.items()}
    return snapshot_of({**tables, "people": people})
