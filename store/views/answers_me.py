"""The user's own card as JSON."""

from __future__ import annotations

from store.records.document import to_document
from store.records.me import Me
from store.records.record import Document


def me_answer(me: Me) -> Document:
    """The card and the budget, in minutes a week; every key is always there."""
    written = to_document(me)
    kinds: Document = {str(kind): minutes for kind, minutes in me.budget.kinds.items()}
    return {
        "name": me.name,
        "emails": list(me.emails),
        "phones": list(me.phones),
        "links": list(me.links),
        "org": me.org,
        "title": me.title,
        "schools": written.get("schools", []),
        "cities": written.get("cities", []),
        "employers": list(me.employers),
        "passions": list(me.passions),
        "fields": list(me.fields),
        "languages": list(me.languages),
        "budget": {"total": me.budget.total, "kinds": kinds},
        "pauses": written.get("pauses", []),
    }
