"""Programs that know nothing of the journal edit the data file: merged, and never lost."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest
from forked import Tell, forked
from orders import Desk, desk_on, line
from sizes import times
from stock import opened_by_tinydb, outside
from stretches import SHARED, Stretch, begun, outcome_of, work_of
from tinydb import TinyDB, where

from store.actions.commit import Entry
from store.disk.file_keeper import FileKeeper
from store.disk.session import OUTSIDE
from store.records.person import Person
from store.words.message import DataProblem

HALF_WRITTEN_SECONDS = 0.05


def shared_in(desk: Desk) -> Person:
    return next(each for each in desk.service.snapshot.people.values() if each.name == SHARED)


def do(desk: Desk, number: int, action: str, **params: object) -> None:
    """One order that has to be done."""
    ((_, done, answer),) = desk.run(range(number, number + 1), lambda _: line(action, **params))
    assert done, answer


def outside_commits(desk: Desk) -> list[Entry]:
    history = desk.service.history()
    return [entry for entry in history if entry.action == OUTSIDE and entry.change_set]


def test_edits_between_commits_are_merged(tmp_path: Path) -> None:
    """Guards that an edit is told by the file's sum and merged field by field, whether the journal
    holds much or nothing, and that it outlives checkpoints and other sessions."""
    path = tmp_path / "arrosoir.json"
    desk, other = begun(path), desk_on(path)
    for number in range(1, times(60) + 1):
        do(desk, number, "edit", person=SHARED, tag=[f"t{number}"])
        outside(path, "people", 1, intent=f"outside {number}")
        if number % 3 == 0:
            do(other, number, "edit", person=SHARED, need=[f"n{number}"])
        desk.service.refresh()
        if number % 7 == 0:
            desk.service.tidy("idle")
        for each in (desk, other, desk_on(path)):
            each.service.refresh()
            person = shared_in(each)
            assert person.tags == (f"t{number}",)
            assert person.intent == f"outside {number}"
            assert person.needs == ((f"n{number - number % 3}",) if number > 2 else ())
    assert len(outside_commits(desk)) == times(60)


def test_rows_inserted_and_removed_outside(tmp_path: Path) -> None:
    """Guards that a row another program adds gets its place, and one it removes can be had back."""
    path = tmp_path / "arrosoir.json"
    desk = begun(path)
    for number in range(1, times(30) + 1):
        do(desk, number, "edit", person=SHARED, tag=[f"t{number}"])
        with TinyDB(path) as database:
            people = database.table("people")
            people.insert({"id": f"X{number}", "name": f"Outsider {number}"})
            if number > 1:
                people.remove(where("name") == f"Outsider {number - 1}")
        desk.service.refresh()
        assert {each.name for each in desk.service.snapshot.people.values()} == {
            SHARED,
            f"Outsider {number}",
        }
        assert desk_on(path).service.snapshot == desk.service.snapshot
        desk.service.tidy("idle")
    last = outside_commits(desk)[-1]
    desk.service.undo_revision(last.revision)
    names = {each.name for each in desk.service.snapshot.people.values()}
    assert f"Outsider {times(30) - 1}" in names


def test_edits_during_the_commits_of_a_running_session(tmp_path: Path) -> None:
    """Guards the same while a session writes: it reads a file that is written that very moment,
    refuses nothing, loses nothing, and takes in every edit."""
    path = tmp_path / "arrosoir.json"
    begun(path).service.close()
    task = Stretch(0, times(400))

    def paced(desk: Desk, number: int) -> None:
        time.sleep(0.001)

    with forked(work_of(path, task, paced)) as child:
        child.until("ready")
        for number in range(times(60)):
            outside(path, "people", 1, intent=f"outside {number}")
            child.said()
        outcome = outcome_of(child)
    assert not outcome.refused
    desk = desk_on(path)
    people = {person.name: person for person in desk.service.snapshot.people.values()}
    task.check(people, task.count)
    assert people[SHARED].intent == f"outside {times(60) - 1}"
    assert opened_by_tinydb(path)["people"]
    print(f"{times(60)} edits during {task.count} commits, longest wait {outcome.longest:.2f} s")


def test_a_field_that_both_have_changed(tmp_path: Path) -> None:
    """Guards that the outside edit stands as the later one, and that the earlier value is in the
    history and comes back by undo."""
    path = tmp_path / "arrosoir.json"
    desk = begun(path)
    do(desk, 1, "edit", person=SHARED, org="Ours", tag=["kept"])
    outside(path, "people", 1, org="Theirs")
    desk.service.refresh()
    assert shared_in(desk).org == "Theirs"
    assert shared_in(desk).tags == ("kept",)
    assert shared_in(desk_on(path)).org == "Theirs"
    (theirs,) = outside_commits(desk)
    ((change),) = theirs.change_set.changes
    assert isinstance(change.before, Person)
    assert change.before.org == "Ours"
    desk.service.undo_revision(theirs.revision)
    for each in (desk, desk_on(path)):
        assert shared_in(each).org == "Ours"
    desk.service.tidy("idle")
    assert opened_by_tinydb(path)["people"][0]["org"] == "Ours"


def test_a_commit_takes_an_edit_in_that_nobody_has_looked_at(tmp_path: Path) -> None:
    """Guards the catching up under the lock: the edit is found by the commit itself."""
    path = tmp_path / "arrosoir.json"
    desk = begun(path)
    outside(path, "people", 1, intent="outside")
    do(desk, 1, "add", name="Somebody")
    assert shared_in(desk).intent == "outside"
    assert [entry.action for entry in desk.service.history()] == ["add", OUTSIDE, "add"]


@pytest.mark.parametrize("table", ["people", "birds"])
def test_an_edit_while_the_file_is_written_anew(
    table: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Guards the look at the data file before the rename: what was written lacks the edit, and of
    another program's table there is no line in the journal either."""
    path = tmp_path / "arrosoir.json"
    with TinyDB(path) as database:
        database.table("_meta").insert({"app": "arrosoir", "schema": 2})
        database.table("birds").insert({"kind": "heron"})
    desk = begun(path)
    do(desk, 1, "add", name="Somebody")
    edits = iter(["outside"])

    def meanwhile(self: FileKeeper) -> None:
        for text in edits:
            outside(path, table, 1, intent=text)

    monkeypatch.setattr(FileKeeper, "_give_way", meanwhile)
    desk.service.tidy("idle")
    assert next(edits, None) is None
    desk.service.tidy("idle")
    tables = opened_by_tinydb(path)
    assert tables[table][0]["intent"] == "outside"
    assert [row["name"] for row in tables["people"]] == [SHARED, "Somebody"]
    assert shared_in(desk_on(path)).intent == ("outside" if table == "people" else "")


