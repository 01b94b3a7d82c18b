"""The user's own card as JSON."""

from __future__ import annotations

from store.records.document import to_document
from store.records.me import Me
from store.records.record import Document, Json
from store.rules.step import is_trip
from store.views.answers_person import city_answer, stay_answer


def me_answer(me: Me) -> Document:
    """The card and the budget, in minutes a week; every key is always there."""
    written = to_document(me)
    homes = [each for each in me.cities if not is_trip(each)]
    trips: list[Json] = [
        {"city": each.name, "from": each.start, "until": each.end}
        for each in me.cities
        if is_trip(each)
    ]
    kinds: Document = {str(kind): minutes for kind, minutes in me.budget.kinds.items()}
    return {
        "name": me.name,
        "emails": list(me.emails),
        "phones": list(me.phones),
        "links": list(me.links),
        "org": me.org,
        "title": me.title,
        "schools": [stay_answer(each) for each in me.schools],
        "cities": [city_answer(each) for each in homes],
        "trips": trips,
        "employers": list(me.employers),
        "passions": list(me.passions),
        "fields": list(me.fields),
        "languages": list(me.languages),
        "budget": {"total": me.budget.total, "kinds": kinds},
        "pauses": written.get("pauses", []),
        "employment": [stay_answer(each) for each in me.employment],
    }
