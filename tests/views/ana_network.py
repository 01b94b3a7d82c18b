"""Ana, whose card has every field set, among records that name her and records that do not."""

from __future__ import annotations

from datetime import date

from store.records.circle import Circle
from store.records.event import Event
from store.records.exchange import Exchange
from store.records.follow_up import FollowUp
from store.records.ids import CircleId, EventId, PersonId
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
from store.records.time_entry import Slot, Template, TimeEntry

TODAY = date(2026, 11, 20)
ANA, BO, CY = PersonId("P-ana"), PersonId("P-bo"), PersonId("P-cy")

ANA_CARD = Person(
    id=ANA,
    name="Ana Núñez",
    nicknames=("Anita",),
    emails=("ana@nunez.example",),
    phones=("+34 612 345 678",),
    links=("https://www.linkedin.com/in/ana-nunez/",),
    org="Aubier",
    title="Architect",
    schools=(School(name="ETSAM", start="2001", end="2007"),),
    cities=(City(name="Madrid", kind="native"), City(name="Lyon")),
    timezone="Europe/Paris",
    employers=("Taller Sur",),
    employment=(Employment(name="Taller Sur", start="2010", end="2014"),),
    passions=("climbing",),
    fields=("wood",),
    languages=("es",),
    tags=("juror",),
    needs=("a carpenter",),
    offers=("plans",),
    layer=15,
    cadence_days=45,
    prefers="call",
    avoids=("social",),
    met=date(2019, 5, 6),
    where="a site in Vaise",
    birthday="1983-02-01",
    dates=(Anniversary(name="wedding", on="2015-06-12"),),
    new_job_on=date(2026, 1, 4),
    intent="she dares",
    status="faded",
    deceased_on=date(2026, 2, 2),
    pauses=(Pause(start=date(2026, 8, 1), until=date(2026, 8, 31)),),
    deferrals=(Deferral(row="cooling", on=date(2026, 9, 1), until=date(2026, 9, 8), how="pass"),),
    pinned=True,
    notes="Likes oak.\nHates glue.",
    private_notes="Owes the bank.",
    added=date(2024, 3, 4),
    sources=("uid:ana",),
    through=BO,
    knows=(BO, CY),
    distinct_from=(PersonId("P-ann"),),
    declined=("city:paris",),
    properties=(Property(name="X-PET", value="a cat", group="item1", params="TYPE=home"),),
    extra={"x_shoe": 39},
)

HERS: tuple[Record, ...] = (
    Interaction(
        id="I-both",
        people=(ANA, BO),
        kind="call",
        on=date(2026, 3, 1),
        note="the roof",
        source="linkedin:7:2026-03-01",
    ),
    FollowUp(
        id="F-hers", person=ANA, on=date(2026, 12, 1), why="send the plan", event=EventId("E-fair")
    ),
    Exchange(
        id="X-hers",
        person=ANA,
        direction="given",
        kind="advice",
        on=date(2026, 4, 2),
        note="on beams",
    ),
    Introduction(id="N-hers", a=BO, b=ANA, on=date(2026, 5, 3), why="both build"),
    Event(
        id="E-fair",
        name="Wood fair",
        on=date(2026, 6, 4),
        people=(BO, CY),
        wanted=(ANA,),
        circle=CircleId("C-hers"),
    ),
    Circle(id="C-hers", name="Builders", people=(ANA, BO, CY), notes="meets on Mondays"),
    TimeEntry(id="T-hers", kind="preparing", on=date(2026, 7, 5), minutes=12, person=ANA),
    Slot(id="S-hers", kind="call", on=date(2026, 12, 9), minutes=25, person=ANA, note="ring"),
)
OTHERS: tuple[Record, ...] = (
    Person(id=BO, name="Bo Ek", notes="Rows. Was taught by ana  nunez in 2004. Sails."),
    Person(id=CY, name="Cy Only", emails=("cy@only.example",), notes="SECRET of Cy"),
    Interaction(id="I-cy", people=(CY,), kind="call", on=date(2026, 3, 2),
                note="SECRET talk. He has ANA@nunez.example now! Bye."),
    FollowUp(id="F-cy", person=CY, on=date(2026, 3, 3), why="call 00 34 612.345.678? SECRET"),
    Exchange(id="X-cy", person=CY, direction="asked", kind="news", on=date(2026, 3, 4),
             note="SECRET"),
    Introduction(id="N-cy", a=BO, b=CY, on=date(2026, 3, 5), why="SECRET"),
    Event(id="E-cy", name="SECRET dinner", on=date(2026, 3, 6), people=(CY,)),
    Circle(id="C-cy", name="SECRET circle", people=(CY,)),
    TimeEntry(id="T-cy", kind="call", on=date(2026, 3, 7), minutes=5, person=CY, note="SECRET"),
    Slot(id="S-cy", kind="call", on=date(2026, 3, 8), minutes=5, note="SECRET"),
    Template(id="M-1", name="Thanks", body="As Ana Nunez says: measure twice."),
)  # fmt: skip


def network(*records: Record) -> Snapshot:
    tables: dict[str, dict[str, Record]] = {}
    for record in records:
        tables.setdefault(TABLE_OF[type(record)], {})[record.id] = record
    return snapshot_of(tables)  # type: ignore[arg-type]


WHOLE = network(ANA_CARD, *HERS, *OTHERS, Me(name="Moi", sorting=Sorting(asked=(CY, ANA))))
