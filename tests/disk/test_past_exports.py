"""What was exported where: appended, bounded, and readable whatever was torn off."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

from store.disk.past_exports import (
    KEPT,
    PastExport,
    exports_path,
    note_export,
    past_exports,
    rewrite_exports,
)


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return tmp_path / "a.json"


def export(path: str, on: str = "2026-11-20", digest: str = "d") -> PastExport:
    return PastExport(path=path, format="csv", on=on, people=3, digest=digest)


def paths(data: Path) -> list[str]:
    return [each.path for each in past_exports(data)]


def test_the_last_one_to_each_file_counts(data: Path) -> None:
    assert paths(data) == []
    for each in (export("/a"), export("/b"), export("/a", digest="e")):
        note_export(data, each)
    assert paths(data) == ["/b", "/a"]
    assert past_exports(data)[1].digest == "e"
    assert stat.S_IMODE(exports_path(data).stat().st_mode) == 0o600


def test_the_same_again_on_another_day_is_not_noted_again(data: Path) -> None:
    note_export(data, export("/a"))
    before = exports_path(data).read_bytes()
    note_export(data, export("/a", on="2026-11-21"))
    assert exports_path(data).read_bytes() == before


def test_a_feed_of_every_hour_pushes_no_other_out(data: Path) -> None:
    note_export(data, export("/once"))
    for number in range(3 * KEPT):
        note_export(data, export("/feed", digest=str(number)))
    assert exports_path(data).read_bytes().count(b"\n") <= 2 * KEPT
    assert paths(data) == ["/once", "/feed"]
    assert past_exports(data)[1].digest == str(3 * KEPT - 1)


def test_of_many_files_the_latest_are_kept(data: Path) -> None:
    for number in range(2 * KEPT + 1):
        note_export(data, export(f"/{number}"))
    assert paths(data) == [f"/{number}" for number in range(KEPT + 1, 2 * KEPT + 1)]


def test_a_torn_or_damaged_line_spoils_itself_alone(data: Path) -> None:
    note_export(data, export("/a"))
    with exports_path(data).open("ab") as stream:
        stream.write(b'{"path": "/torn", "for')
    note_export(data, export("/b"))
    assert paths(data) == ["/a", "/b"]
    with exports_path(data).open("ab") as stream:
        stream.write(b"\xff\n[]\n")
    assert paths(data) == ["/a", "/b"]


def test_lines_are_changed_and_let_go(data: Path) -> None:
    rewrite_exports(data, lambda each: None)
    assert not exports_path(data).exists()
    for name in ("/a", "/b", "/c"):
        note_export(data, export(name))

    def changed(each: PastExport) -> PastExport | None:
        return {"/a": None, "/b": export("/x")}.get(each.path, each)

    rewrite_exports(data, changed)
    assert paths(data) == ["/x", "/c"]
    assert stat.S_IMODE(exports_path(data).stat().st_mode) == 0o600


def test_a_symlink_is_not_followed(data: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.write_text("mine\n")
    exports_path(data).symlink_to(other)
    with pytest.raises(OSError, match="symbolic"):
        note_export(data, export("/a"))
    assert other.read_text() == "mine\n"
