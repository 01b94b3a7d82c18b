"""A card laid over a person who is there already: what is missing is added, nothing is replaced."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import msgspec

from store.formats.comparing import is_fuller_birthday, same_words
from store.records.identity import link_key, phone_key, text_key
from store.records.person import City, Person, Property, School

_LISTS: dict[str, Callable[[str], str]] = {
    "nicknames": text_key,
    "emails": text_key,
    "phones": phone_key,
    "links": link_key,
    "employers": text_key,
    "passions": text_key,
    "fields": text_key,
    "languages": text_key,
    "tags": text_key,
    "needs": text_key,
    "offers": text_key,
    "sources": str,
}

_SINGLES = ("where", "intent", "prefers")

_TEXTS = ("notes", "private_notes")

_ONCE = frozenset(
    (
        "N",
        "REV",
        "PRODID",
        "UID",
        "KIND",
        "BDAY",
        "ANNIVERSARY",
        "DEATHDATE",
        "GENDER",
        "SORT-STRING",
        "CLASS",
        "MAILER",
    )
)
"""Properties that a card holds at most once (RFC 6350, 6): the one that is there stays."""


def merged(held: Person, card: Person, *, same_key: bool) -> Person:
    """The person with what the card adds; the very same object where it adds nothing.

    Lists gain what they lack, empty fields are filled, a birthday is made fuller, a note gains a
    text that it does not hold. Closeness, rhythm, status, pauses and the like are the user's own:
    no import touches them. Done twice it is as done once.

    Args:
        held: the person.
        card: what a file says.
        same_key: whether they are one by a stable key; otherwise a name written differently is
            kept as a nickname.
    """
    fields: dict[str, object] = {}
    for name, key in _LISTS.items():
        incoming = getattr(card, name)
        if name == "nicknames" and not same_key and not same_words(held.name, card.name):
            incoming = (*incoming, card.name)
        if incoming:
            _add(fields, name, getattr(held, name), incoming, key)
    fields |= _filled(held, card)
    for name in _TEXTS:
        _append(fields, name, getattr(held, name), getattr(card, name))
    _set(fields, "schools", held.schools, _with_schools(held.schools, card.schools))
    _set(fields, "cities", held.cities, _with_cities(held.cities, card.cities))
    _set(fields, "properties", held.properties, _with_properties(held.properties, card.properties))
    return msgspec.structs.replace(held, **fields) if fields else held


def _add(
    fields: dict[str, object],
    name: str,
    held: tuple[str, ...],
    incoming: tuple[str, ...],
    key: Callable[[str], str],
) -> None:
    if held == incoming:
        return
    present = set(map(key, held))
    more: list[str] = []
    for value in incoming:
        if value and key(value) not in present:
            present.add(key(value))
            more.append(value)
    if more:
        fields[name] = (*held, *more)


def _filled(held: Person, card: Person) -> dict[str, object]:
    fields: dict[str, object] = {}
    for name in _SINGLES:
        if not getattr(held, name) and getattr(card, name):
            fields[name] = getattr(card, name)
    # A title is one at its employer: half of one post is not put beside half of another.
    if not held.org and card.org and _agree(held.title, card.title):
        fields["org"] = card.org
    if not held.title and card.title and _agree(held.org, card.org):
        fields["title"] = card.title
    met: date | None = card.met
    if held.met is None and met is not None:
        fields["met"] = met
    if card.birthday and (not held.birthday or is_fuller_birthday(card.birthday, held.birthday)):
        fields["birthday"] = card.birthday
    return fields


def _agree(one: str, other: str) -> bool:
    return not one or not other or text_key(one) == text_key(other)


def _append(fields: dict[str, object], name: str, held: str, more: str) -> None:
    text = more.strip()
    if text and text not in held:
        fields[name] = f"{held}\n\n{text}" if held.strip() else text


def _set(fields: dict[str, object], name: str, before: object, after: object) -> None:
    if before != after:
        fields[name] = after


def _with_schools(held: tuple[School, ...], more: tuple[School, ...]) -> tuple[School, ...]:
    known = list(held)
    for school in more:
        key = text_key(school.name)
        same = [each for each in known if text_key(each.name) == key]
        if not any(school.start in (None, each.start) for each in same):
            known.append(school)
    return tuple(known)


def _with_cities(held: tuple[City, ...], more: tuple[City, ...]) -> tuple[City, ...]:
    known = list(held)
    for city in more:
        key = (text_key(city.name), city.kind)
        if key not in [(text_key(each.name), each.kind) for each in known]:
            known.append(city)
    return tuple(known)


def _with_properties(
    held: tuple[Property, ...], more: tuple[Property, ...]
) -> tuple[Property, ...]:
    """Properties with those of another card that they lack, verbatim.

    A group, such as a date and its label, is one thing; where its name is taken it gets another.
    """
    if held == more or not more:
        return held
    known = list(held)
    present = {_said(each) for each in held if not each.group}
    once = {each.name.upper() for each in held} & _ONCE
    for each in more:
        name = each.name.upper()
        if each.group or _said(each) in present or name in once:
            continue
        present.add(_said(each))
        once |= {name} & _ONCE
        known.append(each)
    _add_groups(known, more)
    return held if len(known) == len(held) else tuple(known)


def _add_groups(known: list[Property], more: tuple[Property, ...]) -> None:
    taken = _groups(known)
    for name, properties in _groups(more).items():
        said = {_said(each) for each in properties}
        if any(said <= {_said(each) for each in group} for group in taken.values()):
            continue
        free, number = name, len(taken)
        while free in taken:
            number += 1
            free = f"item{number}"
        renamed = [msgspec.structs.replace(each, group=free) for each in properties]
        taken[free] = renamed
        known.extend(renamed)


def _groups(properties: list[Property] | tuple[Property, ...]) -> dict[str, list[Property]]:
    groups: dict[str, list[Property]] = {}
    for each in properties:
        if each.group:
            groups.setdefault(each.group.lower(), []).append(each)
    return groups


def _said(each: Property) -> tuple[str, str, str]:
    return each.name.upper(), each.params, each.value
