"""A file that never was ours is called foreign; one that may be ours is called damaged."""

from __future__ import annotations

from pathlib import Path

import pytest
from damaging import clock

from store.disk.foreign import told_apart
from store.disk.repairs.found import found_at
from store.disk.repairs.proposed import proposals
from store.words.message import DataProblem

DAMAGED = DataProblem("damaged", "problem.damaged", where="Input data was truncated")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "arrosoir.json"


@pytest.mark.parametrize(
    "data",
    [b"not JSON at all", b"BEGIN:VCARD\n", b"[1, 2]", b"\x89PNG\r\n", b"\x00" * 90, b"name,mail"],
)
def test_what_bears_no_mark_of_ours_is_foreign(path: Path, data: bytes) -> None:
    path.write_bytes(data)
    assert told_apart(DAMAGED, data, path).code == "foreign"
    problem = found_at(path, clock).problem
    assert problem is not None
    assert problem.code == "foreign"
    assert proposals(path, clock) == ()


@pytest.mark.parametrize("data", [b"{", b' \n{"people', b"\xef\xbb\xbf{", b'x"_meta":{"1":'])
def test_what_begins_or_speaks_like_ours_is_damaged(path: Path, data: bytes) -> None:
    assert told_apart(DAMAGED, data, path) is DAMAGED


@pytest.mark.parametrize("beside", ["journal", "history", "backups/daily-2026-11-25.json"])
def test_what_stands_in_the_place_of_our_file_is_damaged(path: Path, beside: str) -> None:
    other = path.parent / f"arrosoir.json.{beside}"
    other.parent.mkdir(exist_ok=True)
    other.write_bytes(b"12345678 {}\n")
    assert told_apart(DAMAGED, b"not JSON at all", path) is DAMAGED


def test_another_problem_stays(path: Path) -> None:
    newer = DataProblem("newer", "problem.newer", schema=9, known=2, needs="9")
    assert told_apart(newer, b"x", path) is newer
