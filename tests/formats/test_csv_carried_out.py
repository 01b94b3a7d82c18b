"""What came in as a table goes out again: as vCard with every column, and as Google's table."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

import msgspec
import pytest
from csv_tables import one, placed, read
from test_csv_google import NEW, OLD
from test_csv_outlook import ENGLISH, FRENCH, filled
from test_csv_thunderbird import ENGLISH as THUNDERBIRD

from store.formats.exported import ExportFormat, Wanted
from store.formats.tables_out.google import CSV_GOOGLE
from store.formats.tables_out.own import CSV as OWN
from store.formats.vcard.reader import read_vcards
from store.formats.vcard.writing import VCARD, VCARD3
from store.records.ids import PersonId
from store.records.person import Person
from store.records.snapshot import snapshot_of
from store.words.words import Words

ID = PersonId("01J00000000000000000000001")
NOW = datetime(2026, 1, 1, tzinfo=UTC)


def written(person: Person, form: ExportFormat) -> str:
    held = msgspec.structs.replace(person, id=ID)
    snapshot = snapshot_of({"people": {ID: held}})
    wanted = Wanted(snapshot=snapshot, people=(ID,), words=Words("en"), now=NOW)
    return "".join(form.write(wanted))


def a_person(header: list[str]) -> Person:
    """Somebody of whom every column says something."""
    days = {"Birthday": "1985-04-12", "Anniversary": "2015-06-20", "Anniversaire": "1985-04-12"}
    row = filled(header, days)
    for place, name in enumerate(header):
        if name.startswith(("Event", "Anniversaire de")) and not name.endswith(("Type", "Label")):
            row[place] = "2015-06-20"
        if name.startswith(("Birth ", "Anniversary ")):
            row[place] = "1985" if name.endswith("Year") else "4"
        if name.startswith("E-mail ") and name.endswith("Value"):
            row[place] = f"n{place}@b.cd"
    return one(placed(header, row))


@pytest.mark.parametrize("form", [VCARD, VCARD3], ids=lambda form: form.name)
@pytest.mark.parametrize("header", [OLD, NEW, ENGLISH, FRENCH, THUNDERBIRD])
def test_every_property_comes_back_from_a_card(header: list[str], form: ExportFormat) -> None:
    person = a_person(header)
    (back,) = read_vcards(written(person, form).encode(), "x").people
    for field in ("name", "emails", "phones", "links", "org", "title", "birthday", "dates", "tags"):
        assert getattr(back, field) == getattr(person, field), field
    said = {value(each.value) for each in back.properties}
    lost = [each.name for each in person.properties if value(each.value) not in said]
    assert lost == []


value: Callable[[str], str] = str.casefold


def test_the_table_that_this_program_writes_is_read_back_as_it_was() -> None:
    person = a_person(ENGLISH)
    reading = read(written(person, OWN))
    assert reading.sketch is None
    (back,) = reading.people
    assert msgspec.structs.replace(back, properties=person.properties) == person


@pytest.mark.parametrize("header", [OLD, ENGLISH])
def test_what_google_has_columns_for_comes_back_from_its_table(header: list[str]) -> None:
    person = a_person(header)
    (back,) = read(written(person, CSV_GOOGLE)).people
    for field in ("name", "emails", "phones", "org", "title", "birthday", "tags", "notes"):
        assert getattr(back, field) == getattr(person, field), field
