"""What third parties add by entry points; one that is broken is told, and stops nothing."""

from __future__ import annotations

from collections.abc import Collection
from importlib.metadata import EntryPoint, entry_points
from typing import Protocol, TypeVar

from store.records.clean import clean_line
from store.words.message import Message

MOST_TOLD = 120
"""Characters of what a failure says of itself."""


class Named(Protocol):
    """Anything that is called by a name."""

    @property
    def name(self) -> str:
        """As typed after `--format`."""


T = TypeVar("T", bound=Named)


def declared(group: str) -> tuple[EntryPoint, ...]:
    """The entry points of a group, by name; installed packages with damaged metadata have none."""
    try:
        return tuple(sorted(entry_points(group=group), key=lambda each: (each.name, each.value)))
    except Exception:  # noqa: BLE001 - metadata of any package may be damaged
        return ()


def loaded(
    group: str, kind: type[T], taken: Collection[str] = ()
) -> tuple[tuple[T, ...], tuple[Message, ...]]:
    """What the entry points of a group give, and why others give nothing.

    A package declares one in its `pyproject.toml`:

        [project.entry-points."arrosoir.formats"]
        letters = "arrosoir_letters:LETTERS"

    where `LETTERS` is a `kind`. Its code runs with the program's own rights, as that of every
    installed package does.

    Args:
        group: `arrosoir.formats` or `arrosoir.exports`.
        kind: what an entry point must give.
        taken: names that are the program's own.
    """
    found: dict[str, T] = {}
    broken: list[Message] = []
    for point in declared(group):
        try:
            given = point.load()
        except (Exception, SystemExit) as error:  # noqa: BLE001 - code of strangers, run once
            broken.append(_told("plugin.failed", point, error=_said(error)))
            continue
        if not isinstance(given, kind) or not isinstance(given.name, str) or not given.name:
            broken.append(_told("plugin.other_kind", point))
        elif given.name in taken or given.name in found:
            broken.append(_told("plugin.name_taken", point, format=clean_line(given.name)))
        else:
            found[given.name] = given
    return tuple(found.values()), tuple(broken)


def _told(id: str, point: EntryPoint, **values: object) -> Message:
    package = "?" if point.dist is None else point.dist.name
    named = {"name": clean_line(point.name), "package": clean_line(package)}
    return Message(id, {**named, **values})


def _said(error: BaseException) -> str:
    text = clean_line(str(error))[:MOST_TOLD]
    return f"{type(error).__name__}: {text}" if text else type(error).__name__
