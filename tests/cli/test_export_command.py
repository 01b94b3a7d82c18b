"""`export`: to a file or to standard output, whole or not at all, and never over a stranger's."""

from __future__ import annotations

import csv
import io
import json
import os
import stat
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from store.disk.new_file import write_new
from store.formats.exported import ExportFormat
from store.formats.exports import EXPORTS
from store.records.follow_up import FollowUp
from store.records.ids import PersonId
from store.records.person import City, Person
from store.records.snapshot import Snapshot, snapshot_of
from tui.cli.main import CommandLine

DAY = "2026-11-20"
EVIL = "=cmd|' /C calc'!A0 \x1b[2J\u202e[/]"
Run = Callable[..., tuple[int, str, str]]
NAMES = tuple(each.name for each in EXPORTS)


def snapshot() -> Snapshot:
    people = (
        Person(
            id="A",
            name="Amélie Roussel",
            emails=("amelie@aubier.example",),
            birthday="1985-04-12",
            cities=(City(name="Lyon"),),
            private_notes="SECRET",
        ),
        Person(id="B", name="Bo Ek", notes=EVIL),
    )
    promise = FollowUp(id="P", person=PersonId("A"), on=date(2026, 12, 1), why="send the plan")
    return snapshot_of({"people": {each.id: each for each in people}, "follow_ups": {"P": promise}})


@pytest.fixture
def path(tmp_path: Path) -> Path:
    (tmp_path / "data").mkdir()
    path = tmp_path / "data" / "a.json"
    write_new(path, snapshot())
    return path


@pytest.fixture
def out(tmp_path: Path) -> Path:
    folder = tmp_path / "out"
    folder.mkdir()
    return folder


@pytest.fixture
def run(
    path: Path,
    tmp_path: Path,
    capsysbinary: pytest.CaptureFixture[bytes],
    monkeypatch: pytest.MonkeyPatch,
) -> Run:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))

    def ran(*words: str, lang: str = "en") -> tuple[int, str, str]:
        status = CommandLine(["--data", str(path), "--today", DAY, "--lang", lang, *words]).run()
        assert isinstance(status, int)
        told, said = capsysbinary.readouterr()
        return status, told.decode(), said.decode()

    return ran


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline=""), strict=True))


@pytest.mark.parametrize("name", NAMES)
def test_every_format_goes_to_standard_output_and_to_a_file_alike(
    run: Run, out: Path, name: str
) -> None:
    status, told, said = run("export", "--format", name)
    assert (status, said) == (0, "")
    assert "Roussel" in told
    target = out / "file"
    status, _, said = run("export", "--format", name, "--out", str(target))
    assert (status, said) == (0, "")
    written = target.read_bytes().decode()
    assert stat.S_IMODE(target.stat().st_mode) == 0o600
    if name != "json":
        assert written == told
    assert "SECRET" not in written
    # A card of vCard keeps what it was given to the letter.
    assert "\x1b" not in written or name.startswith("vcard")
    assert "SECRET" in run("export", "--format", name, "--private")[1] or name == "ics"


def test_a_terminal_gets_nothing_that_it_obeys(
    run: Run, monkeypatch: pytest.MonkeyPatch, path: Path
) -> None:
    def shown(*_: object) -> bool:
        return True

    fake = ExportFormat(name="fake", extension=".x", write=lambda _: iter(["a\x1b[2", "Jb\r\n  c"]))
    monkeypatch.setattr("store.formats.exports.EXPORTS", (fake,))
    assert run("export", "--format", "fake")[1] == "a\x1b[2Jb\r\n  c"
    monkeypatch.setattr("tui.cli.outlet.is_terminal", shown)
    assert run("export", "--format", "fake")[1] == "a[2Jb\n  c\n"


def test_the_format_is_told_by_the_ending(run: Run, out: Path) -> None:
    for ending, begin in ((".vcf", "BEGIN:VCARD"), (".csv", "\ufeffname,"), (".MD", "# ")):
        target = out / f"x{ending}"
        assert run("export", "--out", str(target))[0] == 0
        assert target.read_text(encoding="utf-8").startswith(begin)
    status, told, said = run("export", "--out", str(out / "x.doc"), "--json")
    assert (status, json.loads(told)["error"]["code"]) == (2, "missing_parameter")
    assert "csv-google" in said
    assert run("export")[0] == 2
    assert run("export", "--format", "doc")[0] == 2


