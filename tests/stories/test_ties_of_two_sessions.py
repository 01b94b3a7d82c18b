"""What another session has changed moves the ties of this one by what it changed alone."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from shutil import copy

import pytest
from sessions import SETTINGS, data_file, session_on
from stage import TODAY, network
from tinydb import TinyDB, where

from store.actions.log import Log
from store.actions.trait import SetTrait
from store.records.snapshot import Snapshot
from store.views.heat import heat_rows, heat_summary
from store.views.ties import Ties
from store.views.today import today_view


def looks_alike(ties: Ties, snapshot: Snapshot) -> bool:
    fresh = Ties.of(snapshot, TODAY, SETTINGS)
    return (
        today_view(snapshot, ties) == today_view(snapshot, fresh)
        and heat_rows(snapshot, ties) == heat_rows(snapshot, fresh)
        and heat_summary(snapshot, ties) == heat_summary(snapshot, fresh)
    )


@pytest.fixture
def looks(monkeypatch: pytest.MonkeyPatch) -> list[date]:
    """The days on which everybody was looked at anew."""
    seen: list[date] = []
    whole = Ties.of

    def of(snapshot: Snapshot, today: date, settings: object) -> Ties:
        seen.append(today)
        return whole(snapshot, today, settings)  # type: ignore[arg-type]

    monkeypatch.setattr(Ties, "of", staticmethod(of))
    return seen


def test_a_talk_logged_elsewhere_is_followed(tmp_path: Path, looks: list[date]) -> None:
    path = data_file(tmp_path, network())
    here, there = session_on(path), session_on(path)
    here.ties()
    looks.clear()
    there.perform("log", Log(people=("B",), kind="call"))
    there.perform("trait", SetTrait(person="H", what="city", value="Lyon"))
    looks.clear()
    here.refresh()
    ties = here.ties()
    assert looks == []
    assert ties["B"].silent_days == 0  # type: ignore[index]
    assert looks_alike(ties, here.snapshot)


def test_a_forgotten_person_is_gone_from_the_ties(tmp_path: Path, looks: list[date]) -> None:
    path = data_file(tmp_path, network())
    here, there = session_on(path), session_on(path)
    here.ties()
    there.perform("log", Log(people=("B",), kind="call"))
    there.forget("B", key="0" * 64)
    looks.clear()
    here.refresh()
    ties = here.ties()
    assert looks == [TODAY]
    assert "B" not in ties
    assert looks_alike(ties, here.snapshot)


def test_an_act_of_ones_own_after_anothers_is_followed_too(
    tmp_path: Path, looks: list[date]
) -> None:
    path = data_file(tmp_path, network())
    here, there = session_on(path), session_on(path)
    here.ties()
    there.perform("log", Log(people=("B",), kind="call"))
    looks.clear()
    here.perform("log", Log(people=("H",), kind="video"))
    ties = here.ties()
    assert looks == []
    assert (ties["B"].silent_days, ties["H"].silent_days) == (0, 0)  # type: ignore[index]
    assert looks_alike(ties, here.snapshot)


def edit_outside(path: Path) -> None:
    """Another program changes a card."""
    with TinyDB(path) as database:
        database.table("people").update({"layer": 5, "cadence_days": 3}, where("id") == "H")


def put_another_in_its_place(path: Path, folder: Path) -> None:
    """A copy that went another way takes the place of the file."""
    folder.mkdir()
    other = data_file(folder, network())
    session = session_on(other)
    for _ in range(3):
        session.perform("log", Log(people=("H",), kind="call"))
    session.close()
    for each in path.parent.glob(f"{path.name}*"):
        if each.is_file() and each.suffix != ".lock":
            each.unlink()
    for each in folder.glob(f"{path.name}*"):
        if each.is_file() and each.suffix != ".lock":
            copy(each, path.parent / each.name)


@pytest.mark.parametrize("case", ["outside", "outside, then a session", "replaced"])
def test_what_no_commit_tells_is_looked_at_anew(tmp_path: Path, case: str) -> None:
    (home := tmp_path / "here").mkdir()
    path = data_file(home, network())
    here = session_on(path)
    here.perform("log", Log(people=("B",), kind="call"))
    here.tidy("exit")
    here.ties()
    if case == "replaced":
        put_another_in_its_place(path, tmp_path / "other")
    else:
        edit_outside(path)
        if case != "outside":
            there = session_on(path)
            there.perform("log", Log(people=("T",), kind="call"))
            there.close()
    here.refresh()
    assert looks_alike(here.ties(), here.snapshot)
    here.perform("log", Log(people=("I",), kind="call"))
    assert looks_alike(here.ties(), here.snapshot)
