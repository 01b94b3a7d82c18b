"""Contacts of Monica made people."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from store.formats.monica.account import Contact, Relationship, Values, day_in
from store.formats.vcard.escaping import escaped
from store.records.attachment import carried_value
from store.records.clean import clean_line, clean_text
from store.records.partial_date import month_and_day
from store.records.person import Anniversary, City, Person, Property

_DATA = re.compile(r"data:image/[\w.+-]{1,40};base64,[A-Za-z0-9+/=\s]+")
_ADDRESS = ("street", "city", "province", "postal_code", "country")
_DEBT = ("in_debt", "status", "amount", "currency", "reason")

Parts = dict[str, bytes]


def source_of(key: str) -> str:
    """The stable key of a contact."""
    return f"monica:{key}"


def name_of(contact: Contact) -> str:
    """The name that a contact is shown by, or nothing."""
    values = contact.values
    names = (values.get(part, "") for part in ("first_name", "middle_name", "last_name"))
    whole = clean_line(" ".join(filter(None, map(clean_line, names))))
    return whole or clean_line(values.get("nickname", "")) or clean_line(values.get("company", ""))


def person_of(
    contact: Contact, related: tuple[tuple[Relationship, str], ...], parts: Parts
) -> Person:
    """The person of a contact that has a name.

    Args:
        contact: the contact.
        related: relationships that say what somebody is to this contact, with the name of each.
        parts: takes a photo that is too large for the data file.
    """
    values = contact.values
    nickname = clean_line(values.get("nickname", ""))
    deceased = contact.deceased_date
    cadence = values.get("stay_in_touch_frequency", "")
    name = name_of(contact)
    return Person(
        id="",
        name=name,
        nicknames=(nickname,) if nickname and nickname != name else (),
        emails=_unique(each for kind, each in _fields(contact) if kind == "email"),
        phones=_unique(each for kind, each in _fields(contact) if kind == "phone"),
        links=_unique(each for kind, each in _fields(contact) if kind == "link"),
        org=clean_line(values.get("company", "")),
        title=clean_line(values.get("job", "")),
        cities=tuple(City(name=city) for city in _unique(_cities(contact))),
        tags=_unique(map(clean_line, contact.tags)),
        cadence_days=int(cadence) if cadence.isascii() and cadence.isdecimal() else None,
        met=contact.first_met_date.on if contact.first_met_date else None,
        where=clean_line(values.get("first_met_where", "")),
        birthday=contact.birthdate.partial if contact.birthdate else "",
        dates=tuple(_dates(contact)),
        status="deceased" if values.get("is_dead") == "1" else "active",
        deceased_on=deceased.on if deceased and deceased.partial[:4].isdigit() else None,
        notes=_notes(contact),
        sources=(source_of(contact.key),),
        properties=tuple(_properties(contact, related, parts)),
    )


def details(contact: Contact, kind: str) -> Iterator[Values]:
    """What is noted of one kind."""
    return (each.values for each in contact.details if each.kind == kind)


def _unique(values: Iterator[str] | map[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(filter(None, values)))


def _fields(contact: Contact) -> Iterator[tuple[str, str]]:
    """Ways to reach somebody: `email`, `phone`, `link`, or the name of a network."""
    for values in details(contact, "contact_field"):
        data = clean_line(values.get("data", ""))
        kind, protocol = values.get("type_type", ""), values.get("type_protocol", "")
        name = clean_line(values.get("type_name", ""))
        if kind == "email" or protocol == "mailto:" or (not kind and "@" in data):
            yield "email", data.removeprefix("mailto:")
        elif kind == "phone" or protocol == "tel:":
            yield "phone", data.removeprefix("tel:")
        elif data.startswith(("https://", "http://")):
            yield "link", data
        else:
            yield name or "other", data


def _cities(contact: Contact) -> Iterator[str]:
    return (clean_line(values.get("city", "")) for values in details(contact, "address"))


def _dates(contact: Contact) -> Iterator[Anniversary]:
    """Yearly reminders, without the one that Monica makes for the birthday itself."""
    born = month_and_day(contact.birthdate.partial) if contact.birthdate else None
    for values in details(contact, "reminder"):
        on = day_in(values.get("initial_date", ""))
        title = clean_line(values.get("title", ""))
        if values.get("frequency_type") != "year" or on is None or not title:
            continue
        if born != (on.month, on.day):
            yield Anniversary(name=title, on=on.isoformat())


def _notes(contact: Contact) -> str:
    values = contact.values
    plain = [clean_text(values.get("description", ""))]
    plain += [clean_text(values.get("food_preferences", ""))]
    plain += [clean_text(values.get("first_met_additional_info", ""))]
    for pet in details(contact, "pet"):
        name, category = clean_line(pet.get("name", "")), clean_line(pet.get("category", ""))
        plain.append(f"{name} ({category})" if name and category else name or category)
    dated = [_dated(each, ("created_at",), ("body",)) for each in details(contact, "note")]
    dated += [
        _dated(each, ("happened_at", "created_at"), ("name", "type_name", "note"))
        for each in details(contact, "life_event")
    ]
    return "\n".join(dict.fromkeys(filter(None, (*plain, *sorted(dated)))))


def _dated(values: Values, days: tuple[str, ...], texts: tuple[str, ...]) -> str:
    """A line of the notes that begins with its day, as the program writes them itself."""
    said = ". ".join(filter(None, (clean_text(values.get(name, "")) for name in texts)))
    on = next(filter(None, (day_in(values.get(name, "")) for name in days)), None)
    return f"{on.isoformat()}: {said}" if on and said else said


def _properties(
    contact: Contact, related: tuple[tuple[Relationship, str], ...], parts: Parts
) -> Iterator[Property]:
    yield Property(name="VERSION", value="4.0")
    for values in details(contact, "address"):
        pieces = {part: escaped(values.get(part, "")) for part in _ADDRESS}
        if any(pieces.values()):
            yield Property(name="ADR", value=f";;{_joined(pieces)}")
    for kind, data in _fields(contact):
        if kind not in ("email", "phone", "link"):
            word = re.sub(r"[^\w-]", "", kind) or "other"
            yield Property(name="X-SOCIALPROFILE", value=escaped(data), params=f"TYPE={word}")
    for relationship, name in related:
        word = re.sub(r"[^\w-]", "", relationship.kind) or "contact"
        yield Property(name="RELATED", value=escaped(name), params=f"TYPE={word};VALUE=text")
    for values in details(contact, "debt"):
        said = "; ".join(f"{part}={values[part]}" for part in _DEBT if values.get(part))
        yield Property(name="X-MONICA-DEBT", value=escaped(said))
    if _DATA.fullmatch(contact.photo):
        kept = carried_value(contact.photo, parts)
        if kept is not None:
            yield Property(name="PHOTO", value=kept)


def _joined(pieces: Mapping[str, str]) -> str:
    return ";".join(pieces[part] for part in _ADDRESS)
