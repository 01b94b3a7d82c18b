"""What was exported is imported into an empty network: the same people, and once only."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest

from store.actions.demo.network import demo_snapshot
from store.disk.file_keeper import FileKeeper
from store.disk.new_file import write_new
from store.records.person import Person
from store.records.snapshot import Snapshot
from tui.cli.main import CommandLine

DAY = "2026-11-20"
Run = Callable[..., str]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Run:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))

    def ran(path: Path, *words: str) -> str:
        assert CommandLine(["--data", str(path), "--today", DAY, *words]).run() == 0
        return capsys.readouterr().out

    return ran


def network() -> Snapshot:
    from datetime import date

    return demo_snapshot(40, 3, date(2026, 11, 20))


def people(path: Path) -> dict[str, Person]:
    return {each.name: each for each in FileKeeper(path).snapshot.people.values()}


OURS = ("sources", "added", "through", "knows", "extra", "deferrals", "id")
"""What an import works out for itself, or keeps of its own."""


def told(person: Person) -> dict[str, object]:
    return {
        each.name: getattr(person, each.name)
        for each in msgspec.structs.fields(person)
        if each.name not in OURS
    }


def test_everybody_comes_back_from_our_own_table(run: Run, tmp_path: Path) -> None:
    first, second, table = tmp_path / "a.json", tmp_path / "b.json", tmp_path / "x.csv"
    write_new(first, network())
    run(first, "add", "=cmd|' /C calc'!A0", "--phone", "+33 6 12 34 56 78", "--note", "@home\n-x")
    run(first, "export", "--out", str(table), "--private")
    answer = json.loads(run(second, "import", str(table), "--json"))
    assert (answer["new"], answer["refused"]) == (41, [])
    assert {name: told(each) for name, each in people(second).items()} == {
        name: told(each) for name, each in people(first).items()
    }
    again = json.loads(run(second, "import", str(table), "--json"))
    assert (again["new"], again["changed"], again["same"]) == (0, 0, 41)


def test_coming_home_it_changes_nobody(run: Run, tmp_path: Path) -> None:
    first, table = tmp_path / "a.json", tmp_path / "x.csv"
    write_new(first, network())
    run(first, "export", "--out", str(table), "--private")
    answer = json.loads(run(first, "import", str(table), "--yes", "--json"))
    assert answer["new"] == 0
    again = json.loads(run(first, "import", str(table), "--json"))
    assert (again["new"], again["changed"]) == (0, 0)


def test_names_and_addresses_come_back_from_googles_table(run: Run, tmp_path: Path) -> None:
    first, second, table = tmp_path / "a.json", tmp_path / "b.json", tmp_path / "g.csv"
    write_new(first, network())
    run(first, "export", "--format", "csv-google", "--out", str(table))
    answer = json.loads(run(second, "import", str(table), "--json"))
    assert (answer["new"], answer["refused"]) == (40, [])
    before, after = people(first), people(second)
    assert after.keys() == before.keys()
    for name, each in before.items():
        for field in ("emails", "phones", "org", "title", "birthday", "tags", "links", "notes"):
            got, held = getattr(after[name], field), getattr(each, field)
            assert got == held, (name, field)
