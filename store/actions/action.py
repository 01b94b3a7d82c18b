"""What an action is: typed parameters, and a pure function to a change set."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from typing import Generic, TypeVar

import msgspec

from store.config.settings import Settings
from store.records.change import ChangeSet
from store.records.snapshot import Snapshot
from store.views.ties import Ties
from store.words.message import Message


class Params(msgspec.Struct, frozen=True, kw_only=True):
    """Parameters of an action; field names are those of the command line, `_` for `-`.

    Strings named `person`, `a` or `b` and lists named `people` hold a PERSON as typed: an id or an
    exact name.
    """


P = TypeVar("P", bound=Params)


class Context(msgspec.Struct, frozen=True):
    """All that an action may know besides the snapshot: time, chance and settings, passed in."""

    now: datetime
    today: date
    new_id: Callable[[], str]
    settings: Settings
    ties: Callable[[], Ties]
    """The standing of everybody in the snapshot that the act began with; worked out when asked."""


class Outcome(msgspec.Struct, frozen=True, kw_only=True):
    """What an action would do."""

    change_set: ChangeSet
    id: str
    """The record made or changed; the person's, where several are."""
    about: str = ""
    """Whom it is about, for the history."""
    said: Message
    """What the user is told once it is durable."""


class Action(msgspec.Struct, Generic[P], frozen=True):
    """One change that a user can make; declared once, listed in `registry`."""

    name: str
    """As typed on the command line, e.g. `follow-up`."""
    params: type[P]
    run: Callable[[Snapshot, P, Context], Outcome]
    """Pure; raises a `Problem` to refuse."""
