"""All that helps before a meeting, on one page; private notes are no part of it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import msgspec

from store.records.ids import PersonId
from store.records.interaction import Interaction
from store.records.kinds import Band, Kind, Layer
from store.records.person import Person
from store.records.snapshot import Snapshot
from store.rules.common_ground import Common
from store.rules.occasions import age_on, dates_ahead, next_birthday
from store.rules.tie import Standing, State
from store.views.between import Linked, between
from store.views.news import News, last_news, next_question
from store.views.opener import shared_opener
from store.views.owed import Owed
from store.views.shared_ground import SharedGround
from store.views.ties import Ties
from store.views.why import LastTalk, talk_told
from store.words.message import Message

TALKS = 3
"""Talks told, the latest ones."""

AHEAD_DAYS = 30
"""How far ahead a birthday or another date is told."""


class Door(msgspec.Struct, frozen=True, kw_only=True):
    """Something in common, and a first line about it."""

    shared: Common
    opener: Message | None


class Coming(msgspec.Struct, frozen=True, kw_only=True):
    """A date of theirs that comes round soon."""

    name: str
    """In the user's words; empty for the birthday."""
    on: date
    years: int | None
    """How many years it will be."""


class Brief(msgspec.Struct, frozen=True, kw_only=True):
    """One page about one person."""

    person: PersonId
    name: str
    title: str
    org: str
    cities: tuple[str, ...]
    """Where they live now."""
    languages: tuple[str, ...]
    prefers: Kind | None
    avoids: tuple[Kind, ...]
    intent: str
    met: date | None
    where: str
    first: date | None
    """The first contact known by its day."""
    through: Linked | None
    layer: Layer | None
    band: Band | None
    state: State
    standing: Standing
    doors: tuple[Door, ...]
    """At most three, the rarest first."""
    news: tuple[News, ...]
    question: Message | None
    """None for the deceased, and where nothing was told."""
    promised: tuple[Owed, ...]
    give: tuple[Owed, ...]
    thank: tuple[Owed, ...]
    tell: tuple[Owed, ...]
    ask: tuple[Owed, ...]
    needs: tuple[str, ...]
    offers: tuple[str, ...]
    talks: tuple[LastTalk, ...]
    """The latest first."""
    knows: tuple[Linked, ...]
    """Others of the network whom they know."""
    dates: tuple[Coming, ...]
    """By day."""
    notes: str


def brief(
    snapshot: Snapshot, ties: Ties, person: PersonId, ground: SharedGround | None = None
) -> Brief:
    """The page about a person.

    Args:
        snapshot: the records.
        ties: everybody's standing in that snapshot.
        person: whom it is about.
        ground: keeps what was counted among everybody, for whoever asks about many.

    Raises:
        KeyError: where there is no such person.
    """
    card, standing, today = snapshot.people[person], ties[person], ties.today
    ours = between(snapshot, ties, person)
    lively = standing.state != "deceased"
    talks = [talk for talk in snapshot.interactions_of(person) if _was(talk, today)]
    return Brief(
        person=person,
        name=card.name,
        title=card.title,
        org=card.org,
        cities=tuple(city.name for city in card.cities if city.kind == "now"),
        languages=card.languages,
        prefers=card.prefers,
        avoids=card.avoids,
        intent=card.intent,
        met=card.met,
        where=card.where,
        first=next((talk.on for talk in talks if not talk.approximate), None),
        through=ours.through,
        layer=card.layer,
        band=standing.band,
        state=standing.state,
        standing=standing,
        doors=tuple(_doors(snapshot, card, ground or SharedGround(), today, lively)),
        news=last_news(snapshot, person, today),
        question=next_question(snapshot, person, today) if lively else None,
        promised=ours.promised,
        give=ours.give,
        thank=ours.thank,
        tell=ours.tell,
        ask=ours.ask,
        needs=card.needs,
        offers=card.offers,
        talks=tuple(talk_told(talk) for talk in reversed(talks[-TALKS:])),
        knows=ours.knows,
        dates=tuple(sorted(_coming(card, today), key=lambda each: each.on)) if lively else (),
        notes=card.notes,
    )


def _was(talk: Interaction, today: date) -> bool:
    return not talk.planned and talk.on <= today


def _doors(
    snapshot: Snapshot, card: Person, ground: SharedGround, today: date, lively: bool
) -> Iterator[Door]:
    for shared in ground.with_me(snapshot, card, today):
        yield Door(shared=shared, opener=shared_opener(shared) if lively else None)


def _coming(card: Person, today: date) -> Iterator[Coming]:
    birthday = next_birthday(card.birthday, today)
    if birthday is not None and (birthday - today).days <= AHEAD_DAYS:
        yield Coming(name="", on=birthday, years=age_on(card.birthday, birthday))
    for each in dates_ahead(card.dates, today):
        if (each.on - today).days <= AHEAD_DAYS:
            yield Coming(name=each.name, on=each.on, years=each.years)
