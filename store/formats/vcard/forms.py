"""What a card carried, as it stands beside the fields: which form is of which value."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

import msgspec

from store.formats.vcard.carried import PASSING, as_entry, carried
from store.formats.vcard.dates import DATES, LABEL, anniversary_of, take_label
from store.formats.vcard.fields import TAKERS
from store.formats.vcard.properties import is_property
from store.formats.vcard.sheet import Sheet
from store.formats.vcard.values import Convention, UnreadableValueError
from store.records.attachment import digest_in
from store.records.clean import clean_raw
from store.records.person import Person, Property

FIELDS = {
    "NICKNAME": "nicknames",
    "EMAIL": "emails",
    "TEL": "phones",
    "URL": "links",
    "SOCIALPROFILE": "links",
    "X-SOCIALPROFILE": "links",
    "CATEGORIES": "tags",
    "LANG": "languages",
    "X-LANG": "languages",
    "HOBBY": "passions",
    "X-HOBBY": "passions",
    "INTEREST": "passions",
    "EXPERTISE": "fields",
    "X-EXPERTISE": "fields",
}
"""The list of a person that a property fills."""

_LABELS = frozenset({LABEL, "X-ABADR"})
"""What says something only of another property of its group."""


class Form:
    """A carried property and what it gave to the fields when it was read."""

    __slots__ = ("cities", "dates", "key", "property", "single", "used", "values")

    def __init__(self, each: Property, sheet: Sheet) -> None:
        self.property = each
        self.key = each.name.upper()
        self.used = False
        self.values: tuple[str, ...] = ()
        """Of the list in `FIELDS`."""
        self.single = ""
        """Of FN, ORG, TITLE, TZ, BDAY, DEATHDATE, UID, NOTE."""
        self.cities: tuple[str, ...] = ()
        self.dates: tuple[tuple[str, str], ...] = ()
        """Name and day."""
        if self.key in DATES:
            found = anniversary_of(as_entry(each), sheet)
            self.dates = ((found.name, found.on),) if found else ()
        elif self.key in TAKERS and self.key not in _LABELS:
            self._read(Sheet(Convention(), "4.0"))

    def _read(self, sheet: Sheet) -> None:
        try:
            TAKERS[self.key](sheet, as_entry(self.property))
        except UnreadableValueError:
            return
        self.values = tuple(sheet.lists.get(FIELDS.get(self.key, ""), ()))
        self.cities = (*sheet.home_cities, *sheet.other_cities)
        died = sheet.deceased_on.isoformat() if sheet.deceased_on else "?" * sheet.deceased
        named = (sheet.formatted, sheet.org, sheet.title, sheet.timezone)
        told = (*named, sheet.birthday, died, sheet.uid)
        self.single = next((each for each in told if each), "".join(sheet.notes))


class Forms:
    """All that a person's card carried, in its order."""

    def __init__(self, properties: Iterable[Property]) -> None:
        sheet = Sheet(Convention(), "4.0")
        kept = tuple(properties)
        for each in kept:
            if each.name.upper() == LABEL:
                take_label(sheet, as_entry(each))
        self._all = [Form(each, sheet) for each in kept]

    def of(self, *keys: str) -> list[Form]:
        """The forms of some properties that have not gone out yet."""
        return [each for each in self._all if each.key in keys and not each.used]

    def those(self, wanted: Callable[[Form], bool]) -> list[Form]:
        """The forms that are like this and have not gone out yet."""
        return [each for each in self._all if not each.used and wanted(each)]

    def drop(self, gone: Iterable[Form]) -> None:
        """Let forms go that the user has changed, and the labels that were only of them."""
        dropped = [each for each in gone if not each.used]
        groups = {each.property.group.lower() for each in dropped} - {""}
        for each in dropped:
            each.used = True
        gone_ids = set(map(id, dropped))
        left = {
            each.property.group.lower()
            for each in self._all
            if each.key not in _LABELS and id(each) not in gone_ids
        }
        for each in self._all:
            if each.key in _LABELS and each.property.group.lower() in groups - left:
                each.used = True

    def rest(self) -> Iterator[Property]:
        """What no field has called for."""
        for each in self._all:
            if not each.used:
                each.used = True
                yield each.property

    def groups(self) -> set[str]:
        """The names of groups that are taken, in small letters."""
        return {each.property.group.lower() for each in self._all if each.property.group}


def properties_of(person: Person, part: Callable[[str], bytes | None]) -> Iterator[Property]:
    """What a person's card carried, whole: large values are fetched, doubled ones come once.

    Args:
        person: the person.
        part: gives what is kept beside the data file; where it is missing, the property is left
            out.
    """
    convention, is_ours = Convention(), False
    seen: set[tuple[str, str, str, str]] = set()
    for each in person.properties:
        key = each.name.upper()
        if key == "VERSION":
            convention = Convention(old=each.value.strip().startswith("2"))
            is_ours = each.value == "4.0"
        if key in PASSING or not is_property(each.group, each.name):
            continue
        whole = _whole(each, part)
        if whole is None:
            continue
        found = _harmless(whole if is_ours else carried(as_entry(whole), convention))
        if _is_empty(found):
            continue
        said = (found.group.lower(), key, found.params, found.value)
        if said not in seen:
            seen.add(said)
            yield found


def _harmless(each: Property) -> Property:
    """A property as it will be written, so that its form is known by what goes out of it."""
    value = clean_raw(each.value)
    return each if value == each.value else msgspec.structs.replace(each, value=value)


def _is_empty(each: Property) -> bool:
    """Whether it says nothing of what a field is for."""
    bare = not each.value.strip("; ") and not each.params and not each.group
    return bare and each.name.upper() in TAKERS


def _whole(each: Property, part: Callable[[str], bytes | None]) -> Property | None:
    digest = digest_in(each.value)
    if digest is None:
        return each
    data = part(digest)
    if data is None:
        return None
    return Property(
        name=each.name,
        value=data.decode("utf-8", "replace"),
        group=each.group,
        params=each.params,
    )
