"""How long vCards take to be read and written: `python -m tests.benchmarks.import_vcards [CARDS]`.

Prints seconds of CPU, the ratio to a hundred times what `json.loads` takes for the same people
(medians of runs that take turns), and the peak of memory that the reading adds.
"""

from __future__ import annotations

import json
import statistics
import sys
import time
import tracemalloc
from collections.abc import Callable
from datetime import UTC, datetime

import msgspec

from store.formats.exported import Wanted
from store.formats.vcard.reader import read_vcards
from store.formats.vcard.writing import VCARD
from store.records.ids import PersonId
from store.records.person import Person
from store.records.record import Record
from store.records.snapshot import snapshot_of
from store.words.words import Words

CARDS = 10_000
RUNS = 5
LOADS = 100
"""How many times the cost of `json.loads` the reading may take."""

_CARD = """BEGIN:VCARD\r
VERSION:3.0\r
UID:{n:08d}-aaaa-bbbb-cccc-{n:012d}\r
FN:Ada{n} Lovelace{group}\r
N:Lovelace{group};Ada{n};;;\r
EMAIL;TYPE=INTERNET,WORK:ada{n}@example.org\r
item1.TEL:+33 6 12 {low:02d} {high:02d} 00\r
item1.X-ABLabel:_$!<Mobile>!$_\r
TEL;TYPE=WORK:+33 1 12 {low:02d} {high:02d} 00\r
ORG:Acme {low}\\, Inc.;Research\r
TITLE:Engineer\r
ADR;TYPE=HOME:;;{n} rue du Pont;Lyon;;69003;France\r
BDAY:1980-{month:02d}-{day:02d}\r
NOTE:Met at the fair\\, {n}\\nTalked of looms and engines\\; likes the sea very\r
  much indeed and more\r
CATEGORIES:maths,poetry\r
URL:https://example.org/{n}\r
REV:20200101T000000Z\r
END:VCARD\r
"""


def cards(count: int) -> bytes:
    """A file of that many cards."""
    return "".join(
        _CARD.format(
            n=n,
            group=n % 997,
            low=n % 100,
            high=n // 100 % 100,
            month=n % 12 + 1,
            day=n % 28 + 1,
        )
        for n in range(count)
    ).encode()


def seconds(work: Callable[[], object]) -> float:
    """CPU time of a piece of work."""
    began = time.process_time()
    work()
    return time.process_time() - began


def main(count: int) -> None:
    """Measure and print."""
    data = cards(count)
    people = read_vcards(data, "x.vcf").people
    document = msgspec.json.encode(people).decode()
    reads, loads = [], []
    for _ in range(RUNS):
        reads.append(seconds(lambda: read_vcards(data, "x.vcf")))
        loads.append(seconds(lambda: json.loads(document)))
    read, load = statistics.median(reads), statistics.median(loads)
    print(f"{count} cards, {len(data) / 1e6:.1f} MB, {len(people)} people")
    print(
        f"read {read:.2f} s, json.loads {load:.3f} s, ratio to {LOADS} x {read / load / LOADS:.2f}"
    )
    tracemalloc.start()
    read_vcards(data, "x.vcf")
    print(f"peak {tracemalloc.get_traced_memory()[1] / 1e6:.0f} MB")
    tracemalloc.stop()
    print(f"written in {seconds(lambda: _write(people)):.2f} s")


def _write(people: tuple[Person, ...]) -> None:
    table: dict[str, Record] = {
        str(number): msgspec.structs.replace(each, id=str(number))
        for number, each in enumerate(people)
    }
    wanted = Wanted(
        snapshot=snapshot_of({"people": table}),
        people=tuple(PersonId(id) for id in table),
        words=Words("en"),
        now=datetime(2026, 11, 20, tzinfo=UTC),
    )
    for _ in VCARD.write(wanted):
        pass


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else CARDS)
