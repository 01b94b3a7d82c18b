"""Pictures beside the data file, as the commands tell of them, bring them along and end them."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from picture_cards import (
    ADA,
    BO,
    DIGEST,
    NOTE,
    OTHER,
    OTHER_DIGEST,
    PICTURE,
    beside,
    card,
    holding,
    keep,
)

from store.actions.restoring import restored
from store.disk.backups import read_backup
from store.disk.file_keeper import FileKeeper
from store.disk.places import history_path, parts_folder
from store.records.attachment import PREFIX
from store.records.change import ChangeSet, alter, remove
from store.views.field_changes import field_changes
from store.words.words import Words
from tui.cli.main import CommandLine

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Ada with a picture, Bo without."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    path = tmp_path / "data" / "net.json"
    keeper = FileKeeper(path)
    keep(keeper, card(ADA, PICTURE), card(BO, name="Bo Sand"))
    keeper.close()
    return path


@pytest.fixture
def run(path: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    def ran(*words: str, data: Path = path) -> tuple[int, str, str]:
        status = CommandLine(["--data", str(data), "--lang", "en", *words]).run()
        assert isinstance(status, int)
        return status, *capsys.readouterr()

    return ran


def told(run: Run) -> list[tuple[bool, str]]:
    """What `doctor` says of parts."""
    findings = json.loads(run("doctor", "--json")[1])
    return [(each["ok"], each["message"]) for each in findings if each["check"] == "parts"]


def test_all_is_well(run: Run) -> None:
    ((ok, message),) = told(run)
    assert ok
    assert "45 kB" in message


def test_nothing_is_said_where_there_are_none(run: Run, tmp_path: Path) -> None:
    findings = json.loads(run("doctor", "--json", data=tmp_path / "none.json")[1])
    assert not [each for each in findings if each["check"] == "parts"]


@pytest.mark.parametrize(("damage", "word"), [(b"x", "damaged"), (None, "not there")])
def test_a_lost_one_is_told_with_whose_it_is_by_id(
    damage: bytes | None, word: str, path: Path, run: Run
) -> None:
    part = parts_folder(path) / DIGEST
    part.unlink() if damage is None else part.write_bytes(damage)
    ((ok, message),) = told(run)
    assert not ok
    assert word in message
    assert ADA in message
    assert "Lovelace" not in message


def test_what_nothing_leads_to_is_named_and_removed_on_demand(path: Path, run: Run) -> None:
    keeper = FileKeeper(path)
    keeper.keep_parts({OTHER_DIGEST: OTHER})
    keeper.close()
    ((ok, message),) = told(run)
    assert not ok
    assert OTHER_DIGEST in message
    status, out, _ = run("doctor", "--repair", "--yes", "--json")
    assert status == 0
    assert [each["kind"] for each in json.loads(out)["repairs"]] == ["parts"]
    assert beside(path) == [DIGEST]
    assert [ok for ok, _ in told(run)] == [True]


def test_history_and_backups_lead_to_a_picture(path: Path, run: Run) -> None:
    keeper = FileKeeper(path)
    keeper.commit(ChangeSet((remove(card(ADA, PICTURE)),)), NOTE)
    keeper.tidy("exit")
    assert [ok for ok, _ in told(run)] == [True]
    history_path(path).unlink()
    assert [ok for ok, _ in told(run)] == [True]
    (backup,) = (path.parent / "net.json.backups").glob("daily-*")
    back = restored(keeper.snapshot, read_backup(path, backup.stem).snapshot)
    keeper.commit(back.change_set, NOTE)
    assert keeper.part(DIGEST) == PICTURE
    keeper.commit(back.change_set.inverse(), NOTE)
    keeper.tidy("exit")
    history_path(path).unlink()
    shutil.rmtree(backup.parent)
    assert [ok for ok, _ in told(run)] == [False]


def test_a_copy_of_a_synchronising_program_leads_to_it_too(path: Path, run: Run) -> None:
    keeper = FileKeeper(path)
    keeper.keep_parts({OTHER_DIGEST: OTHER})
    keeper.close()
    twin = path.with_name("net.sync-conflict-20261125-093000-ABCDEFG.json")
    twin.write_bytes(path.read_bytes().replace(DIGEST.encode(), OTHER_DIGEST.encode()))
    assert [ok for ok, _ in told(run)] == [True]
    run("forget", BO, "--name", "Bo Sand")
    assert beside(path) == sorted((DIGEST, OTHER_DIGEST))


def test_a_damaged_data_file_makes_no_orphans(path: Path, run: Run) -> None:
    path.write_bytes(path.read_bytes()[:40])
    assert told(run) == []
    status, out, _ = run("doctor", "--repair", "--yes", "--json")
    assert status == 0
    assert "parts" not in [each["kind"] for each in json.loads(out)["repairs"]]
    assert beside(path) == [DIGEST]


def test_what_others_may_read_is_closed(path: Path, run: Run) -> None:
    parts_folder(path).chmod(0o755)
    (parts_folder(path) / DIGEST).chmod(0o644)
    _, out, _ = run("doctor", "--repair", "--yes", "--json")
    assert [each["kind"] for each in json.loads(out)["repairs"]] == ["permissions"]
    assert (parts_folder(path) / DIGEST).stat().st_mode & 0o777 == 0o600


def test_a_dossier_tells_what_it_is_and_never_the_reference(path: Path, run: Run) -> None:
    keeper = FileKeeper(path)
    ada = card(ADA, PICTURE)
    keeper.keep_parts({OTHER_DIGEST: OTHER})
    keeper.commit(ChangeSet((alter(ada, properties=card(ADA, OTHER).properties),)), NOTE)
    keeper.close()
    out = run("dossier", ADA)[1]
    assert "PHOTO, 34 kB (image/jpeg)" in out
    assert PREFIX not in out
    answer = run("dossier", ADA, "--json")[1]
    assert PREFIX not in answer
    (field,) = (each for each in json.loads(answer)["card"] if each["field"] == "properties")
    assert field["value"] == [
        {
            "name": "PHOTO",
            "params": "ENCODING=b;TYPE=JPEG",
            "part": OTHER_DIGEST,
            "bytes": len(OTHER) * 3 // 4,
            "media": "image/jpeg",
        }
    ]


def test_no_other_command_shows_the_reference(path: Path, run: Run) -> None:
    for words in (("show", ADA), ("show", ADA, "--json"), ("brief", ADA), ("history", "--json")):
        assert PREFIX not in run(*words)[1]
    keeper = FileKeeper(path)
    for record in field_changes(keeper.history()[0].change_set, keeper.snapshot, Words("en")):
        for field in record.fields:
            assert PREFIX not in field.before + field.after


def test_forgetting_leaves_no_byte_of_it(path: Path, run: Run, tmp_path: Path) -> None:
    run("backup", "now")
    run("note", ADA, "seen at the fair")
    status, out, _ = run("forget", ADA, "--name", "Ada Lovelace", "--json")
    assert status == 0
    assert json.loads(out)["parts"] == 1
    assert not beside(path)
    for trace in (PICTURE, PICTURE[:100], DIGEST.encode(), b"Lovelace"):
        assert not list(holding(tmp_path, trace))


def test_joining_brings_the_pictures_along(path: Path, run: Run, tmp_path: Path) -> None:
    other = tmp_path / "laptop" / "net.json"
    keeper = FileKeeper(other)
    eve = card("01M8A84KDASC86AGN33B077KNZ", OTHER, name="Eve Lund")
    keep(keeper, eve, pictures=(OTHER,))
    keeper.close()
    before = {each: each.read_bytes() for each in other.parent.rglob("*.json*") if each.is_file()}
    assert run("join", str(other))[0] == 0
    assert FileKeeper(path).part(OTHER_DIGEST) == OTHER
    assert [ok for ok, _ in told(run)] == [True]
    assert {each: each.read_bytes() for each in before} == before


def test_a_picture_that_the_other_copy_lacks_is_told_by_doctor(
    path: Path, run: Run, tmp_path: Path
) -> None:
    other = tmp_path / "laptop" / "net.json"
    keep(FileKeeper(other), card(ADA, PICTURE, OTHER), pictures=(PICTURE,))
    assert run("join", str(other), "--yes")[0] == 0
    assert [ok for ok, _ in told(run)] == [False]


def test_a_network_goes_out_and_comes_in_with_its_pictures(run: Run, tmp_path: Path) -> None:
    out = tmp_path / "all.json"
    assert run("export", "--format", "json", "--out", str(out))[0] == 0
    fresh = tmp_path / "fresh" / "net.json"
    assert run("import", str(out), data=fresh)[0] == 0
    keeper = FileKeeper(fresh)
    assert dict(keeper.snapshot.people) == {
        ADA: card(ADA, PICTURE),
        BO: card(BO, name="Bo Sand"),
    }
    assert keeper.part(DIGEST) == PICTURE
    assert run("import", str(out), "--json", data=fresh)[1].startswith('{"new":0,"changed":0')
