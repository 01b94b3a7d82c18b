"""What Today and the heat cost at every size, in milliseconds and in frames of 16 ms.

    python tests/benchmarks/today_and_heat.py [PEOPLE ...]

Everybody has ten contacts. Each row is a median over several rounds with the quickest and the
slowest; in every round all are timed once, one after the other, and a plain loop between them, so
that a noisy machine shows: compare the last column, which is in units of that loop.
"""

from __future__ import annotations

import gc
import statistics
import sys
import time
from collections.abc import Callable
from datetime import date, timedelta
from itertools import count
from random import Random

from store.config.settings import Settings
from store.records.change import ChangeSet, make
from store.records.ids import PersonId
from store.records.interaction import Interaction
from store.records.kinds import By, Kind, Layer
from store.records.person import City, Person
from store.records.record import Record
from store.records.snapshot import Snapshot, snapshot_of
from store.views.heat import heat_rows, heat_summary
from store.views.ties import Ties
from store.views.today import today_view

TODAY = date(2026, 11, 20)
CONTACTS = 10
FRAME = 0.016
LOOP = 200_000

LAYERS: tuple[Layer | None, ...] = (None, None, None, 150, 150, 50, 15, 5)
TALKED: tuple[tuple[Kind, By | None], ...] = (
    ("call", None),
    ("in_person", None),
    ("message", "me"),
    ("message", "them"),
    ("email", "me"),
    ("social", None),
)
PLACES = 40
LONGEST_GAP = 120

ROUNDS = {1_000: 15, 10_000: 9, 100_000: 3}
"""Rounds by size; other sizes get as many as the next larger one."""


def network(people: int) -> Snapshot:
    """So many people with ten contacts each, the last of them some time ago."""
    random = Random(people)
    cards: dict[str, Record] = {}
    talks: dict[str, Record] = {}
    for number in range(people):
        id = PersonId(f"P{number:07}")
        cards[id] = Person(
            id=id,
            name=f"Name {random.randrange(people)}",
            layer=random.choice(LAYERS),
            cadence_days=random.choice((None,) * 9 + (30,)),
            cities=(City(name=f"City {random.randrange(PLACES)}"),),
            fields=(f"field {random.randrange(PLACES)}",),
            birthday=f"--{random.randint(1, 12):02}-{random.randint(1, 28):02}",
        )
        on, longest = TODAY - timedelta(days=random.randrange(400)), random.randint(2, LONGEST_GAP)
        for place in range(CONTACTS):
            kind, by = random.choice(TALKED)
            talk = Interaction(
                id=f"I{number:07}{place}", people=(id,), kind=kind, on=on, by=by, minutes=20
            )
            talks[talk.id] = talk
            on -= timedelta(days=random.randint(1, longest))
    return snapshot_of({"people": cards, "interactions": talks})


def loop() -> int:
    """The reference: arithmetic that no change of ours makes faster."""
    total = 0
    for each in range(LOOP):
        total += each * each % 7
    return total


class Desk:
    """A network of one size and what is done with it."""

    def __init__(self, people: int) -> None:
        """Make the network and look at it once."""
        self.snapshot = network(people)
        self.settings = Settings()
        self.ties = Ties.of(self.snapshot, TODAY, self.settings)
        self._numbers = count()
        self._ids = list(self.snapshot.people)

    def works(self) -> dict[str, Callable[[], Callable[[], object]]]:
        """By name: what prepares a round untimed and gives what is timed."""
        return {
            "a new look at everybody, Today and heat": lambda: self._cold,
            "the next day, Today and heat": lambda: self._next_day,
            "after one logged contact, Today and heat": self._logged,
            "the heat of everybody, row by row": lambda: self._rows,
        }

    def _cold(self) -> None:
        self._views(self.snapshot, Ties.of(self.snapshot, TODAY, self.settings))

    def _next_day(self) -> None:
        self._views(self.snapshot, self.ties.on(self.snapshot, TODAY + timedelta(days=1)))

    def _logged(self) -> Callable[[], object]:
        number = next(self._numbers)
        person = self._ids[number * 7919 % len(self._ids)]
        talk = Interaction(id=f"N{number}", people=(person,), kind="call", on=TODAY, minutes=20)
        change_set = ChangeSet((make(talk),))
        snapshot = self.snapshot.apply(change_set)
        return lambda: self._views(snapshot, self.ties.after(change_set, snapshot))

    def _rows(self) -> object:
        return heat_rows(self.snapshot, self.ties)

    def _views(self, snapshot: Snapshot, ties: Ties) -> None:
        today_view(snapshot, ties, whole=False)
        heat_summary(snapshot, ties)


def seconds(work: Callable[[], object]) -> float:
    """How long it takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def measured(people: int) -> None:
    """Print one size."""
    desk = Desk(people)
    rounds = next((n for size, n in ROUNDS.items() if people <= size), min(ROUNDS.values()))
    times: dict[str, list[float]] = {name: [] for name in desk.works()}
    loops: list[float] = []
    # As the program does after loading: what is there already is no garbage.
    gc.collect()
    gc.freeze()
    for _ in range(rounds):
        for name, prepare in desk.works().items():
            loops.append(seconds(loop))
            times[name].append(seconds(prepare()))
    gc.unfreeze()
    unit = statistics.median(loops)
    print(f"\n{people} people x {CONTACTS} contacts, {rounds} rounds", flush=True)
    for name, found in times.items():
        print(line(name, found, unit))
    print(line("the plain loop between them", loops, unit))


def line(name: str, found: list[float], unit: float) -> str:
    """One row of the table."""
    middle = statistics.median(found)
    return (
        f"  {name:42} {middle * 1e3:9.2f} ms ({min(found) * 1e3:.2f} to {max(found) * 1e3:.2f}) "
        f"= {middle / FRAME:7.2f} frames, {middle / unit:7.2f} loops"
    )


if __name__ == "__main__":
    for size in [int(each) for each in sys.argv[1:]] or [1_000, 10_000]:
        measured(size)
