"""A session killed while a timer runs loses not a second of it; others see it and stop it."""

from __future__ import annotations

import os
import signal
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from forked import Tell, forked

from store.actions.add import Add
from store.actions.registry import ACTIONS
from store.actions.service import Service
from store.actions.timer_start import TimerStart
from store.actions.timer_stop import TimerStop
from store.clock import fresh_id
from store.config.settings import Settings
from store.disk.file_keeper import FileKeeper
from store.views.timer import running
from store.words.message import Refusal

START = datetime(2026, 11, 20, 10, 14, 7, 250_000, tzinfo=UTC)


def session(path: Path, now: datetime = START) -> Service:
    """A session on a data file at a moment."""
    return Service(FileKeeper(path), ACTIONS, lambda: now, fresh_id, Settings())


def starts_and_waits(path: Path, tell: Tell) -> None:
    """Start a timer, say so, and never end."""
    service = session(path)
    service.perform("add", Add(name="Björn Ek"))
    service.perform("timer-start", TimerStart(person="Björn Ek", note="the lab"))
    tell("runs")
    signal.pause()


def test_a_kill_in_the_middle_of_a_timer_loses_nothing(tmp_path: Path) -> None:
    path = tmp_path / "network.json"
    with forked(lambda tell: starts_and_waits(path, tell)) as child:
        child.until("runs")
        os.kill(child.pid, signal.SIGKILL)
    later = session(path, START + timedelta(minutes=12, seconds=41))
    timer = running(later.snapshot)
    assert timer is not None
    assert timer.started == START
    assert timer.seconds(later.now()) == 12 * 60 + 41
    assert (timer.name, timer.note) == ("Björn Ek", "the lab")
    later.perform("timer-stop", TimerStop())
    (talk,) = later.snapshot.interactions.values()
    assert (talk.minutes, talk.note) == (13, "the lab")


def test_two_sessions_share_one_timer(tmp_path: Path) -> None:
    path = tmp_path / "network.json"
    one, other = session(path), session(path, START + timedelta(minutes=5))
    one.perform("timer-start", TimerStart(kind="preparing"))
    with pytest.raises(Refusal) as caught:
        other.perform("timer-start", TimerStart(kind="call"))
    assert caught.value.code == "timer_runs"
    other.perform("timer-stop", TimerStop())
    with pytest.raises(Refusal) as caught:
        one.perform("timer-stop", TimerStop())
    assert caught.value.code == "no_timer"
    (entry,) = one.snapshot.time_entries.values()
    assert entry.minutes == 5
