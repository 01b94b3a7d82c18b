"""The step proposed: meet, else video or call, else write (A1), with its minutes."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from store.records.kinds import Kind
from store.records.person import City, Person
from store.rules.contacts import IN_A_ROW, WRITTEN, History
from store.rules.etiquette import VOICE_AFTER
from store.words.fold import fold

NEAR_LAYERS = (5, 15)
"""Layers that are called where nothing else is known."""

FALLBACKS: tuple[Kind, ...] = ("call", "video", "message", "email", "in_person")


def cities_now(cities: Iterable[City], today: date) -> frozenset[str]:
    """The cities where somebody is on a day, as compared: at home, or on a dated stay."""
    return frozenset(
        fold(city.name) for city in cities if city.kind == "now" and _holds(city, today)
    )


def _holds(city: City, today: date) -> bool:
    """Whether a stay holds a day; partial dates are compared as far as they go."""
    text = today.isoformat()
    begun = city.start is None or city.start <= text[: len(city.start)]
    return begun and (city.end is None or city.end >= text[: len(city.end)])


def proposed_step(person: Person, history: History, here: frozenset[str], today: date) -> Kind:
    """The kind of contact proposed for a person.

    Args:
        person: preferences, layer and cities.
        history: how the last contacts went.
        here: the cities where the user is, as compared.
        today: the day, for stays.
    """
    wanted: Kind
    if person.prefers is not None:
        wanted = person.prefers
    elif history.kind is not None:
        wanted = history.kind
    else:
        wanted = "call" if person.layer in NEAR_LAYERS else "message"
    if person.prefers is None and needs_voice(history) and wanted in WRITTEN:
        wanted = "call"
    if wanted != "in_person" and not person.avoids:
        return wanted
    together = bool(here) and not here.isdisjoint(cities_now(person.cities, today))
    return _allowed(wanted, person.avoids, together)


def needs_voice(history: History) -> bool:
    """Whether writing has been tried enough: no answer twice, or three times in a row."""
    return history.unanswered >= VOICE_AFTER or history.written >= IN_A_ROW


def _allowed(wanted: Kind, avoided: tuple[Kind, ...], together: bool) -> Kind:
    """The wanted step, or the next that is neither avoided nor out of reach."""
    if wanted not in avoided and (wanted != "in_person" or together):
        return wanted
    for kind in FALLBACKS:
        if kind not in avoided and (kind != "in_person" or together):
            return kind
    return wanted if wanted != "in_person" or together else "message"