def test_programs_are_told_what_was_written(run: Run, out: Path) -> None:
    target = out / "x.csv"
    assert json.loads(run("export", "--out", str(target), "--json")[1]) == {
        "format": "csv",
        "people": 2,
        "out": str(target),
        "private": False,
    }
    answer = json.loads(run("export", "--format", "csv", "--private", "--json")[1])
    assert answer["out"] is None
    assert answer["private"] is True
    assert [each["name"] for each in rows(answer["text"])] == ["Amélie Roussel", "Bo Ek"]


def test_people_by_name_and_by_search(run: Run) -> None:
    def names(*words: str) -> list[str]:
        status, told, _ = run("export", "--format", "csv", *words)
        assert status == 0
        return [each["name"] for each in rows(told)]

    assert names("--person", "bo") == ["Bo Ek"]
    assert names("--person", "Bo Ek", "--person", "amelie") == ["Amélie Roussel", "Bo Ek"]
    assert names("--query", "city:lyon") == ["Amélie Roussel"]
    assert names("--query", "city:lyon", "--person", "Bo Ek") == ["Amélie Roussel", "Bo Ek"]
    assert names("--query", "-lyon") == ["Bo Ek"]
    assert run("export", "--format", "csv", "--person", "Nobody")[0] == 3
    status, told, _ = run("export", "--format", "csv", "--query", "nowhere", "--json")
    assert (status, json.loads(told)["error"]["code"]) == (3, "no_hit")


def test_a_folder_gets_a_good_name_and_a_home_is_found(
    run: Run, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(out))
    run("export", "--format", "csv", "--out", "~")
    run("export", "--format", "ics", "--out", f"{out}/")
    run("export", "--format", "markdown", "--person", "amelie", "--out", str(out))
    assert sorted(each.name for each in out.iterdir()) == [
        "amelie-roussel.md",
        f"arrosoir-{DAY}.csv",
        "arrosoir.ics",
    ]
    status, told, _ = run(
        "export", "--format", "csv", "--out", str(out / "none" / "x.csv"), "--json"
    )
    assert (status, json.loads(told)["error"]["code"]) == (1, "no_folder")


def test_a_strangers_file_is_left_alone(run: Run, out: Path) -> None:
    target = out / "x.csv"
    target.write_text("mine")
    status, told, _ = run("export", "--out", str(target), "--json")
    assert (status, json.loads(told)["error"]["code"]) == (1, "exists")
    assert target.read_text() == "mine"
    assert run("export", "--out", str(target), "--yes")[0] == 0
    assert run("note", "Bo Ek", "sings")[0] == 0
    assert run("export", "--out", str(target))[0] == 0, "it is ours by now"
    assert "sings" in target.read_text()
    target.write_text("edited")
    assert run("export", "--out", str(target))[0] == 1
    (out / "empty.csv").touch()
    assert run("export", "--out", str(out / "empty.csv"))[0] == 0


@pytest.mark.parametrize("name", ["a.json", "a.json.journal", "a.json.backups/daily-x.json"])
def test_nothing_of_the_data_is_ever_written_over(run: Run, path: Path, name: str) -> None:
    run("backup", "now")
    before = path.read_bytes()
    target = path.parent / name
    status, told, _ = run("export", "--format", "json", "--out", str(target), "--yes", "--json")
    assert (status, json.loads(told)["error"]["code"]) == (1, "own_file")
    assert path.read_bytes() == before


def test_a_symlink_stays_and_permissions_too(run: Run, out: Path) -> None:
    target, link = out / "real.csv", out / "link.csv"
    link.symlink_to(target)
    assert run("export", "--out", str(link))[0] == 0
    target.chmod(0o644)
    run("note", "Bo Ek", "sings")
    assert run("export", "--out", str(link))[0] == 0
    assert link.is_symlink()
    assert stat.S_IMODE(target.stat().st_mode) == 0o644
    assert "sings" in target.read_text()


