"""Parameters and choices of the command line as people read them: a word, and what is typed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import click

from store.records.kinds import KINDS
from store.words.field_words import field_message
from store.words.kinds import kind_message
from store.words.message import Message

_OWN: Mapping[str, str] = {
    "row": "cli.parameter.row",
    "query": "cli.parameter.query",
    "until": "cli.parameter.until",
}
"""Parameters that are no field of a record."""


def parameter_message(parameter: click.Parameter | None) -> Message | str:
    """A parameter: "note (--note)", "person (PERSON)"; without a word of ours what is typed."""
    name = "" if parameter is None else (parameter.name or "").rstrip("_")
    typed = f"--{name.replace('_', '-')}"
    if isinstance(parameter, click.Argument):
        typed = name.upper()
    word = Message(_OWN[name]) if name in _OWN else field_message(name)
    if word.id == name:
        return typed
    return Message("cli.parameter", {"word": word, "code": typed})


def option_message(name: str, typed: str | None = None) -> Message | str:
    """A parameter as an option: "note (--note)"; without a word of ours what is typed.

    Args:
        name: of the parameter.
        typed: as it is typed, where it is no option of that name.
    """
    code = f"--{name.replace('_', '-')}" if typed is None else typed
    word = field_message(name)
    return code if word.id == name else Message("cli.parameter", {"word": word, "code": code})


def choice_messages(choices: Iterable[str]) -> tuple[Message | str, ...]:
    """What can be chosen: codes, those of kinds with their word: "in_person (in person)"."""
    words = {str(kind): kind_message(kind) for kind in KINDS}
    return tuple(
        Message("cli.choice", {"code": code, "word": words[code]}) if code in words else code
        for code in choices
    )
