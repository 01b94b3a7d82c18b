"""What capacity costs at every size, in milliseconds.

    python tests/benchmarks/capacity.py [PEOPLE ...]

Everybody has ten contacts. Each figure is a median: the first count of all ties; the count kept up
after one change; the view from it; one echo of the rhythm typed; the answer of one layer closer.
"""

from __future__ import annotations

import statistics
import sys
import time
from collections.abc import Callable
from functools import partial

from today_and_heat import TODAY, network

from store.config.settings import Settings
from store.records.change import ChangeSet, make
from store.records.ids import InteractionId, PersonId
from store.records.interaction import Interaction
from store.views.capacity import capacity_view
from store.views.ties import Ties
from store.views.weekly_minutes import WeeklyMinutes
from store.views.what_if import altered, shift_of, what_if

SIZES = (1_000, 10_000)
ROUNDS = 9


def milliseconds(run: Callable[[], object]) -> float:
    """The median of some runs."""
    taken: list[float] = []
    for _ in range(ROUNDS):
        begun = time.perf_counter()
        run()
        taken.append((time.perf_counter() - begun) * 1000)
    return statistics.median(taken)


def measure(people: int) -> dict[str, float]:
    """All figures at one size."""
    snapshot = network(people)
    ties = Ties.of(snapshot, TODAY, Settings())
    known = WeeklyMinutes.of(snapshot, ties)
    person = PersonId("P0000005")
    talk = Interaction(id=InteractionId("X"), people=(person,), kind="call", on=TODAY, minutes=9)
    change_set = ChangeSet((make(talk),))
    later = snapshot.apply(change_set)
    fresh = ties.after(change_set, later)
    closer = altered(snapshot.people[person], layer=5)
    return {
        "first": milliseconds(partial(WeeklyMinutes.of, snapshot, ties)),
        "kept up": milliseconds(partial(known.after, later, fresh)),
        "view": milliseconds(partial(capacity_view, snapshot, ties, known)),
        "echo": milliseconds(partial(what_if, snapshot, ties, person, cadence=17, known=known)),
        "closer": milliseconds(partial(shift_of, snapshot, ties, [closer])),
    }


def main() -> None:
    """Print a line a size."""
    for people in [int(each) for each in sys.argv[1:]] or SIZES:
        told = " · ".join(f"{name} {value:.2f}" for name, value in measure(people).items())
        sys.stdout.write(f"{people:>7,}: {told}\n")


if __name__ == "__main__":
    main()
