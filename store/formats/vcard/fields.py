"""Which property goes into which field of a person, and what of it the field cannot hold."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from store.formats.vcard.dates import DATES, LABEL, take_date, take_label
from store.formats.vcard.name import first_visible, name_of_components
from store.formats.vcard.partial_dates import partial_date_of
from store.formats.vcard.properties import CardProperty, Parameters, parameters
from store.formats.vcard.relations import RELATIONS, take_relation
from store.formats.vcard.sheet import Sheet
from store.formats.vcard.values import components_of, has_lists, list_of, text_of
from store.records.clean import clean_line, clean_text
from store.words.zones import zone_called

Taker = Callable[[Sheet, CardProperty], bool]
"""Puts a property into its field; says whether the field holds all of its value."""

_CITY = 3
"""Its place among the components of ADR (RFC 6350, 6.3.1)."""

_SYSTEM_TAGS = frozenset({"mycontacts"})
"""Groups that a program puts everybody into."""

_NEUTRAL = {
    "CHARSET": None,
    "ENCODING": None,
    "VALUE": frozenset({"TEXT", "DATE", "URI", "URL"}),
    "TYPE": frozenset({"INTERNET", "VOICE"}),
    # The date says it once it is read.
    "X-APPLE-OMIT-YEAR": None,
}
"""Parameters that say nothing which the field does not: all values, or the ones named."""


def says_more(entry: CardProperty) -> bool:
    """Whether group or parameters hold what a field cannot."""
    if entry.group:
        return True
    if not entry.params:
        return False
    for name, values in parameters(entry.params).items():
        neutral = _NEUTRAL.get(name, frozenset())
        if neutral is not None and any(value and value.upper() not in neutral for value in values):
            return True
    return False


def _types(params: Parameters) -> set[str]:
    return {word.strip().upper() for each in params.get("TYPE", ()) for word in each.split(",")}


def _take_formatted(sheet: Sheet, entry: CardProperty) -> bool:
    if first_visible((sheet.formatted,)):
        return sheet.is_held(entry, sheet.formatted)
    sheet.formatted, whole = sheet.line(entry)
    return whole


def _take_structured(sheet: Sheet, entry: CardProperty) -> bool:
    """Whether N says more than the name is known once the whole card is read."""
    if not sheet.components:
        sheet.components = components_of(entry, sheet.convention)
        sheet.structured = name_of_components(sheet.components)
    return False


def _take_uid(sheet: Sheet, entry: CardProperty) -> bool:
    if sheet.uid:
        return sheet.is_held(entry, sheet.uid)
    sheet.uid, whole = sheet.line(entry)
    return whole


def _take_email(sheet: Sheet, entry: CardProperty) -> bool:
    text = text_of(entry, sheet.convention).strip()
    address = text[7:] if text[:7].lower() == "mailto:" else text
    return sheet.put("emails", [address])


def _take_phone(sheet: Sheet, entry: CardProperty) -> bool:
    text = text_of(entry, sheet.convention).strip()
    if text[:4].lower() == "tel:":
        sheet.put("phones", [text[4:]])
        return False
    return sheet.put("phones", [text])


def _take_link(sheet: Sheet, entry: CardProperty) -> bool:
    return sheet.put("links", [text_of(entry, sheet.convention)])


def _take_profile(sheet: Sheet, entry: CardProperty) -> bool:
    text = text_of(entry, sheet.convention).strip()
    if text[:8].lower().startswith(("http://", "https://")):
        sheet.put("links", [text])
    return False


def _take_org(sheet: Sheet, entry: CardProperty) -> bool:
    filled = [each for each in components_of(entry, sheet.convention) if clean_line(each)]
    if not filled or sheet.org not in ("", clean_line(filled[0])):
        return False
    sheet.org = clean_line(filled[0])
    return len(filled) == 1 and sheet.org == filled[0].strip() and entry.value[:1] != ";"


def _take_title(sheet: Sheet, entry: CardProperty) -> bool:
    if sheet.title:
        return sheet.is_held(entry, sheet.title)
    sheet.title, whole = sheet.line(entry)
    return whole


def _take_address(sheet: Sheet, entry: CardProperty) -> bool:
    parts = components_of(entry, sheet.convention)
    city = clean_line(parts[_CITY]) if len(parts) > _CITY else ""
    if not city:
        return False
    home = "HOME" in _types(parameters(entry.params))
    (sheet.home_cities if home else sheet.other_cities)[city] = None
    return [part for part in parts if part] == [city] and not has_lists(entry, sheet.convention)


def _take_zone(sheet: Sheet, entry: CardProperty) -> bool:
    """A zone by its name in the world's list; offsets and places stay as they are written."""
    text, whole = sheet.line(entry)
    found = zone_called(text)
    if not found or sheet.timezone not in ("", found):
        return False
    sheet.timezone = found
    return whole and text == found


