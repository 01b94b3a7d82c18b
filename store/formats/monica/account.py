"""An account of Monica, the same whether it was exported as JSON or as SQL."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Literal, get_args

import msgspec

Values = Mapping[str, str]
"""Texts by the name that Monica gives them; what is null there is missing, true is `1`."""

DetailKind = Literal[
    "call",
    "contact_field",
    "debt",
    "gift",
    "note",
    "reminder",
    "task",
    "address",
    "pet",
    "conversation",
    "life_event",
]
DETAIL_KINDS: tuple[DetailKind, ...] = get_args(DetailKind)

_DAY_LENGTH = 10


class Detail(msgspec.Struct, frozen=True, kw_only=True):
    """Something noted of a contact."""

    kind: DetailKind
    values: Values
    messages: tuple[Values, ...] = ()
    """Of a conversation."""


class SpecialDate(msgspec.Struct, frozen=True, kw_only=True):
    """A day of which a part may be made up."""

    on: date
    year_unknown: bool = False
    age_based: bool = False
    """Only the year is meant, worked out from an age."""

    @property
    def partial(self) -> str:
        """As partial ISO text."""
        if self.age_based:
            return f"{self.on.year:04}"
        if self.year_unknown:
            return f"--{self.on.month:02}-{self.on.day:02}"
        return self.on.isoformat()


MOST_CONTACTS = 50_000
"""Of one account; nobody knows more people."""


class Contact(msgspec.Struct, frozen=True, kw_only=True):
    """One contact."""

    key: str
    """Its UUID, the same in every export."""
    line: int = 1
    values: Values
    tags: tuple[str, ...] = ()
    birthdate: SpecialDate | None = None
    deceased_date: SpecialDate | None = None
    first_met_date: SpecialDate | None = None
    through: str = ""
    """The key of who brought us together."""
    details: tuple[Detail, ...] = ()
    photo: str = ""
    """A `data:` address, or nothing."""


class Activity(msgspec.Struct, frozen=True, kw_only=True):
    """Something done with contacts."""

    values: Values
    contacts: tuple[str, ...]


class Relationship(msgspec.Struct, frozen=True, kw_only=True):
    """What one contact is to another: `contact` is the `kind` of `of`."""

    kind: str
    contact: str
    of: str


class Account(msgspec.Struct, frozen=True, kw_only=True):
    """All that is read of one account; no secret is ever among it."""

    contacts: tuple[Contact, ...] = ()
    activities: tuple[Activity, ...] = ()
    relationships: tuple[Relationship, ...] = ()
    user: Values = {}
    own_contact: str = ""
    """The contact that is the user."""
    left: Mapping[str, int] = {}
    """How much there is of what is not read: `journal`, `documents`, `photos`."""
    rest: int = 0
    """The line from which on nothing was read any more, from 1; 0 where all was read."""


def day_in(text: str) -> date | None:
    """The day at the beginning of `2020-05-01T00:00:00Z` or `2020-05-01 09:30:00`, if any."""
    try:
        return date.fromisoformat(text[:_DAY_LENGTH])
    except ValueError:
        return None


def special_date(values: Values) -> SpecialDate | None:
    """The day that a `special_date` holds."""
    on = day_in(values.get("date", ""))
    if on is None:
        return None
    return SpecialDate(
        on=on,
        year_unknown=values.get("is_year_unknown") == "1",
        age_based=values.get("is_age_based") == "1",
    )
