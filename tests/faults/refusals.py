"""A tended data file, and what every command does with one that is bad: nothing."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from orders import desk_on, line
from program import Ran, arrosoir
from stock import Prints, prints

from store.disk.file_keeper import FileKeeper

Spoil = Callable[[Path], None]

COMMANDS: tuple[tuple[tuple[str, ...], bytes], ...] = (
    (("today",), b""),
    (("add", "Nobody"), b""),
    (("batch",), line("add", name="Nobody")),
)

LOCKS = {"arrosoir.json.lock", "arrosoir.json.checkpoint.lock"}
"""May appear where somebody wanted to write."""


def tended(folder: Path) -> Path:
    """Five people in the file, three more in the journal, a history and a backup."""
    path = folder / "data" / "arrosoir.json"
    for number in range(8):
        add(path, number, f"Person {number}")
        if number == 4:
            FileKeeper(path).backup()
    return path


def add(path: Path, number: int, name: str) -> None:
    ((_, done, answer),) = desk_on(path).run(
        range(number, number + 1), lambda _: line("add", name=name)
    )
    assert done, answer


def run(path: Path, words: tuple[str, ...], typed: bytes = b"") -> Ran:
    return arrosoir("--data", str(path), *words, typed=typed)


def refused(path: Path) -> str:
    """Every command refuses with one and the same line, and touches nothing."""
    said = set()
    for words, typed in COMMANDS:
        before = state(path)
        ran = run(path, words, typed)
        assert (ran.status, ran.out) == (4, ""), (words, ran)
        (only,) = ran.err.splitlines()
        said.add(only)
        after = state(path)
        # A reading command makes nothing at all.
        allowed = set() if words == ("today",) else LOCKS
        assert {name: each for name, each in after.items() if name not in allowed} == {
            name: each for name, each in before.items() if name not in allowed
        }
    (sentence,) = said
    return sentence


def state(path: Path) -> Prints:
    """Every file's bytes, and whatever else there is."""
    others = [each for each in path.parent.rglob("*") if not each.is_file()]
    return prints(path.parent) | {str(each): "" for each in others}


def journal_of(path: Path) -> Path:
    return path.with_name(f"{path.name}.journal")