def _take_birthday(sheet: Sheet, entry: CardProperty) -> bool:
    omitted = parameters(entry.params).get("X-APPLE-OMIT-YEAR", ("",))
    found, whole = partial_date_of(text_of(entry, sheet.convention), omitted[0])
    if sheet.birthday:
        return whole and found == sheet.birthday
    sheet.birthday = found
    return whole


def _take_note(sheet: Sheet, entry: CardProperty) -> bool:
    text = text_of(entry, sheet.convention)
    cleaned = clean_text(text)
    if not cleaned:
        return False
    if cleaned in sheet.notes:
        return cleaned == text.strip()
    sheet.notes[cleaned] = None
    # Of several notes one text is made: how they were cut is carried.
    return len(sheet.notes) == 1 and cleaned == text.replace("\r\n", "\n").strip()


def _take_deathday(sheet: Sheet, entry: CardProperty) -> bool:
    """RFC 6474, 2.3."""
    text = text_of(entry, sheet.convention)
    if not text.strip():
        return False
    sheet.deceased = True
    found, whole = partial_date_of(text)
    if len(found) != len("1985-04-12") or sheet.deceased_on is not None:
        return False
    sheet.deceased_on = date.fromisoformat(found)
    return whole


def _take_tags(sheet: Sheet, entry: CardProperty) -> bool:
    tags = list_of(entry, sheet.convention)
    own = [tag for tag in tags if tag.strip().lower() not in _SYSTEM_TAGS]
    return sheet.put("tags", own) and len(own) == len(tags)


def _take_kind(sheet: Sheet, entry: CardProperty) -> bool:
    kind = entry.value.strip().lower()
    sheet.is_group = sheet.is_group or kind == "group"
    sheet.is_individual = sheet.is_individual and kind == "individual"
    return kind == "individual"


def _take_member(sheet: Sheet, entry: CardProperty) -> bool:
    sheet.is_group = True
    sheet.members.append(entry)
    return False


def _take_list_mark(sheet: Sheet, entry: CardProperty) -> bool:
    sheet.is_list = sheet.is_list or entry.value.strip().upper() == "TRUE"
    return False


def _keeping(take: Taker) -> Taker:
    """Of a property that another stands for on the way out: the field has it, and the card too."""

    def keep(sheet: Sheet, entry: CardProperty) -> bool:
        take(sheet, entry)
        return False

    return keep


def _listing(field: str) -> Taker:
    def take(sheet: Sheet, entry: CardProperty) -> bool:
        return sheet.put(field, list_of(entry, sheet.convention))

    return take


def _adding(field: str) -> Taker:
    def take(sheet: Sheet, entry: CardProperty) -> bool:
        return sheet.put(field, [text_of(entry, sheet.convention)])

    return take


TAKERS: dict[str, Taker] = {
    "FN": _take_formatted,
    "N": _take_structured,
    "NICKNAME": _listing("nicknames"),
    "UID": _take_uid,
    "EMAIL": _take_email,
    "TEL": _take_phone,
    "URL": _take_link,
    "SOCIALPROFILE": _take_profile,
    "X-SOCIALPROFILE": _take_profile,
    "ORG": _take_org,
    "TITLE": _take_title,
    "ADR": _take_address,
    "TZ": _take_zone,
    "BDAY": _take_birthday,
    "NOTE": _take_note,
    "CATEGORIES": _take_tags,
    "LANG": _adding("languages"),
    "DEATHDATE": _take_deathday,
    "HOBBY": _adding("passions"),
    "INTEREST": _keeping(_adding("passions")),
    "EXPERTISE": _adding("fields"),
    "X-LANG": _adding("languages"),
    "X-DEATHDATE": _take_deathday,
    "X-HOBBY": _adding("passions"),
    "X-EXPERTISE": _adding("fields"),
    **dict.fromkeys(DATES, take_date),
    LABEL: take_label,
    **dict.fromkeys(RELATIONS, take_relation),
    "KIND": _take_kind,
    "X-ADDRESSBOOKSERVER-KIND": _take_kind,
    "MEMBER": _take_member,
    "X-ADDRESSBOOKSERVER-MEMBER": _take_member,
    "X-EVOLUTION-LIST": _take_list_mark,
}
