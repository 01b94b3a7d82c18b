"""What to say of a value that cannot be one of the parameter's, in our own words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import get_origin

import msgspec

from store.words.message import Message, UsageProblem
from tui.cli.field_types import alternatives
from tui.cli.parameter_words import option_message


def missing_among(
    given: Mapping[str, object], wanted: Mapping[str, msgspec.structs.FieldInfo]
) -> UsageProblem | None:
    """What to say of the first parameter that has to be there and is not; None where all are."""
    for name, field in wanted.items():
        if field.required and name not in given:
            shown = option_message(name)
            return UsageProblem("missing_parameter", "problem.missing_parameter", name=shown)
    return None


def unfit_value(
    given: Mapping[str, object], wanted: Mapping[str, msgspec.structs.FieldInfo]
) -> UsageProblem:
    """What to say of the first value of another type than its parameter's."""
    for name, value in given.items():
        field = wanted[name]
        try:
            msgspec.convert(value, field.type, strict=False)
        except msgspec.ValidationError:
            return takes(option_message(name), field.type)
    return UsageProblem("bad_parameter", "problem.bad_parameter")


def takes(shown: Message | str, wanted: object) -> UsageProblem:
    """What a parameter takes."""
    kinds = [each for each in alternatives(wanted) if each is not type(None)]
    ids = (
        (int, "problem.bad_number"),
        (bool, "problem.takes_yes_no"),
        (tuple, "problem.takes_list"),
        (dict, "problem.takes_values"),
        (str, "problem.takes_text"),
    )
    for kind, id in ids:
        if any(each is kind or get_origin(each) is kind for each in kinds):
            return UsageProblem("bad_parameter", id, name=shown)
    return UsageProblem("bad_parameter", "problem.bad_value", name=shown)
