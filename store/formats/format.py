"""What every format in is asked for."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import msgspec

from store.formats.incoming import Reading
from store.formats.known import Known


class Format(msgspec.Struct, frozen=True, kw_only=True):
    """A format that files can be in."""

    name: str
    """As typed after `--format`."""
    looks_like: Callable[[bytes, str], bool]
    """Whether the first bytes, at most `HEAD_BYTES`, are of it; the file's name may help."""
    read: Callable[[bytes, str, Known], Reading]
    """All bytes, and the path as shown; never raises for what a file holds."""
    read_file: Callable[[Path, str, Known], Reading] | None = None
    """In place of `read`, where a file need not be held whole: it may be of any size."""
    named_only: bool = False
    """Whether it is told so loosely that only a file named by the user is taken for it."""


def takes(format: Format, head: bytes, name: str) -> bool:
    """Whether a format takes a file for its own; third parties' that cannot look do not."""
    try:
        return bool(format.looks_like(head, name))
    except Exception:  # noqa: BLE001 - whatever a third party's raises, the others go on looking
        return False
