"""An import on its way into the data: read in a thread, stopped anywhere, kept with its parts."""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import cast

import pytest

from store.actions.registry import ACTIONS
from store.actions.service import Service
from store.clock import clock_on, fresh_id
from store.config.settings import Settings
from store.disk.file_keeper import FileKeeper
from store.disk.memory_keeper import MemoryKeeper
from store.formats.choices import Choices
from store.formats.plan import Plan
from store.records.attachment import digest_in
from store.words.message import Problem, Refusal
from tui import reading_files
from tui.intake import commit_plan, read_plan
from tui.reading_files import ReadingFiles

TODAY = date(2026, 11, 20)
PICTURE = "QUJD" * 8000


def on_file(path: Path) -> Service:
    return Service(FileKeeper(path), ACTIONS, clock_on(TODAY), fresh_id, Settings())


@pytest.fixture
def service() -> Service:
    return Service(MemoryKeeper(), ACTIONS, clock_on(TODAY), fresh_id, Settings())


def book(folder: Path, more: str = "") -> str:
    path = folder / "book.vcf"
    path.write_text(f"BEGIN:VCARD\nVERSION:3.0\nUID:1\nFN:Ann Bee\n{more}END:VCARD\n")
    return str(path)


def test_a_picture_is_kept_beside_the_data_and_the_import_is_one_step(
    service: Service, tmp_path: Path
) -> None:
    seen = service.snapshot
    plan = read_plan(service, [book(tmp_path, f"PHOTO;ENCODING=b;TYPE=JPEG:{PICTURE}\n")])
    (digest,) = plan.parts
    commit_plan(service, plan, seen)
    (person,) = service.snapshot.people.values()
    (value,) = [each.value for each in person.properties if each.name == "PHOTO"]
    assert digest_in(value) == digest
    kept = service.part(digest)
    assert kept is not None
    assert kept.endswith(PICTURE.encode())
    assert len(service.history()) == 1
    service.undo()
    assert not service.snapshot.people
    assert not read_plan(service, [book(tmp_path)], "merge").parts


def test_data_changed_by_another_session_since_are_not_written_over(tmp_path: Path) -> None:
    service = on_file(tmp_path / "a.json")
    seen = service.snapshot
    plan = read_plan(service, [book(tmp_path)])
    other = on_file(tmp_path / "a.json")
    commit_plan(other, read_plan(other, [book(tmp_path)]), other.snapshot)
    with pytest.raises(Refusal) as caught:
        commit_plan(service, plan, seen)
    assert caught.value.code == "changed_meanwhile"


def test_text_that_is_pasted_is_read_in_the_thread(service: Service) -> None:
    told: list[Plan | Problem] = []
    done = threading.Event()

    def tell(outcome: Plan | Problem) -> None:
        told.append(outcome)
        done.set()

    ReadingFiles(service, [], tell, choices=Choices(pasted="Ann Bee\nBob Cox\n")).start()
    assert done.wait(30)
    assert len(cast(Plan, told[0]).new) == 2


def test_a_reading_is_stopped_within_a_file_and_tells_nothing(
    service: Service, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, ended = threading.Event(), threading.Event()

    def endless(*arguments: object, **options: Callable[..., None]) -> Plan:
        count = 0
        try:
            while True:
                count += 100
                options["progress"](0, 1, "endless.mbox", count)
                begun.set()
        finally:
            ended.set()

    monkeypatch.setattr(reading_files, "read_plan", endless)
    told: list[Plan | Problem] = []
    reading = ReadingFiles(service, ["endless.mbox"], told.append)
    reading.start()
    assert begun.wait(30)
    assert (reading.progress.name, reading.progress.total) == ("endless.mbox", 1)
    assert reading.progress.read >= 100
    reading.stop()
    assert ended.wait(30)
    assert told == []
