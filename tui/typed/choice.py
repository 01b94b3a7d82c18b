"""Choosing one of several names by a part of it; Tab goes through them."""

from __future__ import annotations

from collections.abc import Sequence


def matching(names: Sequence[str], text: str) -> tuple[str, ...]:
    """The names that hold a text, in their order; those that begin with it first."""
    wanted = text.strip().casefold()
    held = [name for name in names if wanted in name.casefold()]
    return tuple(sorted(held, key=lambda name: not name.casefold().startswith(wanted)))


def chosen(names: Sequence[str], text: str) -> str | None:
    """The one that is meant: the name itself, or the only one that holds the text."""
    wanted = text.strip()
    if wanted in names:
        return wanted
    found = matching(names, wanted) if wanted else ()
    return found[0] if len(found) == 1 else None


def completed(names: Sequence[str], text: str) -> str:
    """The first name that holds the text; a whole name becomes the next one."""
    wanted = text.strip()
    if wanted in names:
        return names[(names.index(wanted) + 1) % len(names)]
    found = matching(names, wanted)
    return found[0] if found else text