def half_written(path: Path, data: bytes) -> None:
    """What a program that writes in place leaves for a moment: half of it."""
    with path.open("r+b") as file:
        file.truncate(len(data) // 2)


def completed(path: Path, data: bytes) -> None:
    with path.open("r+b") as file:
        file.write(data)


def edited(data: bytes) -> bytes:
    name = b'"%s"' % SHARED.encode()
    return data.replace(name, name + b',"where":"outside"', 1)


def test_a_half_written_file_stops_no_session_for_good(tmp_path: Path) -> None:
    """Guards that a file that cannot be read is looked at again: a session that runs goes on as
    soon as it is whole, and has lost nothing."""
    path = tmp_path / "arrosoir.json"
    begun(path).service.close()
    task = Stretch(0, times(150))

    def insistent(tell: Tell) -> None:
        desk = desk_on(path)
        tell("ready")
        refused = 0
        for number in task.numbers():
            while not (answer := next(desk.run(range(number, number + 1), task.order)))[1]:
                refused += 1
                assert answer[2] == '"damaged"', answer
                assert refused < 1000
            time.sleep(0.002)
        desk.service.close()
        tell(f"refused {refused}")

    with forked(insistent) as child:
        child.until("ready")
        for number in range(times(8)):
            whole = path.read_bytes()
            half_written(path, whole)
            time.sleep(HALF_WRITTEN_SECONDS)
            completed(path, whole if number else edited(whole))
            time.sleep(HALF_WRITTEN_SECONDS)
        lines = child.done()
    keeper = FileKeeper(path)
    people = {person.name: person for person in keeper.snapshot.people.values()}
    task.check(people, task.count)
    assert people[SHARED].where == "outside"
    print(lines)


def test_a_half_written_file_is_not_written_over(tmp_path: Path) -> None:
    """Guards that a checkpoint reads the file before it replaces it; a commit too refuses rather
    than go on from what it cannot read, and what was there before is there after."""
    path = tmp_path / "arrosoir.json"
    desk = begun(path)
    do(desk, 1, "add", name="Somebody")
    data = path.read_bytes()
    half_written(path, data)
    os.utime(path, ns=(0, 0))
    half = path.read_bytes()
    with pytest.raises(DataProblem, match="damaged"):
        desk.service.tidy("idle")
    ((_, done, answer),) = desk.run(range(2, 3), lambda _: line("add", name="Nobody"))
    assert (done, answer) == (False, '"damaged"')
    assert path.read_bytes() == half
    completed(path, data)
    do(desk, 3, "add", name="Another")
    desk.service.tidy("idle")
    names = [row["name"] for row in opened_by_tinydb(path)["people"]]
    assert names == [SHARED, "Somebody", "Another"]
