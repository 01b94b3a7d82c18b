"""Journals that cannot be what they were, through the command line."""

from __future__ import annotations

from pathlib import Path

import pytest
from orders import desk_on, line
from refusals import add, journal_of, refused, run, tended
from stock import prints

from store.disk.file_keeper import FileKeeper


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tended(tmp_path)


def test_a_torn_tail_of_the_journal_is_passed_over_and_cut(path: Path) -> None:
    """Guards the cut of a torn tail: reading leaves it, the next change takes its place."""
    journal = journal_of(path)
    whole = journal.read_bytes()
    journal.write_bytes(whole + whole.splitlines(keepends=True)[-1][:-9])
    torn = prints(path.parent)
    assert run(path, ("search", "Person", "--json")).status == 0
    assert prints(path.parent) == torn
    assert run(path, ("batch",), line("add", name="Later")).status == 0
    assert len(FileKeeper(path).snapshot.people) == 9


def flipped(data: bytes, number: int) -> bytes:
    """One bit of one line is another one, and the line reads as well as before."""
    lines = data.splitlines(keepends=True)
    assert b"Person" in lines[number]
    lines[number] = lines[number].replace(b"Person", b"Qerson", 1)
    return b"".join(lines)


def without(data: bytes, number: int) -> bytes:
    lines = data.splitlines(keepends=True)
    del lines[number]
    return b"".join(lines)


@pytest.mark.parametrize("number", [0, 1, 2])
def test_a_flipped_bit_in_a_line_of_the_journal(number: int, path: Path) -> None:
    """Guards the checksum: neither in the middle nor at the end is an acknowledged line dropped."""
    journal = journal_of(path)
    journal.write_bytes(flipped(journal.read_bytes(), number))
    assert str(journal) in refused(path)


def test_a_line_of_the_journal_is_missing(path: Path) -> None:
    """Guards the chain: what follows on a missing line is not applied."""
    journal = journal_of(path)
    journal.write_bytes(without(journal.read_bytes(), 1))
    refused(path)


def test_a_journal_that_belongs_to_other_data(path: Path, tmp_path: Path) -> None:
    """Guards the chain: the numbers fit, but the line goes on from another one."""
    other = tmp_path / "other" / "arrosoir.json"
    for number in range(8):
        add(other, 100 + number, f"Other {number}")
        if number == 4:
            desk_on(other).service.tidy("idle")
    journal_of(path).write_bytes(journal_of(other).read_bytes())
    refused(path)


def test_an_older_data_file_beside_a_newer_journal(path: Path) -> None:
    """Guards the chain: a restored copy does not get the changes of another time laid over it."""
    old = path.read_bytes()
    desk_on(path).service.tidy("idle")
    add(path, 20, "Later")
    path.write_bytes(old)
    refused(path)
