"""What mutt and aerc make of `query-address`, read as these two programs read it.

mutt (query.c): the first line is a message, of all others the fields between runs of tabs are
address, name and more; with nothing on standard output it says "(null)", and what comes on standard
error is drawn over its screen. aerc (completer.go): empty lines and those whose first field is no
address are passed over, a hundred lines are read at most.
"""

from __future__ import annotations

from collections.abc import Callable
from email.utils import parseaddr
from pathlib import Path
from typing import NamedTuple

import pytest

from store.disk.new_file import write_new
from store.records.person import City, Person
from store.records.snapshot import snapshot_of
from tui.cli.main import CommandLine

MOST_LINES = 100


class Given(NamedTuple):
    """What a mail program gets."""

    status: int
    out: str
    err: str


Query = Callable[..., Given]


def card(id: str, name: str, *emails: str, org: str = "") -> Person:
    return Person(id=id, name=name, emails=emails, org=org, cities=(City(name="Lyon"),))


PEOPLE = (
    card("A", "Amélie Roussel", "amelie@aubier.example", "amelie@home.example", org="Aubier"),
    card("R", "Jean Roussel", "jean@ferme.example"),
    card("N", "Nina Roussel"),
    card("E", "Eve\tRoussel\x1b[2J", "eve@example.org\tx", "no address", org="a\tb\nc"),
    *(card(f"M{number}", f"Martin {number}", f"m{number}@crowd.example") for number in range(200)),
)


@pytest.fixture
def query(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Query:
    """The command over these people, as a mail program runs it."""
    path = tmp_path / "a.json"
    write_new(path, snapshot_of({"people": {each.id: each for each in PEOPLE}}))

    def call(*words: str, lang: str = "en") -> Given:
        status = CommandLine(["--data", str(path), "--lang", lang, "query-address", *words]).run()
        assert isinstance(status, int)
        told = capsys.readouterr()
        return Given(status, told.out, told.err)

    return call


def as_mutt_reads(given: Given) -> list[list[str]]:
    assert given.out, "(null)"
    assert not given.err, "drawn over the screen"
    message, *lines = given.out.splitlines()
    assert "\t" not in message, "somebody would be taken for the message"
    return [[part for part in line.split("\t") if part][:3] for line in lines]


def as_aerc_reads(given: Given) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    lines = given.out.splitlines()
    assert len(lines) < MOST_LINES, "aerc would end the command"
    for line in filter(str.strip, lines):
        address, *more = line.split("\t", 2)
        if "@" in address and parseaddr(address)[1] == address:
            found.append((address, more[0].strip() if more else ""))
    return found


def test_mutt_finds_address_name_and_more(query: Query) -> None:
    rows = as_mutt_reads(query("roussel"))
    assert sorted(row[:2] for row in rows if "Eve" not in row[1]) == [
        ["amelie@aubier.example", "Amélie Roussel"],
        ["amelie@home.example", "Amélie Roussel"],
        ["jean@ferme.example", "Jean Roussel"],
    ]
    assert all("Aubier" in row[2] for row in rows if row[0].startswith("amelie"))


def test_aerc_finds_the_same_and_takes_no_message_for_a_person(query: Query) -> None:
    for options in ((), ("--bare",)):
        found = as_aerc_reads(query("roussel", *options))
        assert found == [(row[0], row[1]) for row in as_mutt_reads(query("roussel"))]
    assert ("amelie@aubier.example", "Amélie Roussel") in found


def test_nobody_is_said_in_the_first_line_and_nowhere_else(query: Query) -> None:
    for lang in ("en", "fr"):
        given = query("zzzzzz", lang=lang)
        assert given.status == 3
        assert as_mutt_reads(given) == []
        assert as_aerc_reads(given) == []


def test_what_a_stranger_wrote_makes_no_field_and_no_line(query: Query) -> None:
    given = query("eve")
    assert "\x1b" not in given.out
    for row in as_mutt_reads(given):
        assert len(row) <= 3
        assert "@" in row[0]


def test_what_no_mail_program_takes_for_an_address_stays_out(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bad = ("ada@", "@a.example", "a@b@c", "Ada <a@b.example>", "a,b@c.example")
    path = tmp_path / "b.json"
    write_new(path, snapshot_of({"people": {"A": card("A", "Ada", *bad, "ada@a.example")}}))
    assert CommandLine(["--data", str(path), "query-address", "--bare", "ada"]).run() == 0
    assert capsys.readouterr().out == "ada@a.example\tAda\tLyon\n"


def test_nobody_says_for_what_and_nothing_without_the_message_line(query: Query) -> None:
    assert query("zzzzzz").out == "nobody with an address for “zzzzzz”\n"
    assert query("zz\tz", lang="fr").out == "personne avec une adresse pour «\u00a0zz z\u00a0»\n"
    assert query("--bare", "zzzzzz") == (3, "", "")


def test_the_query_is_one_argument_with_blanks_and_quotes_in_it(query: Query) -> None:
    assert as_aerc_reads(query("amelie rous")) != []
    assert query("rous'el \"x").status in (0, 3)


def test_a_crowd_does_not_end_the_command(query: Query) -> None:
    found = as_aerc_reads(query("martin"))
    assert 20 <= len(found) < MOST_LINES


@pytest.mark.parametrize("typed", ["amel", "Amélie R", "ROUSSEL AM", "roussel amelie"])
def test_what_is_being_typed_finds_them(query: Query, typed: str) -> None:
    assert ("amelie@aubier.example", "Amélie Roussel") in as_aerc_reads(query(typed))


def test_the_beginning_of_an_address_finds_it(query: Query) -> None:
    assert ("jean@ferme.example", "Jean Roussel") in as_aerc_reads(query("jean@ferme"))
