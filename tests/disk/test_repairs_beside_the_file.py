"""The journal, references, permissions and temporary files: damaged, and set right."""

from __future__ import annotations

import os
import stat
from datetime import date
from pathlib import Path

import pytest
from damaging import (
    STAMP,
    call,
    clock,
    commit,
    edited,
    opened,
    person,
    proposed,
    repaired,
    reread,
    state,
    tended,
)

from store.actions.service import Service
from store.config.settings import Settings
from store.disk.file_keeper import FileKeeper
from store.disk.repairs.proposed import proposals
from store.records.change import make
from store.records.circle import Circle
from store.records.event import Event
from store.records.exchange import Exchange
from store.records.follow_up import FollowUp
from store.records.ids import CircleId, EventId, ExchangeId, PersonId
from store.records.introduction import Introduction
from store.records.lost import without_lost
from store.records.me import Me, Sorting
from store.records.person import Person
from store.records.record import Record
from store.records.snapshot import Snapshot, snapshot_of
from store.records.time_entry import Slot, TimeEntry
from store.words.message import DataProblem

DAY = date(2026, 11, 20)
GONE = PersonId("Z")
ADA = PersonId("A")
NO_SUCH_PROCESS = 2**22 + 1


@pytest.fixture
def path(tmp_path: Path) -> Path:
    folder = tmp_path / "data"
    folder.mkdir(mode=0o700)
    return folder / "arrosoir.json"


@pytest.fixture
def journal(path: Path) -> Path:
    """A journal of four changes beside a file of one."""
    keeper = opened(path)
    commit(keeper, make(person("Ada")))
    keeper.tidy("idle")
    for name in ("Bo", "Cleo", "Dan", "Eve"):
        commit(keeper, make(person(name)))
    keeper._journal.close()
    return path.with_name("arrosoir.json.journal")


def kept_journal(path: Path) -> bytes:
    return path.with_name(f"arrosoir.json.journal.kept-{STAMP}").read_bytes()


def spoiled(journal: Path, name: str) -> bytes:
    data = journal.read_bytes()
    changed = data.replace(name.encode(), name.upper().encode())
    assert changed != data
    journal.write_bytes(changed)
    return changed


def test_lines_before_a_damaged_one_are_kept(path: Path, journal: Path) -> None:
    damaged = spoiled(journal, "Cleo")
    with pytest.raises(DataProblem):
        FileKeeper(path)
    repair = proposed(path)["journal"]
    assert repair.lost.values == {"n": 3}
    before = path.read_bytes()
    repair.apply()
    assert set(reread(path).people) == {"A", "B"}
    assert kept_journal(path) == damaged
    assert path.read_bytes() == before
    keeper = opened(path)
    commit(keeper, make(person("Finn")))
    assert set(reread(path).people) == {"A", "B", "F"}


def test_a_damaged_line_that_the_file_holds_already_costs_nothing(
    path: Path, journal: Path
) -> None:
    lines = journal.read_bytes()
    opened(path).tidy("idle")
    journal.write_bytes(lines)
    spoiled(journal, "Cleo")
    repair = proposed(path)["journal"]
    repair.apply()
    assert set(reread(path).people) == {"A", "B", "C", "D", "E"}


def test_a_gap_is_bridged_from_the_history(path: Path, journal: Path) -> None:
    older = path.read_bytes()
    opened(path).tidy("idle")
    keeper = opened(path)
    commit(keeper, make(person("Finn")))
    # Somebody puts an old copy of the data file back: the journal goes on from a newer one.
    path.write_bytes(older)
    with pytest.raises(DataProblem):
        FileKeeper(path)
    assert proposed(path)["journal"].lost.id == "repair.nothing_lost"
    repaired(path)
    assert set(reread(path).people) == {"A", "B", "C", "D", "E", "F"}
    assert reread(path).revision == 6


