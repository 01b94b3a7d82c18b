"""From words as typed, or from JSON, to an action's typed parameters."""

from __future__ import annotations

import types
from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import TypeVar, Union, get_args, get_origin

import msgspec

from store.actions.action import Params
from store.records.kinds import KINDS, Kind, Language
from store.words.day_text import read_day, read_last_day
from store.words.field_words import field_message
from store.words.kind_vocabulary import KindTold, kind_told
from store.words.message import Message, UsageProblem
from tui.cli.parameter_words import choice_messages

P = TypeVar("P", bound=Params)

PAST = frozenset({"last", "met"})
"""Fields whose day lies behind us, so that a bare day name is the one gone by."""

MINUTES = "minutes"
"""What "coffee" tells besides the kind."""

FROM, UNTIL = "from", "until"
"""The days of a span."""


def read_params(kind: type[P], given: Mapping[str, object], today: date, language: Language) -> P:
    """Parameters of an action.

    Args:
        kind: the type wanted.
        given: values by name; text for days is read as people write it, one text stands for a
            list of one.
        today: the day that "tomorrow" follows.
        language: whose order of day and month holds.

    Raises:
        UsageProblem: where a name is unknown, a value is missing or cannot be meant.
    """
    wanted = _fields_of(kind)
    read: dict[str, object] = {}
    # The first day of a span comes first: the last one is read from there.
    values = _kinds_read(given, wanted)
    for name, value in sorted(values.items(), key=lambda item: item[0] == UNTIL):
        field = wanted.get(name)
        if field is None:
            raise UsageProblem("unknown_parameter", "problem.unknown_parameter", name=name)
        past = field.name in PAST or (field.name == "on" and kind.__name__ == "Deceased")
        first = read.get(FROM)
        if name == UNTIL and isinstance(value, str) and isinstance(first, date):
            read[name] = read_last_day(value, first, today, language)
        else:
            read[name] = _read(value, field.type, today, language, past=past)
    try:
        return msgspec.convert(read, kind, strict=False)
    except msgspec.ValidationError as error:
        raise UsageProblem("bad_parameter", "problem.bad_parameter", why=str(error)) from error


@cache
def _fields_of(kind: type[Params]) -> Mapping[str, msgspec.structs.FieldInfo]:
    """The parameters by name; asked for once a kind, since a batch has thousands of orders."""
    return {field.encode_name: field for field in msgspec.structs.fields(kind)}


def _read(value: object, wanted: object, today: date, language: Language, *, past: bool) -> object:
    if isinstance(value, str):
        kinds = alternatives(wanted)
        if date in kinds:
            return read_day(value, today, language, past=past)
        if any(get_origin(each) is tuple for each in kinds):
            return [value]
    return value


def _kinds_read(
    given: Mapping[str, object], wanted: Mapping[str, msgspec.structs.FieldInfo]
) -> Mapping[str, object]:
    """The values with kinds as codes, and the minutes that "coffee" means where none are given."""
    read = dict(given)
    for name, value in given.items():
        field = wanted.get(name)
        if field is None or not value or not isinstance(value, str):
            continue
        if Kind in alternatives(field.type):
            told = _kind(name, value)
            read[name] = told.kind
            if told.minutes and MINUTES in wanted and given.get(MINUTES) is None:
                read[MINUTES] = told.minutes
    return read


def _kind(name: str, value: str) -> KindTold:
    """A kind by its code, or by a word of either language.

    Raises:
        UsageProblem: where it is neither.
    """
    told = kind_told(value)
    if told is None:
        word = Message("cli.parameter", {"word": field_message(name), "code": f"--{name}"})
        choices = choice_messages(KINDS)
        raise UsageProblem("usage", "problem.bad_choice", name=word, choices=choices)
    return told


def alternatives(wanted: object) -> tuple[object, ...]:
    """The types of a union, or the one type."""
    if get_origin(wanted) in (Union, types.UnionType):
        return get_args(wanted)
    return (wanted,)
