"""What a command of the command line is: declared once, for click and for batch alike."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Literal, get_args, get_origin

import msgspec

from store.actions.action import Params
from store.records.kinds import Kind
from tui.cli.answer import Answer
from tui.cli.field_types import alternatives
from tui.cli.params import MINUTES, NOTHING
from tui.cli.session import Session

Given = Mapping[str, object]
"""Values by parameter name, as typed or from JSON."""

Shape = Literal["text", "number", "minutes", "flag"]


class Parameter(msgspec.Struct, frozen=True, kw_only=True):
    """One parameter of a command."""

    name: str
    """In lower case with `_`; the option is `--name` with `-`."""
    positional: bool = False
    required: bool = False
    many: bool = False
    shape: Shape = "text"
    choices: tuple[str, ...] = ()
    worded: bool = False
    """Words of either language stand for a choice as well; whoever reads the value knows them."""
    empties: bool = False
    """An empty text is a choice too: it takes away what is there."""
    value: str = ""
    """What stands for the value in help, where it is no mere text or number."""


class Verb(msgspec.Struct, frozen=True, kw_only=True):
    """One command."""

    name: str
    help: str
    """Message id."""
    parameters: tuple[Parameter, ...] = ()
    more: bool = False
    """Whether whoever runs it knows more parameters than can be typed, and refuses others."""
    run: Callable[[Session, Given], Answer]


def positional(name: str, *, many: bool = False, required: bool = True) -> Parameter:
    """An argument told by its place."""
    return Parameter(name=name, positional=True, required=required, many=many)


def action_verb(name: str, help: str, kind: type[Params], *places: Parameter) -> Verb:
    """A command that runs an action; its options are the action's parameters."""
    placed = {each.name for each in places}
    options = tuple(
        _option(field)
        for field in msgspec.structs.fields(kind)
        if field.encode_name not in placed and _typed(field.type)
    )

    def run(session: Session, given: Given) -> Answer:
        return session.perform(name, given)

    return Verb(name=name, help=help, parameters=(*places, *options), more=True, run=run)


def _typed(wanted: object) -> bool:
    """Whether a value of the type can be typed as one option; a mapping cannot."""
    return not any(get_origin(each) is dict for each in alternatives(wanted))


def _option(field: msgspec.structs.FieldInfo) -> Parameter:
    kinds = [each for each in alternatives(field.type) if each is not type(None)]
    many = any(get_origin(each) is tuple for each in kinds)
    single = [get_args(each)[0] if get_origin(each) is tuple else each for each in kinds]
    literals = [
        str(value) for each in single if get_origin(each) is Literal for value in get_args(each)
    ]
    return Parameter(
        name=field.encode_name,
        required=field.required,
        many=many,
        shape=_shape(field.encode_name, kinds),
        choices=() if date in kinds else tuple(value for value in literals if value),
        worded=Kind in single,
        empties=NOTHING in kinds,
        value="DATE" if date in kinds else "",
    )


def _shape(name: str, kinds: list[object]) -> Shape:
    if kinds == [bool]:
        return "flag"
    if int not in kinds:
        return "text"
    return "minutes" if name == MINUTES else "number"
