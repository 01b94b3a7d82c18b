"""A session that stands still (Ctrl-Z, a hung disk): nobody waits for long, nothing is lost."""

from __future__ import annotations

import os
import random
import signal
import time
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path

import pytest
from forked import Child, Tell, forked, stop_oneself
from orders import Desk, desk_on, line
from sizes import times
from stock import opened_by_tinydb
from stretches import (
    BLOCK,
    DONE,
    Outcome,
    Stretch,
    begun,
    outcome_of,
    stretch,
    whole,
    work_of,
)

from store.disk import journal, keeping_order
from store.disk.durable import put_in_place
from store.disk.file_keeper import FileKeeper
from store.disk.journal import Journal
from store.disk.lock import TAKE_OVER_SECONDS
from store.disk.places import journal_path, lock_path

STOPS = times(8)
"""At random moments, before the test asks whether one of them took the lock."""


class EnoughError(Exception):
    """The test has seen enough."""


LONGEST_WAIT = 2.5
"""Seconds that a commit may wait for one that was stopped: one second, and room to breathe."""


def test_a_session_stopped_at_any_moment_blocks_nobody(tmp_path: Path) -> None:
    """Guards the taking over of a stopped holder's lock, the new inode of the journal, and the
    look at the lock before an answer: the stopped session loses nothing and nobody loses by it."""
    path = tmp_path / "arrosoir.json"
    begun(path).service.close()
    # Far more than can be done meanwhile: they are ended by the file that says so.
    enough = tmp_path / "enough"
    tasks = [Stretch(who, 100_000) for who in range(3)]

    def until_enough(desk: Desk, number: int) -> None:
        # Without a pause the others' answers fill their pipes.
        time.sleep(0.001)
        if enough.exists():
            raise EnoughError

    with ExitStack() as stack:
        children = [
            stack.enter_context(forked(_ending(path, task, until_enough))) for task in tasks
        ]
        for child in children:
            child.until("ready")
        stops, taken_over = _stopped_until_taken_over(path, children)
        enough.touch()
        ends = [_ended(child) for child in children]
    assert taken_over, f"never stopped while it held the lock, in {stops} stops"
    people = {person.name: person for person in FileKeeper(path).snapshot.people.values()}
    for task, (outcome, done) in zip(tasks, ends, strict=True):
        assert not outcome.refused
        task.check(people, done)
        assert done
    assert max(outcome.longest for outcome, _ in ends[1:]) < LONGEST_WAIT
    assert FileKeeper(path).snapshot.revision == 1 + sum(done for _, done in ends)
    print(
        f"{stops} stops, {[done for _, done in ends]} changes, longest {ends[1][0].longest:.2f} s"
    )


def _ending(
    path: Path, task: Stretch, between: Callable[[Desk, int], None]
) -> Callable[[Tell], None]:
    """A session that goes on until the test has seen enough."""

    def work(tell: Tell) -> None:
        last = -1

        def noted(desk: Desk, number: int) -> None:
            nonlocal last
            last = number
            between(desk, number)

        try:
            stretch(path, task, noted, True, tell)
        except EnoughError:
            tell(f"end {last + 1}")
            tell(DONE)

    return work


def _ended(child: Child) -> tuple[Outcome, int]:
    lines = child.done()
    end = next(each for each in lines if each.startswith("end "))
    return Outcome([each for each in lines if each != end]), int(end.split()[1])


def _stopped_until_taken_over(path: Path, children: list[Child]) -> tuple[int, bool]:
    """Stop the first session again and again, and at least until its lock was taken from it."""
    chance = random.Random(7)
    first = lock_path(path).stat().st_ino
    for stops in range(1, 4 * STOPS + 1):
        time.sleep(chance.random() * 0.05)
        children[0].signal(signal.SIGSTOP)
        children[0].stopped()
        now = lock_path(path).stat().st_ino
        deadline = time.monotonic() + TAKE_OVER_SECONDS + 0.4
        held = _is_held(path)
        while held and time.monotonic() < deadline and lock_path(path).stat().st_ino == now:
            _hear(children)
        children[0].signal(signal.SIGCONT)
        # Everybody has got on, so that nobody waits through two stops.
        for child in (*children, *children):
            child.says_more()
        if stops >= STOPS and lock_path(path).stat().st_ino != first:
            break
    return stops, lock_path(path).stat().st_ino != first


def _is_held(path: Path) -> bool:
    """Whether a stopped session may hold the lock: nobody else commits any more."""
    lines = journal_path(path)
    before = lines.stat().st_size
    deadline = time.monotonic() + 0.15
    while time.monotonic() < deadline:
        if lines.stat().st_size != before:
            return False
        time.sleep(0.005)
    return True


def _hear(children: list[Child]) -> None:
    for child in children:
        child.said()
    time.sleep(0.01)


POINTS = ("before the line", "before it lasts", "after it lasts")


