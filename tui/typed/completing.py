"""What a line of a form may become: the last of its values completed from those known."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from store.actions.card_form import CardField, Shape
from store.views.completion import complete
from store.words.fold import fold
from tui.typed.listed import joined, last_part, parts
from widgets.completing_input import ARROW, Complete, Completion

_SEVERAL: frozenset[Shape] = frozenset(
    {"lines", "languages", "schools", "employers", "cities", "kinds"}
)
_SEVERAL_PEOPLE: frozenset[Shape] = _SEVERAL | {"people"}


def completing(field: CardField, known: Callable[[], Iterable[str]]) -> Complete:
    """How a field completes.

    Args:
        field: of the form.
        known: the values that its line may hold, the likeliest first; asked for when needed.
    """

    def found(text: str) -> Completion | None:
        before, typed = last_part(text) if field.shape in _SEVERAL_PEOPLE else ("", text)
        if field.shape == "cities":
            prefix, colon, rest = typed.rpartition(":")
            before, typed = f"{before}{prefix}{colon}", rest
        return _completed(before, typed, known())

    return found


def _completed(before: str, typed: str, known: Iterable[str]) -> Completion | None:
    here = {fold(each) for each in parts(before)}
    values = (each for each in known if fold(each) not in here)
    value = next(iter(complete(values, typed, most=1)), None)
    if value is None or value == typed:
        return None
    begun = fold(value[: len(typed)]) == fold(typed)
    ahead = value[len(typed) :] if begun else f"{ARROW}{value}"
    written = joined((value,)).removesuffix(";") if ";" in value else value
    return Completion(f"{before}{written}", ahead or f"{ARROW}{value}")
