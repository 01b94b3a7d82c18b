"""How many people: counts in words, those of nobody left out."""

from __future__ import annotations

from collections.abc import Mapping

from store.words.message import Message

DONE: Mapping[str, str] = {
    "new": "counts.new",
    "changed": "counts.changed",
    "removed": "counts.removed",
    "back": "counts.back",
    "same": "counts.same",
}
"""What has become of people."""

TO_COME: Mapping[str, str] = {
    "changed": "counts.change",
    "removed": "counts.go",
    "back": "counts.come_back",
}
"""What would become of them."""

OWN: Mapping[str, str] = {
    "name": "own.name",
    "emails": "own.emails",
    "phones": "own.phones",
    "links": "own.links",
    "org": "own.org",
    "title": "own.title",
    "cities": "own.cities",
    "schools": "own.schools",
    "employers": "own.employers",
    "employment": "own.employment",
    "passions": "own.passions",
    "fields": "own.fields",
    "languages": "own.languages",
}
"""What comes to the user's own card."""


def counted(kinds: Mapping[str, str], **counts: int) -> tuple[Message, ...] | Message:
    """Counts as the values of one message, one after the other; a word where there is nobody.

    Args:
        kinds: `DONE`, `TO_COME` or `OWN`.
        counts: how many, by the names in `kinds`.
    """
    told = tuple(Message(kinds[name], {"n": n}) for name, n in counts.items() if n)
    return told or Message("counts.nobody")
