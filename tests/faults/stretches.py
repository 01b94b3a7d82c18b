"""Sessions that work on one file at the same time, and what must have come of it."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from forked import Child, Tell
from orders import Desk, Dial, desk_on, line

from store.disk.file_keeper import FileKeeper
from store.records.person import Person

SHARED = "Shared Person"
LISTS = ("tags", "passions", "needs", "offers", "fields")
"""A field of the shared person for each session to append to."""

PARAMETERS = ("tag", "passion", "need", "offer", "field")

BLOCK = 1_000_000
"""Numbers of a session, so that the ids of two never meet; the first are those of the beginning."""

DONE = "done"


class Stretch:
    """The orders of one session: its own people, and its own field of somebody shared."""

    def __init__(self, who: int, count: int) -> None:
        """Which session, and how many changes it makes."""
        self.who, self.count = who, count

    def name(self, number: int) -> str:
        """Of the person that an order adds."""
        return f"S{self.who} person {number}"

    def order(self, number: int) -> bytes:
        """One of five adds, three of five edit, one of five appends to the shared person."""
        place = number % BLOCK
        kind, added = place % 5, place - place % 5
        if kind == 0:
            return line("add", name=self.name(place))
        if kind == 4:
            return line("edit", person=SHARED, **{PARAMETERS[self.who]: self.values(place)})
        if kind == 1:
            return line("edit", person=self.name(added), intent=f"why {place}")
        if kind == 2:
            return line("note", person=self.name(added), text=f"note {place}")
        return line("edit", person=self.name(added), where=f"place {place}", cadence=place % 90)

    def values(self, place: int) -> list[str]:
        """What the shared field holds after an order, the last forty of them."""
        shared = range(4, place + 1, 5)
        return [f"s{self.who}-{each}" for each in shared][-40:]

    def numbers(self) -> range:
        """Of its orders."""
        begin = (self.who + 1) * BLOCK
        return range(begin, begin + self.count)

    def check(self, people: dict[str, Person], done: int) -> None:
        """All of the first so many orders is there."""
        for added in range(0, done, 5):
            person = people[self.name(added)]
            assert person.intent == (f"why {added + 1}" if added + 1 < done else "")
            assert person.notes.endswith(f"note {added + 2}") == (added + 2 < done)
            assert person.where == (f"place {added + 3}" if added + 3 < done else "")
        shared = getattr(people[SHARED], LISTS[self.who])
        last = max((each for each in range(4, done, 5)), default=0)
        assert list(shared) == (self.values(last) if last else [])


def begun(path: Path) -> Desk:
    """A session on a file with the shared person in it: the first commit, and moved into it."""
    desk = desk_on(path)
    assert [done for _, done, _ in desk.run(range(900), _only_the_shared)] == [True]
    desk.service.tidy("idle")
    return desk


def _only_the_shared(number: int) -> bytes:
    return line("add", name=SHARED) if number == 0 else b""


Between = Callable[[Desk, int], None]


def nothing_between(desk: Desk, number: int) -> None:
    """Commits alone."""


def tidies_at_times(desk: Desk, number: int) -> None:
    """A checkpoint now and then."""
    if number % 60 == 7:
        desk.service.tidy("idle")


def stretch(path: Path, task: Stretch, between: Between, closes: bool, tell: Tell) -> None:
    """Run all orders of a session; tell how long each waited, in microseconds."""
    desk = desk_on(path, Dial())
    tell("ready")
    began = time.monotonic()
    for number, done, answer in desk.run(task.numbers(), task.order):
        waited = round((time.monotonic() - began) * 1e6)
        tell(f"{int(done)} {waited} {answer}")
        between(desk, number % BLOCK)
        began = time.monotonic()
    if closes:
        desk.service.close()
    tell(DONE)


def work_of(
    path: Path, task: Stretch, between: Between = nothing_between, *, closes: bool = True
) -> Callable[[Tell], None]:
    """The same, to be forked; one that does not close leaves its lines in the journal."""
    return partial(stretch, path, task, between, closes)


class Outcome:
    """What a session told of its orders."""

    def __init__(self, lines: list[str]) -> None:
        """Read what it told to its end."""
        assert lines[-1] == DONE, lines[-1]
        self.refused = [each for each in self._answers(lines) if each[0] != "1"]
        self.longest = max(int(each[1]) for each in self._answers(lines)) / 1e6
        """Seconds that the slowest answer took."""

    @staticmethod
    def _answers(lines: list[str]) -> Iterator[list[str]]:
        return (each.split(" ", 2) for each in lines if each not in (DONE, "ready"))


def outcome_of(child: Child) -> Outcome:
    """Of a session that has to end well."""
    return Outcome(child.done())


def whole(path: Path, tasks: list[Stretch]) -> FileKeeper:
    """Nothing is lost: all people, all fields, and a history without a gap."""
    keeper = FileKeeper(path)
    people = {person.name: person for person in keeper.snapshot.people.values()}
    for task in tasks:
        task.check(people, task.count)
    assert len(people) == 1 + sum(len(range(0, task.count, 5)) for task in tasks)
    revisions = [entry.revision for entry in keeper.history()]
    commits = 1 + sum(task.count for task in tasks)
    assert keeper.snapshot.revision == commits
    assert revisions == list(range(commits - len(revisions) + 1, commits + 1))
    assert len(revisions) >= min(200, commits)
    return keeper
