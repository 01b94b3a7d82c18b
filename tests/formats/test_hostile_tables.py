"""Tables larger or wider than anybody's: bounded, cut where it is told, their beginnings taken."""

from __future__ import annotations

import time

import pytest
from csv_tables import read, told

from store.formats import csv_table
from store.formats.csv import reader
from store.formats.csv_table import lines_of, read_body
from store.formats.known import Known
from store.formats.linkedin import connections
from store.formats.linkedin import reader as linkedin
from store.formats.linkedin.reader import read_linkedin
from store.formats.set_aside import MOST_TOLD
from store.formats.text_decoding import beginning, decode

CONNECTIONS = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
CONNECTION = "Ann,Bee{0},https://www.linkedin.com/in/ann{0},,Acme,CEO,15 Jan 2024\n"
MESSAGES = (
    "CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE,"
    "SUBJECT,CONTENT,FOLDER\n"
)

SECONDS = 6
"""Of the processor; each takes below one."""


def test_a_row_of_a_million_cells_is_not_looked_at_cell_by_cell() -> None:
    wide = ",".join(f"c{n}" for n in range(300_000))
    data = f"Name,Email,{wide}\nAda,a@b.cd{',x' * 300_000}\n".encode()
    begun = time.process_time()
    reading = read(data)
    assert time.process_time() - begun < SECONDS
    assert told(reading) == [(2, "import.too_many_cells")]


def test_a_file_beyond_the_bound_is_cut_at_a_line_and_that_is_told(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(reader, "MOST_BYTES", 60)
    reading = read("Name,Email\nAda,a@b.cd\nBo,b@b.cd\nCy,c@b.cd\nDee,d@b.cd\nEve,e@b.cd\n")
    assert [each.name for each in reading.people] == ["Ada", "Bo", "Cy", "Dee"]
    assert told(reading) == [(6, "csv.rest_left_out")]


@pytest.mark.parametrize("codec", ["utf-8", "utf-16", "utf-16-le"])
def test_a_cut_splits_no_character(codec: str) -> None:
    data = "Zoë,é\nBjörn,ø\n".encode(codec)
    for most in range(len("Zoë,é\n".encode(codec)) + 3, len(data)):
        assert decode(beginning(data, most)) in ("Zoë,é\n", "")
    assert beginning(data, len(data)) == data


def test_a_cut_after_so_many_lines_keeps_whole_lines() -> None:
    assert beginning(b"a\nb\nc\n", 100, 2) == b"a\nb\n"
    assert beginning(b"a\nb\nc", 100, 2) == b"a\nb\nc"
    assert beginning(b"a\r\nb\r\nc\r\n", 100, 1) == b"a\r\n"


def test_lines_are_counted_before_they_are_held(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(csv_table, "MOST_LINES", 3)
    assert lines_of("a\r\nb\rc\nd\ne") == (["a", "b", "c"], 4)
    assert lines_of("a\nb\nc") == (["a", "b", "c"], 0)


def test_rows_end_where_their_cells_are_too_many(monkeypatch: pytest.MonkeyPatch) -> None:
    lines = ["a,b", "c,", "d,e", "f,g"]
    monkeypatch.setattr(csv_table, "MOST_FILLED", 3)
    body = read_body(lines, 0, ",")
    assert ([row.line for row in body.rows], body.rest) == ([1, 2], 3)
    monkeypatch.setattr(csv_table, "MOST_FILLED", 100)
    monkeypatch.setattr(csv_table, "MOST_CELLS", 6)
    body = read_body(lines, 0, ",")
    assert ([row.line for row in body.rows], body.rest) == ([1, 2, 3], 4)


def test_lines_of_no_encoding_are_read_piece_by_piece_as_they_would_be_alone() -> None:
    lines = ["é".encode(), b"caf\xe9", "ü".encode(), b"plain"] * 20_000
    assert decode(b"\n".join(lines)) == "\n".join(["é", "café", "ü", "plain"] * 20_000)


def test_connections_beyond_what_the_network_allows_are_left_out(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(connections, "MOST_ROWS", 10)
    data = CONNECTIONS + "".join(CONNECTION.format(n) for n in range(20))
    reading = read_linkedin(data.encode(), "x.csv", Known())
    assert len(reading.people) == 10
    assert told(reading) == [(12, "csv.rest_left_out")]


def test_an_export_beyond_the_bound_tells_where_it_was_cut(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(linkedin, "MOST_BYTES", len(CONNECTIONS + CONNECTION) + 20)
    data = CONNECTIONS + "".join(CONNECTION.format(n) for n in range(9))
    reading = read_linkedin(data.encode(), "x.csv", Known())
    assert [each.name for each in reading.people] == ["Ann Bee0"]
    assert told(reading) == [(3, "csv.rest_left_out")]


def test_of_a_hundred_thousand_bad_rows_the_first_are_told_and_the_rest_counted() -> None:
    data = MESSAGES + "c,t,Ann,,Bo,,no day,,x,INBOX\n" * 2000
    reading = read_linkedin(data.encode(), "messages.csv", Known())
    assert len(reading.refused) <= MOST_TOLD + 2
    assert reading.refused[-1].why.id == "import.more_set_aside"
    assert reading.refused[-1].why.values == {"n": 2000 - MOST_TOLD}


def test_what_programs_write_apart_by_a_mark_of_their_own_is_parted_by_nothing_else() -> None:
    reading = read(
        "First Name,Nickname,Labels,Phone 1 - Label,Phone 1 - Value,E-mail 1 - Label\n"
        'Ann,"Annie; the tall, one",*star* ::: a; b ::: * myContacts,Home,"12; 34",x\n'
    )
    (person,) = reading.people
    assert person.nicknames == ("Annie; the tall, one",)
    assert person.tags == ("*star*", "a; b")
    assert person.phones == ("12; 34",)
