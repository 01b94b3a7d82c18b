"""What the figures of time cost at every size, in milliseconds and in frames of 16 ms.

    python tests/benchmarks/time_figures.py [PEOPLE ...]

Everybody has ten contacts. The one pass over all contacts is timed by itself beside the whole.
"""

from __future__ import annotations

import gc
import statistics
import sys
import time
from collections.abc import Callable
from datetime import timedelta

from today_and_heat import FRAME, TODAY, network

from store.config.settings import Settings
from store.views.ties import Ties
from store.views.time_figures import time_figures

ROUNDS = 15


def measured(run: Callable[[], object]) -> str:
    """Median, quickest and slowest, in milliseconds; the median in frames."""
    taken = []
    for _ in range(ROUNDS):
        begun = time.perf_counter()
        run()
        taken.append(time.perf_counter() - begun)
    middle = statistics.median(taken)
    span = f"{min(taken) * 1000:6.1f} to {max(taken) * 1000:6.1f}"
    return f"{middle * 1000:7.1f} ms  ({span})  {middle / FRAME:5.2f} frames"


def measure(people: int) -> None:
    """A row for each thing done with a network of one size."""
    snapshot = network(people)
    ties = Ties.of(snapshot, TODAY, Settings())
    gc.collect()
    gc.freeze()
    since, talks = TODAY - timedelta(weeks=12), snapshot.interactions.plain()
    print(f"{people} people, {len(talks)} contacts")
    runs: dict[str, Callable[[], object]] = {
        "this week": lambda: time_figures(snapshot, ties, TODAY),
        "a year ago": lambda: time_figures(snapshot, ties, TODAY - timedelta(days=365)),
        "the pass": lambda: [each for each in talks.values() if since <= each.on <= TODAY],
    }
    for name, run in runs.items():
        print(f"  {name:12}{measured(run)}")


if __name__ == "__main__":
    for each in sys.argv[1:] or ("1000", "10000"):
        measure(int(each))
