"""The fields of a card that a user may edit, listed once; form, `edit` and options follow it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

import msgspec

Shape = Literal[
    "line",
    "lines",
    "languages",
    "schools",
    "employers",
    "cities",
    "dates",
    "layer",
    "cadence",
    "kind",
    "kinds",
    "day",
    "partial",
    "person",
    "people",
    "switch",
    "text",
    "zone",
]
"""What a field holds: how it is written as text and read back goes by it."""

Section = Literal["who", "work", "roots", "taste", "between", "dates", "notes"]


class CardField(msgspec.Struct, frozen=True):
    """One field that can be edited."""

    field: str
    """Of the record."""
    param: str
    """Of `edit`, and the option of the command line."""
    shape: Shape
    section: Section


CARD = (
    CardField("name", "name", "line", "who"),
    CardField("nicknames", "nickname", "lines", "who"),
    CardField("emails", "email", "lines", "who"),
    CardField("phones", "phone", "lines", "who"),
    CardField("links", "link", "lines", "who"),
    CardField("org", "org", "line", "work"),
    CardField("title", "title", "line", "work"),
    CardField("employers", "employer", "employers", "work"),
    CardField("fields", "field", "lines", "work"),
    CardField("schools", "school", "schools", "roots"),
    CardField("cities", "city", "cities", "roots"),
    CardField("timezone", "timezone", "zone", "roots"),
    CardField("passions", "passion", "lines", "taste"),
    CardField("languages", "language", "languages", "taste"),
    CardField("tags", "tag", "lines", "taste"),
    CardField("intent", "intent", "line", "between"),
    CardField("needs", "need", "lines", "between"),
    CardField("offers", "offer", "lines", "between"),
    CardField("layer", "layer", "layer", "between"),
    CardField("cadence_days", "cadence", "cadence", "between"),
    CardField("prefers", "prefers", "kind", "between"),
    CardField("avoids", "avoid", "kinds", "between"),
    CardField("met", "met", "day", "between"),
    CardField("where", "where", "line", "between"),
    CardField("through", "through", "person", "between"),
    CardField("knows", "knows", "people", "between"),
    CardField("pinned", "pinned", "switch", "between"),
    CardField("birthday", "birthday", "partial", "dates"),
    CardField("dates", "date", "dates", "dates"),
    CardField("notes", "note", "text", "notes"),
    CardField("private_notes", "private_note", "text", "notes"),
)
"""In the order of the form."""

LEFT_OUT: Mapping[str, str] = {
    "id": "names the record",
    "extra": "belongs to other programs",
    "employment": "the years behind `employers`, written on their line",
    "new_job_on": "noted when `org` or `title` changes",
    "status": "set by `fade` and `deceased`",
    "deceased_on": "set by `deceased`",
    "pauses": "set by `pause`",
    "deferrals": "set by `snooze` and `pass`",
    "distinct_from": "set where two cards resemble each other",
    "declined": "set where a proposal is not wanted",
    "added": "the day of the first entry",
    "sources": "keys of imports",
    "properties": "what an imported card held, verbatim",
}
"""The other fields of a person, and why nobody writes them in a form."""

_OWN = (
    *("name", "emails", "phones", "links", "org", "title", "employers", "fields"),
    *("schools", "cities", "passions", "languages"),
)

OWN_CARD = tuple(each for each in CARD if each.field in _OWN)
"""The fields of the user's own card; trips stay beside its cities."""
