"""What the user and a person, or two people, have in common: doors into a talk."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from math import log

import msgspec

from store.records.kinds import CityKind
from store.rules.institution import Similar, keys_agree
from store.rules.traits import INSTITUTIONS, Held, Key, Stay, Traits, What, keys_of
from store.words.fold import fold

DOORS = 3
"""More doors than that are no help."""

OVERLAP = 2.0
"""The weight of having been there at the same time."""

AGAIN = 0.5
"""The weight of a further door of a kind that there is already, when doors are chosen."""


class Common(msgspec.Struct, frozen=True, kw_only=True):
    """One thing in common."""

    what: What
    name: str
    """As the other side has it noted."""
    years: str = ""
    """Where both were there at the same time: the years they share. Of an event the year."""
    weight: float
    id: str = ""
    """Of a person or an event."""
    cities: tuple[CityKind, CityKind] | None = None
    """Of a city, how it is theirs: of the first side and of the other."""
    sharing: int = 0
    """How many of the network share it, as far as it is noted."""
    key: str = ""
    """As compared."""


KINDS: tuple[What, ...] = (
    "school",
    "employer",
    "passion",
    "city",
    "person",
    "event",
    "field",
    "language",
)
"""How good a door each kind is, where the weight is the same.

Years in one place and what one loves to do make a talk by themselves; a town, an acquaintance and
an evening give it a beginning; a profession and above all a language are shared with many who have
nothing to say to each other.
"""

_Span = tuple[int, int]
"""The first and the last year."""

_WHEN: tuple[CityKind | None, ...] = ("now", "native", "past", None)

_Thing = tuple[tuple[Key, ...], Held]
"""One thing on a card: its keys, several where it is written in several ways; and what it holds."""

Count = Callable[[What, str], int]
"""How many people share what has a key."""


def in_common(
    mine: Traits,
    theirs: Traits,
    count: Count,
    people: int,
    similar: Similar | None = None,
    today: date | None = None,
) -> list[Common]:
    """What two cards share, the rarest first; what all people share is left out.

    Args:
        mine: one side.
        theirs: the other; names are said as noted there.
        count: how many people share what has a key.
        people: how many people there are.
        similar: how alike two names are, for institutions written in several ways.
        today: until when who lives in a city now has been there.
    """
    ours, others = _Things(mine, similar), _Things(theirs, similar)
    found: list[Common] = []
    for keys, held in others.all:
        match = ours.like(keys)
        if match is None:
            continue
        mine_as, own = match
        years, cities = together(own.stays, held.stays, today)
        # Either name may be the one that others have, too; so the order of sides does not matter.
        sharing = max(count(*key) for key in (*keys, *mine_as))
        weight = rarity(people, sharing) * (OVERLAP if years else 1.0)
        if weight > 0:
            found.append(
                Common(
                    what=keys[0][0],
                    name=held.name,
                    years=years,
                    weight=weight,
                    cities=cities,
                    sharing=sharing,
                    key=keys[0][1],
                )
            )
    return ranked(found)


class _Things:
    """What a card may share, each once: a school in two spellings is one."""

    def __init__(self, traits: Traits, similar: Similar | None) -> None:
        self._similar = similar
        self._of: dict[Key, _Thing] = {}
        for key, held in keys_of(traits).items():
            same = self._agreeing(key)
            if same is None:
                self._of[key] = ((key,), held)
                continue
            keys, first = (*same[0], key), same[1]
            joined = keys, Held(first.name, (*first.stays, *held.stays))
            self._of.update(dict.fromkeys(keys, joined))

    @property
    def all(self) -> Iterable[_Thing]:
        return {thing[0]: thing for thing in self._of.values()}.values()

    def like(self, keys: tuple[Key, ...]) -> _Thing | None:
        """The thing that has one of some keys, or one that agrees with it."""
        for key in keys:
            if key in self._of:
                return self._of[key]
        return next(filter(None, map(self._agreeing, keys)), None)

    def _agreeing(self, key: Key) -> _Thing | None:
        what, name = key
        if self._similar is None or what not in INSTITUTIONS:
            return None
        for other, thing in self._of.items():
            if other[0] == what and keys_agree(other[1], name, self._similar):
                return thing
        return None


def rarity(people: int, sharing: int) -> float:
    """The weight of a thing in common: 0 where all share it."""
    return log(max(1.0, people / max(1, sharing)))


def ranked(found: Iterable[Common]) -> list[Common]:
    """The rarest first; what weighs the same by how good a door it is, then by name."""
    return sorted(
        found, key=lambda each: (-each.weight, KINDS.index(each.what), fold(each.name), each.id)
    )


def doors(found: Sequence[Common], most: int = DOORS) -> tuple[Common, ...]:
    """The best ways into a talk, the rarest first; of several kinds sooner than of one.

    A second door of a kind counts half, a third a quarter: three acquaintances in common say less
    than one, a school and a passion.
    """
    left, chosen = list(found), list[Common]()
    while left and len(chosen) < most:
        kinds = [each.what for each in chosen]
        best = max(left, key=lambda each: each.weight * AGAIN ** kinds.count(each.what))
        chosen.append(best)
        left.remove(best)
    return tuple(ranked(chosen))


def together(
    mine: Sequence[Stay], theirs: Sequence[Stay], today: date | None = None
) -> tuple[str, tuple[CityKind, CityKind] | None]:
    """The years that stays share, the longest time together, and how a city is whose."""
    pairs = [(one, other) for one in mine for other in theirs]
    if not pairs:
        return "", None
    spent = {pair: _overlap(_years(pair[0], today), _years(pair[1], today)) for pair in pairs}
    one, other = min(pairs, key=lambda pair: (_length(spent[pair]), _nearness(pair)))
    span = spent[one, other]
    whose = None if one.city is None or other.city is None else (one.city, other.city)
    if span is None:
        return "", whose
    return str(span[0]) if span[0] == span[1] else f"{span[0]}-{span[1]}", whose


def _length(span: _Span | None) -> tuple[int, int]:
    """For sorting: the longest first, then the earliest, those without years last."""
    return (1, 0) if span is None else (span[0] - span[1] - 1, span[0])


def _nearness(pair: tuple[Stay, Stay]) -> tuple[int, list[int]]:
    """For sorting: where both live now first; the same whichever side comes first."""
    places = sorted(_WHEN.index(stay.city) for stay in pair)
    return sum(places), places


def _overlap(first: _Span | None, second: _Span | None) -> _Span | None:
    if first is None or second is None:
        return None
    begun, ended = max(first[0], second[0]), min(first[1], second[1])
    return None if begun > ended else (begun, ended)


def _years(stay: Stay, today: date | None) -> _Span | None:
    known = [int(text[:4]) for text in (stay.start, stay.end) if text and text[:4].isdigit()]
    if known and stay.city == "now" and stay.start and not stay.end and today is not None:
        known.append(today.year)
    return (min(known), max(known)) if known else None
