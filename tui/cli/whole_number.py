"""A count as typed."""

from __future__ import annotations

from store.words.message import UsageProblem
from tui.cli.parameter_words import option_message
from tui.cli.verb import Given


def whole_number(given: Given, name: str) -> int | None:
    """The value of a parameter, 0 or more; None where it was not given.

    Raises:
        UsageProblem: where it is no such number.
    """
    value = given.get(name)
    if value is None:
        return None
    try:
        number = int(str(value))
    except ValueError:
        number = -1
    if number < 0:
        raise UsageProblem("bad_number", "problem.bad_count_from_zero", name=option_message(name))
    return number
