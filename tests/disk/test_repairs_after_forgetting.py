"""After somebody was forgotten older backups are not named by the history: how far they reach."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from damaging import MOMENT, commit, edited, person, proposed, reread, without_backups

from store.actions.registry import ACTIONS
from store.actions.service import Service
from store.clock import fresh_id
from store.config.settings import Settings
from store.disk.file_keeper import FileKeeper
from store.records.change import alter, make
from store.records.ids import PersonId
from store.records.kinds import LANGUAGES, Language
from store.records.snapshot import Snapshot
from store.words.message import Message
from store.words.words import Words

KEY = "00" * 32


@pytest.fixture
def path(tmp_path: Path) -> Path:
    folder = tmp_path / "data"
    folder.mkdir(mode=0o700)
    return folder / "arrosoir.json"


def later(days: int) -> Callable[[], datetime]:
    return lambda: MOMENT + timedelta(days=days)


@pytest.fixture
def whole(path: Path) -> Snapshot:
    """Three people, a backup, changes of all kinds after it, and Zoe Adler forgotten."""
    keeper = FileKeeper(path, clock=later(0))
    for name in ("Ada", "Bo", "Zoe Adler"):
        commit(keeper, make(person(name)))
    kept = path.with_name("arrosoir.json.backups") / f"{keeper.backup()}.json"
    data = kept.read_bytes()
    ada, bo = (keeper.snapshot.people[PersonId(each)] for each in "AB")
    zoe = keeper.snapshot.people[PersonId("Z")]
    commit(keeper, alter(ada, org="Aubier"))
    commit(keeper, alter(zoe, org="Adler & Co"))
    commit(keeper, make(person("Cleo")), alter(bo, notes="Sings."))
    keeper.tidy("idle")
    service = Service(keeper, ACTIONS, later(2), fresh_id, Settings())
    service.forget("Z", KEY)
    snapshot = service.snapshot
    commit(keeper, make(person("Dan")))
    keeper._journal.close()
    assert b"Zoe" in data
    assert b"Zoe" not in kept.read_bytes()
    for each in kept.parent.iterdir():
        if each != kept:
            each.unlink()
    return snapshot


def backup_of(path: Path) -> Path:
    (found,) = path.with_name("arrosoir.json.backups").iterdir()
    return found


def spoil(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:60])


def test_changes_that_fit_an_older_backup_are_laid_over_it(path: Path, whole: Snapshot) -> None:
    spoil(path)
    repair = proposed(path)["backup"]
    assert repair.would.id == "repair.backup.fitted"
    assert repair.would.values["changes"] == Message("repair.changes", {"n": 4})
    assert repair.lost.id == "repair.backup.none_missing"
    repair.apply()
    again = FileKeeper(path, read_only=True)
    assert set(again.snapshot.people) == {"A", "B", "C", "D"}
    assert again.snapshot.people[PersonId("A")] == whole.people[PersonId("A")]
    assert again.snapshot.people[PersonId("B")].notes == "Sings."
    assert again.snapshot.forgotten == whole.forgotten
    assert b"Zoe" not in path.read_bytes()
    assert [entry.action for entry in again.history()].count("forget") == 1
    assert len(again.history()) == 6
    keys = json.loads(path.read_bytes())["people"]
    assert len(keys) == 4


def test_what_comes_back_that_way_can_be_undone(path: Path, whole: Snapshot) -> None:
    spoil(path)
    proposed(path)["backup"].apply()
    keeper = FileKeeper(path)
    service = Service(keeper, ACTIONS, later(3), fresh_id, Settings())
    service.undo()
    assert set(service.snapshot.people) == {"A", "B", "C"}
    service.undo()
    assert set(service.snapshot.people) == {"A", "B"}
    assert not service.snapshot.people[PersonId("B")].notes


def test_a_backup_that_holds_another_value_is_put_back_as_it_is(
    path: Path, whole: Snapshot
) -> None:
    def change(document: dict[str, dict[str, dict[str, object]]]) -> None:
        document["people"]["1"]["org"] = "Elsewhere"

    edited(backup_of(path), change)
    spoil(path)
    repair = proposed(path)["backup"]
    assert repair.would.id == "repair.backup.as_it_is"
    assert repair.lost.id == "repair.backup.missing"
    repair.apply()
    assert reread(path).people[PersonId("A")].org == "Elsewhere"
    assert set(reread(path).people) == {"A", "B"}


def test_a_line_that_is_missing_in_between_brings_nothing_forward(
    path: Path, whole: Snapshot
) -> None:
    history = path.with_name("arrosoir.json.history")
    lines = history.read_bytes().splitlines(keepends=True)
    # All up to the backup, and the first after it.
    history.write_bytes(b"".join(lines[3:]))
    spoil(path)
    assert proposed(path)["backup"].would.id == "repair.backup.as_it_is"


def until(path: Path) -> Message:
    found = proposed(path)["backup"].would.values["until"]
    assert isinstance(found, Message)
    return found


def test_how_far_a_backup_reaches_is_told_by_its_last_change(path: Path) -> None:
    keeper = FileKeeper(path, clock=later(0))
    commit(keeper, make(person("Ada")))
    keeper.backup()
    keeper.close()
    for each in path.with_name("arrosoir.json.backups").iterdir():
        # As where forgetting has written it anew.
        os.utime(each, (2_000_000_000, 2_000_000_000))
    spoil(path)
    assert proposed(path)["backup"].would.id == "repair.backup.as_it_is"
    told = until(path)
    assert told.id == "repair.until.moment"
    assert told.values == {"day": MOMENT.date(), "time": f"{MOMENT:%H:%M}"}


@pytest.mark.parametrize(
    ("name", "told"),
    [
        (
            "now-2026-11-20T101500",
            Message("repair.until.moment", {"day": date(2026, 11, 20), "time": "10:15"}),
        ),
        ("daily-2026-11-20", Message("repair.until.day", {"day": date(2026, 11, 20)})),
        ("weekly-2026-W47", Message("repair.until.week", {"day": date(2026, 11, 16)})),
        ("schema-1-of-old", Message("repair.until.unknown")),
    ],
)
def test_where_no_line_tells_of_it_its_name_does(path: Path, name: str, told: Message) -> None:
    keeper = FileKeeper(path, clock=later(0))
    commit(keeper, make(person("Ada")))
    made = keeper.backup()
    keeper.close()
    folder = path.with_name("arrosoir.json.backups")
    data = (folder / f"{made}.json").read_bytes()
    without_backups(path)
    (folder / f"{name}.json").write_bytes(data)
    path.with_name("arrosoir.json.history").unlink()
    spoil(path)
    assert until(path) == told


@pytest.mark.parametrize("lang", LANGUAGES)
def test_it_is_said_in_both_languages(path: Path, whole: Snapshot, lang: Language) -> None:
    spoil(path)
    said = Words(lang).tell(proposed(path)["backup"].would)
    assert {"en": "4 changes", "fr": "4 changements"}[lang] in said
    assert "{" not in said
