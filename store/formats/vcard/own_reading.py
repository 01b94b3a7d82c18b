"""Properties of our own taken back into the fields that they were written from."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import cast

from store.formats.vcard.own_names import PREFIX, OwnName
from store.formats.vcard.properties import CardProperty
from store.formats.vcard.sheet import Sheet
from store.formats.vcard.values import components_of
from store.records.clean import clean_line, clean_text
from store.records.kinds import KINDS, LAYERS, CityKind, DeferralHow, Kind, Status
from store.records.partial_date import is_partial_date, month_and_day
from store.records.person import Anniversary, City, Deferral, Employment, Pause, School

_Reader = Callable[[Sheet, Sequence[str]], bool]
"""Takes the components of a property, as written; says whether they could be used."""

_STATUSES: tuple[Status, ...] = ("active", "faded", "deceased")
_CITY_KINDS: tuple[CityKind, ...] = ("now", "past", "native")
_DEFERRALS: tuple[DeferralHow, ...] = ("snooze", "pass")
_LISTED = frozenset(
    ("nicknames", "emails", "phones", "links", "tags", "passions", "fields", "languages")
)
_MOST_DIGITS = 6


def take_own(sheet: Sheet, entry: CardProperty) -> bool:
    """Read a property of our own; False where it is none that can be used."""
    reader = _READERS.get(cast("OwnName", entry.key.removeprefix(PREFIX)))
    if reader is None:
        return False
    return reader(sheet, components_of(entry, sheet.convention))


def _texts(field: str) -> _Reader:
    def take(sheet: Sheet, parts: Sequence[str]) -> bool:
        text = clean_line(";".join(parts))
        if text:
            sheet.append_own(field, text)
        return bool(text)

    return take


def _text(field: str) -> _Reader:
    def take(sheet: Sheet, parts: Sequence[str]) -> bool:
        text = clean_text(";".join(parts))
        return bool(text) and sheet.set_own(field, text)

    return take


def _day(field: str) -> _Reader:
    def take(sheet: Sheet, parts: Sequence[str]) -> bool:
        on = _date(parts[0])
        return on is not None and sheet.set_own(field, on)

    return take


def _take_layer(sheet: Sheet, parts: Sequence[str]) -> bool:
    layer = next((each for each in LAYERS if str(each) == parts[0].strip()), None)
    return layer is not None and sheet.set_own("layer", layer)


def _take_cadence(sheet: Sheet, parts: Sequence[str]) -> bool:
    text = parts[0].strip()
    fits = text.isascii() and text.isdigit() and len(text) <= _MOST_DIGITS
    return fits and sheet.set_own("cadence_days", int(text))


def _take_pinned(sheet: Sheet, parts: Sequence[str]) -> bool:
    return parts[0].strip() == "1" and sheet.set_own("pinned", True)


def _take_prefers(sheet: Sheet, parts: Sequence[str]) -> bool:
    kind = _kind(parts[0])
    return kind is not None and sheet.set_own("prefers", kind)


def _take_avoids(sheet: Sheet, parts: Sequence[str]) -> bool:
    kinds = [_kind(part) for part in parts]
    for kind in kinds:
        if kind is not None:
            sheet.append_own("avoids", kind)
    return None not in kinds


def _take_status(sheet: Sheet, parts: Sequence[str]) -> bool:
    status = next((each for each in _STATUSES if each == parts[0].strip()), None)
    return status is not None and sheet.set_own("status", status)


def _take_school(sheet: Sheet, parts: Sequence[str]) -> bool:
    stay = _stay(parts)
    if stay is None:
        return False
    sheet.append_own("schools", School(name=stay[0], start=stay[1], end=stay[2]))
    return True


def _take_employment(sheet: Sheet, parts: Sequence[str]) -> bool:
    stay = _stay(parts)
    if stay is None:
        return False
    sheet.append_own("employment", Employment(name=stay[0], start=stay[1], end=stay[2]))
    return True


def _take_city(sheet: Sheet, parts: Sequence[str]) -> bool:
    name, kind, *rest = (*parts, "", "")[:4]
    stay = _stay((name, *rest))
    found = next((each for each in _CITY_KINDS if each == kind.strip()), None)
    if stay is None or found is None:
        return False
    sheet.append_own("cities", City(name=stay[0], kind=found, start=stay[1], end=stay[2]))
    return True


def _take_pause(sheet: Sheet, parts: Sequence[str]) -> bool:
    if len(parts) != len(("from", "until")):
        return False
    start, until = map(_date, parts)
    if start is None or until is None:
        return False
    sheet.append_own("pauses", Pause(start=start, until=until))
    return True


def _take_deferral(sheet: Sheet, parts: Sequence[str]) -> bool:
    if len(parts) != len(("row", "on", "until", "how")):
        return False
    row, on, until = clean_line(parts[0]), _date(parts[1]), _date(parts[2])
    how = next((each for each in _DEFERRALS if each == parts[3].strip()), None)
    if not row or on is None or until is None or how is None:
        return False
    sheet.append_own("deferrals", Deferral(row=row, on=on, until=until, how=how))
    return True


def _take_date(sheet: Sheet, parts: Sequence[str]) -> bool:
    if len(parts) != len(("name", "on")):
        return False
    name, on = clean_line(parts[0]), parts[1].strip()
    if not name or not is_partial_date(on) or month_and_day(on) is None:
        return False
    sheet.append_own("dates", Anniversary(name=name, on=on))
    return True


def _take_list(sheet: Sheet, parts: Sequence[str]) -> bool:
    field = parts[0].strip()
    values = tuple(dict.fromkeys(value for each in parts[1:] if (value := clean_line(each))))
    return field in _LISTED and bool(values) and sheet.set_own(field, values)


def _stay(parts: Sequence[str]) -> tuple[str, str | None, str | None] | None:
    """A name with its years; None where there is no name or a year is none."""
    name, start, end = (each.strip() for each in (*parts, "", "")[:3])
    name = clean_line(name)
    if not name or any(each and not is_partial_date(each) for each in (start, end)):
        return None
    return name, start or None, end or None


def _kind(text: str) -> Kind | None:
    return next((each for each in KINDS if each == text.strip()), None)


def _date(text: str) -> date | None:
    try:
        return date.fromisoformat(text.strip())
    except ValueError:
        return None


_READERS: dict[OwnName, _Reader] = {
    "ADDED": _day("added"),
    "AVOIDS": _take_avoids,
    "CADENCE": _take_cadence,
    "CITY": _take_city,
    "DATE": _take_date,
    "DECLINED": _texts("declined"),
    "DEFERRAL": _take_deferral,
    "EMPLOYER": _texts("employers"),
    "EMPLOYMENT": _take_employment,
    "INTENT": _text("intent"),
    "LAYER": _take_layer,
    "LIST": _take_list,
    "MET": _day("met"),
    "NEED": _texts("needs"),
    "NEW-JOB": _day("new_job_on"),
    "OFFER": _texts("offers"),
    "PAUSE": _take_pause,
    "PINNED": _take_pinned,
    "PREFERS": _take_prefers,
    "PRIVATE-NOTE": _text("private_notes"),
    "SCHOOL": _take_school,
    "SOURCE": _texts("sources"),
    "STATUS": _take_status,
    "WHERE": _text("where"),
}
