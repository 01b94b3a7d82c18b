"""The data file: durable, shared, and never taken for what it is not."""

from __future__ import annotations

import json
import os
import stat
from datetime import UTC, datetime
from pathlib import Path

import pytest
from tinydb import TinyDB

from store.actions.commit import UNDO_DEPTH, Note
from store.disk.file_keeper import FileKeeper
from store.disk.history_file import LONGEST
from store.disk.journal import Journal
from store.disk.lock import locked
from store.records.change import ChangeSet, alter, make, remove
from store.records.ids import PersonId
from store.records.person import Person, School
from store.words.message import BusyProblem, DataProblem, Refusal

NOTE = Note(at=datetime(2026, 11, 22, 9, tzinfo=UTC), action="add")
ADA = Person(id="A", name="Ada", schools=(School(name="INSA Lyon", start="2004", end="2009"),))
OURS = b'{"_meta": {"1": {"app": "arrosoir", "schema": 1}}'
A_ROW = b'{"id": "A", "name": "a"}'
IMPOSSIBLE_DAY = b'{"id": "A", "people": [], "kind": "call", "on": "2026-02-31"}'
BO = Person(id="B", name="Bo")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "arrosoir.json"


def saved(path: Path, *people: Person) -> FileKeeper:
    keeper = FileKeeper(path)
    keeper.commit(ChangeSet(tuple(make(person) for person in people)), NOTE)
    return keeper


def test_reopened_it_holds_what_was_committed(path: Path) -> None:
    keeper = saved(path, ADA, BO)
    again = FileKeeper(path)
    assert again.snapshot == keeper.snapshot
    assert again.snapshot.revision == 1
    assert again.history() == keeper.history()


def test_stock_tinydb_reads_it(path: Path) -> None:
    saved(path, ADA).close()
    with TinyDB(path) as database:
        (row,) = database.table("people").all()
        assert row == {
            "id": "A",
            "name": "Ada",
            "schools": [{"name": "INSA Lyon", "from": "2004", "to": "2009"}],
        }
        assert database.table("_meta").get(doc_id=1)["schema"] == 2


def test_a_row_inserted_by_stock_tinydb_is_taken_in(path: Path) -> None:
    keeper = saved(path, ADA)
    keeper.tidy("idle")
    with TinyDB(path) as database:
        database.table("people").insert({"id": "C", "name": "Cleo"})
    assert keeper.refresh().people[PersonId("C")].name == "Cleo"
    keeper.commit(ChangeSet((make(BO),)), NOTE)
    keeper.tidy("idle")
    with TinyDB(path) as database:
        assert [row["name"] for row in database.table("people")] == ["Ada", "Cleo", "Bo"]


def test_unknown_fields_and_tables_are_kept_at_every_depth(path: Path) -> None:
    saved(path, ADA).close()
    document = json.loads(path.read_text())
    document["people"]["1"]["colour"] = {"deep": [1]}
    document["people"]["1"]["schools"][0]["house"] = "red"
    document["birds"] = {"1": {"kind": "heron"}}
    path.write_text(json.dumps(document))
    keeper = FileKeeper(path)
    ada = keeper.snapshot.people[PersonId("A")]
    keeper.commit(ChangeSet((alter(ada, org="Aubier"),)), NOTE)
    keeper.tidy("idle")
    kept = json.loads(path.read_text())
    row = kept["people"]["1"]
    assert row["org"] == "Aubier"
    assert row["colour"] == {"deep": [1]}
    assert row["schools"][0]["house"] == "red"
    assert kept["birds"] == {"1": {"kind": "heron"}}
    assert "__extra__" not in path.read_text()
    assert FileKeeper(path).snapshot == keeper.snapshot


def test_files_are_for_their_owner_only(path: Path) -> None:
    saved(path, ADA).close()
    for each in path.parent.rglob("*"):
        assert stat.S_IMODE(each.stat().st_mode) == (0o700 if each.is_dir() else 0o600), each
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    assert {each.name for each in path.parent.iterdir()} == {
        "arrosoir.json",
        "arrosoir.json.journal",
        "arrosoir.json.history",
        "arrosoir.json.lock",
        "arrosoir.json.checkpoint.lock",
        "arrosoir.json.backups",
    }


def test_a_symlink_stays_one(path: Path, tmp_path: Path) -> None:
    link = tmp_path / "link.json"
    saved(path, ADA)
    link.symlink_to(path)
    FileKeeper(link).commit(ChangeSet((make(BO),)), NOTE)
    assert link.is_symlink()
    assert len(FileKeeper(path).snapshot.people) == 2


def test_two_sessions_lose_nothing_of_each_other(path: Path) -> None:
    one, two = saved(path, ADA), FileKeeper(path)
    one.commit(ChangeSet((alter(ADA, org="Aubier"),)), NOTE)
    two.commit(ChangeSet((alter(ADA, title="Head"),)), NOTE)
    two.commit(ChangeSet((make(BO),)), NOTE)
    ada = one.refresh().people[PersonId("A")]
    assert (ada.org, ada.title) == ("Aubier", "Head")
    assert PersonId("B") in one.snapshot.people
    assert [entry.revision for entry in one.history()] == [1, 2, 3, 4]


