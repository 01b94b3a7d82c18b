"""Fields of a person that no property of vCard models, as properties of our own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from store.formats.vcard.escaping import escaped, escaped_components
from store.formats.vcard.own_names import PREFIX, OwnName
from store.records.person import Employment, Person, Property, School


def own(name: OwnName, *components: str) -> Property:
    """A property of our own."""
    value = escaped_components(components) if len(components) > 1 else escaped(components[0])
    return Property(name=PREFIX + name, value=value)


def own_out(person: Person, *, private: bool) -> Iterator[Property]:
    """All of them but those of lists, cities, dates and ties, which other files tell.

    Args:
        person: the person.
        private: whether private notes go out.
    """
    yield from (_stay("SCHOOL", each) for each in person.schools)
    yield from (own("EMPLOYER", each) for each in person.employers)
    yield from (_stay("EMPLOYMENT", each) for each in person.employment)
    yield from (own("NEED", each) for each in person.needs)
    yield from (own("OFFER", each) for each in person.offers)
    yield from _ways(person)
    yield from _texts("INTENT", person.intent)
    yield from _texts("WHERE", person.where)
    yield from _texts("MET", person.met)
    yield from _texts("NEW-JOB", person.new_job_on)
    yield from _texts("ADDED", person.added)
    if person.pinned:
        yield own("PINNED", "1")
    for pause in person.pauses:
        yield own("PAUSE", pause.start.isoformat(), pause.until.isoformat())
    for each in person.deferrals:
        yield own("DEFERRAL", each.row, each.on.isoformat(), each.until.isoformat(), each.how)
    yield from (own("DECLINED", each) for each in person.declined)
    if private:
        yield from _texts("PRIVATE-NOTE", person.private_notes)


def _ways(person: Person) -> Iterator[Property]:
    """How near somebody stands, how often and by what means one gets in touch."""
    yield from _texts("LAYER", person.layer)
    if person.cadence_days is not None:
        yield own("CADENCE", str(person.cadence_days))
    yield from _texts("PREFERS", person.prefers)
    if person.avoids:
        yield own("AVOIDS", *person.avoids)


def _texts(name: OwnName, value: object) -> Iterable[Property]:
    return (own(name, str(value)),) if value else ()


def _stay(name: OwnName, stay: School | Employment) -> Property:
    return own(name, stay.name, stay.start or "", stay.end or "")
