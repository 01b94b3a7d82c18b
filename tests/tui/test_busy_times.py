"""Calendars asked for the time they take: read once, again when they change, never in the way."""

from __future__ import annotations

import os
from datetime import date, datetime
from pathlib import Path

import pytest

from store.formats.ics import busy as busy_module
from store.records.me import Me
from store.rules.busy import Busy
from tui import busy_times
from tui.busy_times import BusyTimes

DAY = (date(2026, 11, 20), date(2026, 11, 20))


def _calendar(path: Path, start: str = "20261120T100000", *lines: str) -> Path:
    body = ["BEGIN:VCALENDAR", "BEGIN:VEVENT", "UID:1", f"DTSTART:{start}", "DURATION:PT1H", *lines]
    path.write_text("\r\n".join([*body, "END:VEVENT", "END:VCALENDAR", ""]), encoding="utf-8")
    return path


def _at(day: int, hour: int) -> datetime:
    return datetime(2026, 11, day, hour)  # noqa: DTZ001 - on the user's clock


@pytest.fixture
def readings(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The files that are read, as they are."""
    told: list[str] = []
    read = busy_module.busy_times

    def counted(data: bytes, path: str, *rest: object) -> object:
        told.append(Path(path).name)
        return read(data, path, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(busy_module, "busy_times", counted)
    return told


def test_nothing_is_taken_where_there_is_no_calendar() -> None:
    assert BusyTimes(()).read(DAY) == ((), ())


def test_files_and_folders_are_taken_together(tmp_path: Path) -> None:
    one = _calendar(tmp_path / "one.ics")
    (tmp_path / "vdir").mkdir()
    _calendar(tmp_path / "vdir" / "two.ics", "20261120T105000")
    times = BusyTimes([str(one), str(tmp_path / "vdir")])
    assert times.read(DAY)[0] == (Busy(_at(20, 10), datetime(2026, 11, 20, 11, 50)),)  # noqa: DTZ001


def test_the_home_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    _calendar(tmp_path / "one.ics")
    assert BusyTimes(["~/one.ics"]).read(DAY)[0]


def test_a_file_is_read_once_for_the_weeks_around_and_again_when_it_changes(
    tmp_path: Path, readings: list[str]
) -> None:
    one, two = _calendar(tmp_path / "one.ics"), _calendar(tmp_path / "two.ics", "20261127T100000")
    times = BusyTimes([str(tmp_path)])
    assert times.read(DAY)[0] == (Busy(_at(20, 10), _at(20, 11)),)
    assert times.read((date(2026, 11, 23), date(2026, 11, 29)))[0] == (
        Busy(_at(27, 10), _at(27, 11)),
    )
    assert readings == ["one.ics", "two.ics"]
    _calendar(one, "20261120T150000", "SUMMARY:moved")
    assert times.read(DAY)[0] == (Busy(_at(20, 15), _at(20, 16)),)
    assert readings == ["one.ics", "two.ics", "one.ics"]
    two.unlink()
    assert times.read((date(2026, 11, 23), date(2026, 11, 29))) == ((), ())
    times.read((date(2027, 6, 1), date(2027, 6, 7)))
    assert readings[3:] == ["one.ics"], "of days further off nothing is known yet"


def test_what_cannot_be_read_is_told_and_costs_no_other(tmp_path: Path) -> None:
    good = _calendar(tmp_path / "good.ics")
    (tmp_path / "bad.ics").write_bytes(b"\x89PNG\r\n")
    (tmp_path / "empty.ics").write_bytes(b"")
    missing = tmp_path / "none.ics"
    busy, refused = BusyTimes([str(tmp_path), str(missing)]).read(DAY)
    assert busy == (Busy(_at(20, 10), _at(20, 11)),)
    assert [(Path(each.file).name, each.why.id) for each in refused] == [
        ("none.ics", "import.missing"),
        ("bad.ics", "busy.no_calendar"),
    ]
    assert good.exists()


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read_is_told(tmp_path: Path) -> None:
    path = _calendar(tmp_path / "one.ics")
    path.chmod(0)
    assert [each.why.id for each in BusyTimes([str(path)]).read(DAY)[1]] == ["import.no_permission"]


def test_what_is_too_large_is_left_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = _calendar(tmp_path / "one.ics")
    monkeypatch.setattr(busy_times, "MOST_BYTES", 50)
    assert [each.why.id for each in BusyTimes([str(path)]).read(DAY)[1]] == ["busy.too_big"]
    monkeypatch.undo()
    monkeypatch.setattr(busy_times, "MOST_BYTES_IN_ALL", path.stat().st_size)
    _calendar(tmp_path / "two.ics")
    found, refused = BusyTimes([str(tmp_path)]).read(DAY)
    assert found
    assert [Path(each.file).name for each in refused] == ["two.ics"]


def test_a_reader_that_fails_takes_nothing_with_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_: object) -> object:
        raise RecursionError

    monkeypatch.setattr(busy_module, "busy_times", fails)
    _calendar(tmp_path / "one.ics")
    assert [each.why.id for each in BusyTimes([str(tmp_path)]).read(DAY)[1]] == [
        "import.unreadable"
    ]


def test_what_the_user_has_declined_is_free(tmp_path: Path) -> None:
    declined = "ATTENDEE;PARTSTAT=DECLINED:mailto:me@home.example"
    path = _calendar(tmp_path / "one.ics", "20261120T100000", declined)
    assert BusyTimes([str(path)]).read(DAY)[0]
    assert not BusyTimes([str(path)], Me(emails=("me@home.example",))).read(DAY)[0]


@pytest.mark.parametrize("days", [(date.min, date.min), (date.max, date.max)])
def test_the_ends_of_time_are_survived(tmp_path: Path, days: tuple[date, date]) -> None:
    _calendar(tmp_path / "one.ics", "20261120T100000", "RRULE:FREQ=DAILY")
    assert BusyTimes([str(tmp_path)]).read(days)[1] == ()


def test_the_longest_time_that_one_calendar_takes_is_found_in_the_days_asked_for(
    tmp_path: Path,
) -> None:
    one, two = _calendar(tmp_path / "one.ics"), _calendar(tmp_path / "two.ics")
    two.write_text(two.read_text().replace("PT1H", "P9D"), encoding="utf-8")
    times = BusyTimes([str(one), str(two)])
    assert times.longest(DAY) is None, "nothing was read yet"
    times.read(DAY)
    found = times.longest(DAY)
    assert found is not None
    assert Path(found.file).name == "two.ics"
    assert found.busy == Busy(_at(20, 10), _at(21, 0))
    long_after = (date(2026, 12, 10), date(2026, 12, 11))
    assert times.longest(long_after) is None
