"""`doctor`: says how the files stand, in both languages, and touches none of them."""

# ruff: noqa: F811 - a fixture that is asked for by its name

from __future__ import annotations

import json
from pathlib import Path

import msgspec
import pytest
from damaging_cli import CHECKS, Look, said, two_people
from looking import look  # noqa: F401

from store.records.kinds import LANGUAGES
from tui.cli.main import CommandLine

Captured = pytest.CaptureFixture[str]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A file with two people, tended by the command line."""
    return two_people(tmp_path)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_healthy_file_is_well_in_every_respect(look: Look, lang: str) -> None:
    status, findings = look(lang)
    assert status == 0
    assert [each["check"] for each in findings] == CHECKS
    assert all(each["ok"] for each in findings if each["check"] != "locale"), findings


@pytest.mark.parametrize("lang", LANGUAGES)
def test_people_read_one_line_a_finding(
    path: Path,
    look: Look,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    lang: str,
) -> None:
    monkeypatch.setenv("COLUMNS", "300")
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
    history.unlink()
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
    assert "Line 1 of the history is damaged" in message
    # Of the second and the third, the third was taken back.
    assert "1 change can still be undone" in message


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_reader_s_complaint_is_told_in_words(path: Path, look: Look, lang: str) -> None:
    data = path.read_bytes()[:-40]
    path.write_bytes(data)
    _, message = said(look(lang)[1], "file")
    assert {
        "en": f"breaks off after byte {len(data)}",
        "fr": f"s'arrête après l'octet {len(data)}",
    }[lang] in message
    assert "truncated" not in message


def test_what_never_was_ours_is_not_called_damaged(tmp_path: Path, capsys: Captured) -> None:
    other = tmp_path / "letter.txt"
    other.write_text("Dear Ada,\n")
    assert CommandLine(["--data", str(other), "doctor"]).run() == 4
    out = capsys.readouterr().out
    assert "not Arrosoir's" in out
    assert "--repair" not in out


def test_records_that_name_what_is_not_there_are_counted(path: Path, look: Look) -> None:
    document = json.loads(path.read_text())
    document["people"].pop("2")
    document["circles"] = {"1": {"id": "C", "name": "c", "people": ["none"]}}
    path.write_text(json.dumps(document))
    ok, message = said(look()[1], "references")
    assert ok == [False]
    assert message.startswith("2 records")


def test_a_symlink_is_followed(
    path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    link = tmp_path / "link.json"
    link.symlink_to(path)
    capsys.readouterr()
    assert CommandLine(["--data", str(link), "doctor", "--json"]).run() == 0
    findings = msgspec.json.decode(capsys.readouterr().out, type=list[dict[str, object]])
    assert "3 changes" in said(findings, "history")[1]
