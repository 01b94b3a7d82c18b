"""A school, an employer, a city or a yearly date as one writes it on a line."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from store.records.kinds import CityKind
from store.records.person import Anniversary, City, Employment, School

YEAR = 4
"""Characters of a year in ISO text."""


def years_text(start: str | None, end: str | None) -> str:
    """Years as written behind a name: `2004-2009`, `2004` where it is open, `-2009`."""
    begun, ended = (start or "")[:YEAR], (end or "")[:YEAR]
    return f"{begun}-{ended}" if ended else begun


def stay_text(stay: School | City | Employment) -> str:
    """The name and its years: `INSA Lyon 2004-2009`."""
    return f"{stay.name} {years_text(stay.start, stay.end)}".rstrip()


def present_text(org: str, employment: Iterable[Employment]) -> str:
    """Where somebody works now, with the year of the beginning where it is known: `Aubier 2020-`.

    Args:
        org: the organisation; empty gives nothing.
        employment: the years at each employer.
    """
    stay = next((each for each in employment if each.name == org), None)
    if stay is None or not org:
        return org
    return stay_text(stay) if stay.end or not stay.start else f"{stay_text(stay)}-"


def city_text(city: City, prefixes: Mapping[CityKind, str]) -> str:
    """A city, with a word before it where it is not today's: `past:Lyon 2004-2009`."""
    prefix = prefixes.get(city.kind, "")
    return f"{prefix}:{stay_text(city)}" if prefix else stay_text(city)


def date_text(date: Anniversary) -> str:
    """A yearly date behind its name: `wedding 2015-06-12`."""
    return f"{date.name} {date.on}"
