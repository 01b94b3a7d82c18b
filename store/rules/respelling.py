"""One value written in one way on a card, and what is there twice then made one."""

from __future__ import annotations

from typing import TypeVar

import msgspec

from store.records.me import Me
from store.records.person import City, Employment, Person, School
from store.rules.card_values import PLAIN_LISTS
from store.rules.spellings import Spelled
from store.rules.step import is_trip
from store.words.fold import fold

Stay = TypeVar("Stay", School, City, Employment)


class Respelling(msgspec.Struct, frozen=True):
    """The spelling that stays, and those that go."""

    to: str
    gone: frozenset[str]
    """Folded."""

    def turns(self, name: str) -> bool:
        """Whether a name is one of those that go, and not written as it is to be."""
        return name != self.to and fold(name) in self.gone

    def means(self, name: str) -> bool:
        """Whether a name means the same once it is written anew."""
        folded = fold(name)
        return folded in self.gone or folded == fold(self.to)

    def of(self, name: str) -> str:
        """A name as it is written from now on."""
        return self.to if fold(name) in self.gone else name


def respelled(card: Person | Me, what: Spelled, respelling: Respelling) -> dict[str, object]:
    """The fields of a card that change, with their new value.

    Years stay; of two stays that have become one the fuller is kept. An earlier employer that turns
    out to be the present organisation goes.
    """
    fields: dict[str, object]
    if what == "school":
        fields = {"schools": _stays(card.schools, respelling)}
    elif what == "city":
        fields = {"cities": _stays(card.cities, respelling)}
    elif what == "employer":
        fields = _work(card, respelling)
    else:
        field = PLAIN_LISTS[what]
        names: tuple[str, ...] = getattr(card, field, ())
        fields = {field: _names(names, respelling)}
    return {name: after for name, after in fields.items() if after != getattr(card, name, ())}


def _names(names: tuple[str, ...], respelling: Respelling) -> tuple[str, ...]:
    if not any(map(respelling.turns, names)):
        return names
    kept: list[str] = []
    met = False
    for name in names:
        means = respelling.means(name)
        if not (means and met):
            kept.append(respelling.of(name))
        met = met or means
    return tuple(kept)


def _work(card: Person | Me, respelling: Respelling) -> dict[str, object]:
    if not any(map(respelling.turns, (card.org, *card.employers))):
        return {}
    employers = _names(card.employers, respelling)
    # Who came back to an employer has it noted twice on purpose.
    returned = any(fold(each) == fold(card.org) for each in card.employers)
    if respelling.means(card.org) and not returned:
        employers = tuple(each for each in employers if not respelling.means(each))
    return {
        "org": respelling.of(card.org),
        "employers": employers,
        "employment": _stays(card.employment, respelling),
    }


def _stays(stays: tuple[Stay, ...], respelling: Respelling) -> tuple[Stay, ...]:
    if not any(respelling.turns(each.name) for each in stays):
        return stays
    kept: list[Stay] = []
    for stay in stays:
        new = msgspec.structs.replace(stay, name=respelling.of(stay.name))
        if not respelling.means(stay.name):
            kept.append(new)
            continue
        alike = [each for each in kept if respelling.means(each.name)]
        if any(_covers(each, new) for each in alike):
            continue
        covered = next((each for each in alike if _covers(new, each)), None)
        if covered is None:
            kept.append(new)
        else:
            kept = [new if each is covered else each for each in kept]
    return tuple(kept)


def _covers(one: Stay, other: Stay) -> bool:
    """Whether one stay says all that another of the same name says."""
    if _way(one) != _way(other):
        return False
    years = zip((other.start, other.end), (one.start, one.end), strict=True)
    return all(said is None or said == there for said, there in years)


def _way(stay: School | City | Employment) -> tuple[object, ...]:
    """What two stays must have in common to be one."""
    return (stay.kind, is_trip(stay)) if isinstance(stay, City) else ()
