"""From words as typed, or from JSON, to an action's typed parameters."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache
from typing import Literal, TypeVar, get_args, get_origin

import msgspec

from store.actions.action import Params
from store.records.kinds import KINDS, Kind, Language
from store.words.day_text import read_day, read_last_day
from store.words.kind_vocabulary import KindTold, kind_told
from store.words.message import UsageProblem
from store.words.minutes_text import minutes_told
from store.words.partial_day import read_partial_day
from tui.cli.field_types import alternatives
from tui.cli.parameter_words import choice_messages, option_message
from tui.cli.unfit import missing_among, unfit_value

P = TypeVar("P", bound=Params)

PAST = frozenset({"last", "met"})
"""Fields whose day lies behind us, so that a bare day name is the one gone by."""

PAST_ONLY = frozenset({"Deceased", "Spent"})
"""Actions of which this holds for `on`: what they tell has been."""

BIRTHDAY = "birthday"

MINUTES = "minutes"
"""A length of time, `20` or `1h30`; "coffee" tells it besides the kind."""

NOTHING = Literal[0]
"""Among the types of a field: 0, and an empty text, take away what is there."""

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
        past = field.name in PAST or (field.name == "on" and kind.__name__ in PAST_ONLY)
        first = read.get(FROM)
        if name == UNTIL and isinstance(value, str) and isinstance(first, date):
            read[name] = read_last_day(value, first, today, language)
        else:
            _check_choice(name, value, field.type)
            if name == BIRTHDAY and isinstance(value, str) and value.strip():
                value = read_partial_day(value, today, language)
            if name == MINUTES and isinstance(value, str):
                value = minutes_told(value)
            read[name] = _read(value, field.type, today, language, past=past)
    missing = missing_among(read, wanted)
    if missing is not None:
        raise missing
    try:
        return msgspec.convert(read, kind, strict=False)
    except msgspec.ValidationError as error:
        # Its text is that of the library, in one language, about types.
        raise unfit_value(read, wanted) from error


@cache
def _fields_of(kind: type[Params]) -> Mapping[str, msgspec.structs.FieldInfo]:
    """The parameters by name; asked for once a kind, since a batch has thousands of orders."""
    return {field.encode_name: field for field in msgspec.structs.fields(kind)}


def _read(value: object, wanted: object, today: date, language: Language, *, past: bool) -> object:
    if isinstance(value, str):
        kinds = alternatives(wanted)
        if NOTHING in kinds and not value.strip():
            return 0
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
        if field is None or not value:
            continue
        if _is_list_of_kinds(field.type):
            texts = (value,) if isinstance(value, str) else value
            if isinstance(texts, list | tuple):
                read[name] = [_kind(name, str(text)).kind for text in texts if text]
        elif isinstance(value, str) and Kind in alternatives(field.type):
            told = _kind(name, value)
            read[name] = told.kind
            if told.minutes and MINUTES in wanted and given.get(MINUTES) is None:
                read[MINUTES] = told.minutes
    return read


def _is_list_of_kinds(wanted: object) -> bool:
    kinds = alternatives(wanted)
    return any(get_origin(each) is tuple and get_args(each)[0] == Kind for each in kinds)


def _kind(name: str, value: str) -> KindTold:
    """A kind by its code, or by a word of either language.

    Raises:
        UsageProblem: where it is neither.
    """
    told = kind_told(value)
    if told is None:
        raise bad_choice(name, KINDS)
    return told


def _check_choice(name: str, value: object, wanted: object) -> None:
    """Refuse a text that is none of those wanted, where only some are.

    Raises:
        UsageProblem: naming the choices.
    """
    kinds = [each for each in alternatives(wanted) if each is not type(None)]
    choices = [text for each in kinds if get_origin(each) is Literal for text in get_args(each)]
    if not isinstance(value, str) or value in choices or not choices:
        return
    if all(isinstance(each, str) for each in choices) and str not in kinds:
        raise bad_choice(name, filter(None, choices))


def bad_choice(name: str, choices: Iterable[str], code: str | None = None) -> UsageProblem:
    """What to say of a value that is none of the choices.

    Args:
        name: of the parameter.
        choices: by their codes.
        code: as the parameter is typed; None for an option of that name.
    """
    shown, messages = option_message(name, code), choice_messages(choices)
    return UsageProblem("usage", "problem.bad_choice", name=shown, choices=messages)
