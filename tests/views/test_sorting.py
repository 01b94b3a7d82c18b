from __future__ import annotations

from datetime import date, timedelta

import msgspec
from small_network import TODAY

from store.records.ids import PersonId
from store.records.interaction import Interaction
from store.records.kinds import By, Kind, TableName
from store.records.me import Me, Sorting
from store.records.person import Person, School
from store.records.record import Record
from store.records.snapshot import Snapshot, snapshot_of
from store.records.tables import TABLE_OF
from store.views.sorting import sorting_candidates, sorting_wanted


def store(*records: Record) -> Snapshot:
    tables: dict[TableName, dict[str, Record]] = {}
    for record in records:
        tables.setdefault(TABLE_OF[type(record)], {})[record.id] = record
    return snapshot_of(tables)


def person(name: str, **fields: object) -> Person:
    return Person(**{"id": name, "name": name, **fields})  # type: ignore[arg-type]


def talk(name: str, by: By | None, days: int, kind: Kind = "message") -> Interaction:
    on = TODAY - timedelta(days=days)
    return Interaction(id=f"{name}{by}{days}", people=(PersonId(name),), kind=kind, on=on, by=by)


def asked(snapshot: Snapshot, limit: int = 12) -> list[str]:
    return list(sorting_candidates(snapshot, TODAY, limit))


def test_first_who_wrote_and_was_written_to_then_shared_places_then_rich_cards() -> None:
    network = store(
        Me(org="Acme", employers=("Globex",), schools=(School(name="INSA Lyon"),)),
        person("plain"),
        person("rich", emails=("a@x.org",), phones=("1",), birthday="1985"),
        person("school", schools=(School(name="insa lyon", start="2004"),)),
        person("colleague", org="ACME", title="CEO"),
        person("before", employers=("Globex",), org="Other", title="CTO", tags=("x",)),
        person("both", org="Acme"),
        person("lately"),
        person("one way"),
        talk("both", "me", 40),
        talk("both", "them", 30),
        talk("lately", "them", 2, "email"),
        talk("lately", None, 3),
        talk("one way", "them", 1),
        talk("plain", "me", 1, "call"),
        talk("plain", "them", 1, "call"),
    )
    assert asked(network) == [
        "lately",
        "both",
        "before",
        "colleague",
        "school",
        "rich",
        "one way",
        "plain",
    ]


def test_nobody_is_asked_about_who_has_a_layer_was_shown_or_is_gone() -> None:
    network = store(
        Me(sorting=Sorting(asked=(PersonId("shown"),))),
        person("left"),
        person("shown"),
        person("sorted", layer=50),
        person("faded", status="faded"),
        person("dead", status="deceased"),
    )
    assert asked(network) == ["left"]


def crowd(sorting: Sorting) -> Snapshot:
    return store(Me(sorting=sorting), *(person(f"P{n:02}") for n in range(30)))


def test_the_first_round_asks_twelve_and_later_ones_five() -> None:
    assert len(asked(crowd(Sorting()))) == 12
    later = crowd(Sorting(last=TODAY - timedelta(days=1)))
    assert asked(later) == ["P00", "P01", "P02", "P03", "P04"]
    assert len(asked(later, limit=3)) == 3


def test_a_round_is_wanted_once_a_day_until_it_is_ended_or_done() -> None:
    assert sorting_wanted(crowd(Sorting()), TODAY)
    assert sorting_wanted(crowd(Sorting(last=TODAY - timedelta(days=1))), TODAY)
    assert not sorting_wanted(crowd(Sorting(last=TODAY)), TODAY)
    assert not sorting_wanted(crowd(Sorting(wanted=False)), TODAY)
    assert not sorting_wanted(store(person("sorted", layer=5)), TODAY)
    assert not sorting_wanted(store(), TODAY)


def test_letters_of_days_to_come_say_nothing_yet() -> None:
    network = store(
        person("b"),
        person("a"),
        talk("b", "me", 3),
        msgspec.structs.replace(talk("b", "them", 0), on=date(2027, 1, 1)),
    )
    assert asked(network) == ["a", "b"]
