"""A network around one tie that has everything: a full card, a past, promises, help, links."""

from __future__ import annotations

from datetime import date, timedelta

from stage import TODAY, person

from store.records.event import Event
from store.records.exchange import Exchange
from store.records.follow_up import FollowUp
from store.records.ids import PersonId
from store.records.interaction import Interaction
from store.records.introduction import Introduction
from store.records.kinds import TableName
from store.records.me import Me
from store.records.person import City, School
from store.records.record import Record
from store.records.snapshot import Snapshot, snapshot_of
from store.records.tables import TABLE_OF

AMELIE, LUKASZ, ZOE = PersonId("A"), PersonId("L"), PersonId("Z")


def ago(days: int) -> date:
    """A day before today."""
    return TODAY - timedelta(days=days)


def talk(id: str, days: int, **fields: object) -> Interaction:
    """A call with Amélie."""
    values: dict[str, object] = {"kind": "call", "minutes": 20, "people": (AMELIE,), **fields}
    return Interaction(id=id, on=ago(days), **values)  # type: ignore[arg-type]


def one_tie(*more: Record) -> Snapshot:
    """Amélie with all there is to show, Łukasz who brought her, and Zoë of whom nothing is known.

    Args:
        more: records besides; one of an id that is there takes its place.
    """
    records: list[Record] = [
        Me(
            name="Me",
            schools=(School(name="INSA Lyon", start="2007", end="2011"),),
            passions=("climbing",),
        ),
        person(
            "A",
            "Amélie Roussel",
            15,
            title="Head of research",
            org="Aubier",
            cities=(City(name="Lyon"), City(name="Göteborg", kind="past")),
            languages=("fr", "en"),
            prefers="call",
            emails=("amelie@aubier.example",),
            phones=("+33 6 00 00 00 00",),
            schools=(School(name="INSA Lyon", start="2009"),),
            employers=("Volvo",),
            passions=("climbing", "jazz"),
            needs=("people who have run a lab",),
            offers=("open doors at INSA",),
            intent="learn how a lab lives inside a company",
            notes="Two children, Paul and Rose.\nAnswers the phone before nine.",
            through=LUKASZ,
            met=date(2009, 9, 1),
            knows=(ZOE,),
        ),
        person("L", "Łukasz Wrona", 50, schools=(School(name="Kraków"),)),
        person("Z", "Zoë Adler"),
        *(person(f"O{number}", f"Somebody {number}") for number in range(9)),
        talk(
            "T1", 32, kind="in_person", minutes=45, by="me", note="Moving the team. Hiring is hard."
        ),
        talk("T2", 79, by="them", note="Asked for two names in biotech."),
        talk("T3", 132, kind="event", minutes=None, note="First long talk in years."),
        talk("T4", 200, kind="message", minutes=None),
        talk("T5", 347, minutes=35, by="them", note="New role at Aubier."),
        FollowUp(id="F1", person=AMELIE, on=ago(0), made=ago(32), why="intro to Jean-Marc"),
        Exchange(
            id="E1", person=AMELIE, direction="given", kind="article", on=ago(79), closed=ago(79)
        ),
        Exchange(
            id="E2", person=AMELIE, direction="received", kind="advice", on=ago(300), closed=ago(1)
        ),
        Event(id="V1", name="INSA alumni evening", on=ago(132), people=(AMELIE,)),
        Introduction(id="N1", a=AMELIE, b=ZOE, on=ago(150), state="made"),
        *more,
    ]
    tables: dict[TableName, dict[str, Record]] = {}
    for record in records:
        tables.setdefault(TABLE_OF[type(record)], {})[record.id] = record
    return snapshot_of(tables)
