"""Which cells go into which field of a person, and what of them the field cannot hold."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from store.formats.csv.cells import Cells
from store.formats.csv.day_takers import take_birthday, take_date, take_met
from store.formats.csv.days import DayReader
from store.formats.csv.labels import kind_of
from store.formats.csv.property_takers import (
    take_custom,
    take_external,
    take_gender,
    take_im,
    take_photo,
)
from store.formats.csv.raw_values import components, escaped
from store.formats.csv.relations import take_relation
from store.formats.csv.shapes import is_link
from store.formats.csv.sheet import Sheet, addresses_in
from store.formats.csv.slots import property_name
from store.formats.csv_table import name_key
from store.records.clean import clean_line

Taker = Callable[[Sheet, Cells, DayReader], None]

_SYSTEM_TAGS = frozenset({"mycontacts", "othercontacts", "allcontacts", "mescontacts"})
"""Groups that a program puts everybody into."""

_BETWEEN_TAGS = re.compile(r"\s*(?::::|[;,])\s*")
_BETWEEN_LINKS = re.compile(r"[\s;]+")
_BETWEEN_PHONES = re.compile(r"\s*[;\n]\s*")


def _take_name(sheet: Sheet, cells: Cells, days: DayReader) -> None:
    for value in cells.values():
        if sheet.names.setdefault(cells.field, clean_line(value)) != clean_line(value):
            sheet.keep(property_name(cells.header, cells.place), escaped(value))


def _take_email(sheet: Sheet, cells: Cells, days: DayReader) -> None:
    for value, label in zip(cells.values(), cells.labels(), strict=False):
        kind = kind_of(label)
        found = addresses_in(value)
        for address in found:
            sheet.put("emails", address)
            if kind.params or kind.own:
                sheet.keep("EMAIL", escaped(address), kind.params, kind.own)
        if not found:
            # Addresses of a directory (/o=Firm/cn=ann) are none to write to from elsewhere.
            sheet.keep("X-EMAIL", escaped(value), kind.params, kind.own)


def _take_phone(sheet: Sheet, cells: Cells, days: DayReader) -> None:
    for value, label in zip(cells.values(), cells.labels(), strict=False):
        kind = kind_of(label)
        for number in [value] if cells.joined else _BETWEEN_PHONES.split(value):
            put = sheet.put("phones", number)
            if put and (kind.params or kind.own):
                sheet.keep("TEL", escaped(put), kind.params, kind.own)


def _take_link(sheet: Sheet, cells: Cells, days: DayReader) -> None:
    for value, label in zip(cells.values(), cells.labels(), strict=False):
        kind = kind_of(label)
        several = _BETWEEN_LINKS.split(value.strip())
        for link in several if all(map(is_link, several)) else [value]:
            put = sheet.put("links", link)
            if put and (kind.params or kind.own):
                sheet.keep("URL", put, kind.params, kind.own)


def _take_org(sheet: Sheet, cells: Cells, days: DayReader) -> None:
    """The first organisation fills the card, others are carried; so is what the field has not."""
    name, title = clean_line(cells.one("name")), clean_line(cells.one("title"))
    department = clean_line(cells.one("department"))
    kind = kind_of(cells.one("label"))
    if sheet.org or sheet.title:
        label = kind.own or (name and title)
        _keep_first_post(sheet)
        sheet.keep("ORG", components((name, department)).rstrip(";"), kind.params, label)
        sheet.keep("TITLE", escaped(title), kind.params, label)
    else:
        sheet.org, sheet.title = name, title
        if department or ((kind.params or kind.own) and name):
            raw = components((name, department)) if department else escaped(name)
            sheet.keep("ORG", raw, kind.params, kind.own)
    for part, property in (("name", "ORG"), ("title", "TITLE"), ("department", "X-DEPARTMENT")):
        for more in cells.parts.get(part, [])[1:]:
            _keep_first_post(sheet)
            sheet.keep(property, escaped(more))
    for part, values in cells.parts.items():
        if part in ("phonetic", "symbol", "location", "description"):
            sheet.keep(f"X-ORG-{part.upper()}", escaped(values[0]))


def _keep_first_post(sheet: Sheet) -> None:
    """Of several the first is that of the fields, so it must be carried before the others."""
    names = {each.name for each in sheet.properties}
    for property, value in (("ORG", sheet.org), ("TITLE", sheet.title)):
        if property not in names:
            sheet.keep(property, escaped(value))


def _take_address(sheet: Sheet, cells: Cells, days: DayReader) -> None:
    kind = kind_of(cells.one("label") or cells.label)
    street = "\n".join(
        each for part in ("street", "street2", "street3") for each in cells.parts.get(part, ())
    )
    city, *others = cells.parts.get("city", [""])
    into = sheet.home_cities if "home" in kind.params else sheet.other_cities
    for each in (city, *others):
        if clean_line(each):
            into[clean_line(each)] = None
    names = ("region", "code", "country")
    parts = [cells.one("pobox"), cells.one("extended"), street, city, *map(cells.one, names)]
    if set(cells.parts) <= {"city", "label"} and not (kind.params or kind.own):
        return
    sheet.keep_address(parts, cells.one("whole"), kind.params, kind.own)


def _take_note(sheet: Sheet, cells: Cells, days: DayReader) -> None:
    for cell in cells.parts.get("", ()):
        sheet.note(cell)


def _take_where(sheet: Sheet, cells: Cells, days: DayReader) -> None:
    if sheet.where:
        sheet.keep(property_name(cells.header, cells.place), escaped(cells.one("")))
    sheet.where = sheet.where or clean_line(cells.one(""))


def _take_tags(sheet: Sheet, cells: Cells, days: DayReader) -> None:
    for cell in cells.parts.get("", ()):
        for tag in _several(cells, cell):
            # Google's mark of its own groups has a blank behind it; a name may begin with a star.
            own = tag.removeprefix("* ").strip()
            if name_key(own) not in _SYSTEM_TAGS:
                sheet.put("tags", own)


def _several(cells: Cells, cell: str) -> list[str]:
    """The values of a cell; where its program has a mark of its own between them, by that alone."""
    if not cells.joined:
        return _BETWEEN_TAGS.split(cell)
    return [each.strip() for each in cell.split(cells.joined.strip())]


def _listing(field: str, *, whole: bool = False) -> Taker:
    def take(sheet: Sheet, cells: Cells, days: DayReader) -> None:
        for cell in cells.parts.get("", ()):
            for value in [cell] if whole else _several(cells, cell):
                sheet.put(field, value)

    return take


def _take_uid(sheet: Sheet, cells: Cells, days: DayReader) -> None:
    sheet.uid = sheet.uid or clean_line(cells.one(""))


def _take_relation(sheet: Sheet, cells: Cells, days: DayReader) -> None:
    for value, label in zip(cells.values(), cells.labels(), strict=False):
        take_relation(sheet, value, label or cells.header)


TAKERS: Mapping[str, Taker] = {
    **dict.fromkeys(("name", "first", "middle", "last", "prefix", "suffix"), _take_name),
    "nickname": _listing("nicknames"),
    "email": _take_email,
    "phone": _take_phone,
    "link": _take_link,
    "org": _take_org,
    "address": _take_address,
    "birthday": take_birthday,
    "date": take_date,
    "met": take_met,
    "where": _take_where,
    "note": _take_note,
    "tag": _take_tags,
    "school": _listing("schools", whole=True),
    "employer": _listing("employers", whole=True),
    "passion": _listing("passions"),
    "field": _listing("fields"),
    "language": _listing("languages"),
    "gender": take_gender,
    "photo": take_photo,
    "im": take_im,
    "relation": _take_relation,
    "custom": take_custom,
    "external": take_external,
    "uid": _take_uid,
}
"""By field."""


def take(sheet: Sheet, cells: Cells, days: DayReader) -> None:
    """Put the cells of a group where they belong; what has no field is carried as a property."""
    taker = TAKERS.get(cells.field)
    if taker is not None:
        taker(sheet, cells, days)
        return
    own = cells.field.isupper() or cells.field.startswith("X-")
    name = cells.field if own else property_name(cells.header, cells.place)
    for cell in cells.parts.get("", ()):
        sheet.keep(name, escaped(cell))
