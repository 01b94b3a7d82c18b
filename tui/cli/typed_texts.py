"""What was typed behind a verb: values, one line, and nothing that does not belong there."""

from __future__ import annotations

from store.words.message import UsageProblem
from tui.cli.verb import Given


def typed_texts(given: Given, name: str) -> tuple[str, ...]:
    """All values of a parameter, as texts; a batch gives one or a list."""
    value = given.get(name)
    if value is None:
        return ()
    return tuple(map(str, value)) if isinstance(value, list | tuple) else (str(value),)


def typed_line(given: Given) -> str:
    """The words behind a verb, as one: a name or a note needs no quotation marks."""
    return " ".join(typed_texts(given, "text"))


def refuse_others(given: Given, known: tuple[str, ...]) -> None:
    """Say which parameter does not belong here.

    Raises:
        UsageProblem: where there is one.
    """
    for name, value in given.items():
        if name not in known and value not in (None, "", (), []):
            raise UsageProblem("unknown_parameter", "problem.unknown_parameter", name=name)
