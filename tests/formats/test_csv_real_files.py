"""Tables of other programs, read where they lie; skipped where they are absent."""

from __future__ import annotations

import codecs
from collections.abc import Iterator
from pathlib import Path

import pytest

from store.formats.csv.reader import read_csv
from store.formats.format import Format
from store.formats.incoming import Reading
from store.formats.known import Known
from store.formats.registry import FORMATS, tell
from store.formats.vcard.reader import read_vcards
from store.formats.vcard.values import split_unescaped
from store.records.person import Person

FOLDERS = ("csv-contacts", "csv-linkedin")
ROUNDCUBE = Path("data/open/csv-contacts/roundcube__roundcubemail")
PAIRS = ("all", "gmail", "outlook")

OTHER_NAMES = {
    "X-SPOUSE": "RELATED",
    "X-GENDER": "GENDER",
    "X-DEPARTMENT": "ORG",
    "X-SKYPE-USERNAME": "X-SKYPE",
    "X-ANNIVERSARY": "dates",
    "BDAY": "birthday",
    "FN": "name",
    "NICKNAME": "nicknames",
    "EMAIL": "emails",
    "TEL": "phones",
    "URL": "links",
    "TITLE": "title",
    "NOTE": "notes",
    "CATEGORIES": "tags",
}
"""Where a value of their card is found in ours: under another property, or in a field."""

NOT_TAGS = {"My Contacts"}
"""A group of everybody, which we leave out and they keep."""


def files(shared: Path) -> Iterator[Path]:
    for folder in FOLDERS:
        yield from sorted((shared / "data" / "open" / folder).rglob("*.csv"))


def read_as_told(data: bytes, name: str) -> Reading:
    told = tell(data[: 1 << 16], name, FORMATS)
    assert isinstance(told, Format), f"{name}: {told}"
    return told.read(data, name, Known())


def twins(data: bytes) -> Iterator[tuple[str, bytes]]:
    """The same table with other line ends and in other encodings."""
    text = data.decode("utf-8-sig").replace("\r\n", "\n")
    yield "CRLF", text.replace("\n", "\r\n").encode()
    yield "LF", text.encode()
    yield "CR", text.replace("\n", "\r").encode()
    yield "mark", codecs.BOM_UTF8 + text.encode()
    yield "UTF-16 LE", codecs.BOM_UTF16_LE + text.encode("utf-16-le")
    yield "UTF-16 BE", codecs.BOM_UTF16_BE + text.encode("utf-16-be")
    yield "UTF-16 LE without a mark", text.encode("utf-16-le")
    try:
        yield "Windows-1252", text.encode("cp1252")
    except UnicodeEncodeError:
        return


def test_every_table_is_told_and_read(shared: Path) -> None:
    people = {
        path.name: len(read_as_told(path.read_bytes(), path.name).people)
        for path in files(shared)
        if "csv-contacts" in str(path)
    }
    assert people == {"single_contact_stub.csv": 1, "all.csv": 1, "gmail.csv": 1, "outlook.csv": 1}
    for path in files(shared):
        reading = read_as_told(path.read_bytes(), path.name)
        assert reading.people or reading.interactions


def test_twins_of_each_table_give_the_same_people(shared: Path) -> None:
    for path in files(shared):
        data = path.read_bytes()
        expected = read_as_told(data, path.name)
        for what, twin in twins(data):
            reading = read_as_told(twin, path.name)
            assert reading.people == expected.people, f"{path.name} {what}"
            assert reading.interactions == expected.interactions, f"{path.name} {what}"
            assert reading.ties == expected.ties, f"{path.name} {what}"


@pytest.mark.parametrize("pair", PAIRS)
def test_every_value_of_the_card_expected_is_there(shared: Path, pair: str) -> None:
    ours = _person(read_csv((shared / ROUNDCUBE / f"{pair}.csv").read_bytes(), pair, Known()))
    card = (shared / ROUNDCUBE / f"{pair}.vcf").read_bytes()
    theirs = _person(read_vcards(card, pair))
    for field in ("name", "nicknames", "org", "title", "birthday", "notes"):
        assert getattr(ours, field) == getattr(theirs, field), field
    for field in ("emails", "phones", "links"):
        assert sorted(getattr(ours, field)) == sorted(getattr(theirs, field)), field
    assert set(ours.tags) == set(theirs.tags) - NOT_TAGS
    assert {city.name for city in ours.cities} == {city.name for city in theirs.cities}
    missing = [line for line in card.decode().splitlines()[2:-1] if not _holds(ours, line)]
    assert missing == []


def _person(reading: Reading) -> Person:
    (person,) = reading.people
    return person


def _holds(person: Person, line: str) -> bool:
    """Whether a line of their card is in ours, component by component."""
    name, _, value = line.partition(":")
    plain = name.partition(";")[0]
    ours = OTHER_NAMES.get(plain, plain)
    wanted = {part for part in split_unescaped(value, ";") if part}
    if plain == "CATEGORIES":
        wanted = set(value.split(",")) - NOT_TAGS
    said = [
        set(split_unescaped(each.value, ";")) for each in person.properties if each.name == ours
    ]
    if plain == "ORG":
        said.append({person.org})
    if ours.islower():
        own = getattr(person, ours)
        said.append({own} if isinstance(own, str) else {getattr(each, "on", each) for each in own})
    return not wanted or any(wanted <= each for each in said)
