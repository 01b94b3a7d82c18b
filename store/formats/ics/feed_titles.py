"""What a contact to come is called in the feed."""

from __future__ import annotations

from collections.abc import Iterable

from store.records.clean import clean_line
from store.records.kinds import Kind
from store.records.person import Person
from store.words.words import Words

_PLANS: dict[Kind, str] = {
    "in_person": "feed.plan.in_person",
    "video": "feed.plan.video",
    "call": "feed.plan.call",
    "message": "feed.plan.message",
    "email": "feed.plan.email",
    "social": "feed.plan.social",
    "event": "feed.plan.event",
}


def plan_title(kind: Kind, people: Iterable[Person], words: Words) -> str:
    """A contact with some people: "Call Ada, Bo"."""
    names = ", ".join(clean_line(person.name) for person in people)
    return words.say(_PLANS[kind], names=names)
