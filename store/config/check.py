"""One value of a setting against its declaration."""

from __future__ import annotations

from difflib import get_close_matches
from functools import cache
from typing import TypeAlias, get_type_hints

import msgspec

from store.config.list_entries import TAKES, first_unfit
from store.config.settings import Settings
from store.words.message import Message, UsageProblem
from store.words.numbers import Measure

Scalar: TypeAlias = "str | int | float | bool"
Listed: TypeAlias = "tuple[str, ...]"
Value: TypeAlias = "Scalar | Listed | dict[str, Scalar]"
"""What a setting may hold."""

DEFAULTS = Settings()

FREE_TABLES = frozenset({"keys"})
"""Tables whose names are not known here."""


@cache
def _types() -> dict[str, object]:
    return get_type_hints(Settings, include_extras=True)


def default_of(name: str) -> Value:
    """What holds where the user sets nothing."""
    value: Value = getattr(DEFAULTS, name)
    return value


def names() -> tuple[str, ...]:
    """All settings, in the order in which they are declared."""
    return Settings.__struct_fields__


def nearest(name: str, known: list[str]) -> str:
    """The known name that was probably meant; empty where none is near."""
    found = get_close_matches(name, known, n=1, cutoff=0.6)
    return found[0] if found else ""


def unknown_key(key: str, known: list[str]) -> Message:
    """The warning about a name that no setting has."""
    near = nearest(key.rpartition(".")[2], known)
    if not near:
        return Message("config.unknown_key", {"key": key})
    table = key.rpartition(".")[0]
    return Message(
        "config.unknown_key_near", {"key": key, "near": f"{table}.{near}" if table else near}
    )


def checked(name: str, value: object) -> Value:
    """The value, known to fit.

    Args:
        name: of a setting that exists.
        value: a table for those that hold one, else what stands after the `=`.

    Raises:
        UsageProblem: `bad_config`, naming the key and what it takes.
    """
    try:
        # Strict but for whole numbers where a fraction would do.
        fitting: Value = msgspec.convert(value, _types()[name], strict=True)
    except msgspec.ValidationError as error:
        culprit, found = _culprit(name, value)
        raise UsageProblem(
            "bad_config", "config.bad_value", key=culprit, value=found, expected=expected(name)
        ) from error
    if isinstance(fitting, tuple):
        unfit = first_unfit(name, fitting)
        if unfit is not None:
            raise UsageProblem(
                "bad_config",
                "config.bad_value",
                key=name,
                value=unfit[:80],
                expected=expected(name),
            )
    return fitting


def _culprit(name: str, value: object) -> tuple[str, str]:
    """The key at fault and its value as text: within a table, the first that does not fit."""
    if isinstance(value, dict) and isinstance(default_of(name), dict):
        for inner, each in value.items():
            try:
                msgspec.convert({inner: each}, _types()[name], strict=True)
            except msgspec.ValidationError:
                return f"{name}.{inner}", _text(each)
    return name, _text(value)


def _text(value: object) -> str:
    if isinstance(value, list) and value:
        return ", ".join(map(str, value))[:80]
    return str(value).lower() if isinstance(value, bool) else str(value)[:80]


def expected(name: str) -> Message:
    """What a setting takes, as a piece of a sentence."""
    if name in TAKES:
        return Message(TAKES[name])
    # Loaded for an answer to a mistake, never for a start.
    from msgspec import inspect

    kind = inspect.type_info(_types()[name])
    if isinstance(kind, inspect.DictType):
        kind = kind.value_type
    if isinstance(kind, inspect.VarTupleType) and isinstance(kind.item_type, inspect.LiteralType):
        listed = ", ".join(f'"{each}"' for each in kind.item_type.values)
        return Message("config.takes_list", {"choices": listed})
    if isinstance(kind, inspect.LiteralType):
        return Message(
            "config.takes_choice", {"choices": ", ".join(f'"{each}"' for each in kind.values)}
        )
    if isinstance(kind, inspect.IntType):
        return Message("config.takes_whole", {"low": kind.ge, "high": kind.le})
    if isinstance(kind, inspect.FloatType):
        low, high = (Measure(float(each or 0), 2) for each in (kind.ge, kind.le))
        return Message("config.takes_number", {"low": low, "high": high})
    if isinstance(kind, inspect.BoolType):
        return Message("config.takes_switch")
    return Message("config.takes_text")
