"""A data file, and less room than it needs."""

from __future__ import annotations

import resource
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from forked import Tell, forked
from orders import Desk, desk_on, line

from store.disk.file_keeper import FileKeeper

ROOMY = 4000
"""Characters of a note: more than what is left of any page."""


DAY = 24 * 60 * 60 * 1000
"""In numbers of orders."""


@contextmanager
def no_file_beyond(size: int) -> Iterator[None]:
    """No file can grow beyond a size; the write that would is cut off, as on a full disk."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def in_a_child(work: Callable[[], None]) -> None:
    """Limits are those of a process: the test has its own."""

    def told(tell: Tell) -> None:
        work()
        tell("done")

    with forked(told) as child:
        assert child.done() == ["done"]


def ordered(desk: Desk, number: int, action: str, **params: object) -> tuple[bool, str]:
    ((_, done, answer),) = desk.run(range(number, number + 1), lambda _: line(action, **params))
    return done, answer


def saved(path: Path) -> Desk:
    """Ten people, five of them in the file, five in the journal."""
    desk = desk_on(path)
    for number in range(10):
        assert ordered(desk, number, "add", name=f"Person {number}")[0]
        if number == 4:
            desk.service.tidy("idle")
    return desk


def names(path: Path) -> set[str]:
    return {each.name for each in FileKeeper(path).snapshot.people.values()}


TEN = {f"Person {number}" for number in range(10)}


def journal_of(path: Path) -> Path:
    return path.with_name(f"{path.name}.journal")
