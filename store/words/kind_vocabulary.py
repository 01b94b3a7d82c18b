"""The words, folded, by which people call a kind of interaction, in English and French."""

from __future__ import annotations

import msgspec

from store.records.kinds import KINDS, Kind
from store.words.fold import fold

SHORTEST_PREFIX = 2
"""Letters from which the beginning of a word stands for it."""

KIND_WORDS: dict[str, Kind] = {
    "call": "call",
    "phone": "call",
    "appel": "call",
    "telephone": "call",
    "tel": "call",
    "coffee": "in_person",
    "cafe": "in_person",
    "lunch": "in_person",
    "dejeuner": "in_person",
    "dinner": "in_person",
    "diner": "in_person",
    "meeting": "in_person",
    "met": "in_person",
    "in person": "in_person",
    "in-person": "in_person",
    "en personne": "in_person",
    "rencontre": "in_person",
    "rendez-vous": "in_person",
    "rdv": "in_person",
    "video": "video",
    "visio": "video",
    "zoom": "video",
    "message": "message",
    "sms": "message",
    "texto": "message",
    "email": "email",
    "e-mail": "email",
    "mail": "email",
    "courriel": "email",
    "social": "social",
    "reseaux": "social",
    "event": "event",
    "evenement": "event",
    "soiree": "event",
}
"""Both languages are read whatever the language."""

OWN_MINUTES = {"coffee": 60, "cafe": 60, "lunch": 90, "dejeuner": 90, "dinner": 90, "diner": 90}
"""Minutes of a meeting that its word tells (RULES 5)."""


class KindTold(msgspec.Struct, frozen=True):
    """A kind, and the minutes that its word means; None where it means none."""

    kind: Kind
    minutes: int | None = None


def kind_told(text: str) -> KindTold | None:
    """A kind by its code, by a word for it, or by the beginning of words that all mean it."""
    word = " ".join(fold(text).split())
    for kind in KINDS:
        if word == kind:
            return KindTold(kind)
    if word in KIND_WORDS:
        return KindTold(KIND_WORDS[word], OWN_MINUTES.get(word))
    if len(word) < SHORTEST_PREFIX:
        return None
    begun = [known for known in KIND_WORDS if known.startswith(word)]
    if len({KIND_WORDS[known] for known in begun}) != 1:
        return None
    return KindTold(KIND_WORDS[begun[0]], OWN_MINUTES.get(begun[0]))
