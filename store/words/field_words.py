"""Names of the fields of records in words."""

from __future__ import annotations

from collections.abc import Mapping

from store.words.message import Message
from store.words.words import Words

_FIELDS: Mapping[str, str] = {
    "added": "field.added",
    "approximate": "field.approximate",
    "at": "field.at",
    "avoids": "field.avoids",
    "birthday": "cli.field.birthday",
    "body": "field.body",
    "bring": "field.bring",
    "by": "field.by",
    "cadence_days": "field.cadence_days",
    "circle": "field.circle",
    "circles": "field.circles",
    "cities": "cli.field.cities",
    "closed": "field.closed",
    "contact": "field.contact",
    "count": "field.count",
    "dates": "cli.field.dates",
    "deceased_on": "field.deceased_on",
    "declined": "field.declined",
    "deferrals": "field.deferrals",
    "direction": "field.direction",
    "distinct_from": "field.distinct_from",
    "emails": "cli.field.emails",
    "employers": "field.employers",
    "employment": "field.employment",
    "event": "field.event",
    "exchange": "field.exchange",
    "fields": "cli.field.fields",
    "goal": "field.goal",
    "intent": "field.intent",
    "kind": "field.kind",
    "knows": "field.knows",
    "languages": "cli.field.languages",
    "layer": "field.layer",
    "links": "cli.field.links",
    "made": "field.made",
    "met": "cli.field.met",
    "minutes": "field.minutes",
    "name": "field.name",
    "needs": "field.needs",
    "new_job_on": "field.new_job_on",
    "nicknames": "field.nicknames",
    "note": "field.note",
    "notes": "field.notes",
    "offers": "field.offers",
    "on": "field.on",
    "org": "field.org",
    "outcome": "field.outcome",
    "passions": "cli.field.passions",
    "pauses": "field.pauses",
    "people": "field.people",
    "person": "field.person",
    "phones": "cli.field.phones",
    "pinned": "field.pinned",
    "place": "field.place",
    "planned": "field.planned",
    "prefers": "field.prefers",
    "private_notes": "field.private_notes",
    "properties": "field.properties",
    "schools": "cli.field.schools",
    "searches": "field.searches",
    "slot": "field.slot",
    "sorting": "field.sorting",
    "source": "field.source",
    "sources": "field.sources",
    "started": "field.started",
    "state": "field.state",
    "status": "field.status",
    "step": "field.step",
    "tags": "cli.field.tags",
    "thanked": "field.thanked",
    "through": "field.through",
    "timezone": "field.timezone",
    "title": "field.title",
    "told": "field.told",
    "unlike": "field.unlike",
    "until": "field.until",
    "wanted": "field.wanted",
    "weight": "field.weight",
    "where": "field.where",
    "why": "field.why",
}


def field_message(field: str) -> Message:
    """A field in words; one that this version does not know stands as it is."""
    return Message(_FIELDS.get(field, field))


def field_word(field: str, words: Words) -> str:
    """The same, said."""
    return words.tell(field_message(field))
