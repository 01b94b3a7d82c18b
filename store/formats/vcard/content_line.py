"""A property written as a content line of a version, folded (RFC 6350, 3.2; RFC 2425, 5.8.1)."""

from __future__ import annotations

import re

from store.formats.vcard.embedded_data import is_data_uri, old_data
from store.formats.vcard.parameter_text import Written, parameters_out, written
from store.formats.vcard.properties import Parameters
from store.formats.vcard.value_kinds import ValueKind, kind_of
from store.records.clean import clean_raw
from store.records.person import Property

END = "\r\n"

OCTETS = 75
"""Of a line, without its end."""

APPLE_YEAR = "1604"
"""Stands for no year in 3.0, which knows no date without one; a leap year."""

_BOUNDS = frozenset({"BEGIN", "END"})
"""No properties: as one, either would end the card and begin a stranger's."""

_CONTINUED = END + " "
_DATE = re.compile(r"(\d{4}|--)(\d{2})(\d{2})(?:T(\d{2})(\d{2})(\d{2})(\S*))?", re.ASCII)
_ZONE = re.compile(r"([+-]\d{2})(\d{2})$", re.ASCII)
_PLACE = re.compile(r"geo:([+-]?[\d.]+),([+-]?[\d.]+)", re.ASCII)


def content_line(each: Property, *, old: bool) -> str:
    """The line of a property, its end included; nothing for what would bound a card.

    Args:
        each: as carried (`store.formats.vcard.carried`).
        old: for 3.0; else for 4.0.
    """
    name = clean_raw(each.name)
    if name.upper() in _BOUNDS:
        return ""
    found = parameters_out(each.params, old=old) if each.params else ()
    value = clean_raw(each.value)
    if old:
        told = dict(found).get("VALUE", ())
        value, found = _old(name.upper(), kind_of(name.upper(), told), value, found)
    params = f";{written(found)}" if found else ""
    group = f"{clean_raw(each.group)}." if each.group else ""
    return folded(f"{group}{name}{params}:{value}")


def folded(line: str) -> str:
    """A line with its end, none of its rows above 75 octets and no character split."""
    if line.isascii():
        if len(line) <= OCTETS:
            return line + END
        rows = [line[:OCTETS]]
        rows.extend(
            line[start : start + OCTETS - 1] for start in range(OCTETS, len(line), OCTETS - 1)
        )
        return _CONTINUED.join(rows) + END
    data = line.encode("utf-8", "replace")
    wide, start, room = [], 0, OCTETS
    while start < len(data):
        stop = min(start + room, len(data))
        while stop < len(data) and _is_continuation(data[stop]):
            stop -= 1
        wide.append(data[start:stop].decode("utf-8"))
        start, room = stop, OCTETS - 1
    return _CONTINUED.join(wide) + END


def _is_continuation(byte: int) -> bool:
    return byte & 0b1100_0000 == 0b1000_0000


def _old(name: str, kind: ValueKind, value: str, found: Written) -> tuple[str, Written]:
    """A value as 3.0 writes it, and its parameters."""
    params: Parameters = dict(found)
    if kind == "date":
        value, params = _old_date(value, params)
    elif kind == "geo":
        place = _PLACE.fullmatch(value)
        value = f"{place[1]};{place[2]}" if place else value
    elif kind in ("data", "raw") and is_data_uri(value):
        data = old_data(value, params)
        if data is not None:
            return data[0], tuple(data[1].items())
    if kind == "data" and ":" in value[:40] and "ENCODING" not in params:
        params = {"VALUE": ("uri",), **params}
    return value, tuple(params.items())


def _old_date(value: str, params: Parameters) -> tuple[str, Parameters]:
    match = _DATE.fullmatch(value)
    if match is None:
        return value, params
    year, month, day, hour, minute, second, zone = match.groups()
    if year == "--":
        year, params = APPLE_YEAR, {**params, "X-APPLE-OMIT-YEAR": (APPLE_YEAR,)}
    on = f"{year}-{month}-{day}"
    zone = _ZONE.sub(r"\1:\2", zone or "")
    return (on if hour is None else f"{on}T{hour}:{minute}:{second}{zone}"), params
