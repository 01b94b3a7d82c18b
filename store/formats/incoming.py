"""What every format gives: people and interactions not yet in the store, and what was set aside."""

from __future__ import annotations

import msgspec

from store.records.interaction import Interaction
from store.records.me import Me
from store.records.person import Person
from store.words.message import Message


class Refused(msgspec.Struct, frozen=True, kw_only=True):
    """A piece of a file that could not be used; the rest of the file goes on."""

    file: str
    """The path as shown to the user; inside an archive `archive.zip/inner.csv`."""
    line: int
    """The first line of the piece, from 1; 0 where the whole file is meant."""
    why: Message
    text: str = ""
    """The beginning of what was set aside, cleaned, at most 80 characters."""


class IncomingInteraction(msgspec.Struct, frozen=True, kw_only=True):
    """An interaction whose people are known by source key or name, not yet by id."""

    with_source: str
    """A value of `Person.sources`, e.g. `linkedin:janedoe`; may be empty."""
    with_name: str
    """The name as written, for a match where the source key is unknown."""
    interaction: Interaction
    """Its `id` and `people` are empty; `source` is its stable key."""


class Reading(msgspec.Struct, frozen=True, kw_only=True):
    """All that one file gave."""

    people: tuple[Person, ...] = ()
    """Their `id` is empty; `sources` holds at least one stable key each."""
    interactions: tuple[IncomingInteraction, ...] = ()
    me: Me | None = None
    """What the file says of the user; only what it says is set."""
    refused: tuple[Refused, ...] = ()
    file: str = ""
    """The path as shown to the user; filled in by whoever opened the file."""
