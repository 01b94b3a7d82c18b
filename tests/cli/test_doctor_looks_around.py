"""`doctor`: backups, room on the disk, permissions, leftovers and copies beside the file."""

# ruff: noqa: F811 - a fixture that is asked for by its name

from __future__ import annotations

import os
from pathlib import Path
from types import SimpleNamespace

import msgspec
import pytest
from damaging_cli import Look, said, two_people
from looking import look  # noqa: F401

from store.disk.findings.twins import twins
from tui.cli.main import CommandLine


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A file with two people, tended by the command line."""
    return two_people(tmp_path)


def test_backups_that_do_not_read_back_are_named(path: Path, look: Look) -> None:
    (path.parent / "net.json.backups" / "now-2026-11-26T000000.json").write_bytes(b"{")
    ok, message = said(look()[1], "backups")
    assert ok == [False, True]
    assert "now-2026-11-26T000000" in message


def test_the_newest_backup_is_the_first_of_the_list(
    path: Path, look: Look, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = path.parent / "net.json.backups"
    daily = next(folder.glob("daily-*"))
    for id in ("daily-2030-01-02", "now-2030-01-03T101500", "weekly-2030-W01"):
        (folder / f"{id}.json").write_bytes(daily.read_bytes())
    # Written anew after all others, as forgetting does.
    os.utime(daily, (4_000_000_000, 4_000_000_000))
    assert CommandLine(["--data", str(path), "backup", "list", "--json"]).run() == 0
    first = msgspec.json.decode(capsys.readouterr().out)[0]["id"]
    assert first == "now-2030-01-03T101500"
    assert f"the newest {first}" in said(look()[1], "backups")[1]


def test_little_room_on_the_disk_is_told(
    path: Path, look: Look, monkeypatch: pytest.MonkeyPatch
) -> None:
    size = path.stat().st_size
    asked: list[Path] = []

    def free(bytes_: int) -> None:
        def usage(folder: Path) -> SimpleNamespace:
            asked.append(folder)
            return SimpleNamespace(free=bytes_)

        monkeypatch.setattr("store.disk.findings.around.shutil.disk_usage", usage)

    free(3 * size + 10_000_000)
    ok, message = said(look()[1], "room")
    assert ok == [True]
    assert "10 MB" in message
    free(3 * size + 9_999_999)
    status, findings = look()
    assert status == 0
    ok, message = said(findings, "room")
    assert ok == [False]
    assert "9 MB" in message or "10 MB" in message
    assert set(asked) == {path.parent}


def test_files_open_to_others_are_named(path: Path, look: Look) -> None:
    backup = next((path.parent / "net.json.backups").iterdir())
    for each in (path.parent / "net.json.history", path.parent / "net.json.lock", backup):
        each.chmod(0o640)
    ok, message = said(look()[1], "permissions")
    assert ok == [False]
    for name in ("net.json.history", "net.json.lock", backup.name):
        assert name in message
    assert "net.json.journal" not in message


def test_what_was_left_behind_is_told(path: Path, look: Look) -> None:
    (path.parent / f".net.json.{2**22 + 1}.abc123.tmp").touch(mode=0o600)
    (path.parent / "net.json.kept-20261125-093000").touch(mode=0o600)
    ok, message = said(look()[1], "leftovers")
    assert ok == [False, True]
    assert "net.json.kept-20261125-093000" in message


@pytest.mark.parametrize(
    "name",
    [
        "net.sync-conflict-20261120-101010-ABCDEFG.json",
        "net (bureau's conflicted copy 2026-11-20).json",
        "net (Copie en conflit de bureau 2026-11-20).json",
        "net (conflicted copy 2026-11-20 101010).json",
        "net_conflict-20261120-101010.json",
        "net [Conflict].json",
        "net-DESKTOP-4F2K9QX.json",
        "net (1).json",
    ],
)
def test_copies_of_synchronising_programs_are_named(path: Path, look: Look, name: str) -> None:
    (path.parent / name).write_bytes(b"{}")
    ok, message = said(look()[1], "twins")
    assert ok == [False]
    assert f'arrosoir join "{path.parent / name}"' in message


@pytest.mark.parametrize(
    "name", ["net-work.json", "network.json", "net.json.bak", "other (1).json", "net (old).json"]
)
def test_files_of_the_users_own_are_no_twins(path: Path, look: Look, name: str) -> None:
    (path.parent / name).write_bytes(b"{}")
    assert said(look()[1], "twins")[0] == [True]


def test_a_copy_of_the_journal_is_named_but_cannot_be_joined(path: Path, look: Look) -> None:
    (path.parent / "net.json.sync-conflict-20261120-101010-ABCDEFG.journal").touch()
    ok, message = said(look()[1], "twins")
    assert ok == [False]
    assert "join" not in message


def test_a_path_that_a_shell_would_read_into_is_quoted_otherwise(tmp_path: Path) -> None:
    path = tmp_path / "$HOME" / "net.json"
    path.parent.mkdir()
    path.with_name("net (1).json").write_bytes(b"{}")
    (finding,) = twins(path)
    assert finding.message.values["file"] == f"'{path.with_name('net (1).json')}'"