def test_a_journal_that_nothing_connects_is_set_aside(path: Path, journal: Path) -> None:
    lines = journal.read_bytes().splitlines(keepends=True)
    damaged = b"".join(lines[1:])
    journal.write_bytes(damaged)
    repair = proposed(path)["journal"]
    assert repair.would.id == "repair.journal.aside"
    assert repair.lost.values == {"n": 3}
    repair.apply()
    assert set(reread(path).people) == {"A"}
    assert kept_journal(path) == damaged
    assert journal.read_bytes() == b""


def test_a_torn_line_needs_no_repair(path: Path, journal: Path) -> None:
    with journal.open("ab") as file:
        file.write(b'12345678 {"seq":')
    assert proposals(path, clock) == ()


# References -----------------------------------------------------------------------------------


def astray() -> dict[str, Record]:
    """Of every table a record that names what is not there."""
    return {
        "people": Person(id="C", name="C", through=GONE, knows=(ADA, GONE), distinct_from=(GONE,)),
        "interactions": call("I", "A", "Z"),
        "follow_ups": FollowUp(
            id="F", person=ADA, on=DAY, event=EventId("none"), exchange=ExchangeId("none")
        ),
        "exchanges": Exchange(id="E", person=GONE, direction="given", kind="advice", on=DAY),
        "introductions": Introduction(id="N", a=ADA, b=GONE, on=DAY),
        "events": Event(
            id="V", name="v", on=DAY, people=(ADA, GONE), wanted=(GONE,), circle=CircleId("none")
        ),
        "circles": Circle(id="C", name="c", people=(GONE,)),
        "time_entries": TimeEntry(id="T", kind="call", on=DAY, minutes=5, person=GONE),
        "slots": Slot(id="S", kind="call", on=DAY, minutes=5, person=GONE),
        "me": Me(name="Me", sorting=Sorting(asked=(GONE, ADA))),
    }


def snapshot_with(records: dict[str, Record]) -> Snapshot:
    tables: dict[str, dict[str, Record]] = {"people": {"A": person("Ada")}}
    for table, record in records.items():
        tables.setdefault(table, {})[record.id] = record
    return snapshot_of(tables)  # type: ignore[arg-type]


@pytest.mark.parametrize("table", astray())
def test_a_reference_of_every_table_is_seen_and_set_right(table: str) -> None:
    snapshot = snapshot_with({table: astray()[table]})
    changes = without_lost(snapshot)
    assert [change.table for change in changes.changes] == [table]
    assert not without_lost(snapshot.apply(changes))


def test_all_at_once_leaves_nothing_astray_and_what_others_share() -> None:
    snapshot = snapshot_with(astray())
    right = snapshot.apply(without_lost(snapshot))
    assert not without_lost(right)
    assert right.interactions["I"].people == (ADA,)  # type: ignore[index]
    assert not right.exchanges
    assert not right.introductions
    assert right.events[EventId("V")].people == (ADA,)
    assert right.circles[CircleId("C")].people == ()
    assert right.me.sorting.asked == (ADA,)
    card = right.people[PersonId("C")]
    assert (card.through, card.knows, card.distinct_from) == (None, (ADA,), ())


def test_a_promise_tied_to_a_record_that_goes_stays_without_it() -> None:
    exchange = Exchange(id="E", person=GONE, direction="received", kind="advice", on=DAY)
    promise = FollowUp(id="F", person=ADA, on=DAY, exchange=ExchangeId("E"))
    snapshot = snapshot_with({"exchanges": exchange, "follow_ups": promise})
    right = snapshot.apply(without_lost(snapshot))
    (left,) = right.follow_ups.values()
    assert left.exchange is None
    assert not right.exchanges


