"""Every real card at hand: none fails, nothing is lost in silence, twins read alike."""

from __future__ import annotations

import os
import re
from pathlib import Path

import msgspec
import pytest

from store.formats.set_aside import SetAside
from store.formats.text_decoding import as_narrow, decode
from store.formats.vcard.cards import Card, cards_of
from store.formats.vcard.lines import content_lines, fallback_charset
from store.formats.vcard.reader import looks_like_vcard, read_vcards
from store.formats.vcard.values import Convention
from store.records.person import Person

SHARED = Path(os.environ.get("ARROSOIR_SHARED", Path(__file__).parents[3] / "shared"))
OPEN = SHARED / "data" / "open"
FILES = sorted(
    path
    for folder in (OPEN / "vcard", OPEN / "csv-contacts")
    for path in folder.rglob("*")
    if path.suffix in (".vcf", ".vcard")
)

pytestmark = pytest.mark.skipif(not FILES, reason=f"no real cards under {OPEN}")

NOT_WELL_FORMED = {"Empty.vcf", "Cropped_2_1.vcf", "unparsable.vcf", "broken_vcard_stub.vcard"}

COUNTED = ("FN", "N", "EMAIL", "TEL", "NICKNAME", "ORG", "NOTE", "BDAY", "TITLE", "URL", "UID")


def _shown(path: Path) -> str:
    return path.name


def _cards(data: bytes) -> list[tuple[Convention, Card]]:
    narrow = as_narrow(data)
    charset = fallback_charset(narrow)
    cards = cards_of(content_lines(narrow, charset), SetAside("x"))
    return [(Convention(card.version[:1] == "2", charset), card) for card in cards]


@pytest.mark.parametrize("path", FILES, ids=_shown)
def test_every_card_of_a_real_file_is_a_person_or_is_refused(path: Path) -> None:
    data = path.read_bytes()
    reading = read_vcards(data, path.name)
    begins = len(re.findall(r"(?im)^[ \t]*BEGIN:VCARD[ \t]*\r*$", decode(data)))
    refused = [each for each in reading.refused if each.why.id == "vcard.nameless"]
    assert len(_cards(data)) == begins
    assert len(reading.people) + len(refused) == begins
    if path.name in NOT_WELL_FORMED:
        assert reading.refused
    else:
        assert len(refused) == len(reading.refused)
        assert looks_like_vcard(data[:4096])


@pytest.mark.parametrize("path", FILES, ids=_shown)
def test_no_line_of_a_real_file_goes_unread(path: Path) -> None:
    """Counted without the reader: rows that begin with a known name at the left margin."""
    data = path.read_bytes()
    text = re.sub("\r+\n?", "\n", decode(data))
    found = [each.key for _, card in _cards(data) for each in card.properties]
    if path.name == "broken_vcard_stub.vcard":
        assert found == []
        return
    for name in COUNTED:
        rows = re.findall(rf"(?im)^(?:[\w-]+\.)?{name}[;:]", text)
        assert found.count(name) == len(rows), name


@pytest.mark.parametrize("path", FILES, ids=_shown)
def test_twins_with_other_line_breaks_read_alike(path: Path) -> None:
    plain = re.sub(b"\r+\n|\r", b"\n", as_narrow(path.read_bytes()))
    people = read_vcards(plain, path.name).people
    assert people == read_vcards(path.read_bytes(), path.name).people
    for end in (b"\r\n", b"\r", b"\r\r\n"):
        assert read_vcards(plain.replace(b"\n", end), path.name).people == people


@pytest.mark.parametrize("path", FILES, ids=_shown)
def test_twins_in_other_encodings_read_alike(path: Path) -> None:
    try:
        text = as_narrow(path.read_bytes()).decode("utf-8")
    except UnicodeDecodeError:
        pytest.skip("names encodings line by line")
    people = read_vcards(path.read_bytes(), path.name).people
    for codec in ("utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"):
        assert read_vcards(text.encode(codec), path.name).people == people


def test_all_real_people_can_be_written_down() -> None:
    for path in FILES:
        people = read_vcards(path.read_bytes(), path.name).people
        assert msgspec.json.decode(msgspec.json.encode(people), type=tuple[Person, ...]) == people


@pytest.mark.parametrize(
    ("name", "people"),
    [
        ("German.vcf", ["Sören Täve Nüßlebaum"]),
        ("Greek.vcf", ["Βαγγέλης"]),
        ("Ukrainian.vcf", ["Віталій Володимирович Кличко"]),
        ("johndoe.vcf", ["John Doë"]),
        ("v21_multiple_entry.vcf", ["安藤ロイド3", "安藤ロイド4", "安藤ロイド5"]),
        ("v21_nest.vcf", ["parent", "nest1", "nest2"]),
        ("John_Doe_GMAIL.vcf", ["Mr. John Richter, James Doe Sr."]),
        ("issue114.vcf", ["Dummy, Dummy"]),
        ("utf-16_sample.vcf", ["Ǽgean ĽdaMonté"]),
        ("4b62872a-849-0.vcf", ["Franz M. Branntwein"]),
    ],
)
def test_known_files_give_known_names(name: str, people: list[str]) -> None:
    path = next(path for path in FILES if path.name == name)
    assert [person.name for person in read_vcards(path.read_bytes(), name).people] == people
