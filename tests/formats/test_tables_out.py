"""Tables for spreadsheets: RFC 4180, guarded formulas, and the same people again when read."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from datetime import UTC, date, datetime
from io import StringIO

import msgspec
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from store.formats.exported import Wanted
from store.formats.tables_out.formula_guard import guarded, unguarded
from store.formats.tables_out.google import CSV_GOOGLE
from store.formats.tables_out.joined import joined, parted
from store.formats.tables_out.own import CSV
from store.formats.tables_out.own_columns import OWN_COLUMNS
from store.formats.tables_out.own_reading import is_own_header, own_row
from store.formats.tables_out.stays import city_cell, city_of, school_of, stay_cell
from store.records.clean import clean_line, clean_text
from store.records.ids import PersonId
from store.records.kinds import CityKind
from store.records.person import Anniversary, City, Employment, Pause, Person, Property, School
from store.records.snapshot import snapshot_of
from store.words.words import Words

NOW = datetime(2026, 11, 20, 10, tzinfo=UTC)


def wanted(*people: Person, private: bool = False) -> Wanted:
    snapshot = snapshot_of({"people": {each.id: each for each in people}})
    ids = tuple(PersonId(each.id) for each in people)
    return Wanted(snapshot=snapshot, people=ids, words=Words("en"), now=NOW, private=private)


def own(*people: Person, private: bool = False) -> list[list[str]]:
    text = "".join(CSV.write(wanted(*people, private=private)))
    assert text.startswith("\ufeff")
    return list(csv.reader(StringIO(text[1:], newline=""), strict=True))


def google(*people: Person) -> list[dict[str, str]]:
    text = "".join(CSV_GOOGLE.write(wanted(*people)))
    return list(csv.DictReader(StringIO(text, newline=""), strict=True))


def read(rows: list[list[str]]) -> Iterator[Person]:
    for cells in rows[1:]:
        found = own_row(rows[0], cells)
        assert found is not None
        yield found.person


# Guarding -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "cell",
    [
        *("=1+1", "=HYPERLINK(1)", "+cmd|' /C calc'!A0", "-2+3+cmd|' /C calc'!A0", "@SUM(1+1)"),
        *("\t=1", "\r=1", "\n=1", "=", "-", "+", "--06-12", "\uff1d1", "'=1", "''=1", "+33abc"),
        *("+33 6 12\n=1", "-1;=2"),
    ],
)
def test_what_a_spreadsheet_would_work_out_is_text(cell: str) -> None:
    assert guarded(cell) == f"'{cell}"
    assert unguarded(guarded(cell)) == cell


@pytest.mark.parametrize(
    "cell",
    [
        *("", "Zoé", "'tis", "''", "1+1", "a=b", "a@b.example", "'"),
        *("+33 6 12 34 56 78", "+33 (0)6.12-34/56", "-12", "+1", "-1.5", "+1,000", "(555) 1234"),
    ],
)
def test_numbers_and_all_else_stay_as_they_are(cell: str) -> None:
    assert guarded(cell) == cell
    assert unguarded(cell) == cell


@given(st.text(alphabet=st.sampled_from("'=+-@\t\r\n\uff1d09 .(ab;,\"")))
def test_a_guarded_cell_is_the_same_again_and_never_a_formula(cell: str) -> None:
    written = guarded(cell)
    assert unguarded(written) == cell
    assert not (written[:1] in "=+-@\t\r\n" and any(each.isalpha() for each in written) and written)


@given(st.lists(st.text(alphabet=st.sampled_from(": \\ab")).map(str.strip).filter(bool)))
@example([":::", "\\:::", "a ::: b", "::::", "\\\\:::a"])
def test_values_joined_in_a_cell_come_apart_again(values: list[str]) -> None:
    assert list(parted(joined(values))) == values


# Our own table --------------------------------------------------------------------------------

FULL = Person(
    id="F",
    name="=Zoé Zarka",
    nicknames=("Zo", "@zo"),
    emails=("zoe@a.example", "z@b.example"),
    phones=("+33 6 12 34 56 78", "06 11"),
    links=("https://zoe.example/a,b",),
    org="Aubier, SARL",
    title='head of "things"',
    schools=(School(name="INSA Lyon", start="2004-09", end="2009"), School(name="ENS")),
    cities=(City(name="Lyon"), City(name="Oslo", kind="past", end="2012")),
    employers=("Nightjar",),
    employment=(Employment(name="Aubier, SARL", start="2020"),),
    passions=("climbing", "a ::: b"),
    fields=("law",),
    languages=("fr", "en"),
    tags=("press",),
    needs=("a flat",),
    offers=("advice",),
    layer=15,
    cadence_days=0,
    prefers="call",
    avoids=("email", "social"),
    met=date(2018, 2, 22),
    where="Bordeaux",
    birthday="--09-05",
    dates=(
        Anniversary(name="wedding (second)", on="2015-06-12"),
        Anniversary(name="x", on="--01-02"),
    ),
    new_job_on=date(2026, 1, 2),
    intent="-learn",
    status="faded",
    deceased_on=None,
    pauses=(Pause(start=date(2026, 7, 1), until=date(2026, 8, 15)),),
    pinned=True,
    notes='=first line\nsecond; with, all "of" it\n\n+third',
    private_notes="SECRET",
    added=date(2025, 1, 8),
    sources=("uid:1", "linkedin:zoe"),
)


def test_a_whole_card_comes_back_from_our_own_table() -> None:
    plain = msgspec.structs.replace(FULL, id="", private_notes="")
    assert list(read(own(FULL))) == [plain]
    assert list(read(own(FULL, private=True))) == [msgspec.structs.replace(FULL, id="")]


def test_private_notes_are_no_column_unless_they_are_wanted() -> None:
    assert "private_notes" not in own(FULL)[0]
    assert "SECRET" not in str(own(FULL))
    assert "SECRET" in str(own(FULL, private=True))


def test_every_field_of_a_card_has_a_column_or_a_reason() -> None:
    left_out = {"deferrals", "distinct_from", "declined", "properties", "extra"}
    fields = {each.name for each in msgspec.structs.fields(Person)}
    assert fields - {each.field for each in OWN_COLUMNS} == left_out


def test_lines_end_as_the_standard_says_and_each_row_has_all_columns() -> None:
    text = "".join(CSV.write(wanted(FULL, Person(id="B", name="Bo"))))
    rows = own(FULL, Person(id="B", name="Bo"))
    assert {len(row) for row in rows} == {len(rows[0])}
    assert text.count("\r\n") == 3
    assert text.endswith("\r\n")
    assert is_own_header(rows[0])


def test_others_are_named_and_come_back_as_ties() -> None:
    bo = Person(id="B", name="Bo Ek")
    ann = Person(id="A", name="Ann", through=PersonId("B"), knows=(PersonId("B"), PersonId("X")))
    rows = own(ann, bo)
    found = own_row(rows[0], rows[1])
    assert found is not None
    assert [(each.other.name, each.how) for each in found.ties] == [
        ("Bo Ek", "through"),
        ("Bo Ek", ""),
    ]
    assert found.person.sources == ("arrosoir:A",)


def test_a_cell_that_cannot_be_meant_is_left_out() -> None:
    header = ["Name", "layer", "met", "birthday", "status", "pinned", "cadence_days", "sources"]
    row = ["Bo", "7", "soon", "1985-13", "gone", "no", "-3", ""]
    found = own_row(header, row)
    assert found is not None
    assert found.person == Person(id="", name="Bo", sources=("arrosoir:Bo",))
    assert own_row(header, ["", "5"]) is None
    assert own_row(header, ["' "]) is not None


WORD = st.text(
    alphabet=st.one_of(st.sampled_from("=+-@',;:\"()/\\ \uff1d09"), st.characters()), max_size=12
)
LINE = WORD.map(clean_line).filter(lambda text: bool(text.strip()) and text == text.strip())
LINES = st.lists(LINE, max_size=3).map(tuple)
DATES = st.one_of(st.none(), st.dates(date(1000, 1, 1), date(9999, 12, 31)))
PARTIAL = st.sampled_from([None, "2004", "2004-09", "2004-09-30"])
CARDS = st.builds(
    Person,
    id=st.just(""),
    name=LINE,
    nicknames=LINES,
    emails=LINES,
    phones=LINES,
    links=LINES,
    org=st.one_of(st.just(""), LINE),
    where=st.one_of(st.just(""), LINE),
    intent=st.one_of(st.just(""), LINE),
    tags=LINES,
    layer=st.sampled_from([None, 5, 15, 50, 150]),
    cadence_days=st.one_of(st.none(), st.integers(0, 99999)),
    avoids=st.lists(st.sampled_from(["call", "email"]), max_size=2).map(tuple),
    met=DATES,
    birthday=st.sampled_from(["", "1985-04-12", "1985", "--02-29", "1985-04"]),
    schools=st.lists(st.builds(School, name=LINE, start=PARTIAL, end=PARTIAL), max_size=3).map(
        tuple
    ),
    cities=st.lists(
        st.builds(
            City,
            name=LINE,
            kind=st.sampled_from(["now", "past", "native"]),
            start=PARTIAL,
            end=PARTIAL,
        ),
        max_size=3,
    ).map(tuple),
    dates=st.lists(
        st.builds(Anniversary, name=LINE, on=st.sampled_from(["2015-06-12", "--06-12"])), max_size=2
    ).map(tuple),
    notes=st.text(max_size=40).map(clean_text),
    sources=st.lists(LINE, min_size=1, max_size=2).map(tuple),
)


@given(CARDS)
def test_any_card_comes_back_the_same(card: Person) -> None:
    assert list(read(own(msgspec.structs.replace(card, id="X")))) == [card]


@pytest.mark.parametrize(
    "stay", [School(name="INSA (2004/2009)"), School(name="A (/)"), School(name="B", end="2009")]
)
def test_a_school_called_like_its_dates_keeps_its_name(stay: School) -> None:
    assert school_of(stay_cell(stay)) == stay


@pytest.mark.parametrize("kind", ["now", "past", "native"])
def test_a_city_called_like_a_kind_keeps_its_name(kind: CityKind) -> None:
    city = City(name="past: Lyon", kind=kind)
    assert city_of(city_cell(city)) == city


# Google's table -------------------------------------------------------------------------------


def card(name: str, **fields: object) -> Person:
    return Person(id=name, name=name, **fields)  # type: ignore[arg-type]


def test_google_gets_its_columns_as_many_as_are_needed() -> None:
    rows = google(FULL, card("Bo", emails=("a@x.example", "b@x.example", "c@x.example")))
    assert [each["E-mail 3 - Value"] for each in rows] == ["", "c@x.example"]
    assert "E-mail 4 - Value" not in rows[0]
    assert rows[0]["Labels"] == "press ::: * myContacts"
    assert rows[1]["Labels"] == "* myContacts"
    assert rows[0]["Birthday"] == " --09-05"
    assert rows[0]["Nickname"] == "Zo ::: @zo"
    assert rows[0]["Address 1 - City"] == "Lyon"
    assert rows[0]["Event 1 - Label"] == "wedding (second)"
    assert rows[0]["Event 1 - Value"] == "2015-06-12"
    assert rows[0]["Event 2 - Value"] == " --01-02"
    assert rows[0]["Phone 1 - Value"] == "+33 6 12 34 56 78"
    assert rows[0]["Notes"].startswith("'=first line\nsecond")
    custom = [value for name, value in rows[0].items() if name.startswith("Custom")]
    assert "INSA Lyon 2004-2009" in custom
    assert "SECRET" not in str(rows)


@pytest.mark.parametrize(
    ("person", "first", "last"),
    [
        (card("Zoé Zarka"), "Zoé", "Zarka"),
        (card("Dr Jan van Dyck"), "Dr Jan", "van Dyck"),
        (card("Smith, Bo"), "Smith, Bo", ""),
        (card("山田太郎"), "山田太郎", ""),
        (
            card("Jan van Dyck", properties=(Property(name="N", value="van Dyck;Jan;;;"),)),
            "Jan",
            "van Dyck",
        ),
        (
            card("Someone Else", properties=(Property(name="N", value="Old;Name;;;"),)),
            "Someone",
            "Else",
        ),
    ],
)
def test_a_name_is_parted_where_its_card_says_how(person: Person, first: str, last: str) -> None:
    row = google(person)[0]
    assert (row["First Name"], row["Last Name"]) == (first, last)
    assert row["File As"] == ""


def test_labels_and_addresses_of_the_card_it_came_from_are_kept() -> None:
    person = card(
        "Zoé Zarka",
        emails=("z@work.example", "z@else.example"),
        phones=("+33 6 12", "01 23", "01 24"),
        cities=(City(name="Lyon"), City(name="Nice")),
        org="Aubier",
        properties=(
            Property(name="VERSION", value="3.0"),
            Property(name="EMAIL", value="z@work.example", params="TYPE=WORK,INTERNET"),
            Property(name="TEL", value="+33 6 12", params="TYPE=CELL"),
            Property(name="TEL", value="01 23", params="TYPE=HOME,FAX"),
            Property(name="TEL", value="01 24", group="item1"),
            Property(name="X-ABLabel", value="_$!<Ferme>!$_", group="item1"),
            Property(name="ORG", value="Aubier;Law;Paris"),
            Property(name="ADR", value=r";;1\, rue X;Lyon;;69001;France", params="TYPE=HOME"),
        ),
    )
    row = google(person)[0]
    assert (row["E-mail 1 - Label"], row["E-mail 2 - Label"]) == ("Work", "*")
    assert [row[f"Phone {n} - Label"] for n in (1, 2, 3)] == ["Mobile", "Home Fax", "Ferme"]
    assert row["Organization Department"] == "Law, Paris"
    assert row["Address 1 - Street"] == "1, rue X"
    assert row["Address 1 - Postal Code"] == "69001"
    assert row["Address 2 - City"] == "Nice"
    assert "Address 3 - City" not in row
