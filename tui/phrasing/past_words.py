"""Schools, employers and cities of a card with their years, as the screen and `show` say them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from store.records.kinds import CityKind
from store.records.person import City, Employment, Person, School
from store.views.preview import years
from store.words.words import Words

_CITIES: Mapping[CityKind, str] = {"native": "dossier.city.native", "past": "dossier.city.past"}
"""What another city than that of today was to them."""


def stay_told(stay: School | Employment) -> str:
    """A name and the years spent there, where they are known."""
    return f"{stay.name} {years(stay.start, stay.end)}".rstrip()


def employers_told(card: Person, *first: str) -> Iterable[str]:
    """Earlier employers with their years; those named first only where their years are known."""
    spent = {each.name: each for each in card.employment}
    yield from (stay_told(spent[name]) for name in first if name in spent)
    yield from (stay_told(spent[name]) if name in spent else name for name in card.employers)


def city_told(city: City, words: Words) -> str:
    """A city, with what it was to them and when."""
    kind = words.say(_CITIES[city.kind]) if city.kind in _CITIES else ""
    inside = ", ".join(filter(None, (kind, years(city.start, city.end))))
    return f"{city.name} ({inside})" if inside else city.name
