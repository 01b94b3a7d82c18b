"""Values of the records as text, for a dossier."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime

import msgspec

from store.records.kinds import TableName
from store.records.record import Document, Json
from store.views.attached import BYTES, MEDIA, PART, described
from store.views.declined_words import declined_word, unlike_word
from store.views.dossier_words import code_word, day_word, moment_word, row_word, yearly_word
from store.words.field_words import field_word
from store.words.language_names import language_word
from store.words.partial_day import partial_day_said
from store.words.words import Words

_DAYS = frozenset(
    {
        *("met", "added", "new_job_on", "deceased_on", "made", "closed", "thanked", "told"),
        *("on", "until"),
    }
)
_CODES = frozenset(
    {"prefers", "avoids", "status", "by", "direction", "weight", "state", "step", "contact"}
)
KILOBYTE = 1000
_ONE = ("count", 1)
"""What every slot is for where nothing else is said."""
_BARE = frozenset({"kind", "name", "note", "notes", "why", "direction", "place"})
"""Fields of records whose value says by itself what it is."""


def value_text(field: str, value: Json, words: Words) -> str:
    """The value of a field as people read it; lists are told one after the other.

    Verbatim properties stand on a line each, as they were written.
    """
    if value is True or value is False:
        return words.say("dossier.yes" if value else "dossier.no")
    if field in _DAYS and isinstance(value, str):
        return day_word(value, words)
    if field == "started" and isinstance(value, str):
        return _moment(value, words)
    if field == "birthday" and isinstance(value, str):
        return partial_day_said(value, words.language)
    if field in _CODES and isinstance(value, str):
        return code_word(field, value, words)
    if field == "languages" and isinstance(value, str):
        return language_word(value, words)
    if field == "declined" and isinstance(value, str):
        return declined_word(value, words)
    if isinstance(value, list):
        between = "\n" if field == "properties" else ", "
        return between.join(value_text(field, each, words) for each in value)
    if isinstance(value, dict):
        return _part(field, value, words)
    return "" if value is None else str(value)


def record_text(table: TableName, fields: Document, links: Mapping[str, str], words: Words) -> str:
    """A record on one line, less its day: first what it is, then what else is noted of it.

    Args:
        table: of the record.
        fields: of the record; empty ones are not told.
        links: names of the records to which fields lead.
        words: the language.
    """
    bare: list[str] = []
    named: list[str] = []
    for field, value in fields.items():
        if field == "on" or value in (None, "", [], {}, False) or (field, value) == _ONE:
            continue
        text = links.get(field) or value_text(field, value, words)
        if field == "kind":
            bare.append(code_word(table, str(value), words))
        elif field in _BARE:
            bare.append(text)
        else:
            named.append(words.say("dossier.labelled", label=field_word(field, words), text=text))
    return " · ".join([*bare, *named])


def _part(field: str, part: Document, words: Words) -> str:
    make = _PARTS.get(field)
    if make is None:
        return msgspec.json.encode(part).decode()
    shown, known = make(part, words)
    # What this version does not know is told as it stands.
    more = {name: value for name, value in part.items() if name not in known}
    return f"{shown} {msgspec.json.encode(more).decode()}" if more else shown


def _moment(value: str, words: Words) -> str:
    try:
        return moment_word(datetime.fromisoformat(value), words)
    except ValueError:
        return value


Shown = tuple[str, tuple[str, ...]]
"""A text, and the names of the values that it tells."""


def _school(part: Document, words: Words) -> Shown:
    return _with_years(part, str(part.get("name", "")), ""), ("name", "from", "to")


def _city(part: Document, words: Words) -> Shown:
    kind = code_word("cities", str(part.get("kind", "now")), words)
    return _with_years(part, str(part.get("name", "")), kind), ("name", "kind", "from", "to")


def _with_years(part: Document, name: str, kind: str) -> str:
    start, end = part.get("from"), part.get("to")
    years = "-".join(dict.fromkeys(str(each) for each in (start, end) if each))
    if not kind:
        return f"{name} {years}" if years else name
    more = ", ".join(filter(None, (kind, years)))
    return f"{name} ({more})" if more else name


def _date(part: Document, words: Words) -> Shown:
    return f"{part.get('name', '')} ({yearly_word(part.get('on'), words)})", ("name", "on")


def _pause(part: Document, words: Words) -> Shown:
    start, until = day_word(part.get("from"), words), day_word(part.get("until"), words)
    return f"{start} – {until}", ("from", "until")


def _deferral(part: Document, words: Words) -> Shown:
    row = row_word(str(part.get("row", "")), words)
    how = code_word("how", str(part.get("how", "snooze")), words)
    on, until = day_word(part.get("on"), words), day_word(part.get("until"), words)
    return f"{row} ({how}, {on} – {until})", ("row", "how", "on", "until")


def _property(part: Document, words: Words) -> Shown:
    told = described(part)
    if PART in told and "value" not in told:
        return _attached(told, words), ("group", "name", "params", "value", PART, BYTES, MEDIA)
    group, params = part.get("group"), part.get("params")
    lead = f"{group}." if group else ""
    options = f";{params}" if params else ""
    line = f"{lead}{part.get('name', '')}{options}:{part.get('value', '')}"
    return line, ("group", "name", "params", "value")


def _attached(told: Document, words: Words) -> str:
    """What lies beside the data file: `PHOTO, 120 kB (image/jpeg)`."""
    name, size, media = told.get("name", ""), told.get(BYTES), told.get(MEDIA)
    if not isinstance(size, int):
        shown = words.say("dossier.part", name=name)
    else:
        kilobytes = words.say("size.kilobytes", n=-(-size // KILOBYTE))
        shown = words.say("dossier.part_sized", name=name, size=kilobytes)
    return f"{shown} ({media})" if media else shown


def _unlike(part: Document, words: Words) -> Shown:
    return unlike_word(part), ("what", "one", "other")


_PARTS: dict[str, Callable[[Document, Words], Shown]] = {
    "schools": _school,
    "cities": _city,
    "dates": _date,
    "pauses": _pause,
    "deferrals": _deferral,
    "properties": _property,
    "unlike": _unlike,
}
