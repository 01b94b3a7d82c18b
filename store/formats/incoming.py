"""What every format gives: people and interactions not yet in the store, and what was set aside."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from store.formats.csv.sketch import Sketch
from store.formats.mail.letter import Letter
from store.formats.whole.document import Whole
from store.records.circle import Circle
from store.records.event import Event
from store.records.exchange import Exchange
from store.records.follow_up import FollowUp
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


class Whom(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody whom a record of a file is about, known by what the file says of them."""

    source: str = ""
    """A value of `Person.sources`, e.g. `linkedin:janedoe`."""
    email: str = ""
    name: str = ""
    """As written, for a match where neither key nor address is known."""


class IncomingInteraction(msgspec.Struct, frozen=True, kw_only=True):
    """An interaction whose people are known by source key or name, not yet by id."""

    with_source: str
    """A value of `Person.sources`, e.g. `linkedin:janedoe`; may be empty."""
    with_name: str
    """The name as written, for a match where the source key is unknown."""
    interaction: Interaction
    """Its `id` and `people` are empty; `source` is its stable key. Planned ones may be to come."""
    with_email: str = ""
    also: tuple[Whom, ...] = ()
    """Others who took part. It is kept with those who are known, where there is at least one."""


class IncomingRecord(msgspec.Struct, frozen=True, kw_only=True):
    """Anything else that a file says of people: a promise, help, an evening, a group.

    It is kept where it is not there already, by an id worked out from its key.
    """

    key: str
    """Stable: the same whenever the file is read again, e.g. `monica:reminder:UUID`."""
    record: FollowUp | Exchange | Event | Circle
    """Its id and people are empty."""
    whom: tuple[Whom, ...] = ()
    """Who goes into its `people`, or the one who is its `person`."""


class IncomingTie(msgspec.Struct, frozen=True, kw_only=True):
    """Two people of whom a file says that they know each other."""

    one: Whom
    other: Whom
    how: str = ""
    """`through`: the other brought us together; `distinct`: they are two people, however alike
    their cards; else they know each other."""


class Reading(msgspec.Struct, frozen=True, kw_only=True):
    """All that one file gave."""

    people: tuple[Person, ...] = ()
    """Their `id` is empty; `sources` holds at least one stable key each."""
    interactions: tuple[IncomingInteraction, ...] = ()
    records: tuple[IncomingRecord, ...] = ()
    ties: tuple[IncomingTie, ...] = ()
    letters: tuple[Letter, ...] = ()
    """Mail; what it means is told once all files are read, since answers lie elsewhere."""
    whole: Whole | None = None
    """A whole network as this program exports it."""
    parts: Mapping[str, bytes] = {}
    """What is too large for the data file, by digest (`store.records.attachment`)."""
    sketch: Sketch | None = None
    """For a table of no known program: its columns and what they were taken for."""
    me: Me | None = None
    """What the file says of the user; only what it says is set."""
    refused: tuple[Refused, ...] = ()
    left: int = 0
    """What gives nothing and is no loss: letters of lists, robots and strangers, hours alone."""
    own: int = 0
    """Events of this program's own feed: what they tell of is here already."""
    file: str = ""
    """The path as shown to the user; filled in by whoever opened the file."""
