"""Orders of a batch that depend on their number alone, and a model of what they come to.

Ids and time depend on the number too, so that the same orders run on memory must come to the same
records as those that were run, killed and taken up again on a file.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import msgspec

from store.actions.commit import Committed, Entry, Keeper, Note
from store.actions.registry import ACTIONS
from store.actions.service import Service
from store.config.settings import Settings
from store.disk.file_keeper import FileKeeper
from store.disk.memory_keeper import MemoryKeeper
from store.records.change import ChangeSet
from store.records.ids import ulid
from store.words.words import Words
from tui.cli.batch import run_batch
from tui.cli.main import VERBS
from tui.cli.session import Session

MOMENT = datetime(2026, 11, 25, 9, 30, tzinfo=UTC)
MILLISECONDS = 1_764_000_000_000
WORDS = Words("en")

Params = dict[str, object]


class Dial:
    """Time and ids, as the number of an order has them."""

    def __init__(self) -> None:
        """Begin before the first."""
        self.number = 0
        self._given = 0

    def turn(self, number: int) -> None:
        """Go to an order."""
        self.number, self._given = number, 0

    def clock(self) -> datetime:
        """A second an order; the day stays."""
        return MOMENT + timedelta(milliseconds=self.number)

    def new_id(self) -> str:
        """The next id that this order makes."""
        self._given += 1
        return ulid(MILLISECONDS + self.number, self._given.to_bytes(10, "big"))


class Desk:
    """A session of the command line over some keeper, for a batch."""

    def __init__(self, keeper: Keeper, dial: Dial, path: Path | None = None) -> None:
        """Put it together as the program does, with time and chance of our own."""
        self.dial = dial
        self.service = Service(keeper, ACTIONS, dial.clock, dial.new_id, Settings())
        self._session = Session(self.service, WORDS, path)

    def run(
        self, numbers: Iterator[int] | range, make: Callable[[int], bytes]
    ) -> Iterator[tuple[int, bool, str]]:
        """Run orders through a batch: number, whether it was done, and its result or code."""
        answers = run_batch(self._session, VERBS, self._lines(numbers, make))
        for done, line in answers:
            answer = msgspec.json.decode(line)
            told = answer["result"] if done else answer["error"]["code"]
            yield self.dial.number, done, msgspec.json.encode(told).decode()

    def _lines(
        self, numbers: Iterator[int] | range, make: Callable[[int], bytes]
    ) -> Iterator[bytes]:
        for number in numbers:
            self.dial.turn(number)
            yield make(number)


def desk_on(path: Path, dial: Dial | None = None, patience: float = 5.0) -> Desk:
    """A session on a data file."""
    dial = dial or Dial()
    return Desk(FileKeeper(path, clock=dial.clock, patience=patience), dial, path)


class ModelKeeper(MemoryKeeper):
    """Memory that tells sessions apart, since undo takes one's own changes first."""

    def commit(self, change_set: ChangeSet, note: Note) -> Committed:
        """Take a change in, as the session that is named."""
        committed = super().commit(change_set, note)
        entry = msgspec.structs.replace(committed.entry, session=self.session)
        self._entries[-1] = entry
        return Committed(committed.snapshot, entry)


def line(action: str, **params: object) -> bytes:
    """An order as it stands in a batch."""
    return msgspec.json.encode({"id": 0, "action": action, "params": params})


def any_order(number: int) -> bytes:
    """Anything a day brings; some orders name people who are gone, and are refused."""
    chance = random.Random(number)
    one, two = (f"Person {chance.randrange(max(0, number - 60), number + 1)}" for _ in "12")
    name = f"Person {number}"
    kinds: list[tuple[str, int, Params]] = [
        ("add", 30, {"name": name, "tag": [f"t{number}", "née à Œuvré"]}),
        ("note", 14, {"person": one, "text": f"note {number} — « é »"}),
        ("edit", 14, {"person": one, "org": f"Org {number % 7}", "tag": [f"t{number}"]}),
        ("log", 14, {"people": [one, two], "kind": "call", "note": f"call {number}"}),
        ("follow-up", 10, {"person": one, "on": "2026-12-24", "why": f"why {number}"}),
        ("delete", 6, {"person": one}),
        ("undo", 9, {}),
        ("redo", 3, {}),
    ]
    action, _, params = chance.choices(kinds, [weight for _, weight, _ in kinds])[0]
    if number % 25 < 3:
        # However many are deleted: somebody is always there.
        return line("add", name=name)
    return line(action, **params)


HistoryKey = tuple[int, str, str, str, int | None, ChangeSet]


def told(entry: Entry) -> HistoryKey:
    """What history must say of a commit, whoever's session it was."""
    return entry.revision, entry.action, entry.about, entry.how, entry.of, entry.change_set
