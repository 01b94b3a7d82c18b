"""A card as the lines of a form: what stands in each, and what it is called."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date

import msgspec

from store.actions.card_form import CardField, Section, Shape
from store.records.ids import PersonId
from store.records.kinds import CityKind, Kind
from store.records.me import Me
from store.records.person import Anniversary, City, Employment, Person, School
from store.records.snapshot import Snapshot
from store.records.stay_text import city_text, date_text, stay_text
from store.rules.step import is_trip
from store.views.phrases import kind_word
from store.words.fold import fold
from store.words.language_names import language_word
from store.words.partial_day import partial_day_said
from store.words.words import Words
from tui.typed.listed import joined

LABELS: Mapping[str, str] = {
    "name": "form.name",
    "nicknames": "form.nicknames",
    "emails": "form.emails",
    "phones": "form.phones",
    "links": "form.links",
    "org": "form.org",
    "title": "form.job_title",
    "employers": "form.employers",
    "fields": "form.fields",
    "schools": "form.schools",
    "cities": "form.cities",
    "timezone": "form.timezone",
    "passions": "form.passions",
    "languages": "form.languages",
    "tags": "form.tags",
    "intent": "form.intent",
    "needs": "form.needs",
    "offers": "form.offers",
    "layer": "form.layer",
    "cadence_days": "form.cadence",
    "prefers": "form.prefers",
    "avoids": "form.avoids",
    "met": "form.met",
    "where": "form.where",
    "through": "form.through",
    "knows": "form.knows",
    "pinned": "form.pinned",
    "birthday": "form.birthday",
    "dates": "form.dates",
    "notes": "form.notes",
    "private_notes": "form.private_notes",
}
"""What a line is called; short, so that the labels line up."""

SECTIONS: Mapping[Section, str] = {
    "who": "form.section.who",
    "work": "form.section.work",
    "roots": "form.section.roots",
    "taste": "form.section.taste",
    "between": "form.section.between",
    "dates": "form.section.dates",
    "notes": "form.section.notes",
}

PAST, NATIVE = "form.city.past", "form.city.native"
"""What stands before a city of earlier, or of birth."""


class Card(msgspec.Struct, frozen=True):
    """A card, and what is needed to write it down."""

    record: Person | Me
    snapshot: Snapshot
    words: Words


def card_lines(fields: Iterable[CardField], card: Card) -> dict[str, str]:
    """What stands in the line of each field, by parameter."""
    return {each.param: line_of(each, card) for each in fields}


def line_of(field: CardField, card: Card) -> str:
    """What stands in one line."""
    value = getattr(card.record, field.field)
    if field.shape in ("line", "text", "zone"):
        return str(value)
    return _WRITE[field.shape](value, card)


def name_of(id: PersonId, card: Card) -> str:
    """A person as named in a form: by name, with the id where somebody else has it too."""
    person = card.snapshot.people.get(id)
    if person is None:
        return id
    wanted = fold(" ".join(person.name.split()))
    alone = len(list(card.snapshot.names.named(wanted))) == 1
    return person.name if alone else f"{person.name} ({id})"


def city_prefixes(words: Words) -> dict[CityKind, str]:
    """What stands before a city that is not today's."""
    return {"past": words.say(PAST), "native": words.say(NATIVE)}


def _schools(value: tuple[School, ...], card: Card) -> str:
    return joined(map(stay_text, value))


def _employers(value: tuple[str, ...], card: Card) -> str:
    return joined(employer_text(each, card.record.employment) for each in value)


def employer_text(name: str, years: Iterable[Employment]) -> str:
    """An employer and the years with it, where they are known."""
    return next((stay_text(each) for each in years if each.name == name), name)


def _cities(value: tuple[City, ...], card: Card) -> str:
    own = isinstance(card.record, Me)
    prefixes = city_prefixes(card.words)
    return joined(city_text(each, prefixes) for each in value if not (own and is_trip(each)))


def _dates(value: tuple[Anniversary, ...], card: Card) -> str:
    return joined(map(date_text, value))


def _kind(value: Kind | None, card: Card) -> str:
    return "" if value is None else kind_word(value, card.words)


def _kinds(value: tuple[Kind, ...], card: Card) -> str:
    return joined(kind_word(each, card.words) for each in value)


def _partial(value: str, card: Card) -> str:
    return partial_day_said(value, card.words.language)


def _number(value: int | None, card: Card) -> str:
    return "" if value is None else str(value)


def _day(value: date | None, card: Card) -> str:
    return "" if value is None else value.isoformat()


def _person(value: PersonId | None, card: Card) -> str:
    return "" if value is None else name_of(value, card)


def _people(value: tuple[PersonId, ...], card: Card) -> str:
    return joined(name_of(each, card) for each in value)


def _switch(value: bool, card: Card) -> str:
    return card.words.say("form.yes") if value else ""


def _languages(value: tuple[str, ...], card: Card) -> str:
    return joined(language_word(each, card.words) for each in value)


def _lines(value: tuple[str, ...], card: Card) -> str:
    return joined(value)


_WRITE: Mapping[Shape, Callable[..., str]] = {
    "lines": _lines,
    "languages": _languages,
    "schools": _schools,
    "employers": _employers,
    "cities": _cities,
    "dates": _dates,
    "layer": _number,
    "cadence": _number,
    "kind": _kind,
    "kinds": _kinds,
    "day": _day,
    "partial": _partial,
    "person": _person,
    "people": _people,
    "switch": _switch,
}
