from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from sessions import app_on, data_file, session_on
from stage import TODAY, line_with, network, settle, shows, type_in
from tinydb import TinyDB

from store.records.ids import PersonId
from store.records.kinds import Language

ROOT = Path(__file__).parents[2]
SIZES = [(80, 24), (100, 30)]


def today_of_another_process(path: Path) -> set[str]:
    """The rows that the command line tells, in a process of its own."""
    command = [sys.executable, "-c", "from tui.entry import main; main()"]
    options = ["--data", str(path), "--today", TODAY.isoformat(), "today", "--json"]
    home = path.parent / "home"
    environment = os.environ | {"HOME": str(home), "XDG_CONFIG_HOME": str(home / "config")}
    done = subprocess.run(
        [*command, *options], cwd=ROOT, env=environment, capture_output=True, check=True
    )
    return {row["id"] for row in json.loads(done.stdout)}


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("language", ["en", "fr"])
async def test_a_morning_outlives_quitting(
    tmp_path: Path, size: tuple[int, int], language: Language
) -> None:
    path = data_file(tmp_path, network())
    app = app_on(path, language)
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        for told in ("message 2 Lyon", "call 5 Hiring"):
            await pilot.press("g", "c")
            await type_in(pilot, told)
            await pilot.press("enter")
            await settle(pilot)
        await pilot.press("g", "j", "s", "apostrophe")
        await settle(pilot)
        assert not line_with(app, "◆ Tomás")
        assert "Ibrahim" in line_with(app, "▶")
        await pilot.press("x")
        await settle(pilot)
        assert not line_with(app, "▲ Ibrahim")
        await pilot.press("n")
        await type_in(pilot, "mistake")
        await pilot.press("enter")
        await settle(pilot)
        await pilot.press("u")
        await settle(pilot)
        before = app.service.snapshot
        await pilot.press("q")
        await pilot.pause()
    assert app.return_code == 0
    app.service.close()
    with TinyDB(path) as database:
        talks = [row for row in database.table("interactions") if row["on"] == TODAY.isoformat()]
        assert sorted(row["minutes"] for row in talks) == [2, 5]
        assert {row["name"] for row in database.table("people")} >= {"Tomás Herrera"}
        assert not any("mistake" in str(row) for row in database.table("people"))
    again = app_on(path, language)
    async with again.run_test(size=size) as pilot:
        await settle(pilot)
        assert again.service.snapshot == before
        assert not line_with(again, "◆ Tomás")
        assert not line_with(again, "▲ Ibrahim")
        assert shows(again, "Hiring")
        await pilot.press("u")
        await settle(pilot)
        assert line_with(again, "▲ Ibrahim")
        await pilot.press("u")
        await settle(pilot)
        assert line_with(again, "◆ Tomás")
        await pilot.press("U", "U")
        await settle(pilot)
        assert not line_with(again, "▲ Ibrahim")
    assert session_on(path).snapshot == before
    talks_now = session_on(path).snapshot.interactions_of(PersonId("A"))
    assert [talk.note for talk in talks_now[-2:]] == ["Lyon", "Hiring"]


async def test_a_second_process_tells_the_same(tmp_path: Path) -> None:
    path = data_file(tmp_path, network())
    app = app_on(path)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("d")
        await settle(pilot)
        await pilot.press("x")
        await settle(pilot)
        rows = today_of_another_process(path)
        assert "P1" not in rows
        assert "P2" not in rows
        await pilot.press("u")
        await settle(pilot)
        assert "P2" in today_of_another_process(path)
        assert "P1" not in today_of_another_process(path)
