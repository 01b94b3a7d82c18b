"""Several sessions on one file: nothing is lost, nobody is refused, nobody waits for long."""

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
    nothing_between,
    outcome_of,
    stretch,
    tidies_at_times,
    whole,
    work_of,
)

from store.disk import file_keeper
from store.disk.file_keeper import FileKeeper
from store.disk.journal import Journal
from store.disk.lock import TAKE_OVER_SECONDS
from store.disk.places import lock_path

LONGEST_WAIT = 2.5
"""Seconds that a commit may wait for one that was stopped: one second, and room to breathe."""


@pytest.mark.parametrize(("sessions", "changes"), [(2, times(500)), (4, times(200))])
@pytest.mark.parametrize("between", [nothing_between, tidies_at_times], ids=["commits", "tidying"])
def test_sessions_at_once_lose_nothing(
    sessions: int, changes: int, between: Callable[[Desk, int], None], tmp_path: Path
) -> None:
    """Guards the lock, the catching up under it, merging field by field, and that a checkpoint of
    one session takes nothing from another."""
    path = tmp_path / "arrosoir.json"
    begun(path).service.close()
    tasks = [Stretch(who, changes) for who in range(sessions)]
    with ExitStack() as stack:
        children = [
            stack.enter_context(forked(work_of(path, task, between if not task.who else nothing_between)))
            for task in tasks
        ]
        outcomes = [outcome_of(child) for child in children]
    assert [outcome.refused for outcome in outcomes] == [[]] * sessions
    assert max(outcome.longest for outcome in outcomes) < LONGEST_WAIT
    whole(path, tasks).close()
    assert len(opened_by_tinydb(path)["people"]) == 1 + sessions * len(range(0, changes, 5))


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
        time.sleep(0.002)
        if enough.exists():
            raise StopIteration(number)

    with ExitStack() as stack:
        children = [stack.enter_context(forked(_ending(path, task, until_enough))) for task in tasks]
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
        assert done > 10
    assert all(outcome.longest < LONGEST_WAIT for outcome, _ in ends[1:])
    assert FileKeeper(path).snapshot.revision == 1 + sum(done for _, done in ends)
    print(f"{stops} stops, {[done for _, done in ends]} changes, longest {ends[1][0].longest:.2f} s")


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
            stretch(path, task, noted, tell)
        except (StopIteration, RuntimeError):
            tell(f"end {last + 1}")
            tell(DONE)

    return work


def _ended(child: Child) -> tuple[Outcome, int]:
    lines = child.done()
    end = next(each for each in lines if each.startswith("end "))
    return Outcome([each for each in lines if each != end]), int(end.split()[1])


def _stopped_until_taken_over(path: Path, children: list[Child]) -> tuple[int, bool]:
    """Stop the first session again and again, until its lock was taken from it."""
    chance = random.Random(7)
    first = lock_path(path).stat().st_ino
    for stops in range(1, 31):
        time.sleep(chance.random() * 0.05)
        children[0].signal(signal.SIGSTOP)
        children[0].stopped()
        deadline = time.monotonic() + TAKE_OVER_SECONDS + 0.4
        held = _is_held(path)
        while held and time.monotonic() < deadline and lock_path(path).stat().st_ino == first:
            _hear(children)
        children[0].signal(signal.SIGCONT)
        _hear(children)
        if lock_path(path).stat().st_ino != first:
            return stops, True
    return stops, False


def _is_held(path: Path) -> bool:
    """Whether a stopped session may hold the lock: nobody else commits any more."""
    journal = path.with_name(f"{path.name}.journal")
    before = journal.stat().st_size
    deadline = time.monotonic() + 0.15
    while time.monotonic() < deadline:
        if journal.stat().st_size != before:
            return False
        time.sleep(0.005)
    return True


def _hear(children: list[Child]) -> None:
    for child in children:
        child.said()
    time.sleep(0.01)


POINTS = ("before the line", "before it lasts", "after it lasts")


@pytest.mark.parametrize("point", POINTS)
def test_a_session_stopped_in_its_commit(
    point: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Guards the same at each step of a commit: the others go on within a second and a bit, the
    stopped session says "saved" of nothing that is not, and its change is there once."""
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
        with forked(work_of(path, other)) as child:
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
    append = Journal.append

    def stop() -> None:
        tell("stopping")
        stop_oneself()

    def slow(self: Journal, raw: bytes, end: int) -> None:
        nonlocal left
        left -= 1
        if left == 0 and point == POINTS[0]:
            stop()
        append(self, raw, end)
        if left == 0 and point == POINTS[2]:
            stop()

    def sync(descriptor: int) -> None:
        if left == 0 and point == POINTS[1]:
            stop()
        os.fdatasync(descriptor)

    import store.disk.journal as module

    Journal.append = slow  # type: ignore[method-assign]
    module.sync_data = sync


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

        if held == "writing the file":
            FileKeeper._give_way = lambda self: stop()  # type: ignore[method-assign]
        else:
            place = file_keeper.put_in_place

            def slow(temporary: Path, target: Path) -> None:
                stop()
                place(temporary, target)

            file_keeper.put_in_place = slow
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
    keeper.close()
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
            ((_, done, _),) = desk.run(range(BLOCK * 3 + number, BLOCK * 3 + number + 1), _add)
            assert done
            waits.append(time.monotonic() - began)
        assert TAKE_OVER_SECONDS < waits[0] < LONGEST_WAIT
        assert max(waits[1:]) < 0.5
    # It has never gone on: what it had acknowledged is there, its last line may be.
    assert FileKeeper(path).snapshot.revision == desk.service.snapshot.revision


def _add(number: int) -> bytes:
    return line("add", name=f"Late {number}")
