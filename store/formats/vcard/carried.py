"""A property as it is carried beside the fields of a person: one form, whatever the version.

Name, group, value and what the parameters say are kept. How they were encoded is not: the form is
that of vCard 4.0, in UTF-8, so that a card comes back the same from a file of any version, and two
files that say the same are known to.
"""

from __future__ import annotations

import re

from store.formats.vcard.embedded_data import (
    carried_data,
    is_data_uri,
    plain_data_uri,
    without_medium,
)
from store.formats.vcard.escaping import (
    escaped,
    escaped_breaks,
    escaped_components,
    escaped_list,
    escaped_uri,
    from_old_escapes,
)
from store.formats.vcard.parameter_text import carried_parameters, written
from store.formats.vcard.properties import CardProperty, Parameters, parameters
from store.formats.vcard.value_kinds import ValueKind, is_plain_type, kind_of
from store.formats.vcard.values import (
    BASE64,
    Convention,
    UnreadableValueError,
    components_of,
    decoded_of,
    encoding_of,
    list_of,
    split_unescaped,
    text_of,
    unescaped,
)
from store.records.clean import clean_raw
from store.records.person import Property

PASSING = frozenset({"VERSION", "PRODID", "REV"})
"""What says something of the file and nothing of the person."""

VERSION = Property(name="VERSION", value="4.0")
"""Stands before what is carried, and tells how it is written."""

_WEB = re.compile(r"\s*https?\\?:", re.IGNORECASE)
_GEO = re.compile(r"\s*([+-]?\d{1,3}(?:\.\d+)?)\s*[;,]\s*([+-]?\d{1,3}(?:\.\d+)?)\s*", re.ASCII)
_EXTENDED_DATE = re.compile(
    r"\s*(?:(\d{4})-(\d{2})-(\d{2})|--(\d{2})-(\d{2}))"
    r"(?:T(\d{2}):?(\d{2}):?(\d{2})(Z|[+-]\d{2}(?::?\d{2})?)?)?\s*",
    re.ASCII,
)


def carried(entry: CardProperty, convention: Convention) -> Property:
    """A property as it is carried.

    Args:
        entry: as written in its card.
        convention: how that card is written.
    """
    params = dict(carried_parameters(entry.params)) if entry.params else {}
    kind = kind_of(entry.key, params.get("VALUE", ()))
    try:
        value, params = _value(entry, kind, params, convention)
    except UnreadableValueError:
        # Blanks mean nothing in base64, and would be taken for those of a fold.
        value, params = "".join(entry.value.split()), {**params, "ENCODING": ("b",)}
    told = params.get("VALUE")
    if told and is_plain_type(entry.key, told[0]):
        del params["VALUE"]
    return Property(
        name=entry.name,
        value=clean_raw(value),
        group=entry.group,
        params=written(tuple(params.items())) if params else "",
    )


def as_entry(each: Property) -> CardProperty:
    """A carried property, to be read like one of a card."""
    return CardProperty(0, each.group, each.name, each.params, each.value)


def _value(
    entry: CardProperty, kind: ValueKind, params: Parameters, convention: Convention
) -> tuple[str, Parameters]:
    if kind == "text":
        return escaped(text_of(entry, convention)), params
    if kind == "list":
        return escaped_list(list_of(entry, convention)), params
    if kind == "structured":
        return _structured(entry, convention), params
    if kind == "uri":
        return escaped_uri(text_of(entry, convention)), params
    if kind == "data":
        return _data(entry, params, convention)
    if kind == "date":
        return _date(entry, params, convention)
    if encoding_of(parameters(entry.params)) in BASE64:
        return _data(entry, params, convention)
    raw = _raw(entry, convention)
    if kind == "geo":
        place = _GEO.fullmatch(raw.replace("\\", ""))
        return (f"geo:{place[1]},{place[2]}" if place else raw), params
    return raw, params


def _structured(entry: CardProperty, convention: Convention) -> str:
    if convention.old or entry.key == "ORG":
        return escaped_components(components_of(entry, convention))
    raw = decoded_of(entry, convention)
    plain = Convention()
    return ";".join(
        escaped_list(unescaped(each, plain) for each in split_unescaped(part, ","))
        for part in split_unescaped(raw, ";")
    )


def _data(
    entry: CardProperty, params: Parameters, convention: Convention
) -> tuple[str, Parameters]:
    if is_data_uri(entry.value):
        uri = plain_data_uri(escaped_breaks(entry.value))
        return uri, without_medium(uri, params)
    if encoding_of(parameters(entry.params)) in BASE64:
        found = carried_data(clean_raw(entry.value), params)
        if found is None:
            raise UnreadableValueError(entry.key)
        return found
    if _WEB.match(entry.value):
        return escaped_uri(text_of(entry, convention)), params
    return _raw(entry, convention), params


def _date(
    entry: CardProperty, params: Parameters, convention: Convention
) -> tuple[str, Parameters]:
    text = text_of(entry, convention)
    match = _EXTENDED_DATE.fullmatch(text)
    if match is None:
        return escaped(text), params
    year, month, day, month_alone, day_alone, hour, minute, second, zone = match.groups()
    omitted = params.get("X-APPLE-OMIT-YEAR", ("",))[0]
    if year and year == omitted:
        params = {name: params[name] for name in params if name != "X-APPLE-OMIT-YEAR"}
        year, month_alone, day_alone = "", month, day
    on = f"{year}{month}{day}" if year else f"--{month_alone}{day_alone}"
    if hour is None:
        return on, params
    return f"{on}T{hour}{minute}{second}{(zone or '').replace(':', '')}", params


def _raw(entry: CardProperty, convention: Convention) -> str:
    text = decoded_of(entry, convention)
    return escaped_breaks(from_old_escapes(text) if convention.old else text)
