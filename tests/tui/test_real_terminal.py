from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from real_terminal import RealTerminal

from store.disk.new_file import write_new
from store.records.follow_up import FollowUp
from store.records.ids import PersonId
from store.records.person import Person
from store.records.snapshot import snapshot_of

ENDS_WITHIN = 2.0
DAY = date(2026, 11, 20)


@pytest.fixture
def demo(tmp_path: Path) -> Iterator[RealTerminal]:
    begun = RealTerminal(tmp_path, "--demo", "--lang", "en")
    begun.wait_for("? help")
    yield begun
    begun.close()


def test_q_leaves_with_nothing_left_behind(demo: RealTerminal, tmp_path: Path) -> None:
    assert any("demo" in line for line in demo.screen.display[:1])
    demo.type("q")
    assert demo.ends_within(ENDS_WITHIN) == 0
    assert b"\x1b[?1049h" in demo.sent
    assert demo.modes_left_on() == []
    assert demo.settings_changed() == []
    assert not list((tmp_path / "DATA").rglob("*.json"))


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_told_to_end_it_does_and_the_terminal_is_as_it_was(
    demo: RealTerminal, number: signal.Signals
) -> None:
    demo.type("j")
    os.kill(demo.pid, number)
    assert demo.ends_within(ENDS_WITHIN) == 128 + number
    assert demo.modes_left_on() == []
    assert demo.settings_changed() == []
    assert b"Traceback" not in demo.sent


def test_what_is_typed_when_quitting_is_there_at_the_next_start(tmp_path: Path) -> None:
    path = tmp_path / "network.json"
    ada = Person(id="A", name="Ada Lovelace", layer=15)
    promise = FollowUp(id="P", person=PersonId("A"), on=DAY, why="the engine")
    write_new(path, snapshot_of({"people": {"A": ada}, "follow_ups": {"P": promise}}))
    options = ("--data", str(path), "--today", DAY.isoformat(), "--lang", "en")
    first = RealTerminal(tmp_path, *options)
    try:
        first.wait_for("Ada Lovelace")
        first.type("n")
        first.wait_for("Note on Ada Lovelace:")
        first.type("half a thought")
        first.wait_for("half a thought")
        first.type("\x11")
        assert first.ends_within(ENDS_WITHIN) == 0
        assert first.modes_left_on() == []
        assert first.settings_changed() == []
    finally:
        first.close()
    again = RealTerminal(tmp_path, *options)
    try:
        again.wait_for("Ada Lovelace")
        again.type("n")
        again.wait_for("Note on Ada Lovelace: half a thought")
        again.type("\r")
        again.wait_for("noted")
        again.type("q")
        assert again.ends_within(ENDS_WITHIN) == 0
    finally:
        again.close()
    assert "half a thought" in path.read_text(encoding="utf-8")