@pytest.mark.parametrize("closes", [True, False], ids=["into the file", "in the journal"])
@pytest.mark.parametrize("point", POINTS)
def test_a_session_stopped_in_its_commit(
    point: str, closes: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Guards the same at each step of a commit: the others go on within a second and a bit, the
    stopped session says "saved" of nothing that is not, and its change is there once, whether the
    others' changes stand in the journal still or in the file."""
    path = tmp_path / "arrosoir.json"
    begun(path).service.close()
    task, other = Stretch(0, 40), Stretch(1, 60)

    def stops(tell: Tell) -> None:
        _stop_at(point, tell)
        work_of(path, task)(tell)

    with forked(stops) as stopped:
        stopped.until("stopping")
        stopped.stopped()
        inode = lock_path(path).stat().st_ino
        with forked(work_of(path, other, closes=closes)) as child:
            outcome = outcome_of(child)
        assert not outcome.refused
        assert TAKE_OVER_SECONDS < outcome.longest < LONGEST_WAIT
        assert lock_path(path).stat().st_ino != inode
        stopped.signal(signal.SIGCONT)
        assert not outcome_of(stopped).refused
    whole(path, [task, other])


def _stop_at(point: str, tell: Tell) -> None:
    """Stand still once, in the eleventh commit of this process."""
    left = 11
    append: Callable[..., None] = Journal.append

    def stop() -> None:
        tell("stopping")
        stop_oneself()

    def slow(self: Journal, *given: object, **named: object) -> None:
        nonlocal left
        left -= 1
        if left == 0 and point == POINTS[0]:
            stop()
        append(self, *given, **named)
        if left == 0 and point == POINTS[2]:
            stop()

    def sync(descriptor: int) -> None:
        if left == 0 and point == POINTS[1]:
            stop()
        os.fdatasync(descriptor)

    # For good: this process ends with the session.
    patch = pytest.MonkeyPatch()
    patch.setattr(Journal, "append", slow)
    patch.setattr(journal, "sync_data", sync)


@pytest.mark.parametrize("held", ["writing the file", "with both locks"])
def test_a_session_stopped_in_its_checkpoint_blocks_no_commit(held: str, tmp_path: Path) -> None:
    """Guards that the lock is not held while the file is written, that a checkpoint's lock is
    waited for by nobody who commits, and that what was committed meanwhile outlives it."""
    path = tmp_path / "arrosoir.json"
    begun(path).service.close()
    task, other = Stretch(0, 100), Stretch(1, 100)

    def stops(tell: Tell) -> None:
        left = 1

        def stop() -> None:
            nonlocal left
            left -= 1
            if left == 0:
                tell("stopping")
                stop_oneself()

        patch = pytest.MonkeyPatch()
        if held == "writing the file":
            patch.setattr(FileKeeper, "_give_way", lambda self: stop())
        else:

            def slow(temporary: Path, target: Path) -> None:
                stop()
                put_in_place(temporary, target)

            patch.setattr(keeping_order, "put_in_place", slow)
        work_of(path, task, lambda desk, number: _tidy_at(desk, number, 30))(tell)

    with forked(stops) as stopped:
        stopped.until("stopping")
        stopped.stopped()
        with forked(work_of(path, other, lambda desk, number: _tidy_at(desk, number, 20))) as child:
            outcome = outcome_of(child)
        assert not outcome.refused
        assert outcome.longest < (0.5 if held == "writing the file" else LONGEST_WAIT)
        before = FileKeeper(path).snapshot
        stopped.signal(signal.SIGCONT)
        assert not outcome_of(stopped).refused
    keeper = whole(path, [task, other])
    assert before.people.keys() <= keeper.snapshot.people.keys()
    keeper.tidy("idle")
    assert len(opened_by_tinydb(path)["people"]) == len(keeper.snapshot.people)


def _tidy_at(desk: Desk, number: int, place: int) -> None:
    if number == place:
        desk.service.tidy("idle")


def test_a_session_stopped_for_good_in_its_commit_costs_one_wait(tmp_path: Path) -> None:
    """Guards that the lock is taken over once: a killed one lets go, a hung one is passed by."""
    path = tmp_path / "arrosoir.json"
    begun(path).service.close()

    def stops(tell: Tell) -> None:
        _stop_at(POINTS[1], tell)
        work_of(path, Stretch(0, 40))(tell)

    with forked(stops) as stopped:
        stopped.until("stopping")
        stopped.stopped()
        waits = []
        desk = desk_on(path)
        for number in range(3):
            began = time.monotonic()
            ((_, done, _),) = desk.run(range(BLOCK * 9 + number, BLOCK * 9 + number + 1), _add)
            assert done
            waits.append(time.monotonic() - began)
        assert TAKE_OVER_SECONDS < waits[0] < LONGEST_WAIT
        assert max(waits[1:]) < 0.5
    # It has never gone on: what it had acknowledged is there, its last line may be.
    assert FileKeeper(path).snapshot.revision == desk.service.snapshot.revision


def _add(number: int) -> bytes:
    return line("add", name=f"Late {number}")
