"""`backup`: copies of the data, listed, made and restored."""

from __future__ import annotations

import io
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest

from store.records.record import Document, Json
from tui.cli.main import CommandLine

Run = Callable[..., tuple[int, Json, str]]


@pytest.fixture
def run(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """`arrosoir --data a.json ...`: exit status, the JSON answer where there is one, all words."""

    def call(*words: str, lang: str = "en", today: str = "2026-11-20") -> tuple[int, Json, str]:
        path = str(tmp_path / "a.json")
        status = CommandLine(["--data", path, "--today", today, "--lang", lang, *words]).run()
        assert isinstance(status, int)
        out, err = capsys.readouterr()
        value: Json = msgspec.json.decode(out) if "--json" in words and out else None
        return status, value, out + err

    return call


def answered(run: Run, *words: str) -> Document:
    status, value, said = run(*words, "--json")
    assert status == 0, said
    assert isinstance(value, dict)
    return value


def listed(run: Run) -> list[Document]:
    status, value, said = run("backup", "--json")
    assert status == 0, said
    assert isinstance(value, list)
    return [each for each in value if isinstance(each, dict)]


@pytest.fixture
def saved(run: Run) -> str:
    """Ada at Aubier is in a backup; since then she has moved and Bo has come."""
    run("add", "Ada Lovelace", "--org", "Aubier")
    id = str(answered(run, "backup", "now")["id"])
    run("edit", "Ada Lovelace", "--org", "Bourgeon")
    run("add", "Bo Diallo")
    return id


def people(run: Run) -> dict[str, Json]:
    found = {}
    for name in ("Ada Lovelace", "Bo Diallo"):
        status, value, _ = run("show", name, "--json")
        if status == 0 and isinstance(value, dict):
            found[name] = value["org"]
    return found


def test_no_word_is_the_list_newest_first_and_says_what_each_is(run: Run, saved: str) -> None:
    rows = listed(run)
    assert [row["id"] for row in rows] == [saved, "daily-2026-11-20", "weekly-2026-W47"]
    assert [row["kind"] for row in rows] == ["now", "daily", "weekly"]
    assert all(row["good"] is True and row["size"] for row in rows)
    assert str(rows[0]["made"]).startswith("2026-11-20T")
    assert [row["made"] for row in rows[1:]] == ["2026-11-20", "2026-11-16"]
    assert run("backup", "list", "--json")[1] == rows


def test_the_list_is_told_in_both_languages(run: Run, saved: str) -> None:
    english, french = run("backup")[2], run("backup", lang="fr")[2]
    assert "weekly-2026-W47        of the week  week of 16 Nov  1 KiB  reads back" in english
    assert "à la main      aujourd'hui" in french
    assert "1 Kio  se relit bien" in french


def test_without_any_it_says_how_to_make_one(run: Run) -> None:
    assert run("backup", "--json")[:2] == (0, [])
    assert "backup now" in run("backup")[2]
    assert "backup now" in run("backup", lang="fr")[2]


def test_a_damaged_copy_is_told_and_not_restored(run: Run, saved: str, tmp_path: Path) -> None:
    (tmp_path / "a.json.backups" / f"{saved}.json").write_bytes(b'{"people": {')
    assert listed(run)[0]["good"] is False
    assert "cannot be read" in run("backup")[2]
    assert run("backup", "restore", saved, "--yes")[0] == 4
    assert people(run) == {"Ada Lovelace": "Bourgeon", "Bo Diallo": ""}


def test_restoring_is_one_step_and_undo_gives_back_what_was_before(run: Run, saved: str) -> None:
    before = people(run)
    answer = answered(run, "backup", "restore", saved, "--yes")
    assert answer == {"id": saved, "changed": 1, "removed": 1, "new": 0}
    assert people(run) == {"Ada Lovelace": "Aubier"}
    assert "backup restored" in run("history", "--limit", "1")[2]
    run("undo")
    assert people(run) == before


def test_what_it_did_is_said_in_both_languages(run: Run, saved: str) -> None:
    said = run("backup", "restore", saved, "--yes")[2]
    assert "Restored. People: 1 changed, 1 removed\n" in said
    run("undo")
    said = run("backup", "restore", saved, "--yes", lang="fr")[2]
    assert "Personnes\N{NO-BREAK SPACE}: 1 modifiée, 1 supprimée\n" in said
    assert "Nothing" in run("backup", "restore", saved, "--yes")[2]


def test_where_many_would_change_nobody_to_ask_refuses(
    run: Run, saved: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO("y\n"))
    status, value, said = run("backup", "restore", saved, "--json")
    assert status == 1
    assert isinstance(value, dict)
    error = value["error"]
    assert isinstance(error, dict)
    assert error["code"] == "needs_confirmation"
    assert "--yes" in said
    assert people(run) == {"Ada Lovelace": "Bourgeon", "Bo Diallo": ""}


def test_a_backup_that_is_not_there_and_words_that_cannot_be_meant(run: Run, saved: str) -> None:
    assert run("backup", "restore", "daily-1999-01-01")[0] == 3
    assert run("backup", "restore", "../a")[0] == 3
    status, _, said = run("backup", "restore")
    assert status == 2
    assert "BACKUP; backup list" in said
    assert run("backup", "burn")[0] == 2
    assert run("backup", "now", "then")[0] == 2


def test_the_forgotten_do_not_come_back_from_a_copy_that_was_put_back(
    run: Run, saved: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("log", "Ada Lovelace", "--kind", "call", "--note", "about the engine")
    run("edit", "Ada Lovelace", "--email", "ada@lovelace.org")
    id = str(answered(run, "backup", "now")["id"])
    copy = tmp_path / "a.json.backups" / f"{id}.json"
    shutil.copy(copy, tmp_path / "kept")
    assert run("forget", "Ada Lovelace", "--yes")[0] == 0
    shutil.copy(tmp_path / "kept", copy)
    answer = answered(run, "backup", "restore", id, "--yes")
    assert answer["new"] == 0
    assert people(run) == {"Bo Diallo": ""}
    run("history", "--json")
    for path in (tmp_path / "a.json", tmp_path / "a.json.journal", tmp_path / "a.json.history"):
        assert not path.exists() or b"ovelace" not in path.read_bytes()


def test_read_only_lists_and_refuses_the_rest(run: Run, saved: str) -> None:
    assert run("backup", "list")[0] == 0
    assert run("--read-only", "backup", "--json")[0] == 0
    assert run("--read-only", "backup", "now")[0] == 4
    assert run("--read-only", "backup", "restore", saved, "--yes")[0] == 4
