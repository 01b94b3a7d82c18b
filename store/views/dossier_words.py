"""Names of fields, tables and codes of the records in words, as a dossier tells them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime

from store.records.kinds import BUDGET_KINDS, EXCHANGE_KINDS, KINDS, TableName
from store.records.record import Json
from store.views.code_words import budget_word, help_word, kind_word
from store.words import dates
from store.words.words import Words

_TABLES: Mapping[TableName, str] = {
    "people": "dossier.table.people",
    "interactions": "dossier.table.interactions",
    "follow_ups": "dossier.table.follow_ups",
    "exchanges": "dossier.table.exchanges",
    "introductions": "dossier.table.introductions",
    "events": "dossier.table.events",
    "circles": "dossier.table.circles",
    "time_entries": "dossier.table.time_entries",
    "slots": "dossier.table.slots",
    "templates": "dossier.table.templates",
    "me": "dossier.table.me",
}
_CODES: Mapping[tuple[str, str], str] = {
    ("by", "me"): "dossier.by.me",
    ("by", "them"): "dossier.by.them",
    ("direction", "given"): "dossier.direction.given",
    ("direction", "received"): "dossier.direction.received",
    ("direction", "asked"): "dossier.direction.asked",
    ("weight", "small"): "dossier.weight.small",
    ("weight", "medium"): "dossier.weight.medium",
    ("weight", "large"): "dossier.weight.large",
    ("state", "proposed"): "dossier.state.proposed",
    ("state", "a_agreed"): "dossier.state.one_agreed",
    ("state", "b_agreed"): "dossier.state.other_agreed",
    ("state", "made"): "dossier.state.made",
    ("state", "outcome"): "dossier.state.outcome",
    ("state", "declined"): "dossier.state.declined",
    ("state", "planned"): "dossier.state.planned",
    ("state", "kept"): "dossier.state.kept",
    ("state", "missed"): "dossier.state.missed",
    ("status", "active"): "dossier.status.active",
    ("status", "faded"): "state.faded",
    ("status", "deceased"): "state.deceased",
    ("cities", "now"): "dossier.city.now",
    ("cities", "past"): "dossier.city.past",
    ("cities", "native"): "dossier.city.native",
    ("row", "cooling"): "group.cooling",
    ("row", "dormant"): "group.dormant",
    ("row", "give"): "group.give",
    ("row", "birthday"): "reason.short.birthday",
    ("row", "new_job"): "reason.short.new_job",
    ("how", "snooze"): "action.snooze",
    ("how", "pass"): "action.pass",
    ("follow_ups", "follow_up"): "dossier.promise.follow_up",
    ("follow_ups", "thanks"): "dossier.promise.thanks",
    ("follow_ups", "news"): "dossier.promise.news",
    ("follow_ups", "event"): "reason.short.event",
}
"""By the field or the table that holds the code, and the code."""


def table_word(table: TableName, words: Words) -> str:
    """A table in words."""
    return words.say(_TABLES[table])


def code_word(where: str, code: str, words: Words) -> str:
    """A code in words; one that is not known stands as it is.

    Args:
        where: the field that holds it; for kinds, the table.
        code: the code.
        words: the language.
    """
    id = _CODES.get((where, code))
    if id is not None:
        return words.say(id)
    if where in ("time_entries", "slots"):
        return next((budget_word(each, words) for each in BUDGET_KINDS if each == code), code)
    if where == "exchanges":
        return next((help_word(each, words) for each in EXCHANGE_KINDS if each == code), code)
    if where in ("interactions", "prefers", "avoids", "step", "contact"):
        return next((kind_word(each, words) for each in KINDS if each == code), code)
    return code


def day_word(value: Json, words: Words) -> str:
    """A whole ISO day in words; anything else, such as a month alone, as it is."""
    try:
        return dates.day_of_month(date.fromisoformat(str(value)), words.language)
    except ValueError:
        return str(value)


def yearly_word(value: Json, words: Words) -> str:
    """A day that comes round each year: "12 Jun 2015", "12 Jun"; anything else as it is."""
    text = str(value)
    return dates.yearly(text, words.language) or text


def row_word(row: str, words: Words) -> str:
    """A row that was put off; of another date of the year its day."""
    kind, _, rest = row.partition(":")
    day = dates.yearly(f"--{rest.partition(':')[0]}", words.language) if kind == "date" else ""
    return words.say("dossier.row.date", day=day) if day else code_word("row", row, words)


def moment_word(value: datetime, words: Words) -> str:
    """A day and the time of day."""
    return f"{dates.day_of_month(value.date(), words.language)} {value:%H:%M}"
