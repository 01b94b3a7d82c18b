"""How well and how fast people are found, at every size, beside `fzf --filter`.

    python tests/benchmarks/find.py [PEOPLE ...]

Recall is over the first twenty, with one slip in every word of four letters or more; see
`find_queries` for what counts as found. A keystroke is all that is done for one: the query is read,
everybody is ranked, the first twenty are put in order, and what matched in them is told. Queries of
eight kinds are typed letter by letter. Frames are of 16 ms. What the processor alone needed stands
beside it, since others may use the machine, too. `fzf` looks through lines that hold a
name, schools, cities and passions, one process a keystroke.
"""

from __future__ import annotations

import gc
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import tracemalloc
from pathlib import Path
from random import Random

sys.path.insert(0, str(Path(__file__).parent.parent.parent))
sys.path.insert(0, str(Path(__file__).parent))

from find_network import invented
from find_queries import (
    FIRST,
    names_recall,
    prefixes_recall,
    two_facets,
    typings,
    values_recall,
)

from store.records.change import ChangeSet, alter
from store.records.ids import PersonId
from store.records.snapshot import Snapshot
from store.search.find import Finder

FRAME = 16.0
QUERIES = 300
TYPED = 64
FZF = 40


def milliseconds(since: float) -> float:
    """Since a moment of `time.perf_counter`."""
    return (time.perf_counter() - since) * 1000


def told(name: str, values: list[float]) -> str:
    """Median and 95th percentile, in milliseconds and in frames."""
    p50 = statistics.median(values)
    p95 = statistics.quantiles(values, n=20)[-1]
    return (
        f"  {name:34} p50 {p50:7.2f} ms = {p50 / FRAME:5.2f} frames"
        f"   p95 {p95:7.2f} ms = {p95 / FRAME:5.2f} frames"
    )


def say(name: str, value: str) -> None:
    """One line."""
    print(f"  {name:34} {value}")


def recall(finder: Finder, snapshot: Snapshot) -> None:
    """All that is to be found."""
    random = Random(7)
    say("recall, names", f"{names_recall(finder, snapshot, QUERIES, random):.3f}")
    short = names_recall(finder, snapshot, QUERIES, random, least=2)
    say("the same, short words mistyped, too", f"{short:.3f}")
    for field in ("schools", "cities", "passions"):
        share, some = values_recall(finder, snapshot, field, QUERIES, random)
        say(f"recall, {field}", f"{share:.3f} (somebody who has it: {some:.3f})")
    for named, what in ((False, "school and city, as words"), (True, "school: and city:")):
        share = two_facets(finder, snapshot, QUERIES, random, named=named)
        say(f"recall, {what}", f"{share:.3f}")
    say("recall, every prefix of a name", f"{prefixes_recall(finder, snapshot, 60, random):.3f}")


def keystrokes(finder: Finder, snapshot: Snapshot) -> list[tuple[str, float, float]]:
    """Every keystroke of all queries, with its milliseconds by the clock and of the processor."""
    found: list[tuple[str, float, float]] = []
    for text in typings(snapshot, TYPED, Random(11)):
        for length in range(1, len(text) + 1):
            begun, worked = time.perf_counter(), time.process_time()
            ranking = finder.rank(snapshot, text[:length])
            for id in ranking.ids[:FIRST]:
                ranking.matched(snapshot.people[id])
            work = (time.process_time() - worked) * 1000
            found.append((text[:length], milliseconds(begun), work))
    return found


def fzf(snapshot: Snapshot, queries: list[str]) -> list[float] | None:
    """The same keystrokes by fzf; None where it is not installed."""
    if shutil.which("fzf") is None:
        return None
    with tempfile.TemporaryDirectory() as folder:
        lines = Path(folder) / "people"
        lines.write_text(
            "\n".join(
                " ".join(
                    (
                        person.name,
                        *(each.name for each in person.schools),
                        *(each.name for each in person.cities),
                        *person.passions,
                    )
                )
                for person in snapshot.people.values()
            ),
            encoding="utf-8",
        )
        found = []
        for query in queries:
            begun = time.perf_counter()
            with lines.open("rb") as stream:
                subprocess.run(
                    ["fzf", "--filter", query], stdin=stream, stdout=subprocess.DEVNULL, check=False
                )
            found.append(milliseconds(begun))
        return found


def measure(people: int) -> None:
    """One size."""
    snapshot = invented(people)
    print(f"\n{people:,} people")
    tracemalloc.start()
    finder = Finder()
    finder.learn(snapshot)
    held, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    say("memory of the index", f"{held / 1e6:.1f} MB")
    fresh = Finder()
    gc.collect()
    begun = time.perf_counter()
    slices: list[float] = []
    last = begun
    for _ in fresh.learning(snapshot):
        slices.append(milliseconds(last))
        last = time.perf_counter()
    say("built in", f"{milliseconds(begun):.0f} ms")
    steps = ", ".join(f"{each:.1f}" for each in sorted(slices)[-4:])
    say("longest steps of that", f"{steps} ms; median {statistics.median(slices):.2f} ms")
    begun = time.perf_counter()
    fresh.rank(snapshot, "a").ids[:FIRST]
    say("the first keystroke of all", f"{milliseconds(begun):.2f} ms")
    changes: list[float] = []
    random = Random(3)
    ids = list(snapshot.people)
    now = snapshot
    for number in range(200):
        person = now.people[PersonId(random.choice(ids))]
        named = f"{person.name} {number}" if number % 2 else person.name
        now = now.apply(ChangeSet((alter(person, name=named, tags=(f"tag{number}",)),)))
        begun = time.perf_counter()
        fresh.learn(now)
        changes.append(milliseconds(begun))
    print(told("one change taken in", changes))
    typed = keystrokes(finder, snapshot)
    print(told("a keystroke", [each for _, each, _ in typed]))
    print(told("the same, of the processor", [each for _, _, each in typed]))
    some = typed[:: max(1, len(typed) // FZF)]
    others = fzf(snapshot, [query for query, _, _ in some])
    if others is None:
        say("fzf", "is not installed: nothing to compare with")
    else:
        print(told("the same, some of them", [each for _, each, _ in some]))
        print(told("fzf --filter, the same", others))
    recall(finder, snapshot)
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e3
    say("memory of the process at most", f"{most:.0f} MB")


if __name__ == "__main__":
    for size in [int(each) for each in sys.argv[1:]] or [1_000, 10_000, 100_000]:
        measure(size)
