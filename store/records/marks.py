"""By what somebody is known again on another card: what forgetting keeps a hash of."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from store.records.identity import keys_of, phone_key, text_key
from store.records.person import Person
from store.records.person_uid import source_of_person
from store.records.profile_slug import slug_in
from store.words.fold import fold

SHORTEST_PHONE = 6
"""Digits; fewer are an extension or an emergency number, and nobody's own."""

TELLING = "elp"
"""Kinds of marks that namesakes differ by: e-mail, LinkedIn profile, phone."""

_WORDS = re.compile(r"\w+")


class Marks(msgspec.Struct, frozen=True, kw_only=True):
    """The marks of a card."""

    strong: tuple[str, ...]
    """Each is enough: addresses, numbers and the stable keys of imports."""
    name: str
    """The words of the name in alphabetical order, so that `LOVELACE Ada` is `Ada Lovelace`."""
    kinds: str
    """Which of the telling kinds the card has, in their order."""


def marks_of(person: Person) -> Marks:
    """The marks of a card, whatever the writing of its values."""
    keys = keys_of(person)
    if person.id:
        # A card written by this program and kept somewhere names them so.
        keys = (*keys, source_of_person(person.id))
    emails = [text_key(email) for email in person.emails]
    phones = [
        key
        for key in map(phone_key, person.phones)
        if sum(each.isdigit() for each in key) >= SHORTEST_PHONE
    ]
    held = {"e": emails, "l": [key for key in keys if slug_in(key)], "p": phones}
    strong = (
        *(f"email:{each}" for each in emails),
        *(f"phone:{each}" for each in phones),
        *(f"source:{each}" for each in keys),
    )
    kinds = "".join(kind for kind in TELLING if held[kind])
    return Marks(strong=tuple(dict.fromkeys(strong)), name=_name_key(person.name), kinds=kinds)


def named_mark(marks: Marks) -> str:
    """The weak mark: the name, and by what else the card could be told from a namesake's."""
    return f"name:{marks.kinds}:{marks.name}"


def resembling(marks: Marks) -> Iterator[str]:
    """The weak marks of everybody of that name whom nothing tells from this card.

    Two cards of one name are told apart where both have, say, an e-mail address; a card with a
    number only and one with an address only may be of the same person.
    """
    free = [kind for kind in TELLING if kind not in marks.kinds]
    for number in range(1 << len(free)):
        kinds = "".join(kind for place, kind in enumerate(free) if number >> place & 1)
        yield f"name:{kinds}:{marks.name}"


def _name_key(name: str) -> str:
    return " ".join(sorted(_WORDS.findall(fold(name)))) or text_key(name)
