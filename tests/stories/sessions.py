"""Sessions over one data file, as two terminals or two mornings have them; for stories."""

from __future__ import annotations

import asyncio
from datetime import date
from pathlib import Path

import pytest
from stage import TODAY

from store.actions.registry import ACTIONS
from store.actions.service import Service
from store.clock import Clock, clock_on, fresh_id
from store.config.settings import Settings
from store.disk.file_keeper import FileKeeper
from store.disk.new_file import write_new
from store.records.kinds import Language
from store.records.snapshot import Snapshot
from store.words.words import Words
from tui.app import ArrosoirApp
from tui.backups import Backups
from tui.past_exports import PastExports

SETTINGS = Settings(glyphs="blocks")


def data_file(folder: Path, snapshot: Snapshot) -> Path:
    """A data file that holds a network."""
    path = folder / "network.json"
    write_new(path, snapshot)
    return path


def session_on(
    path: Path,
    day: date = TODAY,
    keeper: FileKeeper | None = None,
    clock: Clock | None = None,
) -> Service:
    """A session of its own on a file."""
    clock = clock or clock_on(day)
    return Service(keeper or FileKeeper(path), ACTIONS, clock, fresh_id, SETTINGS)


def app_on(
    path: Path,
    language: Language = "en",
    state: Path | None = None,
    clock: Clock | None = None,
) -> ArrosoirApp:
    """The program on a file."""
    keeper = FileKeeper(path, clock=clock or clock_on(TODAY))
    service = session_on(path, keeper=keeper, clock=clock)
    return ArrosoirApp(
        service,
        Words(language),
        SETTINGS,
        state=state,
        backups=Backups(keeper),
        exports=PastExports(keeper.path),
    )


def let_pass(seconds: float, monkeypatch: pytest.MonkeyPatch) -> None:
    """Time passes for the loop, and with it for every timer, without anybody waiting."""
    loop = asyncio.get_running_loop()
    before = loop.time
    monkeypatch.setattr(loop, "time", lambda: before() + seconds)
