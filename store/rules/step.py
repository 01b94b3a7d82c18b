"""The step proposed: meet, else video or call, else write (A1), with its minutes."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Literal

import msgspec

from store.records.kinds import Kind
from store.records.person import City, Person
from store.rules.contacts import IN_A_ROW, History
from store.rules.etiquette import VOICE_AFTER
from store.rules.weights import WRITTEN
from store.words.fold import fold

NEAR_LAYERS = (5, 15)
"""Layers that are called where nothing else is known."""

VOICES: frozenset[Kind] = frozenset({"call", "video"})

FALLBACKS: tuple[Kind, ...] = ("call", "video", "message", "email", "in_person")

_FULL_DAY = 10
"""The length of a whole ISO day, where months and years may stand as well."""

Rung = Literal[
    "prefers", "last_kind", "near_layer", "written_first", "unanswered", "written_often", "trip"
]
"""What decides the step: their preference, the last kind, the layer, the voice instead of
writing, or a trip to their city."""


class Cities(msgspec.Struct, frozen=True):
    """The cities where the user is on a day, as compared."""

    names: frozenset[str] = frozenset()
    """Where a trip lasts, the trip's alone: it takes the place of home."""
    trips: frozenset[str] = frozenset()
    """Those of `names` that are trips."""


NOWHERE = Cities()
"""As long as the user has told no city."""


class Step(msgspec.Struct, frozen=True, kw_only=True):
    """A kind of contact, and how it was come to."""

    kind: Kind
    rung: Rung
    wanted: Kind
    """What the rung asked for; another than `kind` where they avoid it or cities lie between."""


def trip_days(city: City) -> tuple[date, date] | None:
    """The first and last day of a trip; None for a home, whose days are open, months, or years.

    Only the user's own card has trips: on another a city is one whatever its days.
    """
    start, end = city.start, city.end
    if city.kind != "now" or start is None or end is None:
        return None
    if len(start) != _FULL_DAY or len(end) != _FULL_DAY:
        return None
    try:
        return date.fromisoformat(start), date.fromisoformat(end)
    except ValueError:
        return None


def is_trip(city: City) -> bool:
    """Whether a city is a stay from one whole day to another, not a home."""
    return trip_days(city) is not None


def trips_on(cities: Iterable[City], day: date) -> tuple[City, ...]:
    """The trips that hold a day."""
    return tuple(city for city in cities if is_trip(city) and _holds(city, day))


def cities_now(cities: Iterable[City], today: date) -> frozenset[str]:
    """The cities of a card on a day, as compared."""
    return frozenset(fold(city.name) for city in cities if _is_there(city, today))


def whereabouts(cities: Iterable[City], today: date) -> Cities:
    """Where the user is on a day, by the cities of the own card: on a trip, else at home."""
    own = tuple(cities)
    trips = cities_now(trips_on(own, today), today)
    return Cities(trips or cities_now(own, today), trips)


def _is_there(city: City, today: date) -> bool:
    return city.kind == "now" and _holds(city, today)


def _holds(city: City, today: date) -> bool:
    """Whether a stay holds a day; partial dates are compared as far as they go."""
    text = today.isoformat()
    begun = city.start is None or city.start <= text[: len(city.start)]
    return begun and (city.end is None or city.end >= text[: len(city.end)])


def proposed_step(person: Person, history: History, here: Cities, today: date) -> Kind:
    """The kind of contact proposed for a person; see `step_for`."""
    return step_for(person, history, here, today).kind


def step_for(person: Person, history: History, here: Cities, today: date) -> Step:
    """The step proposed for a person, and the rung of the ladder that gave it.

    Args:
        person: preferences, layer and cities.
        history: how the last contacts went.
        here: the cities where the user is, as `whereabouts` gives them.
        today: the day, for stays.
    """
    wanted, rung = _wanted(person, history)
    may_meet = bool(here.trips) and _may_meet(person, history)
    if not may_meet and wanted != "in_person" and not person.avoids:
        return Step(kind=wanted, rung=rung, wanted=wanted)
    theirs = cities_now(person.cities, today) if here.names else frozenset()
    if may_meet and not here.trips.isdisjoint(theirs):
        return Step(kind="in_person", rung="trip", wanted="in_person")
    together = not here.names.isdisjoint(theirs)
    kind = _allowed(wanted, person.avoids, together)
    return Step(kind=kind, rung=rung, wanted=wanted)


def _wanted(person: Person, history: History) -> tuple[Kind, Rung]:
    """What the ladder asks for, wherever they are and whatever they avoid."""
    if person.prefers is not None:
        return person.prefers, "prefers"
    kind: Kind
    rung: Rung
    if history.kind is not None:
        kind, rung = history.kind, "last_kind"
    elif person.layer in NEAR_LAYERS:
        kind, rung = "call", "near_layer"
    else:
        kind, rung = "message", "written_first"
    if kind not in WRITTEN:
        return kind, rung
    if history.unanswered >= VOICE_AFTER:
        return "call", "unanswered"
    return ("call", "written_often") if history.written >= IN_A_ROW else (kind, rung)


def turns_to_voice(person: Person, history: History) -> bool:
    """Whether the voice takes the place of writing, as messages have no answer."""
    _, rung = _wanted(person, history)
    return rung == "unanswered" and not frozenset(person.avoids) >= VOICES


def _may_meet(person: Person, history: History) -> bool:
    """Whether a trip to their city is a reason to meet.

    Nothing in their preference may speak against it, and they are no stranger: they were in touch
    before and answered, or are close.
    """
    if person.prefers is not None or "in_person" in person.avoids:
        return False
    if history.unanswered >= VOICE_AFTER:
        return False
    return history.kind is not None or person.layer in NEAR_LAYERS


def _allowed(wanted: Kind, avoided: tuple[Kind, ...], together: bool) -> Kind:
    """The wanted step, or the next that is neither avoided nor out of reach."""
    if wanted not in avoided and (wanted != "in_person" or together):
        return wanted
    for kind in FALLBACKS:
        if kind not in avoided and (kind != "in_person" or together):
            return kind
    return wanted if wanted != "in_person" or together else "message"
