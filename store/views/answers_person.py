"""A person as a JSON answer; the keys are promised to other programs."""

from __future__ import annotations

from datetime import date

from store.records.person import City, Employment, Person, School
from store.records.record import Document, Json


def person_answer(person: Person) -> Document:
    """The card of a person; private notes stay out."""
    return {
        "id": person.id,
        "name": person.name,
        "nicknames": list(person.nicknames),
        "emails": list(person.emails),
        "phones": list(person.phones),
        "org": person.org,
        "title": person.title,
        "schools": [stay_answer(each) for each in person.schools],
        "cities": [city_answer(each) for each in person.cities],
        "passions": list(person.passions),
        "fields": list(person.fields),
        "languages": list(person.languages),
        "tags": list(person.tags),
        "layer": person.layer,
        "cadence_days": person.cadence_days,
        "met": iso(person.met),
        "birthday": person.birthday or None,
        "dates": [{"name": each.name, "on": each.on} for each in person.dates],
        "intent": person.intent,
        "status": person.status,
        "pauses": [
            {"from": each.start.isoformat(), "until": each.until.isoformat()}
            for each in person.pauses
        ],
        "notes": person.notes,
        "employers": list(person.employers),
        "needs": list(person.needs),
        "offers": list(person.offers),
        "links": list(person.links),
        "prefers": person.prefers,
        "where": person.where,
        "through": person.through,
        "knows": [str(each) for each in person.knows],
        "employment": [stay_answer(each) for each in person.employment],
        "timezone": person.timezone,
    }


def iso(day: date | None) -> Json:
    """A day as ISO text; None stays None."""
    return None if day is None else day.isoformat()


def stay_answer(stay: School | Employment) -> Json:
    """A school or an employer with its years."""
    return {"name": stay.name, "from": stay.start, "to": stay.end}


def city_answer(city: City) -> Json:
    """A city, with when they lived there as far as that is known."""
    return {"name": city.name, "kind": city.kind, "from": city.start, "to": city.end}
