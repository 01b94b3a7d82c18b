"""What a terminal obeys goes into no file: `cat` of an export runs nothing."""

from __future__ import annotations

import re

import pytest
from written_cards import BOTH, cards_text, version_of

from store.formats.exported import ExportFormat
from store.formats.merging import merged
from store.formats.vcard.reader import read_vcards
from store.records.person import Person, Property

OBEYED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029]")

HELD = Person(
    id="A",
    name="Ada",
    notes="red",
    properties=(
        Property(name="VERSION", value="4.0"),
        Property(name="NOTE", value="\x1b[31mred"),
        Property(name="X-A", value="one\x0ctwo\x9b", params="X-B=\x1bc\x85d"),
    ),
)
"""As kept in data that another program has written into."""


@pytest.mark.parametrize("form", BOTH, ids=version_of)
def test_a_card_goes_out_without_it(form: ExportFormat) -> None:
    text = cards_text([HELD], form).replace("\r\n ", "")
    assert not OBEYED.search(text)
    assert "one\\ntwo" in text
    assert len(read_vcards(text.encode(), "x.vcf").people) == 1


@pytest.mark.parametrize("form", BOTH, ids=version_of)
def test_the_card_that_went_out_comes_back_as_no_change(form: ExportFormat) -> None:
    held = Person(id="A", name="Ada", properties=(Property(name="X-FB", value="a\x0cb\x1bc\f"),))
    (back,) = read_vcards(cards_text([held], form).encode(), "x.vcf").people
    assert merged(held, back, same_key=True).properties[0] == held.properties[0]
    said = [each for each in merged(held, back, same_key=True).properties if each.name == "X-FB"]
    assert len(said) == 1


def test_data_with_a_mark_in_it_are_read_as_without_it() -> None:
    card = "BEGIN:VCARD\nVERSION:3.0\nFN:A\nPHOTO;ENCODING=b;TYPE=png:iVBO\x00Rw0K\nEND:VCARD\n"
    (person,) = read_vcards(card.encode(), "x.vcf").people
    (photo,) = [each for each in person.properties if each.name == "PHOTO"]
    assert photo.value == "data:image/png;base64,iVBORw0K"


@pytest.mark.parametrize("form", BOTH, ids=version_of)
def test_no_property_ends_a_card_and_begins_another(form: ExportFormat) -> None:
    data = b"BEGIN:VCARD\nVERSION:4.0\nFN:A\nEND:V\x00CARD\nbegin:v\x00card\nFN:B\nEND:VCARD\n"
    (person,) = read_vcards(data, "x.vcf").people
    injected = (Property(name="e\x00nd", value="VCARD"), Property(name="BEGIN", value="VCARD"))
    for properties in (person.properties, injected):
        text = cards_text([Person(id="A", name="A", properties=properties)], form)
        assert text.upper().count("\nEND:") == 1
        assert text.upper().count("BEGIN:") == 1
