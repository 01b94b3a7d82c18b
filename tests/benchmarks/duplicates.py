"""How well second cards are told from people who only resemble each other, and at what cost.

    python tests/benchmarks/duplicates.py [PEOPLE ...]

The first table counts, over several invented networks and at several least sums of evidence, how
many of the pairs shown are one person's (precision) and how many of those there are is shown
(recall). The second tells both kinds of mistakes by how the cards came about. The third is the time
that all takes at other sizes.
"""

from __future__ import annotations

import sys
import time
from collections import Counter

from twin_cards import Pair, Truth, invented

from store.rules.twins import ALMOST_FROM, PROBABLY_FROM, SHOWN_FROM, Twins, twins
from store.search.slips import slips

SEEDS = (1, 2, 3, 4)
PEOPLE, EACH = 1_500, 12
LEAST = (0.0, 1.0, SHOWN_FROM, 3.0, PROBABLY_FROM, 5.5, ALMOST_FROM)
SIZES = (1_000, 10_000, 100_000)


def found_in(truth: Truth, least: float) -> dict[Pair, Twins]:
    """The pairs that are shown."""
    pairs = twins(truth.snapshot, slips, least)
    return {frozenset((each.a, each.b)): each for each in pairs}


def measured(truths: list[Truth], least: float) -> tuple[float, float]:
    """Precision and recall over several networks."""
    right = shown = there = 0
    for truth in truths:
        found = found_in(truth, least)
        right += sum(pair in truth.same for pair in found)
        shown += len(found)
        there += len(truth.same)
    return right / shown if shown else 1.0, right / there


def mistakes(truths: list[Truth], least: float) -> tuple[Counter[str], Counter[str]]:
    """By kind: pairs that are missed, and pairs that are shown in error."""
    missed: Counter[str] = Counter()
    wrong: Counter[str] = Counter()
    for truth in truths:
        found = found_in(truth, least)
        missed.update(kind for pair, kind in truth.same.items() if pair not in found)
        wrong.update(truth.alike.get(pair, "by chance") for pair in found if pair not in truth.same)
    return missed, wrong


def main(sizes: tuple[int, ...]) -> None:
    """Print all three tables."""
    truths = [invented(PEOPLE, seed, EACH) for seed in SEEDS]
    people = sum(len(truth.snapshot.people) for truth in truths) // len(truths)
    print(f"{len(truths)} networks of {people} cards\n")
    print("least   precision  recall")
    for least in LEAST:
        precision, recall = measured(truths, least)
        print(f"{least:5.1f}   {precision:9.3f}  {recall:6.3f}")
    missed, wrong = mistakes(truths, SHOWN_FROM)
    print(f"\nat {SHOWN_FROM}, of {len(truths) * EACH} pairs of each kind")
    for title, counted in (("missed", missed), ("shown in error", wrong)):
        for kind, number in counted.most_common():
            print(f"{title:16} {kind:20} {number:4}")
    print("\n  people    pairs   seconds")
    for size in sizes:
        truth = invented(size, 9, max(1, size // 200))
        start = time.perf_counter()
        found = twins(truth.snapshot, slips)
        taken = time.perf_counter() - start
        print(f"{len(truth.snapshot.people):8}  {len(found):7}  {taken:8.2f}")


if __name__ == "__main__":
    main(tuple(map(int, sys.argv[1:])) or SIZES)
