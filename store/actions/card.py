"""Values of a card as they are typed: schools, cities, employers, dates, and lists of words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import TypeVar

import msgspec

from store.records.clean import clean_line
from store.records.kinds import CityKind
from store.records.partial_date import month_and_day
from store.records.person import Anniversary, City, Employment, School
from store.records.stay_text import city_text, date_text, stay_text
from store.words.fold import fold
from store.words.message import UsageProblem

Stay = TypeVar("Stay", School, City, Employment)

_DATE = re.compile(r"(?P<name>.*[^ =])[ =]+(?P<on>[^ =]+)")
"""Another day of the year as typed: `wedding=2015-06-12`, `wedding 2015-06-12`."""

_YEARS = re.compile(r"[ ,(](?P<start>\d{4})?(?: ?[-–] ?(?P<end>\d{4})?)?\)?$")
"""The years at the end of a school as typed: `2004-2009`, `(2009)`, `-2009`, `2021-`."""

NO_YEARS = " -"
"""Behind a name: its years are not known, whatever was known of them before."""

LONGEST = 200
"""Characters of a school, a city or a date that are looked at."""

CITY_WORDS: Mapping[str, CityKind] = {
    "now": "now",
    "maintenant": "now",
    "past": "past",
    "before": "past",
    "avant": "past",
    "native": "native",
    "natale": "native",
    "origine": "native",
}
"""What may stand before a city and a colon, folded; both languages are read."""

CODES: Mapping[CityKind, str] = {"past": "past", "native": "native"}
"""How those of other times are written on the command line."""


def distinct(values: Iterable[str]) -> tuple[str, ...]:
    """Cleaned values in their order, empty ones and repetitions (folded) left out."""
    kept: dict[str, str] = {}
    for value in values:
        clean = clean_line(value)
        if clean:
            kept.setdefault(fold(clean), clean)
    return tuple(kept.values())


def read_school(text: str, known: tuple[School, ...]) -> School:
    """A school as typed; years already known of a school of that name are kept."""
    same = next((each for each in known if stay_text(each) == text), None)
    if same is not None:
        return same
    name, start, end = _with_years(text)
    return _known(School(name=name, start=start, end=end), known, forget=text.endswith(NO_YEARS))


def read_city(text: str, known: tuple[City, ...]) -> City:
    """A city as typed: `Lyon`, `past:Lyon`, `native:Lyon 1980-1998`; the words of both languages.

    What is already known of a city of that name and kind is kept.
    """
    kind, rest = _city_kind(text)
    for each in known:
        if each.kind == kind and text in (stay_text(each), city_text(each, CODES)):
            return each
        if each.kind == kind and rest == stay_text(each):
            return each
    name, start, end = _with_years(rest)
    city = City(name=name, kind=kind, start=start, end=end)
    alike = tuple(each for each in known if each.kind == kind)
    return _known(city, alike, forget=rest.endswith(NO_YEARS))


def _city_kind(text: str) -> tuple[CityKind, str]:
    prefix, colon, name = text.partition(":")
    kind = CITY_WORDS.get(fold(prefix.strip()))
    if colon and kind is not None and name.strip():
        return kind, name.strip()
    return "now", text


def read_employers(
    texts: Iterable[str], names: tuple[str, ...], years: tuple[Employment, ...]
) -> tuple[tuple[str, ...], tuple[Employment, ...]]:
    """Employers as typed, each with its years if wanted: `Aubier 2010-2015`.

    Args:
        texts: as typed, cleaned.
        names: those known; one of them is a name whatever digits it ends in.
        years: what is known of the years, of the present one too.

    Returns:
        The names, and the years with those of which any are known.
    """
    held = dict.fromkeys(names)
    kept = {each.name: each for each in years if each.name not in held}
    found: dict[str, None] = {}
    for text in texts:
        stay = next((each for each in years if stay_text(each) == text), None)
        if stay is None and text in held:
            stay = next((each for each in years if each.name == text), Employment(name=text))
        if stay is None:
            name, start, end = _with_years(text)
            typed = Employment(name=name, start=start, end=end)
            stay = _known(typed, years, forget=text.endswith(NO_YEARS))
        found[stay.name] = None
        if stay.start or stay.end:
            kept[stay.name] = stay
    return tuple(found), tuple(kept.values())


def read_date(text: str, known: tuple[Anniversary, ...]) -> Anniversary:
    """A day of the year as typed, after its name; one already known is kept.

    Raises:
        UsageProblem: where there is no name, or no day with its month.
    """
    same = next((each for each in known if date_text(each) == text), None)
    if same is not None:
        return same
    text = " ".join(text[:LONGEST].split())
    match = _DATE.fullmatch(text)
    if match is None or month_and_day(match["on"]) is None:
        raise UsageProblem("bad_date", "problem.bad_date", text=text)
    name, on = match["name"], match["on"]
    alike = (each for each in known if (each.name, each.on) == (name, on))
    return next(alike, Anniversary(name=name, on=on))


def check_years(stays: Iterable[Stay], known: Iterable[Stay]) -> None:
    """See that a stay ends no sooner than it begins; those known already stand as they are.

    Raises:
        UsageProblem: where one ends before.
    """
    held = tuple(known)
    for each in stays:
        backwards = each.start and each.end and each.end < each.start[: len(each.end)]
        if backwards and each not in held:
            raise UsageProblem("bad_years", "problem.years_backwards", text=stay_text(each))


def _with_years(text: str) -> tuple[str, str | None, str | None]:
    """The name, and the years behind it."""
    text = " ".join(text[:LONGEST].split())
    if text.endswith(NO_YEARS):
        return text.removesuffix(NO_YEARS).rstrip(), None, None
    match = _YEARS.search(text)
    if match and (match["start"] or match["end"]):
        name = text[: match.start()].strip(" ,(")
        if name:
            return name, match["start"], match["end"]
    return text, None, None


def _known(typed: Stay, known: tuple[Stay, ...], *, forget: bool) -> Stay:
    """The stay as typed, with the years known of one of that name where none are typed."""
    if typed.start or typed.end or forget:
        return typed
    same = next((each for each in known if fold(each.name) == fold(typed.name)), None)
    return typed if same is None else msgspec.structs.replace(same, name=typed.name)
