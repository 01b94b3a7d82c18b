"""Folders made to break: what cannot be reached is told, and the rest is found."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from store.formats.import_files import Source
from store.formats.known import Known
from store.formats.mail.reader import MAIL
from store.formats.walk import walk
from store.records.snapshot import EMPTY

LETTER = (
    b"From a@b.cd Mon Jan  1 00:00:00 2024\nFrom: Ann <a@b.cd>\nTo: c@d.ef\n"
    b"Date: Mon, 1 Jan 2024 10:00:00 +0000\n\n" + b"body\n" * 100 + b"\n"
)
CARD = "BEGIN:VCARD\nVERSION:3.0\nFN:{}\nEND:VCARD\n"


def test_folders_deeper_than_the_system_names_are_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.vcf").write_text("x")
    deep = tmp_path / "deep"
    deep.mkdir()
    monkeypatch.chdir(deep)
    for _ in range(25):  # Each step is short; all of them together are no path any more.
        Path("d" * 200).mkdir()
        os.chdir("d" * 200)
    found = walk([tmp_path])
    assert [each.path.name for each in found.files] == ["a.vcf"]
    assert [each.why.id for each in found.refused] == ["import.unreadable"]


def test_no_path_at_all_is_not_the_folder_one_is_in(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.vcf").write_text("x")
    monkeypatch.chdir(tmp_path)
    assert not walk([""]).files
    assert [each.why.id for each in walk([""]).refused] == ["import.missing"]
    assert [each.path.name for each in walk(["."]).files] == ["a.vcf"]


def test_a_mailbox_that_grows_while_it_is_read_has_an_end(tmp_path: Path) -> None:
    box = tmp_path / "Inbox.mbox"
    box.write_bytes(LETTER * 200)
    grown = 0

    def step(count: int) -> None:
        nonlocal grown
        grown += 1
        assert grown < 100
        with box.open("ab") as more:
            more.write(LETTER * 200)

    reading = MAIL.read_file(box, "Inbox.mbox", Known(step=step)) if MAIL.read_file else None
    assert grown
    assert reading is not None
    assert len(reading.letters) < 1000


def test_files_that_vanish_or_are_let_go_before_their_turn_are_told(tmp_path: Path) -> None:
    for name in "abc":
        (tmp_path / f"{name}.vcf").write_text(CARD.format(name))

    def progress(done: int, total: int, name: str, read: int) -> None:
        if done == 1:
            (tmp_path / "b.vcf").unlink(missing_ok=True)

    source = Source([str(tmp_path)], EMPTY, progress)
    people = [each.name for reading in source.readings() for each in reading.people]
    assert people == ["a", "c"]
    assert [(Path(each.file).name, each.why.id) for each in source.refused] == [
        ("b.vcf", "import.unreadable")
    ]


def test_a_pipe_in_the_place_of_a_mailbox_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "box")
    reading = MAIL.read_file(tmp_path / "box", "box", Known()) if MAIL.read_file else None
    assert reading is not None
    assert not reading.letters
