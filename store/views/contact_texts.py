"""What of a card is worth copying: addresses, links, and the card as text."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

import msgspec

from store.records.person import Person
from store.records.stay_text import stay_text
from store.views.phrases import kind_word
from store.words import dates
from store.words.field_words import field_word
from store.words.words import Words

What = Literal["email", "phone", "link", "name_and_email", "card"]


class Copyable(msgspec.Struct, frozen=True):
    """One text that can be copied."""

    what: What
    text: str


def address_of(person: Person) -> str:
    """The first e-mail address, else the first number; empty where there is neither."""
    return next(iter((*person.emails, *person.phones)), "")


def addresses_of(people: Iterable[Person]) -> str:
    """The addresses of several on one line, as the head of a mail takes them."""
    return ", ".join(filter(None, map(address_of, people)))


def copyables_of(person: Person, words: Words) -> tuple[Copyable, ...]:
    """All that the copy menu offers, the likeliest first."""
    name = _quoted(person.name)
    return (
        *(Copyable("email", each) for each in person.emails),
        *(Copyable("phone", each) for each in person.phones),
        *(Copyable("link", each) for each in person.links),
        *(Copyable("name_and_email", f"{name} <{each}>") for each in person.emails[:1]),
        Copyable("card", "\n".join(card_text(person, words))),
    )


def _quoted(name: str) -> str:
    """A name as it stands before an address (RFC 5322): quoted where a mark has a meaning there."""
    if not any(mark in name for mark in '"(),.:;<>@[\\]'):
        return name
    escaped = name.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def card_text(person: Person, words: Words) -> tuple[str, ...]:
    """A card in plain lines; notes and what was only confided stay out, since it may be sent."""
    years = {each.name: stay_text(each) for each in person.employment}
    lists: tuple[tuple[str, Iterable[str]], ...] = (
        ("emails", person.emails),
        ("phones", person.phones),
        ("links", person.links),
        ("schools", map(stay_text, person.schools)),
        ("cities", (each.name for each in person.cities if each.kind == "now")),
        ("employers", (years.get(each, each) for each in person.employers)),
        ("passions", person.passions),
        ("fields", person.fields),
        ("languages", person.languages),
        ("prefers", () if person.prefers is None else (kind_word(person.prefers, words),)),
        ("birthday", filter(None, (_birthday(person, words),))),
    )
    work = " · ".join(filter(None, (person.title, person.org)))
    told = ((field, ", ".join(values)) for field, values in lists)
    return (
        person.name,
        *filter(None, (work,)),
        *(
            words.say("dossier.labelled", label=field_word(field, words), text=text)
            for field, text in told
            if text
        ),
    )


def _birthday(person: Person, words: Words) -> str:
    return dates.yearly(person.birthday, words.language) or person.birthday
