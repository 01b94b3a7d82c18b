"""A card laid over a person who is there already: what is missing is added, nothing is replaced."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import msgspec

from store.formats.comparing import agree, is_fuller_birthday
from store.formats.name_split import properties_that_add
from store.formats.own_card import with_cities, with_years
from store.records.identity import same_words, text_key
from store.records.person import Anniversary, Person, School
from store.records.person_uid import source_of_person
from store.rules.card_union import LISTS, with_properties, with_values
from store.rules.card_values import names_on

_SINGLES = ("where", "intent", "prefers", "timezone")

_OF_CONTENT = ("csv:", "vcard:")

_TEXTS = ("notes", "private_notes")


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
    for name, key in LISTS.items():
        incoming = getattr(card, name)
        if name == "nicknames" and not same_key and not same_words(held.name, card.name):
            incoming = (*incoming, card.name)
        if name == "sources":
            incoming = tuple(each for each in incoming if each != source_of_person(held.id))
        if incoming:
            _add(fields, name, getattr(held, name), incoming, key)
    fields |= _filled(held, card)
    for name in _TEXTS:
        _append(fields, name, getattr(held, name), getattr(card, name))
    _set(fields, "schools", held.schools, _with_schools(held.schools, card.schools))
    _set(fields, "cities", held.cities, with_cities(held.cities, card.cities))
    _set(fields, "dates", held.dates, _with_dates(held.dates, card.dates))
    more = properties_that_add(held, card)
    _set(fields, "properties", held.properties, with_properties(held.properties, more))
    if fields.keys() == {"sources"} and all(map(_is_of_content, card.sources)):
        # Whoever is known without such a key is known without it the next time, too.
        fields = {}
    whole = msgspec.structs.replace(held, **fields) if fields else held
    if card.employment:
        # Last: years count for employers that stand on the card, be they new on it.
        stays = with_years(whole.employment, card.employment, names_on(whole, "employer"))
        if stays != whole.employment:
            whole = msgspec.structs.replace(whole, employment=stays)
    return whole


def _is_of_content(source: str) -> bool:
    """Whether a key was worked out from what a card or a row says, and tells no more."""
    return source.startswith(_OF_CONTENT)


def _add(
    fields: dict[str, object],
    name: str,
    held: tuple[str, ...],
    incoming: tuple[str, ...],
    key: Callable[[str], str],
) -> None:
    whole = with_values(held, incoming, key)
    if whole is not held:
        fields[name] = whole


def _filled(held: Person, card: Person) -> dict[str, object]:
    fields: dict[str, object] = {}
    for name in _SINGLES:
        if not getattr(held, name) and getattr(card, name):
            fields[name] = getattr(card, name)
    # A title is one at its employer: half of one post is not put beside half of another.
    if not held.org and card.org and agree(held.title, card.title):
        fields["org"] = card.org
    if not held.title and card.title and agree(held.org, card.org):
        fields["title"] = card.title
    met: date | None = card.met
    if held.met is None and met is not None:
        fields["met"] = met
    if card.birthday and (not held.birthday or is_fuller_birthday(card.birthday, held.birthday)):
        fields["birthday"] = card.birthday
    return fields


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


def _with_dates(
    held: tuple[Anniversary, ...], more: tuple[Anniversary, ...]
) -> tuple[Anniversary, ...]:
    known = list(held)
    for each in more:
        said = (text_key(each.name), each.on)
        if said not in [(text_key(other.name), other.on) for other in known]:
            known.append(each)
    return tuple(known)
