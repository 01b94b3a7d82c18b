"""The user's own card: what is on it, how many people share it, and what is missing."""

from __future__ import annotations

import msgspec

from store.records.me import Me
from store.records.person import City, Employment, School
from store.records.snapshot import Snapshot
from store.records.stay_text import present_text, stay_text
from store.rules.card_values import CardValue, names_on, value_key
from store.rules.step import is_trip
from store.views.written import values_of

SHARED: tuple[CardValue, ...] = ("school", "employer", "city", "passion", "field", "language")
"""What opens doors, the likeliest first."""

FIELDS: dict[CardValue, str] = {
    "school": "schools",
    "employer": "employers",
    "city": "cities",
    "passion": "passions",
    "field": "fields",
    "language": "languages",
}


class OwnValue(msgspec.Struct, frozen=True):
    """One value of the own card."""

    text: str
    """With its years, where they are known."""
    people: int
    """How many people share it."""


class OwnLine(msgspec.Struct, frozen=True):
    """A field of the own card that others may share."""

    field: str
    values: tuple[OwnValue, ...]
    """Empty where the user has told none."""
    told: int
    """How many people have at least one noted."""


class OwnCard(msgspec.Struct, frozen=True):
    """All of it."""

    me: Me
    lines: tuple[OwnLine, ...]
    """The fields that hold something."""
    missing: tuple[OwnLine, ...]
    """Those that hold nothing, what most people have noted first."""

    @property
    def empty(self) -> bool:
        """Whether nothing is on it but trips and the budget."""
        me = self.me
        return not (self.lines or me.name or me.emails or me.phones or me.links or me.title)


def own_card(snapshot: Snapshot) -> OwnCard:
    """The own card among everybody's."""
    lines = [_line(what, snapshot) for what in SHARED]
    missing = sorted((each for each in lines if not each.values), key=lambda each: -each.told)
    return OwnCard(snapshot.me, tuple(each for each in lines if each.values), tuple(missing))


def _line(what: CardValue, snapshot: Snapshot) -> OwnLine:
    written = {each.key: each.people for each in values_of(snapshot, what)}
    values = []
    for name, text in _own(what, snapshot.me):
        people = written.get(value_key(what, name), frozenset())
        values.append(OwnValue(text, len(people)))
    told = len(frozenset().union(*written.values()))
    return OwnLine(FIELDS[what], tuple(values), told)


def _own(what: CardValue, me: Me) -> list[tuple[str, str]]:
    """Names with what is shown of them; trips are no homes."""
    stays: tuple[School | City | Employment, ...] = ()
    if what == "school":
        stays = me.schools
    elif what == "city":
        stays = tuple(each for each in me.cities if not is_trip(each))
    if what in ("school", "city"):
        return [(each.name, stay_text(each)) for each in stays]
    years = {each.name: stay_text(each) for each in me.employment} if what == "employer" else {}
    if me.org:
        years[me.org] = present_text(me.org, me.employment)
    return [(name, years.get(name, name)) for name in names_on(me, what)]
