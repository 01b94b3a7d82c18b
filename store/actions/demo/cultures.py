"""Where people come from: their names, languages, cities and schools, by culture."""

from __future__ import annotations

from typing import NamedTuple

from store.actions.demo import names_english, names_french, names_world, places
from store.actions.demo.listed import listed
from store.records.kinds import Language


class Culture(NamedTuple):
    """What people of one origin have in common, as lists to choose from."""

    given: tuple[str, ...]
    family: tuple[str, ...]
    family_first: float
    """How often two family names are joined by a hyphen."""
    speaks: tuple[str, ...]
    """Codes of languages (ISO 639-1), the mother tongue first."""
    text: Language
    """The language in which I write about them."""
    cities: tuple[str, ...]
    schools: tuple[str, ...]
    phone: str
    """The country code of their telephone, where numbers are reserved for fiction."""


def cultures() -> tuple[tuple[Culture, float], ...]:
    """All cultures, each with its share of the network."""
    world = names_world
    french = (names_french.GIVEN, names_french.FAMILY)
    english = (names_english.GIVEN, names_english.FAMILY)
    return (
        (_culture(french, "fr en", "fr", places.FRANCE, "33"), 38),
        (_culture(english, "en", "en", places.BRITAIN, "44"), 17),
        (_culture(english, "en", "en", places.AMERICA, "1"), 5),
        (_culture(world.NORDIC, "sv en", "en", places.NORDIC, ""), 6),
        (_culture(world.GERMAN, "de en fr", "en", places.GERMAN, ""), 6),
        (_culture(world.SLAVIC, "pl en", "en", places.CENTRAL, ""), 5),
        (_culture(world.IBERIAN, "es fr en", "fr", places.IBERIA, ""), 5),
        (_culture(world.ITALIAN, "it fr en", "fr", places.ITALY, ""), 4),
        (_culture(world.LOW, "nl en fr", "en", places.LOW, ""), 3),
        (_culture(world.ARABIC, "fr ar en", "fr", places.MAGHREB, "33"), 5),
        (_culture(world.AFRICAN, "fr en", "fr", places.AFRICA, "33"), 3),
        (_culture(world.ASIAN, "en fr", "en", places.ASIA, "44"), 3),
    )


def _culture(
    names: tuple[str, str], speaks: str, text: Language, place: tuple[str, str], phone: str
) -> Culture:
    return Culture(
        given=listed(names[0]),
        family=listed(names[1]),
        family_first=0.04,
        speaks=tuple(speaks.split()),
        text=text,
        cities=listed(place[0]),
        schools=listed(place[1]),
        phone=phone,
    )
