"""The table that Google Contacts takes: its columns of today, numbered as far as they are needed.

It has no byte order mark, as Google's own tables have none. What Google knows no column for goes
into custom fields, in the user's language, so that nothing is lost on the way into a telephone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from store.formats.exported import ExportFormat, Wanted
from store.formats.tables_out.joined import SEPARATOR
from store.formats.tables_out.rows_text import rows_text
from store.formats.tables_out.vcard_labels import components, labelled
from store.formats.vcard.name_parts import parts_of_name
from store.records.clean import clean_line, clean_text
from store.records.identity import link_key, phone_key, text_key
from store.records.person import Person
from store.records.snapshot import Snapshot
from store.records.stay_text import stay_text
from store.words.field_words import field_word
from store.words.words import Words

_NAMES = ("First Name", "Middle Name", "Last Name")
_AFTER_NAMES = ("Phonetic First Name", "Phonetic Middle Name", "Phonetic Last Name")
_FIXED = (
    *(*_NAMES, *_AFTER_NAMES, "Name Prefix", "Name Suffix", "Nickname", "File As"),
    *("Organization Name", "Organization Title", "Organization Department"),
    *("Birthday", "Notes", "Photo", "Labels"),
)

EVERYBODY = "* myContacts"
"""The group that Google shows; its own signs stand before it."""

_ADDRESS = (
    *("Label", "Formatted", "Street", "City", "PO Box"),
    *("Region", "Postal Code", "Country", "Extended Address"),
)
_BOX, _EXTENDED, _STREET, _CITY, _REGION, _CODE, _COUNTRY = range(7)
"""The components of ADR (RFC 6350, 6.3.1)."""

Cells = tuple[str, ...]

_GROUPS: tuple[tuple[str, Cells], ...] = (
    ("E-mail", ("Label", "Value")),
    ("Phone", ("Label", "Value")),
    ("Address", _ADDRESS),
    ("Relation", ("Label", "Value")),
    ("Website", ("Label", "Value")),
    ("Event", ("Label", "Value")),
    ("Custom Field", ("Label", "Value")),
)
"""Columns that are numbered, in Google's order."""


def _write(wanted: Wanted) -> Iterator[str]:
    yield from rows_text(_rows(wanted))


def _rows(wanted: Wanted) -> Iterator[Sequence[str]]:
    """The header first: how often each group of columns is needed is counted before."""
    most = [1] * len(_GROUPS)
    for id in wanted.people:
        groups = _groups(wanted.snapshot.people[id], wanted)
        most = [max(so_far, len(each)) for so_far, each in zip(most, groups, strict=True)]
    header = [*_FIXED]
    for (group, columns), times in zip(_GROUPS, most, strict=True):
        for number in range(1, times + 1):
            header += [f"{group} {number} - {column}" for column in columns]
    yield header
    for id in wanted.people:
        person = wanted.snapshot.people[id]
        row = list(_fixed(person, private=wanted.private))
        for (_, columns), times, filled in zip(_GROUPS, most, _groups(person, wanted), strict=True):
            for cells in filled:
                row += cells
            row += [""] * (len(columns) * (times - len(filled)))
        yield row


def _fixed(person: Person, *, private: bool) -> Iterator[str]:
    prefix, first, middle, last, suffix = _name(person)
    nicknames = map(clean_line, person.nicknames)
    notes = (person.notes, person.private_notes if private else "")
    tags = (clean_line(tag) for tag in person.tags)
    yield from (first, middle, last, "", "", "", prefix, suffix)
    yield SEPARATOR.join(filter(None, nicknames))
    yield "" if first or last else clean_line(person.name)
    yield from (clean_line(person.org), clean_line(person.title), _department(person))
    yield _birthday(person.birthday)
    yield clean_text("\n\n".join(filter(None, notes)))
    yield ""
    yield SEPARATOR.join((*filter(None, tags), EVERYBODY))


def _name(person: Person) -> tuple[str, str, str, str, str]:
    """Prefix, first, middle, last name, suffix: as the card says, else as they likely are.

    Where putting them together would not give the name again, it stands whole as the first name,
    which Google shows as it is.
    """
    name = clean_line(person.name)
    for parts, _ in components(person, "N"):
        last, first, middle, prefix, suffix = [*parts, "", "", "", "", ""][:5]
        words = " ".join(filter(None, (first, middle, last)))
        if words and set(words.split()) <= set(name.split()):
            return prefix, first, middle, last, suffix
    likely = parts_of_name(name)
    first = " ".join(filter(None, (likely.prefix, likely.given)))
    last = " ".join(filter(None, (likely.family, likely.suffix)))
    if " ".join(filter(None, (first, likely.additional, last))) == name:
        return "", first, likely.additional, last, ""
    return "", name, "", "", ""


def _department(person: Person) -> str:
    for parts, _ in components(person, "ORG"):
        return ", ".join(filter(None, parts[1:]))
    return ""


def _birthday(birthday: str) -> str:
    """Google writes a day without its year behind a blank."""
    return f" {birthday}" if birthday.startswith("--") else birthday


def _groups(person: Person, wanted: Wanted) -> tuple[list[Cells], ...]:
    emails = labelled(person, "EMAIL", person.emails, text_key)
    phones = labelled(person, "TEL", person.phones, phone_key)
    links = labelled(person, "URL", person.links, link_key)
    return (
        [(each.label or "*", clean_line(each.value)) for each in emails],
        [(each.label, clean_line(each.value)) for each in phones],
        list(_addresses(person)),
        list(_relations(person, wanted.snapshot)),
        [(each.label, clean_line(each.value)) for each in links],
        [(clean_line(each.name), _birthday(each.on)) for each in person.dates],
        list(_custom(person, wanted.words)),
    )


def _addresses(person: Person) -> Iterator[Cells]:
    """Those of the card, then the cities of today that are in none of them."""
    known: set[str] = set()
    for parts, label in components(person, "ADR"):
        filled = [*parts, *[""] * 7][:7]
        if any(filled):
            known.add(text_key(filled[_CITY]))
            yield (
                *(label, "", filled[_STREET], filled[_CITY], filled[_BOX]),
                *(filled[_REGION], filled[_CODE], filled[_COUNTRY], filled[_EXTENDED]),
            )
    for city in person.cities:
        if city.kind == "now" and text_key(city.name) not in known:
            yield ("", "", "", clean_line(city.name), "", "", "", "", "")


def _relations(person: Person, snapshot: Snapshot) -> Iterator[Cells]:
    through = None if person.through is None else snapshot.people.get(person.through)
    if through is not None:
        yield "Referred by", clean_line(through.name)


def _custom(person: Person, words: Words) -> Iterator[Cells]:
    told: tuple[tuple[str, Callable[[], Iterator[str]]], ...] = (
        ("schools", lambda: map(stay_text, person.schools)),
        ("cities", lambda: (stay_text(each) for each in person.cities if each.kind != "now")),
        ("timezone", lambda: iter(filter(None, [person.timezone]))),
        ("employers", lambda: iter(person.employers)),
        ("fields", lambda: iter(person.fields)),
        ("passions", lambda: iter(person.passions)),
        ("languages", lambda: iter(person.languages)),
        ("met", lambda: iter([] if person.met is None else [person.met.isoformat()])),
        ("where", lambda: iter(filter(None, [person.where]))),
    )
    for field, values in told:
        for value in values():
            yield field_word(field, words), clean_line(value)


CSV_GOOGLE = ExportFormat(name="csv-google", extension=".csv", write=_write)
