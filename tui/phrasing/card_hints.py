"""What a line of a form takes, in one line at its foot."""

from __future__ import annotations

from collections.abc import Mapping

from store.actions.card_form import CardField, Shape
from store.records.kinds import KINDS
from store.views.phrases import kind_word
from store.words.words import Words

_HINTS: Mapping[Shape, str] = {
    "lines": "form.hint.lines",
    "languages": "form.hint.lines",
    "schools": "form.hint.schools",
    "employers": "form.hint.employers",
    "cities": "form.hint.cities",
    "dates": "form.hint.dates",
    "layer": "form.hint.layer",
    "cadence": "form.hint.cadence",
    "day": "form.hint.day",
    "partial": "form.hint.partial",
    "person": "form.hint.person",
    "people": "form.hint.people",
    "switch": "form.hint.switch",
    "text": "form.hint.text",
    "zone": "form.hint.zone",
}

_OF_FIELD: Mapping[str, str] = {
    "name": "form.hint.name",
    "intent": "form.hint.intent",
    "where": "form.hint.where",
    "needs": "form.hint.needs",
    "offers": "form.hint.offers",
}
"""Fields of which more can be said than how several are written; plain ones go without a word."""


def hint_of(field: CardField, completes: bool, words: Words) -> str:
    """What may stand in a line; kinds of contact are listed, and what says itself is empty."""
    if field.shape in ("kind", "kinds"):
        return " · ".join(kind_word(each, words) for each in KINDS)
    id = _OF_FIELD.get(field.field) or _HINTS.get(field.shape)
    if id is None:
        return words.say("form.hint.right") if completes else ""
    hint = words.say(id)
    return words.say("form.hint.completes", hint=hint) if completes else hint
