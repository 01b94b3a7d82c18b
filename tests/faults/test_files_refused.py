"""Files that are not what they should be, through the command line: one line, nothing touched."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from refusals import Spoil, journal_of, refused, run, tended
from stock import prints

from store.disk.file_keeper import FileKeeper


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tended(tmp_path)


def replaced(old: bytes, new: bytes) -> Spoil:
    def spoil(path: Path) -> None:
        data = path.read_bytes()
        assert old in data
        path.write_bytes(data.replace(old, new, 1))

    return spoil


def written(data: bytes) -> Spoil:
    return lambda path: _write(path, data)


def _write(path: Path, data: bytes) -> None:
    path.write_bytes(data)


def a_byte_flipped_in_a_name(path: Path) -> None:
    data = path.read_bytes()
    path.write_bytes(data.replace(b'"people":{"', b'"people":[":', 1))


def the_same_id_twice(path: Path) -> None:
    tables = json.loads(path.read_bytes())
    tables["people"]["77"] = tables["people"]["1"]
    path.write_text(json.dumps(tables))


def of_a_newer_schema(path: Path) -> None:
    tables = json.loads(path.read_bytes())
    tables["_meta"]["1"] |= {"schema": 99, "needs": "7.5.0"}
    path.write_text(json.dumps(tables))


def a_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def a_pipe(path: Path) -> None:
    path.unlink()
    os.mkfifo(path)


BAD: dict[str, Spoil] = {
    "damaged": a_byte_flipped_in_a_name,
    "binary": written(bytes(range(256))),
    "empty, though there was one": written(b""),
    "gone, though there was one": lambda path: path.unlink(),
    "somebody else's": written(b'{"_default": {"1": {"name": "x"}}}'),
    "an empty object": written(b"{}"),
    "a list": written(b"[1, 2]"),
    "a word": written(b"null"),
    "deep": written(b'{"people": ' + b"[" * 100_000),
    "deep and closed": replaced(
        b'"me":{', b'"deep":' + b"[" * 100_000 + b"]" * 100_000 + b',"me":{"1":['
    ),
    "the same id twice": the_same_id_twice,
    "NaN": replaced(b'"name":"Person 1"', b'"name":"Person 1","cadence_days":NaN'),
    "a byte order mark": replaced(b"{", b"\xef\xbb\xbf{"),
    "no UTF-8": replaced(b"Person 1", b"P\xff\xferson"),
    "a lone surrogate": replaced(b"Person 1", b"P\\ud800"),
    "newer": of_a_newer_schema,
    "a folder": a_folder,
    "a pipe": a_pipe,
}


@pytest.mark.parametrize("spoil", BAD.values(), ids=BAD.keys())
def test_a_bad_file_is_left_as_it_is(spoil: Spoil, path: Path) -> None:
    """Guards that reading is all or nothing and comes before writing: exit status 4, one line on
    stderr, not a byte changed in any file, and no waiting for what never comes."""
    spoil(path)
    sentence = refused(path)
    if spoil is of_a_newer_schema:
        assert "7.5.0" in sentence


def test_a_file_cut_off_anywhere(path: Path) -> None:
    """Guards the same for what a full disk or a broken copy leaves."""
    whole = path.read_bytes()
    for part in range(20):
        path.write_bytes(whole[: len(whole) * part // 20])
        refused(path)
    path.write_bytes(whole)
    assert run(path, ("add", "Later")).status == 0
    assert len(FileKeeper(path).snapshot.people) == 9


@pytest.mark.parametrize("left", ["journal", "backups"])
def test_an_empty_file_is_not_new_where_something_was_left(left: str, path: Path) -> None:
    """Guards against burying a loss: a journal or a backup alone shows that there was a file."""
    path.write_bytes(b"")
    path.with_name(f"{path.name}.history").unlink()
    if left == "backups":
        journal_of(path).unlink()
    else:
        for each in path.with_name(f"{path.name}.backups").iterdir():
            each.unlink()
    assert str(path) in refused(path)


def test_an_empty_file_with_nothing_beside_it_is_new(tmp_path: Path) -> None:
    """Guards the other side: `touch FILE` is no damage, and reading it makes nothing."""
    path = tmp_path / "new" / "arrosoir.json"
    path.parent.mkdir()
    path.touch()
    before = prints(path.parent)
    assert run(path, ("today", "--json")) == (0, "[]\n", "")
    assert prints(path.parent) == before
    assert run(path, ("add", "Somebody")).status == 0
    assert len(FileKeeper(path).snapshot.people) == 1


@pytest.mark.skipif(os.geteuid() == 0, reason="root reads everything")
def test_a_file_that_may_not_be_read(path: Path) -> None:
    """Guards that a file without permission is said, not taken for a new one."""
    path.chmod(0)
    said = run(path, ("today",))
    assert (said.status, len(said.err.splitlines())) == (4, 1)
    path.chmod(0o600)
    assert len(FileKeeper(path).snapshot.people) == 8
