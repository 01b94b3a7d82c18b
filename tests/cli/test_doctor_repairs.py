"""`doctor --repair`: proposes, asks, keeps what it found, and looks again."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest
from damaging_cli import state

from store.disk.file_keeper import FileKeeper
from store.disk.lock import locked_plainly
from store.records.kinds import LANGUAGES
from tui.cli.main import CommandLine

Run = Callable[..., tuple[int, str, str]]


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
def run(path: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    capsys.readouterr()

    def call(*words: str, lang: str = "en") -> tuple[int, str, str]:
        status = CommandLine(["--data", str(path), "--lang", lang, *words]).run()
        assert isinstance(status, int)
        out, err = capsys.readouterr()
        return status, out, err

    return call


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture
def types(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Somebody at a terminal who answers."""

    def answer(text: str) -> None:
        monkeypatch.setattr(sys, "stdin", Terminal(text))
        monkeypatch.setattr(sys.stderr, "isatty", lambda: True)

    return answer


def spoil(path: Path) -> bytes:
    data = path.read_bytes()[:-30]
    path.write_bytes(data)
    return data


def value(out: str) -> dict[str, list[dict[str, object]]]:
    answer: dict[str, list[dict[str, object]]] = msgspec.json.decode(out)
    return answer


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("options", [(), ("--json",)])
def test_without_a_terminal_or_yes_it_shows_and_leaves_every_byte(
    path: Path, run: Run, lang: str, options: tuple[str, ...]
) -> None:
    spoil(path)
    before = state(path)
    status, out, err = run("doctor", "--repair", *options, lang=lang)
    assert status == 1
    assert "--yes" in err
    assert state(path) == before
    if options:
        answer = value(out)
        assert [each["kind"] for each in answer["repairs"]] == ["backup", "salvage"]
        assert not any(each["done"] for each in answer["repairs"])
        error = msgspec.to_builtins(answer["error"])
        assert error["code"] == "needs_confirmation"
    else:
        assert {"en": "Put back the backup", "fr": "Remettre la sauvegarde"}[lang] in out


@pytest.mark.parametrize("lang", LANGUAGES)
def test_with_yes_it_repairs_names_the_copy_and_looks_again(
    path: Path, run: Run, lang: str
) -> None:
    damaged = spoil(path)
    status, out, _ = run("doctor", "--repair", "--yes", lang=lang)
    assert status == 0
    (copy,) = path.parent.glob("net.json.kept-*")
    assert copy.read_bytes() == damaged
    assert str(copy) in out
    assert {"en": "is whole: 2 people", "fr": "est entier\u00a0: 2 personnes"}[lang] in out
    assert len(FileKeeper(path, read_only=True).snapshot.people) == 2
    assert "Lovelace" not in out


def test_json_tells_what_was_done_and_how_it_stands_now(path: Path, run: Run) -> None:
    spoil(path)
    (path.parent / "net.json.lock").chmod(0o644)
    status, out, _ = run("doctor", "--repair", "--yes", "--json")
    assert status == 0
    answer = value(out)
    assert [(each["kind"], each["done"]) for each in answer["repairs"]] == [
        ("backup", True),
        ("permissions", True),
    ]
    assert set(answer["repairs"][0]) == {"kind", "wrong", "would", "lost", "done", "kept"}
    assert all(each["ok"] for each in answer["findings"] if each["check"] in ("file", "journal"))


@pytest.mark.parametrize(("lang", "yes"), [("en", "y"), ("fr", "o")])
def test_at_a_terminal_each_is_asked_for(
    path: Path, run: Run, types: Callable[[str], None], lang: str, yes: str
) -> None:
    damaged = spoil(path)
    (path.parent / "net.json.lock").chmod(0o644)
    types(f"{yes}\nn\n")
    status, _, err = run("doctor", "--repair", lang=lang)
    assert status == 1
    assert err.count({"en": "[y/N]", "fr": "[o/N]"}[lang]) == 2
    assert len(FileKeeper(path, read_only=True).snapshot.people) == 2
    (copy,) = path.parent.glob("net.json.kept-*")
    assert copy.read_bytes() == damaged
    assert (path.parent / "net.json.lock").stat().st_mode & 0o777 == 0o644