def test_changing_whom_another_session_deleted_is_refused(path: Path) -> None:
    one, two = saved(path, ADA), FileKeeper(path)
    one.commit(ChangeSet((remove(ADA),)), NOTE)
    with pytest.raises(Refusal):
        two.commit(ChangeSet((alter(ADA, org="Aubier"),)), NOTE)
    assert not FileKeeper(path).snapshot.people


def test_a_lock_held_too_long_is_said_and_changes_nothing(path: Path) -> None:
    keeper = saved(path, ADA)
    before = path.read_bytes()
    impatient = FileKeeper(path, patience=0.05)
    with locked(path), pytest.raises(BusyProblem) as caught:
        impatient.commit(ChangeSet((make(BO),)), NOTE)
    assert caught.value.message.values["pid"] == str(os.getpid())
    assert path.read_bytes() == before
    keeper.commit(ChangeSet((make(BO),)), NOTE)


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"\x00\x01\x02", "foreign"),
        (b"not json", "foreign"),
        (b"[1, 2]", "foreign"),
        (b'{"people": {"1": {"id": "A"', "damaged"),
        (b'\xef\xbb\xbf{"_meta": {}}', "damaged"),
        (b'{"_meta": {"1": {"app": "arrosoir", "schema": 1, "seq": NaN}}}', "damaged"),
        (b'{"_default": {"1": {"name": "x"}}}', "foreign"),
        (b"{}", "foreign"),
        (b'{"_meta": {"1": {"app": "arrosoir", "schema": 99}}}', "newer"),
        (OURS + b', "people": {"1": {"id": "A"}}}', "damaged"),
        (OURS + b', "people": {"1": ' + A_ROW + b', "2": ' + A_ROW + b"}}", "damaged"),
        (OURS + b', "interactions": {"1": ' + IMPOSSIBLE_DAY + b"}}", "damaged"),
        (b'{"people": ' + b"[" * 100_000, "damaged"),
    ],
)
def test_a_file_that_is_not_ours_is_refused_and_left_alone(
    path: Path, content: bytes, code: str
) -> None:
    path.parent.mkdir()
    path.write_bytes(content)
    with pytest.raises(DataProblem) as caught:
        FileKeeper(path)
    assert caught.value.code == code
    assert path.read_bytes() == content


def test_an_emptied_file_is_not_taken_for_a_new_one(path: Path) -> None:
    saved(path, ADA)
    path.write_bytes(b"")
    with pytest.raises(DataProblem, match="emptied"):
        FileKeeper(path)
    path.unlink()
    with pytest.raises(DataProblem, match="emptied"):
        FileKeeper(path)


def test_a_directory_in_its_place_is_said(path: Path) -> None:
    path.mkdir(parents=True)
    with pytest.raises(DataProblem):
        FileKeeper(path)


def test_a_read_only_file_is_not_replaced(path: Path) -> None:
    keeper = saved(path, ADA)
    path.chmod(0o400)
    before = path.read_bytes()
    with pytest.raises(DataProblem):
        keeper.commit(ChangeSet((make(BO),)), NOTE)
    assert path.read_bytes() == before
    assert keeper.snapshot.revision == 1
    path.chmod(0o600)
    keeper.commit(ChangeSet((make(BO),)), NOTE)
    assert [entry.revision for entry in FileKeeper(path).history()] == [1, 2]


def test_read_only_by_wish_commits_nothing(path: Path) -> None:
    saved(path, ADA)
    with pytest.raises(DataProblem, match="read_only"):
        FileKeeper(path, read_only=True).commit(ChangeSet((make(BO),)), NOTE)


def test_a_commit_that_never_came_to_be_leaves_no_history(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    keeper = saved(path, ADA)

    def full(self: Journal, raw: bytes, end: int, *, behind_others: bool) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(Journal, "append", full)
        with pytest.raises(DataProblem, match="disk_full"):
            keeper.commit(ChangeSet((make(BO),)), NOTE)
    assert keeper.snapshot.revision == 1
    again = FileKeeper(path)
    assert [entry.revision for entry in again.history()] == [1]
    again.commit(ChangeSet((make(BO),)), NOTE)
    assert [entry.revision for entry in FileKeeper(path).history()] == [1, 2]


def test_history_stays_bounded(path: Path) -> None:
    keeper = saved(path, ADA)
    for number in range(620):
        person = keeper.snapshot.people[PersonId("A")]
        keeper.commit(ChangeSet((alter(person, org=str(number)),)), NOTE)
    keeper.close()
    assert UNDO_DEPTH <= len(FileKeeper(path).history()) <= LONGEST
    assert FileKeeper(path).history()[-1].revision == 621


def test_a_device_in_its_place_is_refused_before_it_is_read(tmp_path: Path) -> None:
    link = tmp_path / "null.json"
    link.symlink_to("/dev/null")
    with pytest.raises(DataProblem, match="not_a_file"):
        FileKeeper(link)
    assert Path("/dev/null").is_char_device()
