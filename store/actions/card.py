"""The fields of a card that `add` and `edit` share, and how they reach a record."""

from __future__ import annotations

import re
from datetime import date
from typing import Literal

import msgspec

from store.actions.action import Params
from store.records.clean import clean_line, clean_text
from store.records.kinds import Kind, Layer
from store.records.partial_date import is_partial_date, month_and_day
from store.records.person import Anniversary, City, Person, School
from store.words.fold import fold
from store.words.message import UsageProblem

LINES = ("org", "title", "intent", "where")
LISTS = {
    "email": "emails",
    "phone": "phones",
    "link": "links",
    "nickname": "nicknames",
    "passion": "passions",
    "field": "fields",
    "language": "languages",
    "tag": "tags",
    "need": "needs",
    "offer": "offers",
    "employer": "employers",
}
"""Parameter to field, where a list of plain text is meant."""

MAX_CADENCE = 3660
"""Ten years, in days."""

_DATE = re.compile(r"(?P<name>.*[^ =])[ =]+(?P<on>[^ =]+)")
"""Another day of the year as typed: `wedding=2015-06-12`, `wedding 2015-06-12`."""

_YEARS = re.compile(r"[ ,(](?P<start>\d{4})?(?: ?[-–] ?(?P<end>\d{4})?)?\)?$")
"""The years at the end of a school as typed: `2004-2009`, `(2009)`, `-2009`."""

LONGEST = 200
"""Characters of a school, a city or a date that are looked at."""


class CardParams(Params, frozen=True, kw_only=True):
    """What can be said of a person; None leaves a field as it is, a list replaces the old one."""

    email: tuple[str, ...] | None = None
    phone: tuple[str, ...] | None = None
    link: tuple[str, ...] | None = None
    nickname: tuple[str, ...] | None = None
    school: tuple[str, ...] | None = None
    """Names, each with its years if wanted: `INSA Lyon 2004-2009`."""
    city: tuple[str, ...] | None = None
    """Names of cities of today, or `past:Lyon`, `native:Lyon`."""
    passion: tuple[str, ...] | None = None
    field: tuple[str, ...] | None = None
    language: tuple[str, ...] | None = None
    tag: tuple[str, ...] | None = None
    need: tuple[str, ...] | None = None
    offer: tuple[str, ...] | None = None
    employer: tuple[str, ...] | None = None
    org: str | None = None
    title: str | None = None
    intent: str | None = None
    where: str | None = None
    note: str | None = None
    """The notes as a whole; the action `note` appends instead."""
    layer: Layer | Literal[0] | None = None
    """Closeness; 0 takes the layer away."""
    cadence: int | None = None
    """Days between two contacts; 0 is "seen anyway", -1 gives the rhythm back to itself."""
    prefers: Kind | Literal[""] | None = None
    met: date | None = None
    birthday: str | None = None
    dates: tuple[str, ...] | None = msgspec.field(default=None, name="date")
    """Other days of the year, each a name and a day: `wedding=2015-06-12`, `wedding=--06-12`."""
    pinned: bool | None = None


def card_fields(params: CardParams, person: Person) -> dict[str, object]:
    """The record's fields that these parameters set, cleaned.

    Raises:
        UsageProblem: where a birthday, another date or a cadence cannot be meant.
    """
    fields: dict[str, object] = {}
    for name in LINES:
        value = getattr(params, name)
        if value is not None:
            fields[name] = clean_line(value)
    for name, target in LISTS.items():
        values = getattr(params, name)
        if values is not None:
            fields[target] = distinct(values)
    if params.school is not None:
        fields["schools"] = tuple(
            read_school(each, person.schools) for each in distinct(params.school)
        )
    if params.city is not None:
        fields["cities"] = tuple(read_city(each, person.cities) for each in distinct(params.city))
    if params.note is not None:
        fields["notes"] = clean_text(params.note)
    for name in ("met", "pinned"):
        if getattr(params, name) is not None:
            fields[name] = getattr(params, name)
    if params.prefers is not None:
        fields["prefers"] = params.prefers or None
    if params.dates is not None:
        fields["dates"] = tuple(read_date(each, person.dates) for each in distinct(params.dates))
    return fields | _rhythm_fields(params) | _birthday_field(params)


def _rhythm_fields(params: CardParams) -> dict[str, object]:
    fields: dict[str, object] = {}
    if params.layer is not None:
        fields["layer"] = params.layer or None
    if params.cadence is not None:
        if not -1 <= params.cadence <= MAX_CADENCE:
            raise UsageProblem("bad_cadence", "problem.bad_cadence", most=MAX_CADENCE)
        fields["cadence_days"] = None if params.cadence == -1 else params.cadence
    return fields


def _birthday_field(params: CardParams) -> dict[str, object]:
    if params.birthday is None:
        return {}
    text = clean_line(params.birthday)
    if text and not is_partial_date(text):
        raise UsageProblem("bad_birthday", "problem.bad_birthday", text=text)
    return {"birthday": text}


def distinct(values: tuple[str, ...]) -> tuple[str, ...]:
    """Cleaned values in their order, empty ones and repetitions (folded) left out."""
    kept: dict[str, str] = {}
    for value in values:
        clean = clean_line(value)
        if clean:
            kept.setdefault(fold(clean), clean)
    return tuple(kept.values())


def read_school(text: str, known: tuple[School, ...]) -> School:
    """A school as typed; years already known of a school of that name are kept."""
    text = " ".join(text[:LONGEST].split())
    match = _YEARS.search(text)
    if match and (match["start"] or match["end"]):
        name = text[: match.start()].strip(" ,(")
        if name:
            return School(name=name, start=match["start"], end=match["end"])
    return next((each for each in known if fold(each.name) == fold(text)), School(name=text))


def read_city(text: str, known: tuple[City, ...]) -> City:
    """A city as typed, with `past:` or `native:` before it where it is not today's."""
    prefix, colon, name = text.partition(":")
    if colon and name.strip() and prefix in ("past", "native", "now"):
        kind: Literal["past", "native", "now"]
        kind = "past" if prefix == "past" else "native" if prefix == "native" else "now"
        return City(name=name.strip(), kind=kind)
    return next((each for each in known if fold(each.name) == fold(text)), City(name=text))


def read_date(text: str, known: tuple[Anniversary, ...]) -> Anniversary:
    """A day of the year as typed, after its name; one already known is kept.

    Raises:
        UsageProblem: where there is no name, or no day with its month.
    """
    text = " ".join(text[:LONGEST].split())
    match = _DATE.fullmatch(text)
    if match is None or month_and_day(match["on"]) is None:
        raise UsageProblem("bad_date", "problem.bad_date", text=text)
    name, on = match["name"], match["on"]
    same = (each for each in known if (each.name, each.on) == (name, on))
    return next(same, Anniversary(name=name, on=on))
