"""The own card in lines, for the page and for the command line alike."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Literal

import msgspec

from store.rules.step import trip_days
from store.views.own_card import OwnCard, OwnLine
from store.words import durations
from store.words.field_words import field_word
from store.words.language_names import language_word
from store.words.message import Message
from store.words.words import Words

MISSING: dict[str, str] = {
    "schools": "me.missing.schools",
    "employers": "me.missing.employers",
    "cities": "me.missing.cities",
    "passions": "me.missing.passions",
    "fields": "me.missing.fields",
    "languages": "me.missing.languages",
}
"""What each field would bring."""


class OwnText(msgspec.Struct, frozen=True):
    """One line of it."""

    text: str
    label: str = ""
    """What the text is, where it does not say so itself."""
    kind: Literal["head", "text", "missing"] = "text"


def own_card_text(card: OwnCard, words: Words, today: date) -> tuple[OwnText, ...]:
    """What is on it with how many people share it, then what is missing and would bring."""
    lines = [*_contact(card, words), *(_line(each, words) for each in card.lines)]
    lines += _trips(card, words, today)
    budget = durations.minutes(card.me.budget.total, words)
    lines.append(OwnText(budget, words.say("cli.field.budget")))
    missing = [each for each in card.missing if each.told]
    if missing:
        lines.append(OwnText(words.say("me.missing"), kind="head"))
        lines += [
            OwnText(words.say(MISSING[each.field], n=each.told), kind="missing") for each in missing
        ]
    return tuple(lines)


def _contact(card: OwnCard, words: Words) -> Iterator[OwnText]:
    me = card.me
    work = " · ".join(filter(None, (me.title, me.org)))
    if work:
        yield OwnText(work)
    for field, values in (("emails", me.emails), ("phones", me.phones), ("links", me.links)):
        if values:
            yield OwnText(", ".join(values), field_word(field, words))


def _line(line: OwnLine, words: Words) -> OwnText:
    label = field_word(line.field, words)
    if line.field == "employers":
        # The present one stands among them: it opens doors as well.
        label = words.say("me.employers")
    return OwnText(_values(line, words), label)


def _values(line: OwnLine, words: Words) -> str:
    return ", ".join(
        words.say("me.shared", value=_shown(line, each.text, words), n=each.people)
        if each.people
        else _shown(line, each.text, words)
        for each in line.values
    )


def _shown(line: OwnLine, text: str, words: Words) -> str:
    return language_word(text, words) if line.field == "languages" else text


def _trips(card: OwnCard, words: Words, today: date) -> Iterator[OwnText]:
    trips = [
        words.tell(
            Message("trip.days", {"city": city.name, "start": days[0], "until": days[1]}), today
        )
        for city in card.me.cities
        if (days := trip_days(city)) is not None
    ]
    if trips:
        yield OwnText(" · ".join(trips), words.say("cli.field.trips"))
