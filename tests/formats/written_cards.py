"""People written as cards, and cards taken apart for comparing what they say."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime

import msgspec

from store.formats.exported import ExportFormat, Wanted
from store.formats.incoming import Reading
from store.formats.set_aside import SetAside
from store.formats.text_decoding import as_narrow
from store.formats.vcard.cards import Card, cards_of
from store.formats.vcard.lines import content_lines, fallback_charset
from store.formats.vcard.properties import CardProperty, parameters
from store.formats.vcard.reader import read_vcards
from store.formats.vcard.values import (
    Convention,
    UnreadableValueError,
    components_of,
    list_of,
    text_of,
)
from store.formats.vcard.writing import VCARD as VCARD
from store.formats.vcard.writing import VCARD3 as VCARD3
from store.records.ids import PersonId
from store.records.person import Person
from store.records.record import Record
from store.records.snapshot import Snapshot, snapshot_of
from store.words.words import Words

BOTH = (VCARD, VCARD3)

Said = tuple[str, str, frozenset[tuple[str, str]], object]
"""What a property says: group, name, parameters, value."""


def version_of(form: ExportFormat) -> str:
    return form.name


def snapshot_with(people: Sequence[Person]) -> Snapshot:
    table: dict[str, Record] = {each.id: each for each in people}
    return snapshot_of({"people": table})


def numbered(people: Sequence[Person]) -> list[Person]:
    return [
        msgspec.structs.replace(each, id=each.id or f"P{number:05}")
        for number, each in enumerate(people)
    ]


def cards_text(
    people: Sequence[Person],
    form: ExportFormat = VCARD,
    *,
    private: bool = False,
    parts: Mapping[str, bytes] | None = None,
) -> str:
    held = numbered(people)
    wanted = Wanted(
        snapshot=snapshot_with(held),
        people=tuple(PersonId(each.id) for each in held),
        words=Words("en"),
        now=datetime(2026, 11, 20, tzinfo=UTC),
        private=private,
        part=(parts or {}).get,
    )
    return "".join(form.write(wanted))


def again(
    people: Sequence[Person],
    form: ExportFormat = VCARD,
    *,
    private: bool = False,
    parts: Mapping[str, bytes] | None = None,
) -> Reading:
    text = cards_text(people, form, private=private, parts=parts)
    return read_vcards(text.encode(), "again.vcf")


def lines_of(text: str) -> list[str]:
    return text.replace("\r\n ", "").split("\r\n")[:-1]


def cards_in(data: bytes) -> list[tuple[Convention, Card]]:
    narrow = as_narrow(data)
    charset = fallback_charset(narrow)
    cards = cards_of(content_lines(narrow, charset), SetAside("x"))
    return [(Convention(card.version[:1] == "2", charset), card) for card in cards]


PASSING = frozenset({"VERSION", "PRODID", "REV"})
"""Of the file, not of the person."""

OLD_NAMES = {
    "X-HOBBY": "HOBBY",
    "X-EXPERTISE": "EXPERTISE",
    "X-LANG": "LANG",
    "X-DEATHDATE": "DEATHDATE",
}
"""How 3.0 calls what it does not know."""

LISTS = frozenset({"NICKNAME", "CATEGORIES"})
STRUCTURED = frozenset({"N", "ADR", "ORG"})
DATES = frozenset({"BDAY", "ANNIVERSARY", "DEATHDATE", "X-ABDATE", "X-ANNIVERSARY"})
DATA = frozenset({"PHOTO", "LOGO", "SOUND", "KEY"})
IMPLIED = {("EMAIL", "internet"), ("TEL", "voice")}
"""Types that a property has where it names none."""

PLAIN_VALUES = frozenset("text uri url date date-and-or-time date-time timestamp binary".split())  # noqa: SIM905

SHORTEST_DAY = 8


def said(entry: CardProperty, convention: Convention) -> list[Said]:
    """What a property says, whatever the version: one for each value of a list."""
    name = OLD_NAMES.get(entry.key, entry.key)
    params = _params(entry, name)
    try:
        values = _values(entry, name, convention)
    except UnreadableValueError:
        values = [entry.value]
    return [(entry.group, name, params, value) for value in values]


def _params(entry: CardProperty, name: str) -> frozenset[tuple[str, str]]:
    found: set[tuple[str, str]] = set()
    for each, values in parameters(entry.params).items():
        if each in ("CHARSET", "ENCODING", "X-APPLE-OMIT-YEAR"):
            continue
        for value in values:
            for word in value.split(",") if each == "TYPE" else (value,):
                found.add(_param(name, each, word.strip()))
    return frozenset(found - {("", "")})


def _param(name: str, each: str, word: str) -> tuple[str, str]:
    folded = word.lower()
    if each == "TYPE" and folded == "pref":
        return ("PREF", "1")
    if each == "TYPE" and ((name, folded) in IMPLIED or name in DATA | {"X-MS-CARDPICTURE"}):
        return ("", "")
    if each == "VALUE" and folded in PLAIN_VALUES:
        return ("", "")
    return (each, folded if each == "TYPE" else word)


def _values(entry: CardProperty, name: str, convention: Convention) -> list[object]:
    if name in LISTS:
        return list(map(_bare, list_of(entry, convention)))
    if name in STRUCTURED:
        parts = [_bare(part) for part in components_of(entry, convention)]
        while parts and not parts[-1]:
            parts.pop()
        return [tuple(parts)]
    if entry.value.lstrip()[:5].lower() == "data:":
        return [entry.value.partition(",")[2].rstrip("=")]
    encoding = "".join(parameters(entry.params).get("ENCODING", ())).upper()
    if encoding in ("B", "BASE64"):
        return [re.sub(r"\s", "", entry.value).rstrip("=")]
    text = text_of(entry, convention)
    if name in DATES:
        return [_day(text)]
    if name == "GEO":
        return [tuple(re.findall(r"[-\d.]+", text))]
    if name == "EMAIL":
        text = text.removeprefix("mailto:")
    return [_bare(text)]


def _day(text: str) -> str:
    plain = re.sub(r"[-:]", "", text.strip()) if re.match(r"\d|--\d", text.strip()) else text
    if len(plain) >= SHORTEST_DAY and plain.startswith(("1604", "0000")):
        return plain[4:]
    return plain


def _bare(text: str) -> str:
    """A text without what cleaning takes from it."""
    return re.sub("[\r\x00-\x08\x0b-\x1f\x7f]", "", text.replace("\r\n", "\n")).strip()
