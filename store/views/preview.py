"""A person at a glance: the pane below the list of people."""

from __future__ import annotations

import msgspec

from store.records.ids import PersonId
from store.records.interaction import Interaction
from store.records.kinds import Band, Layer
from store.records.person import Person
from store.records.snapshot import Snapshot
from store.rules.tie import Standing, State
from store.rules.traits import Traits, What, keys_of
from store.views.acquaintances import CAME_ABOUT
from store.views.card_traits import traits_of
from store.views.tie_year import TieYear, tie_year
from store.views.ties import Ties
from store.views.why import LastTalk, talk_told
from store.words.fold import fold

TALKS = 30
"""Talks told at most, the latest ones."""

FARTHEST = 1000
"""Beyond every layer: those without one come last."""


class Trait(msgspec.Struct, frozen=True, kw_only=True):
    """Something of a person that can be shared."""

    name: str
    years: str = ""
    shared: bool = False
    """With the user."""


class Preview(msgspec.Struct, frozen=True, kw_only=True):
    """What the pane tells."""

    person: PersonId
    name: str
    layer: Layer | None
    band: Band | None
    state: State
    title: str
    org: str
    cities: tuple[Trait, ...]
    schools: tuple[Trait, ...]
    passions: tuple[Trait, ...]
    languages: tuple[Trait, ...]
    tags: tuple[str, ...]
    intent: str
    standing: Standing
    talks: tuple[LastTalk, ...]
    """The latest first; plans are none."""
    notes: str
    knows: tuple[str, ...] = ()
    """Names of whom they know of the network, the closest to the user first."""
    year: TieYear | None = None
    """None before the first contact."""


def preview(snapshot: Snapshot, ties: Ties, id: PersonId) -> Preview:
    """A person at a glance.

    Raises:
        KeyError: where there is no such person.
    """
    person = snapshot.people[id]
    standing = ties[id]
    had = _talks(snapshot, ties, person)
    mine = set(keys_of(traits_of(snapshot.me)))
    return Preview(
        person=id,
        name=person.name,
        layer=person.layer,
        band=standing.band,
        state=standing.state,
        title=person.title,
        org=person.org,
        cities=tuple(
            _trait("city", Traits(cities=(city,)), mine, city.name)
            for city in sorted(person.cities, key=lambda city: city.kind != "now")
        ),
        schools=tuple(
            _trait("school", Traits(schools=(each,)), mine, each.name, years(each.start, each.end))
            for each in person.schools
        ),
        passions=tuple(
            _trait("passion", Traits(passions=(each,)), mine, each) for each in person.passions
        ),
        languages=tuple(
            _trait("language", Traits(languages=(each,)), mine, each) for each in person.languages
        ),
        tags=person.tags,
        intent=person.intent,
        standing=standing,
        talks=tuple(talk_told(talk) for talk in reversed(had[-TALKS:])),
        notes=person.notes,
        knows=_knows(snapshot, person),
        year=_year(ties, standing, had),
    )


def _year(ties: Ties, standing: Standing, had: list[Interaction]) -> TieYear | None:
    if standing.silent_days is None:
        return None
    usual, week = standing.usual_gap_days, ties.calendar.start
    return tie_year(had, usual, standing.spans, week, ties.today)


def _knows(snapshot: Snapshot, person: Person) -> tuple[str, ...]:
    """Whom they know, whichever card notes it, and to whom they were introduced."""
    id, people = PersonId(person.id), snapshot.people
    known = dict.fromkeys(person.knows)
    known |= {PersonId(each.id): None for each in snapshot.cards_naming(id) if id in each.knows}
    for each in snapshot.introductions.plain().values():
        if id in (each.a, each.b) and each.state in CAME_ABOUT:
            known[each.b if each.a == id else each.a] = None
    known.pop(id, None)
    found = [people[each] for each in known if each in people]
    found.sort(key=lambda each: (each.layer or FARTHEST, fold(each.name)))
    return tuple(each.name for each in found)


def years(start: str | None, end: str | None) -> str:
    """Years as noted: "2004-2009", "2009", or nothing."""
    return "-".join(dict.fromkeys(part[:4] for part in (start, end) if part))


def _trait(
    what: What, alone: Traits, mine: set[tuple[What, str]], name: str, spent: str = ""
) -> Trait:
    shared = any(key in mine for key in keys_of(alone) if key[0] == what)
    return Trait(name=name, years=spent, shared=shared)


def _talks(snapshot: Snapshot, ties: Ties, person: Person) -> list[Interaction]:
    return [
        talk
        for talk in snapshot.interactions_of(PersonId(person.id))
        if not talk.planned and talk.on <= ties.today
    ]
