"""`doctor` tells of slots, timers, minutes and zones that only a hand can have written."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from store.clock import system_clock
from store.disk.findings.times import NAMED, times
from store.records.ids import PersonId
from store.records.interaction import Interaction
from store.records.kinds import LANGUAGES
from store.records.me import Budget, Me
from store.records.person import Person
from store.records.record import Record
from store.records.snapshot import EMPTY, snapshot_of
from store.records.time_entry import Slot, TimeEntry
from store.words.words import Words

NOW = datetime(2026, 11, 20, 10, 14, tzinfo=UTC)
DAY = date(2026, 11, 20)
TABLES = {
    Slot: "slots", TimeEntry: "time_entries", Interaction: "interactions", Person: "people",
    Me: "me",
}  # fmt: skip


def found(*records: Record) -> dict[str, object]:
    """What is told of, with the ids."""
    tables: dict[str, dict[str, Record]] = {}
    for each in records:
        tables.setdefault(TABLES[type(each)], {})[each.id] = each
    findings = list(times(snapshot_of(tables), NOW))  # type: ignore[arg-type]
    assert all(one.check == "times" for one in findings)
    for one in findings:
        for language in LANGUAGES:
            assert Words(language).tell(one.message)
    return {one.message.id: one.message.values.get("ids") for one in findings if not one.ok}


def slot(id: str, **more: object) -> Slot:
    return Slot(id=id, kind="call", on=DAY, **({"minutes": 30} | more))  # type: ignore[arg-type]


def entry(id: str, **more: object) -> TimeEntry:
    return TimeEntry(id=id, kind="call", on=DAY, **more)  # type: ignore[arg-type]


def test_what_the_program_writes_is_well() -> None:
    records = (
        slot("S", at="23:59", minutes=1440, count=50),
        slot("T"),
        entry("E", minutes=0),
        entry("F", started=NOW + timedelta(minutes=2)),
        Interaction(id="I", people=(), kind="call", on=DAY, minutes=20),
        Person(id="P", name="Ana", timezone="Europe/Paris"),
        Me(budget=Budget(total=0, kinds={"call": 7 * 24 * 60})),
    )
    assert found(*records) == {}
    assert [each.ok for each in times(EMPTY, system_clock())] == [True]


def test_slots_and_minutes_that_cannot_be_are_named_by_id() -> None:
    odd = [slot("A", at="99:99"), slot("B", minutes=0), slot("C", count=10**9), slot("D", at=":30")]
    assert found(slot("OK"), *odd) == {"doctor.slots_odd": "A, B, C, D"}
    many = [slot(f"S{place}", minutes=-5) for place in range(NAMED + 1)]
    assert str(found(*many)["doctor.slots_odd"]).endswith("S4…")
    talk = Interaction(id="I", people=(PersonId("P"),), kind="call", on=DAY, minutes=-3)
    entries = (entry("A"), entry("B", minutes=-1), entry("C", minutes=10**9), talk)
    assert found(*entries) == {"doctor.minutes_odd": "A, B, C, I"}


def test_timers_beside_each_other_or_ahead_of_the_clock() -> None:
    naive = datetime(2026, 11, 19, 9)  # noqa: DTZ001 - as a hand writes it
    assert found(entry("A", started=NOW), entry("B", started=naive)) == {
        "doctor.timers_many": "A, B"
    }
    ahead = entry("A", started=datetime.max.replace(tzinfo=UTC))
    assert found(ahead) == {"doctor.timers_ahead": "A"}


@pytest.mark.parametrize("zone", ["Nowhere/Land", "../../etc/passwd", "Europe", "\x1b[31m"])
def test_a_zone_that_there_is_not(zone: str) -> None:
    assert found(Person(id="P", name="Ana", timezone=zone)) == {"doctor.zones_odd": "P"}


@pytest.mark.parametrize("budget", [Budget(total=10**9), Budget(kinds={"call": -1})])
def test_a_budget_that_no_week_holds(budget: Budget) -> None:
    assert list(found(Me(budget=budget))) == ["doctor.budget_odd"]
