"""What a durable change costs at every size, beside a bare journal line with fsync in the same run.

    python tests/benchmarks/durable_change.py [PEOPLE ...]

Prints a row a size: median and 95th percentile of a commit through the keeper, of a whole batch
order, and of the bare line, interleaved; then opening with a journal of 1 MB, the checkpoint with
its time and memory, and the longest time that another thread waited while one ran.
"""

from __future__ import annotations

import gc
import json
import os
import resource
import statistics
import sys
import tempfile
import threading
import time
import zlib
from collections.abc import Callable
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path

from store.actions.commit import Note
from store.actions.demo.network import demo_snapshot
from store.actions.registry import ACTIONS
from store.actions.service import Service
from store.clock import clock_on, fresh_id
from store.config.settings import Settings
from store.disk.file_keeper import FileKeeper
from store.disk.new_file import write_new
from store.records.change import ChangeSet, make
from store.records.ids import PersonId
from store.records.interaction import Interaction
from store.words.words import Words
from tui.cli.batch import run_batch
from tui.cli.main import VERBS
from tui.cli.session import Session

DAY = date(2026, 11, 20)
NOTE = Note(at=datetime(2026, 11, 20, 9, tzinfo=UTC), action="log", about="somebody")
CHANGES = 1500
JOURNAL_BYTES = 1 << 20
MIB = 1 << 20


def milliseconds(times: list[float]) -> str:
    """Median and 95th percentile."""
    ordered = sorted(times)
    return f"{statistics.median(ordered) * 1e3:7.3f} {ordered[len(ordered) * 95 // 100] * 1e3:7.3f}"


def timed(work: Callable[[], object]) -> float:
    """Seconds that it takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def talk(number: int, person: str) -> Interaction:
    """A call with a line of note."""
    return Interaction(
        id=f"T{number:07}",
        people=(PersonId(person),),
        kind="call",
        on=DAY,
        minutes=20,
        note="Moving the team, finds hiring hard",
    )


def bare_line(descriptor: int, number: int, person: str) -> None:
    """The least that a journal can do: the same change as a line, and fsync."""
    row = {"id": f"T{number}", "people": [person], "kind": "call", "on": "2026-11-20"}
    row |= {"minutes": "20", "note": "Moving the team, finds hiring hard"}
    data = json.dumps({"seq": number, "ops": [["interactions", row["id"], None, row]]}).encode()
    os.write(descriptor, b"%08x %s\n" % (zlib.crc32(data), data))
    os.fsync(descriptor)


def changes(path: Path) -> str:
    """Commits, batch orders and bare lines, one after the other."""
    gc.disable()
    keeper = FileKeeper(path)
    service = Service(keeper, ACTIONS, clock_on(DAY), fresh_id, Settings())
    session = Session(service, Words("en"))
    gc.freeze()
    gc.enable()
    people = list(keeper.snapshot.people)
    descriptor = os.open(path.with_name("bare"), os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    ours: list[float] = []
    orders: list[float] = []
    bare: list[float] = []
    for number in range(CHANGES):
        person = people[number * 7919 % len(people)]
        change = ChangeSet((make(talk(number, person)),))
        order = {"id": 1, "action": "log", "params": {"people": [person], "minutes": 20}}
        line = json.dumps(order).encode()
        ours.append(timed(partial(keeper.commit, change, NOTE)))
        orders.append(timed(partial(_run, session, line)))
        bare.append(timed(partial(bare_line, descriptor, number, person)))
    os.close(descriptor)
    ratios = [statistics.median(each) / statistics.median(bare) for each in (ours, orders)]
    return (
        f"commit {milliseconds(ours)}  batch {milliseconds(orders)}  bare {milliseconds(bare)} ms"
        f"  ratio {ratios[0]:.2f} {ratios[1]:.2f}"
    )


def _run(session: Session, line: bytes) -> None:
    for _ in run_batch(session, VERBS, [line]):
        pass


def opening(path: Path) -> str:
    """Opening after a crash, with a journal of 1 MB, beside opening without one."""
    plain = timed(lambda: FileKeeper(path))
    keeper = FileKeeper(path)
    people = list(keeper.snapshot.people)
    journal = path.with_name(f"{path.name}.journal")
    number = CHANGES
    while not journal.exists() or journal.stat().st_size < JOURNAL_BYTES:
        keeper.commit(ChangeSet((make(talk(number, people[number % len(people)])),)), NOTE)
        number += 1
    replayed = timed(lambda: FileKeeper(path))
    return f"open {plain * 1e3:.0f} ms, with a journal of 1 MB {replayed * 1e3:.0f} ms"


def checkpoint(path: Path) -> str:
    """The calm checkpoint: seconds, memory, and how long another thread waited at the most."""
    keeper = FileKeeper(path)
    gc.freeze()
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    longest, done = 0.0, threading.Event()

    def tick() -> None:
        nonlocal longest
        last = time.perf_counter()
        while not done.wait(0.001):
            now = time.perf_counter()
            longest, last = max(longest, now - last), now

    ticking = threading.Thread(target=tick)
    ticking.start()
    seconds = timed(lambda: keeper.tidy("idle"))
    done.set()
    ticking.join()
    more = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
    return (
        f"checkpoint {seconds:.2f} s for {path.stat().st_size / MIB:.1f} MiB, "
        f"{more / 1024:.1f} MiB more memory, another thread waited {longest * 1e3:.1f} ms at most"
    )


def main(sizes: list[int]) -> None:
    """One row a size."""
    for people in sizes:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "network.json"
            write_new(path, demo_snapshot(people, 1, DAY))
            for step in (changes, opening, checkpoint):
                # A process of its own each: memory and collections of one do not touch the next.
                child = os.fork()
                if child == 0:
                    sys.stdout.write(f"{people:7} people: {step(path)}\n")
                    sys.stdout.flush()
                    os._exit(0)
                os.waitpid(child, 0)


if __name__ == "__main__":
    main([int(each) for each in sys.argv[1:]] or [1_000, 10_000, 100_000])
