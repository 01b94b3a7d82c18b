"""What every format out is asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime

import msgspec

from store.config.settings import Settings
from store.records.ids import PersonId
from store.records.snapshot import Snapshot
from store.words.words import Words


def _no_part(digest: str) -> bytes | None:
    return None


class Wanted(msgspec.Struct, frozen=True, kw_only=True):
    """What is to be written."""

    snapshot: Snapshot
    people: tuple[PersonId, ...]
    """In the order in which they are written."""
    words: Words
    now: datetime
    """Aware; its date is today."""
    private: bool = False
    """Whether private notes go out as well."""
    part: Callable[[str], bytes | None] = _no_part
    """What is kept beside the data file, by digest; None where it is missing."""
    settings: Settings = Settings()
    """For what is worked out of the data: where somebody stands, in a brief."""


class ExportFormat(msgspec.Struct, frozen=True, kw_only=True):
    """A format that people, or the whole network, can be written in."""

    name: str
    """As typed after `--format`."""
    extension: str
    """With its dot."""
    write: Callable[[Wanted], Iterator[str]]
    """The text, piece by piece; encoded in UTF-8 and written as it is, line breaks included."""
