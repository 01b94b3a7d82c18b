"""Which tables are taken for contacts when they are met, and which are not."""

from __future__ import annotations

import pytest
from csv_tables import read, told

from store.formats.csv.reader import looks_like_csv
from store.formats.format import Format
from store.formats.registry import FORMATS, tell

CONTACTS = {
    "name and phone": "Name,Phone\nAnn Bee,06 12 34 56 78\n",
    "name and mail": "Nom;Courriel\nZoë;zoe@b.cd\n",
    "mail alone": "email\na@b.cd\nc@d.ef\n",
    "first and last": "first_name,last_name,city\nAnn,Bee,Lyon\n",
    "birthdays": "Name,Birthday\nAnn Bee,1985-04-12\n",
    "company list": "Contact,Company,City\nAnn Bee,Acme,Lyon\n",
    "no header": "Ann Bee,a@b.cd\nCy Dee,c@d.ef\n",
    "tabs": "Name\tEmail\nAnn\ta@b.cd\n",
    "below a preamble": "My friends\n\nName,Email\nAnn,a@b.cd\n",
}
OTHERS = {
    "bank": "Date,Libellé,Montant,Devise\n2024-05-06,VIR ANN BEE,12.50,EUR\n",
    "bank in English": "Date,Name,Description,Amount,Balance\n2024-05-06,Ann Bee,Rent,-500,12\n",
    "orders": "Order ID,Name,Email,Phone,Total\n1,Ann,a@b.cd,06 12 34 56 78,12\n",
    "log": "timestamp,level,user,email,message\n2024-05-06T07:08:09,INFO,ann,a@b.cd,in\n",
    "bookmarks": "Name,URL,Description\nA site,https://a.bc,Good\n",
    "commits": "commit,author,email,date\n0123abc,Ann,a@b.cd,2024-05-06\n",
    "films": "Title,Year,Rating\nDune,1984,6\n",
    "numbers": "1,2,3\n4,5,6\n7,8,9\n",
    "prose": "Dear all,\nI have met Ann, Bo, and Cy. Write to a@b.cd, please.\nYours, Dee\n",
    "uploaded by telephone": "FirstName,LastName,Emails,CreatedAt\nAnn,Bee,a@b.cd,1/2/24\n",
    "names alone": "First name,Last name\nAnn,Bee\n",
    "code": "def name(first, last):\n    return first, last\n",
    "nothing": "",
}


@pytest.mark.parametrize("what", CONTACTS)
def test_tables_of_contacts_are_taken(what: str) -> None:
    told = tell(CONTACTS[what].encode(), "x", FORMATS)
    assert isinstance(told, Format)
    assert told.name == "csv"
    assert len(read(CONTACTS[what]).people) >= 1


@pytest.mark.parametrize("what", OTHERS)
def test_other_tables_are_left_alone(what: str) -> None:
    assert not looks_like_csv(OTHERS[what].encode(), "contacts.csv")


def test_exports_of_the_network_stay_with_their_own_format() -> None:
    for header in (
        "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n",
        "From,To,Sent At,Message,Direction\n",
        "Email Address,Confirmed,Primary,Updated On\n",
    ):
        told = tell(header.encode(), "x", FORMATS)
        assert isinstance(told, Format)
        assert told.name == "linkedin"


def test_named_as_a_table_it_is_read_where_it_names_anybody() -> None:
    assert [each.name for each in read(OTHERS["orders"]).people] == ["Ann"]
    assert [each.name for each in read(OTHERS["names alone"]).people] == ["Ann Bee"]


def test_a_table_without_anybody_says_so_and_shows_its_columns() -> None:
    reading = read("Film,Year,Rating\n12 Monkeys,1995,6\n")
    assert told(reading) == [(0, "csv.no_contacts")]
    assert reading.sketch is not None
    assert [each.header for each in reading.sketch.columns] == ["Film", "Year", "Rating"]


def test_a_file_cut_within_a_row_is_told_by_the_rows_before() -> None:
    rows = "".join(f"Ann{n} Bee,a{n}@b.cd\n" for n in range(5000))
    assert looks_like_csv(f"Name,Email\n{rows}".encode()[:65536], "x")
    assert looks_like_csv(f"Name,Email\n{rows}".encode("utf-16")[:65536], "x")
