"""Each property of each real card comes out again, in 4.0 and in 3.0."""

from __future__ import annotations

import os
from pathlib import Path

import msgspec
import pytest
from written_cards import (
    BOTH,
    PASSING,
    VCARD,
    Said,
    cards_in,
    cards_text,
    lines_of,
    said,
    version_of,
)

from store.formats.exported import ExportFormat
from store.formats.vcard.reader import read_vcards
from store.records.person import Person

SHARED = Path(os.environ.get("ARROSOIR_SHARED", Path(__file__).parents[3] / "shared"))
OPEN = SHARED / "data" / "open"
FILES = sorted(path for path in OPEN.rglob("*") if path.suffix in (".vcf", ".vcard"))

pytestmark = pytest.mark.skipif(not FILES, reason=f"no real cards under {OPEN}")

OCTETS = 75


def _shown(path: Path) -> str:
    return path.name


def _said_by_card(data: bytes) -> list[list[Said]]:
    return [
        [each for entry in card.properties for each in said(entry, convention)]
        for convention, card in cards_in(data)
    ]


def _is_said(each: Said, out: set[Said], form: ExportFormat) -> bool:
    group, name, params, value = each
    if name in PASSING or each in out:
        return True
    if (name, value) == ("KIND", "individual"):
        # What every card is that says nothing else.
        return True
    if value in ("", ()) and not params and not group:
        # `NICKNAME:` says nothing.
        return True
    # What is said plainly, and again with more, goes out once.
    return (
        not group
        and not params
        and any((other, shown) == (name, value) for _, other, _, shown in out)
    )


@pytest.mark.parametrize("form", BOTH, ids=version_of)
@pytest.mark.parametrize("path", FILES, ids=_shown)
def test_every_property_comes_out_again(path: Path, form: ExportFormat) -> None:
    data = path.read_bytes()
    reading = read_vcards(data, path.name)
    text = cards_text(reading.people, form, parts=reading.parts)
    out = [set(each) for each in _said_by_card(text.encode())]
    refused = {each.line for each in reading.refused}
    for (_, card), told in zip(cards_in(data), _said_by_card(data), strict=True):
        if card.line in refused and not out:
            continue
        lost = [[each for each in told if not _is_said(each, they, form)] for they in out]
        assert min(lost, key=len) == [], card.line


@pytest.mark.parametrize("form", BOTH, ids=version_of)
@pytest.mark.parametrize("path", FILES, ids=_shown)
def test_what_was_written_reads_as_the_same_people(path: Path, form: ExportFormat) -> None:
    first = read_vcards(path.read_bytes(), path.name)
    text = cards_text(first.people, form, parts=first.parts)
    second = read_vcards(text.encode(), path.name)
    assert second.refused == () or not first.people
    assert [_fields(each) for each in second.people] == [_fields(each) for each in first.people]
    assert second.parts == first.parts
    assert cards_text(second.people, form, parts=second.parts) == text


@pytest.mark.parametrize("form", BOTH, ids=version_of)
@pytest.mark.parametrize("path", FILES, ids=_shown)
def test_what_was_written_is_well_formed(path: Path, form: ExportFormat) -> None:
    reading = read_vcards(path.read_bytes(), path.name)
    text = cards_text(reading.people, form, parts=reading.parts)
    assert "\n" not in text.replace("\r\n", "")
    assert all(len(row.encode()) <= OCTETS for row in text.split("\r\n"))
    for line in lines_of(text):
        assert ":" in line
        assert "QUOTED-PRINTABLE" not in line.partition(":")[0].upper()
        assert "CHARSET" not in line.partition(":")[0].upper()
    for _, card in cards_in(text.encode()):
        keys = [each.key for each in card.properties]
        assert keys[0] == "VERSION"
        assert {"FN", "UID"} <= set(keys)
        assert "N" in keys or ("KIND" in keys and form is VCARD)


def _fields(person: Person) -> tuple[Person, list[tuple[str, str, str, str]]]:
    """The fields, and what is carried beside them, of which the order may change once.

    REV stays here: it would be wrong on a card that has been changed since. VERSION says how the
    others are written, where there are any.
    """
    kept = sorted(
        (each.group, each.name, each.params, each.value)
        for each in person.properties
        if each.name.upper() not in ("REV", "VERSION")
    )
    # A card that had no UID has gone out under one of ours.
    keys = tuple(each for each in person.sources if not each.startswith("uid:arrosoir-"))
    return msgspec.structs.replace(person, properties=(), sources=keys), kept
