"""`join`: two computers, one home."""

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
    """`arrosoir --data HOME ...`: exit status, the JSON answer where there is one, other words."""

    def call(*words: str, data: str = "home.json", lang: str = "en") -> tuple[int, Json, str]:
        path = str(tmp_path / data)
        status = CommandLine(
            ["--data", path, "--today", "2026-11-20", "--lang", lang, *words]
        ).run()
        assert isinstance(status, int)
        out, err = capsys.readouterr()
        value: Json = msgspec.json.decode(out) if "--json" in words and out else None
        return status, value, out + err

    return call


def part(folder: Path) -> str:
    """Copy the data to another computer; where to."""
    (folder / "laptop").mkdir()
    for path in folder.glob("home.json*"):
        if path.is_file():
            shutil.copy(path, folder / "laptop" / path.name)
    return str(folder / "laptop" / "home.json")


def card(run: Run, name: str) -> Document:
    _, value, _ = run("show", name, "--json")
    assert isinstance(value, dict)
    return value


def answered(run: Run, *words: str) -> Document:
    status, value, said = run(*words, "--json")
    assert status == 0, said
    assert isinstance(value, dict)
    return value


@pytest.fixture
def laptop(run: Run, tmp_path: Path) -> str:
    """A copy that has parted: both have changed Ada, and each has somebody of its own."""
    run("add", "Ada Lovelace", "--org", "Aubier")
    run("add", "Bo Diallo")
    copy = part(tmp_path)
    run("edit", "Ada Lovelace", "--title", "Editor", data=copy)
    run("log", "Bo Diallo", "--kind", "call", data=copy)
    run("add", "Cleo Martin", data=copy)
    run("edit", "Ada Lovelace", "--org", "Bourgeon")
    run("add", "Dan Okafor")
    return copy


def test_two_copies_that_parted_become_one_and_undo_parts_them(run: Run, laptop: str) -> None:
    joined = answered(run, "join", laptop, "--yes")
    assert {key: joined[key] for key in ("new", "changed", "removed", "same", "records")} == {
        "new": 1,
        "changed": 1,
        "removed": 0,
        "same": 1,
        "records": 1,
    }
    ada = card(run, "Ada Lovelace")
    assert (ada["org"], ada["title"]) == ("Bourgeon", "Editor")
    assert card(run, "Cleo Martin")["name"] == "Cleo Martin"
    assert card(run, "Dan Okafor")["name"] == "Dan Okafor"
    assert "joined copy" in run("history")[2]
    again = answered(run, "join", laptop)
    assert (again["new"], again["changed"], again["same"]) == (0, 0, 3)
    assert "joined copy" in run("undo")[2]
    assert card(run, "Ada Lovelace")["title"] == ""
    assert run("show", "Cleo Martin")[0] == 3
    assert answered(run, "join", laptop, "--yes")["new"] == 1


def test_a_dry_run_and_nobody_to_ask_change_nothing(
    run: Run, laptop: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = card(run, "Ada Lovelace")
    assert answered(run, "join", laptop, "--dry-run")["changed"] == 1
    monkeypatch.setattr(sys, "stdin", io.StringIO("y\n"))
    status, value, said = run("join", laptop, "--json")
    assert status == 1
    assert isinstance(value, dict)
    error = value["error"]
    assert isinstance(error, dict)
    assert error["code"] == "needs_confirmation"
    assert "--yes" in said
    assert card(run, "Ada Lovelace") == before


def test_newcomers_never_ask(run: Run, tmp_path: Path) -> None:
    run("add", "Ada")
    copy = part(tmp_path)
    run("add", "Bo", data=copy)
    assert answered(run, "join", copy)["new"] == 1


def test_the_other_copy_is_left_as_it_is(run: Run, laptop: str) -> None:
    folder = Path(laptop).parent
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    run("join", laptop, "--yes")
    assert {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()} == before


def test_differences_are_told_in_both_languages(run: Run, tmp_path: Path) -> None:
    run("add", "Ada", "--org", "Aubier")
    copy = part(tmp_path)
    run("note", "Ada", "from the train", data=copy)
    run("note", "Ada", "from the desk")
    told = answered(run, "join", copy)["kept"]
    assert isinstance(told, list)
    (kept,) = told
    assert isinstance(kept, dict)
    assert set(kept) == {"table", "id", "about", "field", "ours", "theirs"}
    assert (kept["about"], kept["theirs"]) == ("Ada", "2026-11-20: from the train")
    english, french = run("join", copy)[2], run("join", copy, lang="fr")[2]
    assert "Ada, notes: 2026-11-20: from the desk" in english
    assert "Ada, notes\N{NO-BREAK SPACE}: 2026-11-20: from the desk" in french
    assert "from the train" in english
    assert "from the train" in french


def test_the_file_itself_under_another_name_is_refused(run: Run, tmp_path: Path) -> None:
    run("add", "Ada")
    (tmp_path / "link.json").symlink_to(tmp_path / "home.json")
    for name in ("home.json", "link.json"):
        status, _, said = run("join", str(tmp_path / name))
        assert status == 2
        assert "itself" in said


@pytest.mark.parametrize("content", [None, "", "not json", "{}", '{"_default": {}}'])
def test_a_file_that_is_no_copy_is_said_and_changes_nothing(
    run: Run, tmp_path: Path, content: str | None
) -> None:
    run("add", "Ada")
    other = tmp_path / "other" / "copy.json"
    other.parent.mkdir()
    if content is not None:
        other.write_text(content)
    before = answered(run, "show", "Ada")
    status, _, said = run("join", str(other))
    assert status == 4
    assert "copy.json" in said
    assert said.count("\n") == 1
    assert answered(run, "show", "Ada") == before
    assert [path.name for path in other.parent.iterdir()] == (
        [] if content is None else [other.name]
    )


def test_a_folder_is_no_copy(run: Run, tmp_path: Path) -> None:
    run("add", "Ada")
    assert run("join", str(tmp_path))[0] == 4
