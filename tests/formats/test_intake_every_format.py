"""Every format over files of other programs: each file taken once is taken for good."""

from __future__ import annotations

from pathlib import Path

import pytest
from incoming_cards import TODAY, ids

from store.formats.format import Format
from store.formats.intake import import_paths
from store.formats.plan import IMPORT_HOWS, ImportHow, Plan
from store.formats.registry import FORMATS, HEAD_BYTES, tell
from store.records.snapshot import EMPTY, Snapshot

MUST_OCCUR = {"vcard", "linkedin", "csv", "ics", "mail", "friends"}
"""Formats of which the folder has files."""


def read(path: Path, snapshot: Snapshot = EMPTY, how: ImportHow = "merge") -> Plan:
    return import_paths([str(path)], snapshot, how, ids(f"{snapshot.revision}-"), TODAY)


def files_of(format: Format, folder: Path) -> list[Path]:
    found = []
    for path in sorted(each for each in folder.rglob("*") if each.is_file()):
        with path.open("rb") as file:
            told = tell(file.read(HEAD_BYTES), path.name, FORMATS)
        if told is format:
            found.append(path)
    return found


@pytest.mark.parametrize("format", FORMATS, ids=lambda each: each.name)
def test_each_file_of_a_format_twice_is_once(shared: Path, format: Format) -> None:
    files = files_of(format, shared / "data" / "open")
    assert files or format.name not in MUST_OCCUR
    for path in files:
        first = read(path)
        after = EMPTY.apply(first.change_set)
        again = read(path, after)
        assert not again.change_set, path
        assert (again.new, again.changed) == ((), ()), path
        assert set(again.same) <= set(after.people), path
        assert "import.reader_failed" not in {each.why.id for each in first.refused}, path


@pytest.mark.parametrize("how", IMPORT_HOWS)
def test_all_files_at_once_twice_are_once(shared: Path, how: ImportHow) -> None:
    folder = shared / "data" / "open"
    first = read(folder, how=how)
    after = EMPTY.apply(first.change_set)
    again = read(folder, after, how)
    assert again.new == ()
    assert not again.change_set


def test_where_a_piece_was_set_aside_is_told_with_what_it_was(shared: Path) -> None:
    refused = [each for each in read(shared / "data" / "open").refused if each.line]
    assert refused
    for each in refused:
        assert each.file
        assert "\n" not in each.text
        assert len(each.text) <= 80
