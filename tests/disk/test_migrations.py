"""Files of older shapes: read as they are, brought up at the first change, never lost."""

from __future__ import annotations

import json
import shutil
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from store.actions.registry import ACTIONS
from store.actions.service import Service
from store.clock import clock_on, fresh_id
from store.config.settings import Settings
from store.disk import backups
from store.disk.file_keeper import FileKeeper
from store.disk.meta import NEEDS, SCHEMA
from store.disk.migrations import STEPS
from store.records.ids import PersonId
from store.words.message import DataProblem
from store.words.words import Words

OLDER = Path(__file__).parent / "older"
BJORN = PersonId("01M8A84KKR4Q3T9BB0E2B85DZM")
NOW = datetime(2026, 11, 25, 9, tzinfo=UTC)


def older(folder: Path, schema: int) -> Path:
    """A copy of a file of an older shape, with its history."""
    path = folder / "arrosoir.json"
    shutil.copy(OLDER / f"schema-{schema}.json", path)
    shutil.copy(OLDER / f"schema-{schema}.json.history", folder / "arrosoir.json.history")
    return path


def service_on(path: Path) -> Service:
    keeper = FileKeeper(path, clock=lambda: NOW)
    return Service(keeper, ACTIONS, clock_on(NOW.date()), fresh_id, Settings())


def _bytes_in(folder: Path) -> dict[Path, bytes]:
    return {each: each.read_bytes() for each in folder.iterdir() if each.is_file()}


def test_every_older_schema_has_a_step_and_a_file_of_its_shape() -> None:
    assert sorted(STEPS) == list(range(1, SCHEMA))
    for schema in STEPS:
        found = json.loads((OLDER / f"schema-{schema}.json").read_text())
        assert found["_meta"]["1"]["schema"] == schema


def test_reading_leaves_the_older_file_as_it_is(tmp_path: Path) -> None:
    path = older(tmp_path, 1)
    before = _bytes_in(tmp_path)
    service = service_on(path)
    assert {each.name for each in service.snapshot.people.values()} == {
        "Amélie Roussel",
        "Björn Ek",
    }
    assert [entry.revision for entry in service.history()] == [1, 2, 3, 4, 5, 6, 7]
    service.close()
    assert _bytes_in(tmp_path) == before


@pytest.mark.parametrize("schema", sorted(STEPS))
def test_the_first_change_brings_it_up_and_keeps_a_copy(tmp_path: Path, schema: int) -> None:
    path = older(tmp_path, schema)
    before = path.read_bytes()
    service = service_on(path)
    service.redo()
    service.undo()
    service.undo()
    assert service.snapshot.me.name == ""
    (kept,) = (tmp_path / "arrosoir.json.backups").iterdir()
    assert kept.name == f"schema-{schema}-2026-11-25.json"
    assert kept.read_bytes() == before
    service.close()
    found = json.loads(path.read_text())
    meta = found["_meta"]["1"]
    assert (meta["schema"], meta["needs"], meta["seq"]) == (SCHEMA, NEEDS, 10)
    assert found["people"]["1"]["colour"] == "red"
    assert found["birds"] == {"1": {"kind": "heron"}}
    assert "people" in json.loads(before)
    again = service_on(path)
    assert again.snapshot == service.snapshot
    assert len(again.history()) == 10
    again.redo()
    assert again.snapshot.me.name == "Camille"


def test_where_the_copy_cannot_be_made_nothing_is_brought_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = older(tmp_path, 1)
    before = path.read_bytes()

    def full(path: Path, data: bytes, schema: int, day: date) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(backups, "keep_older", full)
    with pytest.raises(DataProblem, match="disk_full"):
        service_on(path).redo()
    assert path.read_bytes() == before


def test_a_newer_file_is_refused_and_names_the_version_it_needs(tmp_path: Path) -> None:
    path = tmp_path / "arrosoir.json"
    meta = {"app": "arrosoir", "schema": 9, "needs": "3.1.0"}
    path.write_text(json.dumps({"_meta": {"1": meta}}))
    with pytest.raises(DataProblem, match="newer") as caught:
        FileKeeper(path)
    for language in ("en", "fr"):
        assert "3.1.0" in Words(language).tell(caught.value.message)
