"""Cells that no field of a person holds, as properties of a card."""

from __future__ import annotations

from store.formats.csv.cells import Cells
from store.formats.csv.days import DayReader
from store.formats.csv.labels import kind_of
from store.formats.csv.raw_values import escaped, joined, parameter
from store.formats.csv.sheet import Sheet
from store.formats.csv.slots import property_name
from store.formats.csv_table import name_key
from store.records.clean import clean_line

_FEMALE = frozenset({"f", "female", "woman", "femme", "feminin", "weiblich", "w"})
_MALE = frozenset({"m", "male", "man", "homme", "masculin", "mannlich"})
_SERVICES = {
    "aim": "X-AIM",
    "icq": "X-ICQ",
    "jabber": "X-JABBER",
    "xmpp": "X-JABBER",
    "msn": "X-MSN",
    "skype": "X-SKYPE",
    "yahoo": "X-YAHOO",
    "googletalk": "X-GOOGLE-TALK",
    "gtalk": "X-GOOGLE-TALK",
    "qq": "X-QQ",
}


def take_gender(sheet: Sheet, cells: Cells, days: DayReader) -> None:
    """RFC 6350, 6.2.7: a letter where there is one, and the word as written."""
    word = cells.one("")
    key = name_key(word)
    letter = "F" if key in _FEMALE else "M" if key in _MALE else ""
    plain = word.strip().upper() == letter
    sheet.keep("GENDER", letter if plain else f"{letter};{escaped(word)}")


def take_photo(sheet: Sheet, cells: Cells, days: DayReader) -> None:
    """An address of a picture, which is never fetched."""
    text = cells.one("").strip()
    if text.lower().startswith(("http://", "https://")):
        sheet.keep_uri("PHOTO", text)
    else:
        sheet.keep("X-PHOTO", escaped(text))


def take_im(sheet: Sheet, cells: Cells, days: DayReader) -> None:
    """A name in a service of short messages."""
    service = cells.one("service") or cells.label
    kind = kind_of(cells.one("label"))
    name = _SERVICES.get(name_key(service.removeprefix("*")))
    for value in cells.values():
        if name:
            sheet.keep(name, escaped(value), kind.params, kind.own)
        else:
            told = parameter("X-SERVICE-TYPE", service or cells.header)
            sheet.keep("IMPP", escaped(value), joined(kind.params, told), kind.own)


def take_custom(sheet: Sheet, cells: Cells, days: DayReader) -> None:
    """A field of the user's own."""
    for value, label in zip(cells.values(), cells.labels(), strict=False):
        sheet.keep(property_name(label or cells.header, cells.place), escaped(value))


def take_external(sheet: Sheet, cells: Cells, days: DayReader) -> None:
    """A number that another program gives."""
    for value in cells.values():
        sheet.keep("X-EXTERNAL-ID", escaped(value), "", clean_line(cells.one("label")))