@pytest.mark.parametrize("answer", ["\n\n", "n\nn\n", ""])
def test_anything_but_yes_leaves_every_byte(
    path: Path, run: Run, types: Callable[[str], None], answer: str
) -> None:
    spoil(path)
    before = state(path)
    types(answer)
    status, _, err = run("doctor", "--repair")
    # Asked for both ways, then told that the file is as bad as before.
    assert err.count("[y/N]") == 2
    assert status == 4
    assert state(path) == before


def test_whoever_declines_the_backup_may_keep_what_still_reads(
    path: Path, run: Run, types: Callable[[str], None]
) -> None:
    spoil(path)
    types("n\ny\n")
    assert run("doctor", "--repair")[0] == 1
    assert len(FileKeeper(path, read_only=True).snapshot.people) == 2


@pytest.mark.parametrize(
    "data", [b'{"x": {}}', b'{"_meta": {"1": {"app": "arrosoir", "schema": 99}}}']
)
def test_a_foreign_or_newer_file_is_left_and_said_so(path: Path, run: Run, data: bytes) -> None:
    path.write_bytes(data)
    before = state(path)
    status, out, _ = run("doctor", "--repair", "--yes")
    assert status == 4
    assert out.startswith("Nothing can be repaired here")
    assert state(path) == before


def test_a_healthy_file_is_left_as_it_is(path: Path, run: Run) -> None:
    before = state(path)
    status, out, _ = run("doctor", "--repair", "--yes")
    assert status == 0
    assert out.startswith("There is nothing to repair.")
    assert run("doctor", "--repair")[0] == 0
    assert state(path) == before


def test_all_kinds_that_a_file_needs_are_done_in_one_go(path: Path, run: Run) -> None:
    document = json.loads(path.read_text())
    document["people"]["8"] = {"id": document["people"]["1"]["id"], "name": "Ada Byron"}
    document["people"].pop("2")
    path.write_text(json.dumps(document))
    backups = path.parent / "net.json.backups"
    (backups / f".now.json.{2**22 + 1}.abc123.tmp").touch(mode=0o600)
    backups.chmod(0o755)
    status, out, _ = run("doctor", "--repair", "--yes", "--json")
    assert status == 0
    answer = value(out)
    kinds = [each["kind"] for each in answer["repairs"]]
    # The commit of the references ends with a checkpoint, which removes what killed ones left.
    assert kinds == ["doubles", "references", "permissions"]
    assert not list(backups.glob(".*.tmp"))
    assert all(each["ok"] for each in answer["findings"] if each["check"] in REPAIRED)
    assert run("doctor", "--repair", "--yes")[1].startswith("There is nothing to repair.")


REPAIRED = ("file", "journal", "references", "permissions")


def test_read_only_repairs_nothing(path: Path, run: Run) -> None:
    spoil(path)
    before = state(path)
    status, _, _ = run("--read-only", "doctor", "--repair", "--yes")
    assert status == 4
    assert state(path) == before


def test_another_session_that_writes_the_file_is_not_disturbed(
    path: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("store.disk.repairs.found.PATIENCE", 0.0)
    damaged = spoil(path)
    with locked_plainly(path.with_name("net.json.checkpoint.lock")):
        status, _, _ = run("doctor", "--repair", "--yes")
    assert status == 5
    assert path.read_bytes() == damaged
    assert not list(path.parent.glob("*kept*"))


def test_no_room_for_the_copy_changes_nothing(
    path: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    damaged = spoil(path)

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("store.disk.durable.write_all", full)
    status, _, err = run("doctor", "--repair", "--yes")
    assert status == 4
    assert "no room" in err
    assert path.read_bytes() == damaged
    assert not list(path.parent.glob("*kept*"))
    assert not list(path.parent.glob(".*"))


def test_help_names_the_options(run: Run) -> None:
    _, out, _ = run("doctor", "--help")
    assert "--repair" in out
    assert "--yes" in out
