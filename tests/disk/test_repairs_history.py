"""A history that is damaged, or leads nowhere: what undo can use is kept, the rest set aside."""

from __future__ import annotations

from pathlib import Path

import pytest
from damaging import STAMP, clock, commit, edited, opened, person, proposed, repaired, reread

from store.actions.registry import ACTIONS
from store.actions.service import Service
from store.clock import fresh_id
from store.config.settings import Settings
from store.disk.file_keeper import FileKeeper
from store.disk.findings.contents import contents, undo_steps
from store.disk.findings.finding import Finding
from store.disk.repairs.proposed import proposals
from store.records.change import make
from store.words.message import Refusal


@pytest.fixture
def path(tmp_path: Path) -> Path:
    folder = tmp_path / "data"
    folder.mkdir(mode=0o700)
    return folder / "arrosoir.json"


@pytest.fixture
def history(path: Path) -> Path:
    """A history of five changes, all in the file, and a sixth in the journal."""
    keeper = opened(path)
    for name in ("Ada", "Bo", "Cleo", "Dan", "Eve"):
        commit(keeper, make(person(name)))
        keeper.tidy("idle")
    commit(keeper, make(person("Finn")))
    keeper._journal.close()
    return path.with_name("arrosoir.json.history")


def spoiled(history: Path, name: str) -> bytes:
    data = history.read_bytes()
    damaged = data.replace(name.encode(), name.upper().encode())
    assert damaged != data
    history.write_bytes(damaged)
    return damaged


def told(path: Path) -> Finding:
    (found,) = (each for each in contents(path, clock) if each.check == "history")
    return found


def undone(path: Path) -> int:
    """How often undo takes something back, over a session that writes elsewhere."""
    service = Service(FileKeeper(path), ACTIONS, clock, fresh_id, Settings())
    steps = 0
    while True:
        try:
            service.undo()
        except Refusal:
            return steps
        steps += 1


def test_doctor_tells_the_line_and_how_many_steps_are_left(path: Path, history: Path) -> None:
    assert told(path).ok
    assert told(path).message.values["n"] == 6
    spoiled(history, "Bo")
    finding = told(path)
    assert not finding.ok
    wrong = finding.message.values["wrong"]
    assert getattr(wrong, "values", {}) == {"path": str(history), "line": 2}
    assert finding.message.values["n"] == 4
    assert undone(path) == 4


def test_the_lines_after_the_damage_are_kept_and_the_rest_set_aside(
    path: Path, history: Path
) -> None:
    before = path.read_bytes()
    damaged = spoiled(history, "Bo")
    repair = proposed(path)["history"]
    assert repair.would.id == "repair.history.would"
    assert repair.lost.values == {"n": 2}
    assert repaired(path) == ["history"]
    assert path.with_name(f"arrosoir.json.history.kept-{STAMP}").read_bytes() == damaged
    assert history.read_bytes() == b"".join(damaged.splitlines(keepends=True)[2:])
    assert path.read_bytes() == before
    assert told(path).ok
    assert proposals(path, clock) == ()
    assert undone(path) == 4


@pytest.mark.parametrize("cut", [True, False])
def test_where_the_last_line_is_damaged_undo_can_use_none(
    path: Path, history: Path, cut: bool
) -> None:
    if cut:
        history.write_bytes(history.read_bytes()[:-20])
    else:
        spoiled(history, "Eve")
    finding = told(path)
    assert not finding.ok
    assert getattr(finding.message.values["wrong"], "values", {})["line"] == 5
    # The one in the journal.
    assert finding.message.values["n"] == 1
    repair = proposed(path)["history"]
    assert repair.would.id == "repair.history.aside"
    assert repair.lost.values == {"n": 5}
    repair.apply()
    assert told(path).ok
    assert set(reread(path).people) == set("ABCDEF")
    assert undone(path) == 1


def test_a_history_of_other_data_is_set_aside(path: Path, history: Path) -> None:
    edited(path, lambda document: document["_meta"]["1"].update(tip="00000000"))
    path.with_name("arrosoir.json.journal").write_bytes(b"")
    assert not told(path).ok
    assert proposed(path)["history"].wrong.id == "repair.wrong.history_astray"
    repaired(path)
    assert history.read_bytes() == b""
    assert told(path).ok


def test_lines_beyond_the_file_are_in_order_and_stay(path: Path, history: Path) -> None:
    # A checkpoint was ended after it had extended the history, before it wrote the file.
    journal = path.with_name("arrosoir.json.journal").read_bytes()
    history.write_bytes(history.read_bytes() + journal)
    assert told(path).ok
    assert proposals(path, clock) == ()
    spoiled(history, "Bo")
    repaired(path)
    assert history.read_bytes().endswith(journal)


def test_steps_are_counted_as_undo_takes_them(path: Path, history: Path) -> None:
    service = Service(FileKeeper(path), ACTIONS, clock, fresh_id, Settings())
    for turn in (service.undo, service.undo, service.redo, service.undo):
        turn()
    entries = service.history()
    assert undo_steps(entries) == 4
    # Of what was taken back the beginning has been cut off: it counts for nothing.
    assert undo_steps(entries[-4:]) == 0
    assert undone(path) == 4


def test_a_history_that_a_first_checkpoint_left_is_in_order(path: Path) -> None:
    keeper = opened(path)
    commit(keeper, make(person("Ada")))
    keeper._journal.close()
    journal = path.with_name("arrosoir.json.journal").read_bytes()
    path.with_name("arrosoir.json.history").write_bytes(journal)
    assert "history" not in proposed(path)


def test_a_file_that_an_editor_took_back_needs_no_repair_where_the_history_goes_on(
    path: Path, history: Path
) -> None:
    whole = reread(path)
    first = history.read_bytes().splitlines()[2][:8].decode()

    def as_it_was(document: dict[str, dict[str, dict[str, object]]]) -> None:
        document["people"] = {key: document["people"][key] for key in ("1", "2", "3")}
        document["_meta"]["1"] |= {"seq": 3, "tip": first}

    edited(path, as_it_was)
    assert reread(path).people == whole.people
    assert proposals(path, clock) == ()
    assert told(path).ok
