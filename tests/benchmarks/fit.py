"""What the choice of rows for some minutes costs, in milliseconds and in frames of 16 ms.

    python tests/benchmarks/fit.py [CANDIDATES ...]

Three mixes of rows: steps with the usual minutes of the kinds, as Today has them; minutes of any
length; and, the worst that can be, minutes of any length for which each row counts as much as it
takes, so that every choice is close to every other.
Each row is a median over several rounds with the quickest and the slowest; a plain loop is timed
before every one of them, so that a noisy machine shows: compare the last column, which is in
units of that loop.
"""

from __future__ import annotations

import gc
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from random import Random

from store.records.ids import PersonId
from store.records.kinds import GROUPS
from store.rules.due import RANK, Due
from store.rules.fit import fitted
from store.rules.reason import Reason

FRAME = 0.016
LOOP = 200_000

CANDIDATES = (500, 10_000)
MINUTES = (45, 120, 1440)
USUAL = (5, 10, 20, 20, 20, 30, 60, 120)
"""Minutes of the kinds; calls are proposed most."""

PROMISED = 3
"""Rows that are promises, short ones, so that there is room left to choose for."""

ROUNDS = 31

MIXES = ("usual minutes", "any minutes", "all alike")
"""The last one: a row counts for as much as it takes."""


def rows(candidates: int, mix: str) -> list[Due]:
    """So many rows of as many people, in the order of today."""
    random = Random(candidates)
    return sorted(_drawn(candidates, mix, random), key=lambda row: row.order)


def _drawn(candidates: int, mix: str, random: Random) -> Iterator[Due]:
    for number in range(candidates):
        id = f"R{number:06}"
        promised = number < PROMISED
        group = "promised" if promised else random.choice(GROUPS[1:])
        minutes = random.choice(USUAL) if mix == "usual minutes" else random.randint(1, 180)
        gain = -(-minutes // 5) / 4 if mix == "all alike" else random.uniform(0.05, 6.0)
        yield Due(
            id=id,
            person=PersonId(f"P{number:06}"),
            name="Name",
            group=group,
            reason=Reason("rhythm"),
            band=None,
            layer=None,
            step="call",
            minutes=5 if promised else minutes,
            due=None,
            order=(RANK[group], True, True, 0.0 if promised else -gain, 0, "", id),
        )


def loop() -> int:
    """The reference: arithmetic that no change of ours makes faster."""
    total = 0
    for each in range(LOOP):
        total += each * each % 7
    return total


def seconds(work: Callable[[], object]) -> float:
    """How long it takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def measured(candidates: int) -> None:
    """Print one number of candidates."""
    works = {
        (mix, minutes): (rows(candidates, mix), minutes) for mix in MIXES for minutes in MINUTES
    }
    times: dict[tuple[str, int], list[float]] = {each: [] for each in works}
    loops: list[float] = []
    # As the program does after loading: what is there already is no garbage.
    gc.collect()
    gc.freeze()
    for _ in range(ROUNDS):
        for name, (waiting, minutes) in works.items():
            loops.append(seconds(loop))
            start = time.perf_counter()
            fitted(waiting, minutes)
            times[name].append(time.perf_counter() - start)
    gc.unfreeze()
    unit = statistics.median(loops)
    print(f"\n{candidates} candidates, {ROUNDS} rounds", flush=True)
    for (mix, minutes), found in times.items():
        print(line(f"{minutes} minutes, {mix}", found, unit))
    print(line("the plain loop between them", loops, unit))


def line(name: str, found: list[float], unit: float) -> str:
    """One row of the table."""
    middle = statistics.median(found)
    return (
        f"  {name:30} {middle * 1e3:7.2f} ms ({min(found) * 1e3:.2f} to {max(found) * 1e3:.2f}) "
        f"= {middle / FRAME:5.2f} frames, {middle / unit:5.2f} loops"
    )


if __name__ == "__main__":
    for size in [int(each) for each in sys.argv[1:]] or CANDIDATES:
        measured(size)
