"""What the parameters of a card set in its record."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from store.actions.card import (
    check_years,
    distinct,
    read_city,
    read_date,
    read_employers,
    read_school,
)
from store.actions.card_form import CARD, Shape
from store.actions.card_params import CardParams
from store.actions.resolve import person_named
from store.records.clean import clean_line, clean_text
from store.records.ids import PersonId
from store.records.partial_date import is_partial_date
from store.records.person import Person
from store.records.snapshot import Snapshot
from store.words.language_codes import languages_stored
from store.words.message import Refusal, UsageProblem
from store.words.zones import nearest_zones, zone_called

MAX_CADENCE = 3660
"""Ten years, in days."""

OWN_RHYTHM = -1
"""As a cadence: the rhythm is given back to itself."""


def card_fields(params: CardParams, person: Person, snapshot: Snapshot) -> dict[str, object]:
    """The record's fields that these parameters set, cleaned.

    Args:
        params: as given; a name is not among them.
        person: as it is, so that what is known of a school or a city is kept.
        snapshot: for the people whom the card names.

    Raises:
        UsageProblem: where years, a birthday, another date, a zone or a cadence cannot be meant.
        UnknownProblem: where somebody named is not known.
        Refusal: where a person would be named on their own card.
    """
    fields: dict[str, object] = {}
    for each in CARD:
        value = getattr(params, _ATTRIBUTES.get(each.param, each.param), None)
        if value is None or each.field == "name":
            continue
        if each.shape in _PLAIN:
            fields[each.field] = _PLAIN[each.shape](value)
        elif each.shape == "employers":
            typed = read_employers(distinct(value), person.employers, person.employment)
            check_years(typed[1], person.employment)
            fields["employers"], fields["employment"] = typed
        else:
            fields[each.field] = _beside(each.shape, value, person, snapshot)
    return fields


_ATTRIBUTES: Mapping[str, str] = {"date": "dates"}
"""Parameters whose attribute in Python has another name."""


def _beside(shape: Shape, value: object, person: Person, snapshot: Snapshot) -> object:
    """A value that is read beside what is known already."""
    if shape == "person":
        return _somebody(str(value), person, snapshot)
    texts = distinct(value) if isinstance(value, tuple) else ()
    if shape == "people":
        named = (_somebody(text, person, snapshot) for text in texts)
        return tuple(dict.fromkeys(id for id in named if id is not None))
    if shape == "languages":
        return languages_stored(texts, person.languages)
    if shape == "schools":
        schools = tuple(read_school(text, person.schools) for text in texts)
        check_years(schools, person.schools)
        return schools
    if shape == "cities":
        cities = tuple(read_city(text, person.cities) for text in texts)
        check_years(cities, person.cities)
        return cities
    return tuple(read_date(text, person.dates) for text in texts)


def _somebody(text: str, person: Person, snapshot: Snapshot) -> PersonId | None:
    if not text.strip():
        return None
    other = person_named(snapshot, text)
    if other.id == person.id:
        raise Refusal("names_itself", "problem.names_itself", name=person.name)
    return PersonId(other.id)


def _cadence(value: object) -> int | None:
    days = value if isinstance(value, int) else OWN_RHYTHM
    if not OWN_RHYTHM <= days <= MAX_CADENCE:
        raise UsageProblem("bad_cadence", "problem.bad_cadence", most=MAX_CADENCE)
    return None if days == OWN_RHYTHM else days


def _birthday(value: object) -> str:
    text = clean_line(str(value))
    if text and not is_partial_date(text):
        raise UsageProblem("bad_birthday", "problem.bad_birthday", text=text)
    return text


def zone_read(text: str) -> str:
    """A time zone as typed, by its name in the list; nothing stays nothing.

    Raises:
        UsageProblem: where there is no such zone; those that were perhaps meant are named.
    """
    wanted = clean_line(text)
    if not wanted:
        return ""
    found = zone_called(wanted)
    if found:
        return found
    near = ", ".join(nearest_zones(wanted))
    if near:
        raise UsageProblem("bad_zone", "problem.bad_zone_near", text=wanted, near=near)
    raise UsageProblem("bad_zone", "problem.bad_zone", text=wanted)


def _kinds(value: object) -> tuple[object, ...]:
    return tuple(dict.fromkeys(value)) if isinstance(value, tuple) else ()


_PLAIN: Mapping[Shape, Callable[[object], object]] = {
    "line": lambda value: clean_line(str(value)),
    "text": lambda value: clean_text(str(value)),
    "lines": lambda value: distinct(value) if isinstance(value, tuple) else (),
    "layer": lambda value: value or None,
    "kind": lambda value: value or None,
    "day": lambda value: value or None,
    "kinds": _kinds,
    "cadence": _cadence,
    "partial": _birthday,
    "switch": bool,
    "zone": lambda value: zone_read(str(value)),
}
"""Values that nothing else is needed for."""
