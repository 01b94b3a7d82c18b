"""Which calendar files lie under a path, and what stands in the way."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from store.formats.ics import calendar_files as found_by
from store.formats.ics.calendar_files import calendar_files


def _names(*paths: Path) -> tuple[list[str], list[str]]:
    found, refused = calendar_files(paths)
    return [each.path.name for each in found], [each.why.id for each in refused]


def test_a_file_counts_whatever_it_is_called_and_of_a_folder_those_called_ics(
    tmp_path: Path,
) -> None:
    named = tmp_path / "calendar.txt"
    named.write_text("x")
    vdir = tmp_path / "vdir"
    (vdir / "work").mkdir(parents=True)
    for name in ("b.ics", "A.ICS", ".hidden.ics", "c.ics.tmp", "notes.txt", "work/d.ics"):
        (vdir / name).write_text("x")
    assert _names(named, vdir) == (["calendar.txt", "A.ICS", "b.ics", "d.ics"], [])


def test_a_file_named_twice_counts_once_and_links_in_circles_end(tmp_path: Path) -> None:
    one = tmp_path / "one.ics"
    one.write_text("x")
    (tmp_path / "two.ics").symlink_to(one)
    (tmp_path / "round").symlink_to(tmp_path)
    assert _names(one, tmp_path) == (["one.ics"], [])


def test_what_is_not_there_or_no_file_is_told(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.ics"
    os.mkfifo(pipe)
    assert _names(tmp_path / "none.ics", pipe) == ([], ["import.missing", "import.not_a_file"])
    assert _names(Path("a\0b")) == ([], ["import.unreadable"])


def test_a_folder_without_end_is_looked_at_for_so_many_names(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(found_by, "MOST_FILES", 3)
    monkeypatch.setattr(found_by, "MOST_ENTRIES", 30)
    for number in range(60):
        (tmp_path / f"{number}.ics").write_text("x")
    names, losses = _names(tmp_path)
    assert len(names) == 3
    assert losses == ["busy.too_many_files"]


def test_a_changed_file_bears_another_stamp(tmp_path: Path) -> None:
    path = tmp_path / "one.ics"
    path.write_text("x")
    (before,), _ = calendar_files([path])
    assert calendar_files([path])[0] == (before,)
    path.write_text("longer")
    assert calendar_files([path])[0][0].stamp != before.stamp
