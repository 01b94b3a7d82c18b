"""The parameters of a card that `add` and `edit` share; what they set is in `card_fields`."""

from __future__ import annotations

from datetime import date
from typing import Literal

import msgspec

from store.actions.action import Params
from store.records.kinds import Kind, Layer


class CardParams(Params, frozen=True, kw_only=True):
    """What can be said of a person; None leaves a field as it is, a list replaces the old one.

    An empty text and an empty list empty a field.
    """

    email: tuple[str, ...] | None = None
    phone: tuple[str, ...] | None = None
    link: tuple[str, ...] | None = None
    nickname: tuple[str, ...] | None = None
    school: tuple[str, ...] | None = None
    """Names, each with its years if wanted: `INSA Lyon 2004-2009`."""
    city: tuple[str, ...] | None = None
    """Names of cities of today, or `past:Lyon`, `native:Lyon`."""
    timezone: str | None = None
    """The IANA's name of a zone: `Europe/Lisbon`."""
    passion: tuple[str, ...] | None = None
    field: tuple[str, ...] | None = None
    language: tuple[str, ...] | None = None
    tag: tuple[str, ...] | None = None
    need: tuple[str, ...] | None = None
    offer: tuple[str, ...] | None = None
    employer: tuple[str, ...] | None = None
    """Earlier ones, each with its years if wanted."""
    org: str | None = None
    title: str | None = None
    intent: str | None = None
    where: str | None = None
    note: str | None = None
    """The notes as a whole; the action `note` appends instead."""
    private_note: str | None = None
    """The private notes as a whole."""
    layer: Layer | Literal[0] | None = None
    """Closeness; 0 takes the layer away."""
    cadence: int | None = None
    """Days between two contacts; 0 is "seen anyway", -1 gives the rhythm back to itself."""
    prefers: Kind | Literal[""] | None = None
    avoid: tuple[Kind, ...] | None = None
    met: date | Literal[0] | None = None
    """0 takes the day away."""
    birthday: str | None = None
    dates: tuple[str, ...] | None = msgspec.field(default=None, name="date")
    """Other days of the year, each a name and a day: `wedding=2015-06-12`, `wedding=--06-12`."""
    through: str | None = None
    """Who brought us together: a PERSON."""
    knows: tuple[str, ...] | None = None
    """Others of the network whom they know: each a PERSON."""
    pinned: bool | None = None
