"""`doctor`: says how the files stand, in both languages, and touches none of them."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest
from damaging_cli import CHECKS, State, state

from store.records.kinds import LANGUAGES
from tui.cli.main import CommandLine

Look = Callable[..., tuple[int, list[dict[str, object]]]]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A file with two people, tended by the command line."""
    folder = tmp_path / "data"
    folder.mkdir(mode=0o700)
    path = folder / "net.json"
    for words in (("add", "Ada Lovelace"), ("add", "Bo Diallo"), ("log", "Bo Diallo")):
        assert CommandLine(["--data", str(path), *words]).run() == 0
    return path


@pytest.fixture
def look(path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Look:
    """`doctor --json`: exit status and findings; fails where a byte or a time has changed."""
    monkeypatch.setenv("TERM", "xterm-256color")
    capsys.readouterr()

    def call(lang: str = "en") -> tuple[int, list[dict[str, object]]]:
        before: State = state(path)
        status = CommandLine(["--data", str(path), "--lang", lang, "doctor", "--json"]).run()
        assert state(path) == before
        assert isinstance(status, int)
        out = capsys.readouterr().out
        assert "Lovelace" not in out
        assert "Diallo" not in out
        return status, msgspec.json.decode(out, type=list[dict[str, object]])

    return call


def said(findings: list[dict[str, object]], check: str) -> tuple[list[object], str]:
    """How a check went, and what was said of it."""
    found = [each for each in findings if each["check"] == check]
    return [each["ok"] for each in found], " ".join(str(each["message"]) for each in found)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_healthy_file_is_well_in_every_respect(look: Look, lang: str) -> None:
    status, findings = look(lang)
    assert status == 0
    assert [each["check"] for each in findings] == CHECKS
    assert all(each["ok"] for each in findings if each["check"] != "locale"), findings


@pytest.mark.parametrize("lang", LANGUAGES)
def test_people_read_one_line_a_finding(
    path: Path, look: Look, capsys: pytest.CaptureFixture[str], lang: str
) -> None:
    assert CommandLine(["--data", str(path), "--lang", lang, "doctor"]).run() == 0
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == len(CHECKS)
    word = {"en": "well", "fr": "bien"}[lang]
    assert (
        lines[0]
        == f"{word}  {path} "
        + {
            "en": "is whole: 2 people.",
            "fr": "est entier\u00a0: 2 personnes.",
        }[lang]
    )


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"{", "damaged"),
        (b'{"x": {}}', "not Arrosoir's"),
        (b'{"_meta": {"1": {"app": "arrosoir", "schema": 99}}}', "newer"),
        (b"", "empty or gone"),
    ],
)
def test_a_file_that_cannot_be_opened_is_told_with_the_reason(
    path: Path, look: Look, data: bytes, reason: str
) -> None:
    path.write_bytes(data)
    status, findings = look()
    assert status == 4
    ok, message = said(findings, "file")
    assert ok == [False]
    assert reason in message


def test_a_file_that_is_gone_is_not_taken_for_a_new_one(path: Path, look: Look) -> None:
    path.unlink()
    status, findings = look()
    assert status == 4
    assert said(findings, "file")[0] == [False]


def test_what_is_no_file_is_told(path: Path, look: Look) -> None:
    path.unlink()
    path.mkdir()
    status, findings = look()
    assert status == 4
    assert said(findings, "file")[0] == [False]


def test_where_there_is_nothing_yet_all_is_well(tmp_path: Path) -> None:
    folder = tmp_path / "none"
    assert CommandLine(["--data", str(folder / "net.json"), "doctor"]).run() == 0
    assert not folder.exists()


def test_an_edit_by_another_program_is_told_and_is_fine(path: Path, look: Look) -> None:
    path.write_text(json.dumps(json.loads(path.read_text())))
    status, findings = look()
    assert status == 0
    ok, message = said(findings, "sum")
    assert ok == [True]
    assert "another program" in message


def test_lines_in_the_journal_are_counted(path: Path, look: Look) -> None:
    folder = path.parent
    history = folder / "net.json.history"
    line = history.read_bytes().splitlines(keepends=True)
    # As a session leaves it that was ended before it could put its files in order.
    older = json.loads(path.read_text())
    older["people"].pop("2")
    older["interactions"].clear()
    first = msgspec.json.decode(line[1][9:])["prev"]
    older["_meta"]["1"] |= {"seq": 1, "tip": first}
    path.write_text(json.dumps(older))
    journal = folder / "net.json.journal"
    journal.write_bytes(b"".join(line[1:]))
    assert "2 changes" in said(look()[1], "journal")[1]
    journal.write_bytes(b"".join(line[1:]) + b"1234")
    ok, message = said(look()[1], "journal")
    assert ok == [True]
    assert "unfinished" in message
    journal.write_bytes(line[1].replace(b"Bo", b"Mo") + line[2])
    status, findings = look()
    assert status == 4
    assert said(findings, "journal")[0] == [False]
    assert said(findings, "file")[0] == [False]
    journal.write_bytes(line[2])
    status, findings = look()
    assert status == 4
    assert "does not go on" in said(findings, "journal")[1]


def test_a_journal_longer_than_usual_is_told(
    path: Path, look: Look, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("store.disk.findings.contents.JOURNAL_BYTES", 10)
    monkeypatch.setattr("store.disk.findings.contents.FILE_SHARE", 1 << 40)
    history = (path.parent / "net.json.history").read_bytes()
    (path.parent / "net.json.journal").write_bytes(history)
    status, findings = look()
    assert status == 0
    ok, message = said(findings, "journal")
    assert ok == [False]
    assert "longer than usual" in message


def test_steps_of_undo_are_counted_and_damaged_lines_told(
    path: Path, look: Look, capsys: pytest.CaptureFixture[str]
) -> None:
    assert "3 changes can be undone" in said(look()[1], "history")[1]
    assert CommandLine(["--data", str(path), "undo", "--json"]).run() == 0
    capsys.readouterr()
    history = path.parent / "net.json.history"
    data = history.read_bytes()
    history.write_bytes(data.replace(b"Ada", b"ADA", 1))
    ok, message = said(look()[1], "history")
    assert ok == [False]
    assert "1 line" in message
    # Of the second and the third, the third was taken back.
    assert message.endswith("undone: 1.")


def test_backups_that_do_not_read_back_are_named(path: Path, look: Look) -> None:
    (path.parent / "net.json.backups" / "now-2026-11-26T000000.json").write_bytes(b"{")
    ok, message = said(look()[1], "backups")
    assert ok == [False, True]
    assert "now-2026-11-26T000000" in message


def test_records_that_name_what_is_not_there_are_counted(path: Path, look: Look) -> None:
    document = json.loads(path.read_text())
    document["people"].pop("2")
    document["circles"] = {"1": {"id": "C", "name": "c", "people": ["none"]}}
    path.write_text(json.dumps(document))
    ok, message = said(look()[1], "references")
    assert ok == [False]
    assert message.startswith("2 records")


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
    assert f"join {path.parent / name}" in message


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


def test_a_symlink_is_followed(
    path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    link = tmp_path / "link.json"
    link.symlink_to(path)
    capsys.readouterr()
    assert CommandLine(["--data", str(link), "doctor", "--json"]).run() == 0
    findings = msgspec.json.decode(capsys.readouterr().out, type=list[dict[str, object]])
    assert "3 changes" in said(findings, "history")[1]
