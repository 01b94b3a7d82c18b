"""What was typed for a parameter that may be named several times."""

from __future__ import annotations

from tui.cli.verb import Given


def typed_texts(given: Given, name: str) -> tuple[str, ...]:
    """All values of a parameter, as texts; a batch gives one or a list."""
    value = given.get(name)
    if value is None:
        return ()
    return tuple(map(str, value)) if isinstance(value, list | tuple) else (str(value),)
