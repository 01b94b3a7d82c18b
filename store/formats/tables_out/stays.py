"""Schools, cities, employers, yearly dates and pauses as one value of a cell, and read back.

With whole dates, unlike what one types: `INSA Lyon (2004-09/2009)`, `past: Lyon (/2012)`,
`wedding (2015-06-12)`, `2026-07-01/2026-08-15`.
"""

from __future__ import annotations

import re
from datetime import date

from store.records.kinds import CityKind
from store.records.partial_date import is_partial_date
from store.records.person import Anniversary, City, Employment, Pause, School

_DATE = r"(?:\d{4}(?:-\d\d){0,2}|--\d\d(?:-\d\d)?)?"
_DATED = re.compile(rf"(?P<name>.*\S) \((?P<start>{_DATE})/(?P<end>{_DATE})\)", re.DOTALL)
_YEARLY = re.compile(r"(?P<name>.*\S) \((?P<on>[\d-]+)\)", re.DOTALL)
_CITY = re.compile(r"(?P<kind>now|past|native): (?P<rest>.*)", re.DOTALL)
_KINDS: dict[str, CityKind] = {"now": "now", "past": "past", "native": "native"}


def stay_cell(stay: School | City | Employment) -> str:
    """A name and its dates; a name that ends like dates gets empty ones, to be told apart."""
    if stay.start or stay.end or _DATED.fullmatch(stay.name):
        return f"{stay.name} ({stay.start or ''}/{stay.end or ''})"
    return stay.name


def city_cell(city: City) -> str:
    """A city; one that is not today's, or is called like that, has its kind before it."""
    text = stay_cell(city)
    plain = city.kind == "now" and _CITY.fullmatch(text) is None
    return text if plain else f"{city.kind}: {text}"


def school_of(text: str) -> School:
    """A school, read back."""
    name, start, end = _stay(text)
    return School(name=name, start=start, end=end)


def employment_of(text: str) -> Employment:
    """The years with an employer, read back."""
    name, start, end = _stay(text)
    return Employment(name=name, start=start, end=end)


def city_of(text: str) -> City:
    """A city, read back."""
    found = _CITY.fullmatch(text)
    name, start, end = _stay(found["rest"] if found else text)
    return City(name=name, kind=_KINDS[found["kind"]] if found else "now", start=start, end=end)


def _stay(text: str) -> tuple[str, str | None, str | None]:
    found = _DATED.fullmatch(text)
    if found is None:
        return text, None, None
    return found["name"], found["start"] or None, found["end"] or None


def yearly_cell(each: Anniversary) -> str:
    """A day that comes round each year, behind what it is."""
    return f"{each.name} ({each.on})"


def yearly_of(text: str) -> Anniversary | None:
    """The same, read back; None where it is none."""
    found = _YEARLY.fullmatch(text)
    if found is None or not is_partial_date(found["on"]):
        return None
    return Anniversary(name=found["name"], on=found["on"])


def pause_cell(pause: Pause) -> str:
    """Days on which the clock stands still, as an interval of ISO 8601."""
    return f"{pause.start.isoformat()}/{pause.until.isoformat()}"


def pause_of(text: str) -> Pause | None:
    """The same, read back; None where it is none."""
    start, _, until = text.partition("/")
    try:
        return Pause(start=date.fromisoformat(start), until=date.fromisoformat(until))
    except ValueError:
        return None