def test_references_are_set_right_as_one_change_of_the_history(path: Path) -> None:
    tended(path)
    opened(path).tidy("idle")
    edited(path, lambda document: document["people"].pop("3"))
    damaged = path.read_bytes()
    repair = proposed(path)["references"]
    assert (repair.wrong.values, repair.lost.values) == ({"n": 1}, {"n": 1})
    revision = reread(path).revision
    repair.apply()
    keeper = FileKeeper(path, read_only=True)
    assert set(keeper.snapshot.interactions) == {"X"}
    # That another program has edited the file is told first, in a line of its own.
    assert keeper.snapshot.revision == revision + 2
    assert [entry.action for entry in keeper.history()[-2:]] == ["outside", "repair"]
    assert path.with_name(f"arrosoir.json.kept-{STAMP}").read_bytes() == damaged
    assert proposals(path, clock) == ()


def test_names_taken_out_of_a_list_can_be_put_back(path: Path) -> None:
    keeper = opened(path)
    event = Event(id="V", name="Soirée", on=DAY, people=(ADA, GONE))
    commit(keeper, make(person("Ada")), make(event))
    proposed(path)["references"].apply()
    (now,) = keeper.refresh().events.values()
    assert now.people == (ADA,)
    done = keeper.history()[-1].change_set
    commit(keeper, *done.inverse().changes)
    assert keeper.snapshot.events[EventId("V")] == event


def test_records_about_missing_people_come_back_by_undo(path: Path) -> None:
    keeper = opened(path)
    commit(keeper, make(person("Ada")), make(Introduction(id="N", a=ADA, b=GONE, on=DAY)))
    keeper.tidy("idle")
    edited(path, lambda document: document.update(exchanges={"1": {**EXCHANGE}}))
    proposed(path)["references"].apply()
    service = Service(opened(path), {}, clock, lambda: "new", Settings())
    service.undo()
    assert set(service.snapshot.introductions) == {"N"}
    assert set(service.snapshot.exchanges) == {"E"}


EXCHANGE = {"id": "E", "person": "Z", "direction": "given", "kind": "advice", "on": "2026-11-20"}


# Permissions and leftovers --------------------------------------------------------------------


def test_every_file_is_closed_to_others_and_nothing_else_changes(path: Path) -> None:
    tended(path)
    backups = path.parent / "arrosoir.json.backups"
    wide = [each for each in path.parent.rglob("*") if each.is_file()]
    assert len(wide) >= 6
    before = {each: each.read_bytes() for each in wide}
    for each in wide:
        each.chmod(0o644)
    backups.chmod(0o755)
    path.parent.chmod(0o750)
    assert repaired(path) == ["permissions"]
    assert all(stat.S_IMODE(each.stat().st_mode) == 0o600 for each in wide)
    assert stat.S_IMODE(backups.stat().st_mode) == 0o700
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    assert {each: each.read_bytes() for each in wide} == before


def test_a_folder_with_other_things_in_it_is_not_ours_to_close(path: Path) -> None:
    tended(path)
    (path.parent / "holiday.jpg").touch()
    path.parent.chmod(0o755)
    assert proposals(path, clock) == ()


def test_a_file_marked_read_only_stays_so(path: Path) -> None:
    tended(path)
    path.chmod(0o444)
    repaired(path)
    assert stat.S_IMODE(path.stat().st_mode) == 0o400


def test_temporaries_of_ended_processes_go_and_those_of_living_ones_stay(path: Path) -> None:
    tended(path)
    folder = path.parent
    dead = [
        folder / f".arrosoir.json.{NO_SUCH_PROCESS}.abc123.tmp",
        folder / f".arrosoir.json.history.{NO_SUCH_PROCESS}.abc123.tmp",
        folder / "arrosoir.json.backups" / f".daily-2026-11-25.json.{NO_SUCH_PROCESS}.abc123.tmp",
    ]
    alive = folder / f".arrosoir.json.{os.getpid()}.abc123.tmp"
    for each in (*dead, alive):
        each.touch(mode=0o600)
    assert proposed(path)["temporaries"].wrong.values == {"n": 3}
    assert repaired(path) == ["temporaries"]
    assert not any(each.exists() for each in dead)
    assert alive.exists()


def test_a_healthy_file_has_nothing_to_repair(path: Path) -> None:
    tended(path)
    before = state(path)
    assert proposals(path, clock) == ()
    assert state(path) == before
