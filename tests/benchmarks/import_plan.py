"""How long the planning of an import takes: so many cards into so many people.

Half of the cards are of people who are there, half of newcomers, some of whom resemble somebody.
Run as `python tests/benchmarks/import_plan.py [CARDS]`.
"""

from __future__ import annotations

import resource
import sys
import time
from collections.abc import Callable
from datetime import date
from itertools import count

from store.formats.choosing import chosen
from store.formats.incoming import IncomingInteraction, Reading
from store.formats.intake import plan_import
from store.formats.plan import Plan
from store.records.ids import PersonId
from store.records.interaction import Interaction
from store.records.person import Person
from store.records.snapshot import Snapshot, snapshot_of
from store.search.slips import slips

TODAY = date(2026, 11, 20)

_FIRST, _LAST = 397, 2903
"""How many given and family names there are; no two people share both."""


def card(number: int, **fields: object) -> Person:
    """The card of one invented person, as a file gives it."""
    first, last = number % _FIRST, number % _LAST
    known: dict[str, object] = {
        "id": "",
        "name": f"{_word(first)} {_word(last + 1000)}",
        "emails": (f"p{number}@x{number % 50}.org",),
        "phones": (f"06{number:08}",),
        "sources": (f"uid:{number}",),
    }
    return Person(**{**known, **fields})  # type: ignore[arg-type]


def _word(number: int) -> str:
    letters = "bcdfghjklmnprstvz"
    text = ""
    while number or not text:
        number, digit = divmod(number, len(letters) * 5)
        text += letters[digit // 5] + "aeiou"[digit % 5]
    return text.capitalize()


def there(people: int) -> Snapshot:
    """Who is there before."""
    cards = (card(n, id=f"P{n:06}", sources=()) for n in range(people))
    return snapshot_of({"people": {each.id: each for each in cards}})


def coming(cards: int, people: int) -> Reading:
    """What a file holds: every second one is known, and has a new employer; each wrote a letter."""
    numbers = [n if n % 2 else people + n for n in range(cards)]
    return Reading(
        people=tuple(card(n, org=f"Org {n % 300}") for n in numbers),
        interactions=tuple(
            IncomingInteraction(
                with_source=f"uid:{n}",
                with_name="",
                interaction=Interaction(
                    id="", people=(), kind="email", on=date(2024, 3, 15), source=f"mail:{n}"
                ),
            )
            for n in numbers
        ),
        file="book.vcf",
    )


def planned(snapshot: Snapshot, reading: Reading) -> Plan:
    """The plan as the program makes it."""
    numbers = count()
    return plan_import(
        snapshot, (reading,), "merge", lambda: f"N{next(numbers):07}", TODAY, slips=slips
    )


def timed(work: Callable[[], object]) -> float:
    """Seconds."""
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


def main(cards: int) -> None:
    """Print a line for each size."""
    print("  cards   people  seconds  again  chosen     MB")
    for size in (cards // 10, cards):
        snapshot, reading = there(size), coming(size, size)
        taken = timed(lambda: planned(snapshot, reading))  # noqa: B023 - used at once
        plan = planned(snapshot, reading)
        after = snapshot.apply(plan.change_set)
        again = timed(lambda: planned(after, reading))  # noqa: B023 - used at once
        left = {PersonId(each): "leave" for each in plan.new[::2]}
        choosing = timed(lambda: chosen(plan, left, snapshot))  # type: ignore[arg-type] # noqa: B023
        megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        print(
            f"{size:7} {size:8} {taken:8.2f} {again:6.2f} {choosing:7.2f} {megabytes:6}"
            f"   new {len(plan.new)}, changed {len(plan.changed)}, doubtful {len(plan.doubtful)}"
        )


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000)
