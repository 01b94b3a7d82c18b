"""Somebody's time zone in a card and out again: TZ by name, and what is none as it stands."""

from __future__ import annotations

import msgspec
import pytest
from incoming_cards import card, done, reading, store
from incoming_cards import plan as planned
from written_cards import BOTH, VCARD, VCARD3, again, cards_text

from store.formats.exported import ExportFormat
from store.formats.known import Known
from store.formats.vcard.reader import read_vcards
from store.records.person import Person, Property

ADA = Person(id="A", name="Ada Lovelace", timezone="America/New_York")


def _read(*lines: str) -> Person:
    text = "\r\n".join(["BEGIN:VCARD", "VERSION:4.0", "FN:Ada", *lines, "END:VCARD", ""])
    (person,) = read_vcards(text.encode(), "a.vcf", Known()).people
    return person


def _carried(person: Person) -> list[str]:
    return [f"{each.name}:{each.value}" for each in person.properties if each.name == "TZ"]


@pytest.mark.parametrize(
    ("form", "line"),
    [(VCARD, "TZ:America/New_York"), (VCARD3, "TZ;VALUE=text:America/New_York")],
)
def test_a_zone_goes_out_by_its_name(form: ExportFormat, line: str) -> None:
    assert line in cards_text([ADA], form).split("\r\n")
    assert "TZ" not in cards_text([msgspec.structs.replace(ADA, timezone="")], form)


@pytest.mark.parametrize("form", BOTH)
def test_and_comes_back_as_it_was(form: ExportFormat) -> None:
    (person,) = again([ADA], form).people
    assert person.timezone == "America/New_York"
    assert _carried(person) == []


@pytest.mark.parametrize(
    "line", ["TZ:Europe/Paris", "TZ;VALUE=text:Europe/Paris", "TZ:europe/paris"]
)
def test_a_zone_of_the_list_is_read(line: str) -> None:
    assert _read(line).timezone == "Europe/Paris"


@pytest.mark.parametrize(
    "value", ["-05:00", "-0500", "Raleigh/North America", "CEST", "localtime", ""]
)
def test_an_offset_or_a_place_stays_as_it_is_written(value: str) -> None:
    person = _read(f"TZ:{value}")
    assert person.timezone == ""
    assert _carried(person) == ([f"TZ:{value}"] if value else [])
    if value:
        (back,) = again([person]).people
        assert _carried(back) == [f"TZ:{value}"]


def test_of_two_zones_the_first_counts_and_none_is_lost() -> None:
    person = _read("TZ:Europe/Paris", "TZ:Asia/Tokyo")
    assert person.timezone == "Europe/Paris"
    assert "TZ:Asia/Tokyo" in cards_text([person])


def test_another_zone_chosen_here_takes_the_place_of_the_one_that_came() -> None:
    person = msgspec.structs.replace(_read("TZ:europe/paris"), timezone="Asia/Tokyo")
    text = cards_text([person])
    assert "TZ:Asia/Tokyo" in text
    assert "paris" not in text


def test_a_card_kept_since_before_there_was_a_field_still_says_its_zone() -> None:
    held = Person(id="A", name="Ada", properties=(Property(name="TZ", value="Europe/Paris"),))
    assert "TZ:Europe/Paris" in cards_text([held])


def test_an_import_fills_an_empty_zone_and_asks_before_it_changes_one() -> None:
    here = Person(id="A", name="Ada Lovelace", sources=("uid:ada",))
    told = reading(card("Ada Lovelace", "uid:ada", timezone="Europe/Paris"))
    assert done(store(here), told).people["A"].timezone == "Europe/Paris"  # type: ignore[index]
    held = msgspec.structs.replace(here, timezone="Asia/Tokyo")
    made = planned(store(held), told)
    assert not made.change_set
    (differing,) = made.entries[0].differs
    assert (differing.field, differing.held) == ("timezone", "Asia/Tokyo")
    assert differing.told == "Europe/Paris"
