"""A session killed at any moment: what was said to be saved is saved, and nothing else changed."""

from __future__ import annotations

import random
import signal
import threading
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from forked import Tell, forked
from orders import Desk, Dial, ModelKeeper, any_order, desk_on, line, told
from sizes import times
from stock import opened_by_tinydb

from store.actions.service import Service
from store.disk import checkpoint
from store.disk.file_keeper import FileKeeper

KILLS = times(300)
KILLS_A_FILE = 100
LONGEST_LIFE = 0.03
"""Seconds from the fork, or from the moment the session has opened the file."""
MOST_ORDERS = 25
OPEN = "open"
ADD = line("add", name="Somebody")
CHECKED = 120
"""Commits of the history that are compared."""

Tidy = Callable[[Service, int], None]


def never(service: Service, number: int) -> None:
    """The journal only grows."""


def when_idle(service: Service, number: int) -> None:
    if number % 3 == 0:
        service.tidy("idle")


def when_large(service: Service, number: int) -> None:
    service.tidy("large")


class Model:
    """What the file has to hold after each order."""

    def __init__(self) -> None:
        self.keeper = ModelKeeper()
        self._desk = Desk(self.keeper, Dial())
        self.next = 0

    def run(self) -> tuple[bool, str]:
        """The next order; its answer."""
        ((_, done, answer),) = self._desk.run(range(self.next, self.next + 1), any_order)
        self.next += 1
        return done, answer

    def holds(self, keeper: FileKeeper) -> bool:
        """Whether a file that was opened holds the same, records and history alike."""
        mine, its = self.keeper.history()[-CHECKED:], keeper.history()[-CHECKED:]
        return (
            keeper.snapshot.revision == self.keeper.snapshot.revision
            and keeper.snapshot == self.keeper.snapshot
            and [told(entry) for entry in its] == [told(entry) for entry in mine]
        )


def work(path: Path, first: int, tidy: Tidy, beside: bool, closes: bool, tell: Tell) -> None:
    """Open, tell each answer, and go on until somebody ends it."""
    desk = desk_on(path)
    tell(OPEN)
    if beside:
        threading.Thread(target=partial(_tidy_on, desk.service), daemon=True).start()
    count = 4 if closes else MOST_ORDERS
    for number, done, answer in desk.run(range(first, first + count), any_order):
        tell(f"{int(done)} {answer}")
        tidy(desk.service, number)
    if closes:
        desk.service.close()
    else:
        signal.pause()


def _tidy_on(service: Service) -> None:
    while True:
        service.tidy("idle")


def kill_and_look(path: Path, model: Model, tidy: Tidy, beside: bool, chance: random.Random) -> int:
    """One life of a session; how many of its changes were acknowledged."""
    closes = chance.random() < 0.1
    model.keeper.session = f"life {model.next}"
    with forked(partial(work, path, model.next, tidy, beside, closes)) as child:
        opened = chance.random() < 0.6
        if opened:
            child.until(OPEN)
        time.sleep(chance.random() * LONGEST_LIFE)
        child.signal(signal.SIGKILL)
        answers = [line for line in child.rest() if line != OPEN]
        assert child.wait() in (-signal.SIGKILL, 0)
    if path.exists():
        opened_by_tinydb(path)
    for answer in answers:
        done, wanted = model.run()
        assert answer == f"{int(done)} {wanted}"
    keeper = FileKeeper(path)
    if not model.holds(keeper):
        # One more may have become durable without a word of it.
        model.run()
        assert model.holds(keeper)
    return len(answers)


@pytest.mark.parametrize(
    ("tidy", "beside"),
    [(never, False), (when_idle, False), (when_large, False), (never, True)],
    ids=["no-checkpoint", "idle-every-third", "large-every-time", "in-another-thread"],
)
def test_a_kill_loses_nothing_acknowledged(
    tidy: Tidy, beside: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Guards that a change is acknowledged only once it is in the journal (journal order), that a
    torn tail is cut before the next line, that history, data file and journal are replaced in the
    one order in which every moment between is good (rename, truncate last), and the chain."""
    if tidy is when_large:
        monkeypatch.setattr(checkpoint, "JOURNAL_BYTES", 1000)
        monkeypatch.setattr(checkpoint, "FILE_SHARE", 1 << 40)
    chance = random.Random(20261125)
    acknowledged = 0
    for begin in range(0, KILLS, KILLS_A_FILE):
        path = tmp_path / f"data-{begin}" / "arrosoir.json"
        model = Model()
        for _ in range(min(KILLS_A_FILE, KILLS - begin)):
            acknowledged += kill_and_look(path, model, tidy, beside, chance)
        # A change, so that there is a checkpoint, which clears what the killed ones have left.
        last = desk_on(path)
        assert [done for _, done, _ in last.run(range(10**6, 10**6 + 1), lambda _: ADD)] == [True]
        last.service.tidy("idle")
        assert {row["name"] for row in opened_by_tinydb(path)["people"]} == {
            person.name for person in last.service.snapshot.people.values()
        }
        assert len(FileKeeper(path).snapshot.people) == len(model.keeper.snapshot.people) + 1
        assert not list(path.parent.rglob("*.tmp"))
    print(f"{KILLS} kills, {acknowledged} acknowledged")
    assert acknowledged > KILLS


def test_a_kill_in_the_very_first_commit(tmp_path: Path) -> None:
    """Guards the making of a file: it is whole, or the data are new still (rename of the first
    file before the first line of its journal)."""
    chance = random.Random(1)
    seen = set()
    for number in range(times(120)):
        path = tmp_path / f"{number}" / "arrosoir.json"
        with forked(partial(work, path, 0, never, False, False)) as child:
            child.until(OPEN)
            # From 0.2 to 80 ms, as many below as above 4: machines are not equally fast.
            time.sleep(0.0002 * 400 ** chance.random())
            child.signal(signal.SIGKILL)
            answers = child.rest()
        if path.exists():
            opened_by_tinydb(path)
        model = Model()
        for answer in answers:
            assert answer == "{:d} {}".format(*model.run())
        keeper = FileKeeper(path)
        if not model.holds(keeper):
            model.run()
            assert model.holds(keeper)
        seen.add((path.exists(), bool(answers)))
        FileKeeper(path).close()
    assert len(seen) > 1, "all kills fell into the same stretch"


def test_what_a_killed_session_leaves_half_written_is_removed(tmp_path: Path) -> None:
    """Guards the clearing of temporaries: those of the dead go, those of the living stay."""
    path = tmp_path / "arrosoir.json"
    desk = desk_on(path)
    list(desk.run(range(4), any_order))

    def stay(tell: Tell) -> None:
        tell(OPEN)
        signal.pause()

    with forked(stay) as child:
        child.until(OPEN)
        left = path.with_name(f".{path.name}.{child.pid}.abc123.tmp")
        left.write_bytes(b"half")
        desk.service.tidy("idle")
        assert left.exists()
        child.signal(signal.SIGKILL)
        child.wait()
        list(desk.run(range(900, 901), lambda _: ADD))
        desk.service.tidy("idle")
        assert not left.exists()
