"""`history`: the last changes, for programs and for people."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from store.actions.action import Outcome
from store.actions.registry import ACTIONS
from store.actions.service import Service
from store.clock import clock_on, fresh_id
from store.config.settings import Settings
from store.disk.file_keeper import FileKeeper
from store.records.change import ChangeSet, alter
from store.records.ids import PersonId
from store.words.message import Message
from tui.cli.main import CommandLine

TODAY = date(2026, 11, 20)

Run = Callable[..., str]


@pytest.fixture
def run(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """A command over one file; what it prints."""

    def call(*words: str, lang: str = "en") -> str:
        path = str(tmp_path / "a.json")
        CommandLine(["--data", path, "--today", "2026-11-20", "--lang", lang, *words]).run()
        return capsys.readouterr().out

    return call


def session_on(path: Path) -> Service:
    """A session that stays open, as a screen does."""
    return Service(FileKeeper(path), ACTIONS, clock_on(TODAY), fresh_id, Settings())


def rows(run: Run, *words: str) -> list[dict[str, object]]:
    found: list[dict[str, object]] = json.loads(run("history", "--json", *words))
    return found


def test_every_key_is_there(run: Run) -> None:
    run("add", "Ada")
    (row,) = rows(run)
    assert set(row) == {
        *("revision", "at", "session", "action", "about", "how", "of"),
        *("replaced", "undone", "mine"),
    }
    assert (row["replaced"], row["undone"], row["mine"]) == ([], False, False)


def test_what_was_taken_back_is_told_and_done_again_it_stands(run: Run) -> None:
    run("add", "Ada")
    run("note", "Ada", "one")
    run("undo")
    assert [row["undone"] for row in rows(run)] == [False, True, False]
    run("redo")
    assert [(row["how"], row["undone"]) for row in rows(run)] == [
        ("redo", False),
        ("undo", True),
        ("do", False),
        ("do", False),
    ]


def test_fields_written_over_are_named(run: Run, tmp_path: Path) -> None:
    run("add", "Ada", "--org", "Aubier")
    one, two = session_on(tmp_path / "a.json"), session_on(tmp_path / "a.json")
    (ada,) = one.snapshot.people.values()
    for service, org in ((one, "Bourgeon"), (two, "Corolle")):
        change_set = ChangeSet((alter(ada, org=org),))
        outcome = Outcome(
            change_set=change_set, id=ada.id, about="Ada", said=Message("said.nothing")
        )
        service.commit("edit", outcome)
    assert two.snapshot.people[PersonId(ada.id)].org == "Corolle"
    assert rows(run)[0]["replaced"] == [{"table": "people", "id": ada.id, "field": "org"}]


def test_the_session_of_a_batch_knows_its_own(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    run("add", "Ada")
    lines = (
        b'{"id": 1, "action": "note", "params": {"person": "Ada", "text": "x"}}\n'
        b'{"id": 2, "action": "history", "params": {}}\n'
    )
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(lines)))
    answer = json.loads(run("batch").splitlines()[1])
    assert [row["mine"] for row in answer["result"]] == [True, False]


def test_plain_lines_are_aligned_and_say_what_no_longer_holds(run: Run) -> None:
    run("add", "Ada Lovelace")
    run("note", "Ada Lovelace", "one")
    run("undo")
    english = run("history").splitlines()
    assert english[0].startswith("today ")
    assert "undo: note  Ada Lovelace" in english[0]
    assert english[1].endswith("note        Ada Lovelace  (undone)")
    assert len({line.index("Ada Lovelace") for line in english}) == 1
    session = english[2].split()[2]
    assert session.count(":") == 1
    french = run("history", lang="fr").splitlines()
    assert french[0].startswith("aujourd'hui ")
    assert "annulation\N{NO-BREAK SPACE}: note" in french[0]
    assert french[1].endswith("(annulé)")


def test_what_another_program_changed_is_marked(run: Run, tmp_path: Path) -> None:
    run("add", "Ada", "--org", "Aubier")
    path = tmp_path / "a.json"
    open_one = session_on(path)
    path.write_text(path.read_text().replace("Aubier", "Bourgeon"))
    open_one.refresh()
    assert run("history").splitlines()[0].endswith("(outside)")
    assert run("history", lang="fr").splitlines()[0].endswith("(hors d'Arrosoir)")
    assert rows(run)[0]["session"] == "outside"


def test_a_limit_keeps_the_newest(run: Run) -> None:
    run("add", "Ada")
    run("note", "Ada", "one")
    assert [row["action"] for row in rows(run, "--limit", "1")] == ["note"]
    assert rows(run, "--limit", "0") == []
