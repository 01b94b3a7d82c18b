"""A person at a glance: the pane below the list of people."""

from __future__ import annotations

import msgspec

from store.records.ids import PersonId
from store.records.interaction import Interaction
from store.records.kinds import Band, Layer
from store.records.person import Person
from store.records.snapshot import Snapshot
from store.rules.common_ground import Traits, What, keys_of
from store.rules.tie import Standing, State
from store.views.shared_ground import traits_of
from store.views.ties import Ties
from store.views.why import LastTalk

TALKS = 30
"""Talks told at most, the latest ones."""


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


def preview(snapshot: Snapshot, ties: Ties, id: PersonId) -> Preview:
    """A person at a glance.

    Raises:
        KeyError: where there is no such person.
    """
    person = snapshot.people[id]
    standing = ties[id]
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
        talks=_talks(snapshot, ties, person),
        notes=person.notes,
    )


def years(start: str | None, end: str | None) -> str:
    """Years as noted: "2004-2009", "2009", or nothing."""
    return "-".join(dict.fromkeys(part[:4] for part in (start, end) if part))


def _trait(
    what: What, alone: Traits, mine: set[tuple[What, str]], name: str, spent: str = ""
) -> Trait:
    shared = any(key in mine for key in keys_of(alone) if key[0] == what)
    return Trait(name=name, years=spent, shared=shared)


def _talks(snapshot: Snapshot, ties: Ties, person: Person) -> tuple[LastTalk, ...]:
    had = [
        talk
        for talk in snapshot.interactions_of(PersonId(person.id))
        if not talk.planned and talk.on <= ties.today
    ]
    return tuple(_told(talk) for talk in reversed(had[-TALKS:]))


def _told(talk: Interaction) -> LastTalk:
    return LastTalk(
        on=talk.on,
        kind=talk.kind,
        minutes=talk.minutes,
        note=talk.note,
        by=talk.by,
        approximate=talk.approximate,
    )