def test_what_goes_wrong_half_way_leaves_the_old_file(
    run: Run, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = out / "x.csv"
    run("export", "--out", str(target))
    before = target.read_bytes()

    def full(descriptor: int, data: bytes) -> None:
        raise OSError(28, os.strerror(28))

    run("note", "Bo Ek", "sings")
    with monkeypatch.context() as patch:
        patch.setattr("store.disk.durable.write_all", full)
        status, told, _ = run("export", "--out", str(target), "--json")
    assert (status, json.loads(told)["error"]["code"]) == (4, "disk_full")
    assert target.read_bytes() == before
    assert [each.name for each in out.iterdir()] == ["x.csv"]


@pytest.mark.parametrize("name", [each for each in NAMES if each != "json"])
def test_the_same_people_again_leave_the_file_untouched(run: Run, out: Path, name: str) -> None:
    target = out / "x"
    run("export", "--format", name, "--out", str(target))
    os.utime(target, (1, 1))
    status, told, _ = run("export", "--format", name, "--out", str(target))
    assert (status, target.stat().st_mtime) == (0, 1)
    assert "up to date" in told


def test_a_feed_of_ours_is_written_again_though_it_is_noted_nowhere(
    run: Run, out: Path, path: Path
) -> None:
    target = out / "feed.ics"
    assert run("export", "--out", str(target))[0] == 0
    path.with_name("a.json.exports").unlink()
    run("follow-up", "Bo Ek", "--on", "2026-12-24", "--why", "sing")
    assert run("export", "--out", str(target))[0] == 0
    assert "sing" in target.read_text()
    target.write_text("BEGIN:VCALENDAR\r\nPRODID:-//Other//EN\r\nEND:VCALENDAR\r\n")
    assert run("export", "--out", str(target))[0] == 1


def test_a_pipe_is_written_to(run: Run, out: Path) -> None:
    pipe = out / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    try:
        assert run("export", "--format", "csv", "--out", str(pipe))[0] == 0
        assert os.read(reader, 100).startswith(b"\xef\xbb\xbfname,")
    finally:
        os.close(reader)
    assert json.loads(run("export", "--list", "--json")[1]) == []


def test_past_exports_are_listed_the_latest_first(run: Run, out: Path, path: Path) -> None:
    assert run("export", "--list")[1] == "Nothing was exported to a file yet.\n"
    for name in ("a.csv", "b.vcf", "c.csv"):
        run("export", "--out", str(out / name), *(["--private"] if name == "c.csv" else []))
    (out / "b.vcf").unlink()
    noted = path.with_name("a.json.exports")
    assert stat.S_IMODE(noted.stat().st_mode) == 0o600
    assert '"A"' not in noted.read_text()
    past = json.loads(run("export", "--list", "--json")[1])
    assert [(Path(each["path"]).name, each["there"], each["private"]) for each in past] == [
        ("c.csv", True, True),
        ("b.vcf", False, False),
        ("a.csv", True, False),
    ]
    told = run("export", "--list", lang="fr")[1].splitlines()
    assert told[0].startswith("20 nov.  csv    2 personnes  avec les notes privées")
    assert "n'y est plus" in told[1]


def test_data_that_may_not_be_written_can_be_exported(run: Run, out: Path, path: Path) -> None:
    status, _, said = run("--read-only", "export", "--out", str(out / "x.csv"))
    assert (status, said.count("\n")) == (0, 1)
    assert "could not be noted" in said
    assert not path.with_name("a.json.exports").exists()
    path.with_name("a.json.exports").mkdir()
    status, _, said = run("export", "--out", str(out / "y.csv"))
    assert status == 0
    assert "could not be noted" in said
    assert (out / "y.csv").exists()


def test_nobody_at_all_is_an_empty_table(run: Run, path: Path) -> None:
    for name in ("Amélie Roussel", "Bo Ek"):
        assert run("delete", name)[0] == 0
    status, told, _ = run("export", "--format", "csv")
    assert (status, rows(told)) == (0, [])
    assert told.count("\r\n") == 1


def test_in_a_batch_it_is_an_order_like_others(
    run: Run, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    orders = [
        {"id": 1, "action": "export", "params": {"out": str(out / "x.csv")}},
        {"id": 2, "action": "export", "params": {"format": "csv", "person": ["Bo Ek"]}},
    ]
    stream = io.TextIOWrapper(io.BytesIO("\n".join(map(json.dumps, orders)).encode()))
    monkeypatch.setattr("sys.stdin", stream)
    answers = [json.loads(line) for line in run("batch")[1].splitlines()]
    assert answers[0]["result"]["people"] == 2
    assert [each["name"] for each in rows(answers[1]["result"]["text"])] == ["Bo Ek"]


def test_a_broken_format_of_others_is_told_and_stops_nothing(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    from store.formats.exports import Exports
    from store.words.message import Message

    exports = Exports(EXPORTS, (Message("export.gone"),))
    monkeypatch.setattr("store.formats.exports.all_exports", lambda: exports)
    status, told, said = run("export", "--format", "csv")
    assert status == 0
    assert "Roussel" in told
    assert said == "no longer there\n"
