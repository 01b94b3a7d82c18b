from __future__ import annotations

import os
from pathlib import Path

import pytest

from store.formats.walk import walk


def names(folder: Path, *paths: Path) -> list[str]:
    found = walk(paths or (folder,))
    return [str(each.path.relative_to(folder)) for each in found.files]


def write(folder: Path, *files: str) -> None:
    for file in files:
        path = folder / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(file)


def test_folders_are_walked_by_name(tmp_path: Path) -> None:
    book = tmp_path / "book"
    write(book, "c.vcf", "a.vcf", "b/z.vcf", "b/y.vcf")
    assert names(book) == ["a.vcf", "b/y.vcf", "b/z.vcf", "c.vcf"]


def test_hidden_and_half_written_files_are_passed_over(tmp_path: Path) -> None:
    book = tmp_path / "book"
    write(book, "a.vcf", ".hidden.vcf", ".git/x.vcf", "b.vcf.tmp", "c.vcf~", "d.part")
    assert names(book) == ["a.vcf"]


def test_a_hidden_file_that_is_named_is_read(tmp_path: Path) -> None:
    book = tmp_path / "book"
    write(book, ".hidden.vcf")
    found = walk([book / ".hidden.vcf"])
    assert [each.walked for each in found.files] == [False]


def test_links_that_go_in_circles_end_and_each_file_comes_once(tmp_path: Path) -> None:
    book = tmp_path / "book"
    write(book, "a.vcf", "in/b.vcf")
    (book / "in" / "up").symlink_to(book)
    (book / "z.vcf").symlink_to(book / "a.vcf")
    (book / "self").symlink_to(book / "self")
    (book / "gone").symlink_to(book / "nothing")
    assert names(book) == ["a.vcf", "in/b.vcf"]
    assert names(book, book / "a.vcf", book) == ["a.vcf", "in/b.vcf"]
    assert walk([book]).refused == ()


def test_paths_that_lead_nowhere_are_refused(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    found = walk([tmp_path / "nothing", tmp_path / "pipe", "nul\0byte"])
    assert found.files == ()
    assert [each.why.id for each in found.refused] == [
        "import.missing",
        "import.not_a_file",
        "import.unreadable",
    ]


def test_a_folder_of_nothing_says_so(tmp_path: Path) -> None:
    (tmp_path / "book").mkdir()
    assert [each.why.id for each in walk([tmp_path / "book"]).refused] == ["import.empty_folder"]


def test_a_pipe_in_a_folder_never_blocks(tmp_path: Path) -> None:
    book = tmp_path / "book"
    write(book, "a.vcf")
    os.mkfifo(book / "pipe")
    assert names(book) == ["a.vcf"]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_folder_without_permission_is_refused_and_the_rest_goes_on(tmp_path: Path) -> None:
    book = tmp_path / "book"
    write(book, "a.vcf", "shut/b.vcf")
    (book / "shut").chmod(0)
    try:
        found = walk([book])
    finally:
        (book / "shut").chmod(0o700)
    assert [each.path.name for each in found.files] == ["a.vcf"]
    assert [each.why.id for each in found.refused] == ["import.no_permission"]


def test_paths_are_shown_without_what_a_terminal_obeys(tmp_path: Path) -> None:
    book = tmp_path / "book"
    write(book, "a\x1b[31m.vcf")
    (found,) = walk([book]).files
    assert "\x1b" not in found.shown
    assert found.path.exists()
