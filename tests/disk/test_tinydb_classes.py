"""Code written for TinyDB, over our storage and tables: the same answers, and our promises."""

from __future__ import annotations

import json
import multiprocessing
from pathlib import Path

import pytest
from tinydb import Query, TinyDB, where
from tinydb.operations import increment
from tinydb.table import Document

from store.disk.file_keeper import FileKeeper
from store.disk.tinydb_storage import JournalStorage
from store.disk.tinydb_table import JournalDB
from store.records.ids import PersonId
from store.words.message import DataProblem


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "arrosoir.json"


def test_people_inserted_through_tinydb_are_people(path: Path) -> None:
    with JournalDB(path) as database:
        people = database.table("people")
        assert people.insert({"id": "A", "name": "Ada"}) == 1
        assert people.insert_multiple([{"name": "Bo"}, {"name": "Cleo", "tags": ["choir"]}]) == [
            2,
            3,
        ]
        assert people.update({"org": "Aubier"}, where("name") == "Bo") == [2]
        assert [row["name"] for row in people.search(Query().tags.any(["choir"]))] == ["Cleo"]
        assert people.remove(doc_ids=[3]) == [3]
    keeper = FileKeeper(path)
    assert {each.name: each.org for each in keeper.snapshot.people.values()} == {
        "Ada": "",
        "Bo": "Aubier",
    }
    assert [entry.revision for entry in keeper.history()] == [1, 2, 3, 4]


def test_a_change_goes_to_the_journal_and_the_file_keeps_its_bytes(path: Path) -> None:
    JournalDB(path).table("people").insert({"id": "A", "name": "Ada"})
    before = path.read_bytes()
    database = JournalDB(path)
    database.table("people").update({"org": "Aubier"}, doc_ids=[1])
    assert path.read_bytes() == before
    assert FileKeeper(path).snapshot.people[PersonId("A")].org == "Aubier"
    database.close()
    with TinyDB(path) as stock:
        assert stock.table("people").get(doc_id=1)["org"] == "Aubier"


@pytest.mark.parametrize("table", ["_default", "birds"])
def test_tables_of_other_programs_live_through_journal_and_checkpoint(
    path: Path, table: str
) -> None:
    database = JournalDB(path)
    birds = database.table(table)
    assert birds.insert({"kind": "heron", "seen": 1}) == 1
    assert birds.insert(Document({"kind": "swift", "seen": 2}, doc_id=7)) == 7
    assert birds.insert({"kind": "wren", "seen": 0}) == 8
    birds.update(increment("seen"), where("kind") == "heron")
    birds.remove(where("kind") == "wren")
    expected = {"1": {"kind": "heron", "seen": 2}, "7": {"kind": "swift", "seen": 2}}
    again = JournalDB(path)
    assert {str(row.doc_id): dict(row) for row in again.table(table)} == expected
    database.close()
    assert json.loads(path.read_text())[table] == expected
    again.table(table).truncate()
    assert len(JournalDB(path).table(table)) == 0


def test_the_storage_alone_serves_stock_tables(path: Path) -> None:
    with TinyDB(path, storage=JournalStorage) as database:
        database.table("people").insert({"id": "A", "name": "Ada"})
        database.table("people").upsert({"name": "Ada", "org": "Aubier"}, where("name") == "Ada")
        database.insert({"free": True})
    with JournalDB(path) as again:
        assert again.table("people").all() == [{"id": "A", "name": "Ada", "org": "Aubier"}]
        assert again.all() == [{"free": True}]
        assert again.tables() == {"people", "_default", "_meta"}


def test_what_is_no_person_is_refused_and_nothing_is_saved(path: Path) -> None:
    with JournalDB(path) as database:
        people = database.table("people")
        people.insert({"id": "A", "name": "Ada"})
        with pytest.raises(DataProblem):
            people.insert_multiple([{"name": "Bo"}, {"name": 3}])
        with pytest.raises(ValueError, match="kept by the program"):
            database.table("_meta").truncate()
        assert len(people) == 1
    assert len(FileKeeper(path).snapshot.people) == 1


def test_an_updater_that_fails_changes_nothing_in_memory_either(path: Path) -> None:
    def broken(document: dict[str, object]) -> None:
        document["org"] = "Aubier"
        raise RuntimeError

    with JournalDB(path) as database:
        people = database.table("people")
        people.insert({"id": "A", "name": "Ada"})
        with pytest.raises(RuntimeError):
            people.update(broken)
        assert people.all() == [{"id": "A", "name": "Ada"}]


def _insert(path: Path, name: str) -> None:
    database = JournalDB(path)
    for number in range(40):
        database.table("birds").insert({"kind": f"{name}{number}"})
        database.table("people").insert({"name": f"{name}{number}"})


def test_two_processes_that_insert_never_take_the_same_doc_id(path: Path) -> None:
    fork = multiprocessing.get_context("fork")
    workers = [fork.Process(target=_insert, args=(path, name)) for name in "xy"]
    for each in workers:
        each.start()
    for each in workers:
        each.join()
    with JournalDB(path) as database:
        for table, field in (("birds", "kind"), ("people", "name")):
            rows = database.table(table).all()
            assert len({row.doc_id for row in rows}) == len(rows) == 80
            assert len({row[field] for row in rows}) == 80


def test_other_sessions_are_seen_at_the_next_look(path: Path) -> None:
    with JournalDB(path) as one, JournalDB(path) as two:
        one.table("people").insert({"id": "A", "name": "Ada"})
        assert len(two.table("people")) == 1
        two.table("people").update({"org": "Aubier"}, doc_ids=[1])
        assert one.table("people").all()[0]["org"] == "Aubier"
