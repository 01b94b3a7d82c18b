"""Lists, diaries, dumps and mail made to break: time grows with their length, and not faster."""

from __future__ import annotations

import json
import time
from collections.abc import Callable

import pytest
from monica_exports import account, as_json, as_sql

from store.formats.friends_md import reader as friends
from store.formats.friends_md.reader import read_friends
from store.formats.incoming import Reading
from store.formats.known import Known
from store.formats.mail.parties import parties_of
from store.formats.monica import json_account, sql_account
from store.formats.monica import reader as monica
from store.formats.monica.reader import read_monica
from store.formats.names_list import reader as names
from store.formats.names_list.reader import read_names

SECONDS = 6
"""Of the processor; each takes below one."""

Read = Callable[[bytes, str, Known], Reading]


def timed(read: Read, data: bytes) -> Reading:
    """What is read, in time."""
    begun = time.process_time()
    reading = read(data, "x", Known())
    assert time.process_time() - begun < SECONDS
    return reading


def told(reading: Reading) -> list[tuple[int, str]]:
    return [(each.line, each.why.id) for each in reading.refused]


# Diaries ------------------------------------------------------------------------------------------


def test_ten_thousand_notes_of_one_friend_are_sorted_once() -> None:
    notes = "".join(
        f"- 20{n % 20:02d}-{n % 12 + 1:02d}-01: note {n} of **Ada**\n" for n in range(20_000)
    )
    reading = timed(read_friends, f"### Friends:\n- Ada\n\n### Notes:\n{notes}".encode())
    lines = reading.people[0].notes.split("\n")
    assert (len(lines), lines) == (20_000, sorted(lines))


def test_a_diary_longer_than_a_life_is_cut_and_that_is_told(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(friends, "MOST_LINES", 2)
    data = b"### Friends:\n- Ada\n- Bo\n- Cy\n- Dee\n"
    reading = read_friends(data, "x", Known())
    assert [each.name for each in reading.people] == ["Ada", "Bo"]
    assert told(reading) == [(4, "import.rest_left_out")]
    monkeypatch.setattr(friends, "MOST_BYTES", 20)
    assert told(read_friends(data, "x", Known())) == [(3, "import.rest_left_out")]


def test_lines_of_a_diary_end_as_in_any_file() -> None:
    data = "### Friends:\r- Ada\r\n- Bo\n- C\x85y\n".encode()
    assert [each.name for each in read_friends(data, "x", Known()).people] == ["Ada", "Bo", "C y"]


# Lists of names -----------------------------------------------------------------------------------


def test_a_list_of_blank_lines_is_read_no_further_than_it_may_be(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(names, "MOST_BYTES", 1_000_000)
    reading = timed(read_names, b"Ada Lovelace\nBo Derek\n" + b"\n" * 3_000_000 + b"Cy Dee\n")
    assert [each.name for each in reading.people] == ["Ada Lovelace", "Bo Derek"]
    assert told(reading) == [(3, "import.too_many_names")]


# Mail ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("sign", [",", "<", ":", '"', "(", ")", "\\", "=?", "a,", "(\\("])
def test_headers_of_nothing_but_signs_cost_no_more_than_their_beginning(sign: str) -> None:
    begun = time.process_time()
    for _ in range(20):
        assert not parties_of(sign * (60_000 // len(sign)))
    assert time.process_time() - begun < SECONDS


def test_two_hundred_recipients_are_all_found() -> None:
    header = ", ".join(f'"Ek, (A) {n}" (at work) <a{n}@b.cd>' for n in range(200))
    assert len(parties_of(header)) == 200


# Monica -------------------------------------------------------------------------------------------


def test_a_json_of_millions_of_objects_is_not_made_into_objects() -> None:
    whole = json.dumps(account())[:-1]
    data = f'{whole},"deep":[{"{}," * 5_000_000}1]}}'.encode()
    assert told(timed(read_monica, data)) == [(0, "monica.too_much")]


def test_everybody_who_is_related_to_one_contact_is_gathered_once() -> None:
    whole = account()
    contacts = next(each for each in whole["account"]["data"] if each["type"] == "contact")
    one, other = (each["uuid"] for each in contacts["values"][:2])
    said = {"type": "friend", "contact_is": other, "of_contact": one}
    values = [{"uuid": f"r{n}", "properties": said} for n in range(20_000)]
    whole["account"]["data"].append({"type": "relationship", "values": values})
    reading = timed(read_monica, json.dumps(whole).encode())
    assert len(reading.ties) >= 20_000


def test_a_dump_beyond_the_bound_is_cut_and_that_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = len(read_monica(as_sql(), "x", Known()).people)
    rows = ",\n".join(f"({n},'A{n}')" for n in range(1000, 1100))
    more = f"\nINSERT IGNORE INTO `contacts` (`id`,`first_name`) VALUES\n{rows};\n"
    monkeypatch.setattr(sql_account, "MOST_ROWS", 200)
    reading = read_monica(as_sql() + more.encode() * 3, "x", Known())
    assert whole < len(reading.people) < whole + 300
    assert reading.refused[-1].why.id == "import.rest_left_out"
    assert reading.refused[-1].line > 1


def test_logs_are_passed_over_whatever_their_strings_hold() -> None:
    rows = ",\n".join(f"({n},'it''s; \\'INSERT INTO `contacts`')" for n in range(100_000))
    logs = f"\nINSERT IGNORE INTO `audit_logs` (`id`,`text`) VALUES\n{rows};\n".encode()
    here = read_monica(as_sql(), "x", Known())
    first = as_sql().index(b"INSERT")
    reading = timed(read_monica, as_sql()[:first] + logs + as_sql()[first:])
    assert [each.name for each in reading.people] == [each.name for each in here.people]


def test_the_bound_on_a_json_is_far_above_a_real_account() -> None:
    assert json.dumps(account()).count(",") * 1000 < monica.MOST_SIGNS


@pytest.mark.parametrize("as_it_is", ["json", "sql"])
def test_more_contacts_than_anybody_has_are_cut(
    as_it_is: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = {"json": as_json(), "sql": as_sql()}[as_it_is]
    account_file = {"json": json_account, "sql": sql_account}[as_it_is]
    whole = read_monica(data, "x", Known())
    monkeypatch.setattr(account_file, "MOST_CONTACTS", 1)
    reading = read_monica(data, "x", Known())
    assert 0 < len(reading.people) < len(whole.people)
    assert reading.refused[-1].why.id == "import.rest_left_out"


def test_a_name_that_nobody_can_see_is_none() -> None:
    data = "### Friends:\n- \u200b\n- Bo\n\n### Notes:\n- 2024-01-01: **\u202e** and **\u200b**\n"
    reading = read_friends(data.encode(), "x", Known())
    assert [each.name for each in reading.people] == ["Bo"]
    assert told(reading) == [(2, "friends.nameless"), (6, "friends.nobody")]
