"""A disk that is full, in earnest: a small file system and a ballast in it."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import msgspec
import pytest
from disk_room import ROOMY, TEN, names, ordered, saved
from orders import desk_on, line
from program import arrosoir
from stock import opened_by_tinydb

from store.disk.file_keeper import FileKeeper
from store.words.message import DataProblem


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of one megabyte, in memory."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(disk)]
    try:
        made = subprocess.run(mount, capture_output=True, text=True, check=False)
    except FileNotFoundError:
        pytest.skip("there is no mount")
    if made.returncode:
        pytest.skip(f"a small file system cannot be mounted here: {made.stderr.strip()}")
    try:
        yield disk
    finally:
        subprocess.run(["umount", "-l", str(disk)], check=True)


@contextmanager
def filled_up(disk: Path, pages_left: int = 0) -> Iterator[None]:
    """A ballast that leaves no room but for some pages of 4096 bytes."""
    ballast = disk / "ballast"
    page = bytes(4096)
    with ballast.open("wb", buffering=0) as file, suppress(OSError):
        while True:
            file.write(page)
    os.truncate(ballast, max(ballast.stat().st_size - pages_left * len(page), 0))
    try:
        yield
    finally:
        ballast.unlink()


@pytest.mark.parametrize("pages", [0, 1, 2])
def test_a_full_file_system(pages: int, small_disk: Path) -> None:
    """Guards all of it where not a file but the disk is full: commits until no more fits,
    checkpoint and backup, a session that begins meanwhile, and room made again."""
    path = small_disk / "arrosoir.json"
    desk = saved(path)
    keeper = desk.service._keeper
    assert isinstance(keeper, FileKeeper)
    wanted = set(TEN)
    with filled_up(small_disk, pages):
        refused = 0
        for number in range(100, 160):
            done, answer = ordered(desk, number, "add", name=f"P{number}", note="x" * 500)
            assert done or answer == '"disk_full"'
            wanted |= {f"P{number}"} if done else set()
            refused += not done
        assert refused
        assert names(path) == wanted
        with pytest.raises(DataProblem) as caught:
            desk.service.tidy("idle")
        assert (caught.value.code, caught.value.message.id) == ("disk_full", "problem.not_tidied")
        with pytest.raises(DataProblem) as caught:
            keeper.backup()
        assert (caught.value.code, caught.value.message.id) == ("disk_full", "problem.no_backup")
        opened_by_tinydb(path)
        other = desk_on(path)
        assert ordered(other, 200, "add", name="x", note="x" * ROOMY) == (False, '"disk_full"')
        ran = arrosoir("--data", str(path), "batch", typed=line("add", name="y", note="x" * ROOMY))
        assert ran.status == 1
        assert msgspec.json.decode(ran.out)["error"]["code"] == "disk_full"
        assert arrosoir("--data", str(path), "today", "--json").status == 0
        assert names(path) == wanted
    assert ordered(desk, 300, "add", name="Later")[0]
    assert ordered(other, 301, "add", name="Latest")[0]
    desk.service.tidy("idle")
    keeper.backup()
    assert names(path) == wanted | {"Later", "Latest"}
    assert {row["name"] for row in opened_by_tinydb(path)["people"]} == names(path)
    assert not list(small_disk.rglob("*.tmp"))


def test_a_first_commit_on_a_full_file_system(small_disk: Path) -> None:
    """Guards that a file that could not be made leaves nothing that bars the way later."""
    path = small_disk / "data" / "arrosoir.json"
    with filled_up(small_disk):
        desk = desk_on(path)
        assert ordered(desk, 0, "add", name="Somebody") == (False, '"disk_full"')
        ran = arrosoir("--data", str(path), "add", "Somebody")
        assert (ran.status, ran.out) == (4, "")
        assert len(ran.err.splitlines()) == 1
        assert names(path) == set()
    assert ordered(desk, 1, "add", name="Somebody")[0]
    assert names(path) == {"Somebody"}
