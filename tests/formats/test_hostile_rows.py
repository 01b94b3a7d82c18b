"""Rows of cards and calendars: bounded in number, and never all held at once."""

from __future__ import annotations

import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.formats.ics import blocks
from store.formats.ics.reader import read_calendar
from store.formats.known import Known
from store.formats.text_rows import rows_of
from store.formats.vcard import lines, reader
from store.formats.vcard.reader import read_vcards

CARD = "BEGIN:VCARD\nVERSION:3.0\nFN:P{0}\nEND:VCARD\n"
EVENT = "BEGIN:VEVENT\nUID:{0}\nDTSTART:20240105\nATTENDEE;CN=A{0}:mailto:a{0}@b.cd\nEND:VEVENT\n"

SECONDS = 6
"""Of the processor; each takes below one."""


@given(
    st.lists(st.sampled_from([b"a", b" b", b"", b"\n", b"\r\n", b"\r", b"\r\r\n"])).map(b"".join)
)
def test_rows_are_those_of_the_file_with_their_numbers(data: bytes) -> None:
    whole = re.split(rb"\r{0,2}\n|\r", data)
    found = list(rows_of(data))
    assert all(whole[number - 1] == row for number, row in found)
    assert [number for number, _ in found] == sorted({number for number, _ in found})
    assert [(n, row) for n, row in found if row] == [(n, r) for n, r in enumerate(whole, 1) if r]


def test_empty_rows_by_the_million_are_counted_and_not_read() -> None:
    begun = time.process_time()
    data = (CARD.format(1) + "\n" * 20_000_000 + "BEGIN:VCARD\nEND:VCARD\n").encode()
    reading = read_vcards(data, "x")
    calendar = read_calendar(b"BEGIN:VCALENDAR\n" + b"\r\n" * 20_000_000, "x", Known())
    assert time.process_time() - begun < SECONDS
    assert [each.name for each in reading.people] == ["P1"]
    assert [each.line for each in reading.refused] == [20_000_005]
    assert not calendar.people


def test_cards_beyond_what_anybody_has_are_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    data = "".join(CARD.format(n) for n in range(20)).encode()
    monkeypatch.setattr(reader, "MOST_CARDS", 5)
    reading = read_vcards(data, "x")
    assert len(reading.people) == 5
    assert [(each.line, each.why.id) for each in reading.refused] == [(21, "import.rest_left_out")]


@pytest.mark.parametrize("bound", ["MOST_ROWS", "MOST_LINES"])
def test_a_file_of_cards_ends_where_its_lines_are_too_many(
    bound: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lines, bound, 8)
    reading = read_vcards("".join(CARD.format(n) for n in range(9)).encode(), "x")
    assert [each.name for each in reading.people][:2] == ["P0", "P1"]
    assert len(reading.people) < 4
    assert reading.refused[-1].why.id == "import.rest_left_out"


def test_a_calendar_ends_where_its_rows_are_too_many(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(blocks, "MOST_ROWS", 11)
    data = "BEGIN:VCALENDAR\n" + "".join(EVENT.format(n) for n in range(9)) + "END:VCALENDAR\n"
    reading = read_calendar(data.encode(), "x", Known())
    assert len(reading.people) == 2
    assert (12, "import.rest_left_out") in [(each.line, each.why.id) for each in reading.refused]


def test_whoever_stops_while_lines_are_read_is_heard() -> None:
    class StoppedError(Exception):
        pass

    def step(count: int) -> None:
        raise StoppedError

    data = CARD.format(1).replace("END", "X-A:1\n" * 5000 + "END").encode()
    with pytest.raises(StoppedError):
        read_vcards(data, "x", Known(step=step))
