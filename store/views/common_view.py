"""What the user and a person, two people, or a room have in common, and how to begin."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Literal

import msgspec

from store.records.ids import EventId, PersonId
from store.records.person import Person
from store.records.snapshot import Snapshot
from store.rules.common_ground import DOORS, Common
from store.rules.common_ground import doors as doors_among
from store.rules.traits import Traits
from store.views.card_traits import traits_of
from store.views.news import next_question
from store.views.opener import opener_for, shared_opener
from store.views.shared_ground import SharedGround
from store.views.shared_room import Among, Pair
from store.words.fold import fold
from store.words.message import Message

Lack = Literal["", "mine", "cards", "common"]
"""What is missing: the user's own card is empty, a card of theirs is, or nothing is the same."""

SHORTEST = 3
"""Letters of a word by which a note mentions something."""


class Door(msgspec.Struct, frozen=True):
    """A way into a talk."""

    common: Common | None
    """None where it is their last news alone."""
    opener: Message


class CommonView(msgspec.Struct, frozen=True, kw_only=True):
    """All of it."""

    people: tuple[Person, ...]
    """One for the user and them, two for each other, more for a room."""
    event: str
    """The name of the event whose people they are; empty for others."""
    shared: tuple[Among, ...]
    """The strongest first."""
    doors: tuple[Door, ...]
    """At most three."""
    pairs: tuple[Pair, ...]
    """Of a room, who could be introduced to whom."""
    acquainted: bool
    """Of two, whether they know each other as far as it is noted."""
    lack: Lack
    bare: tuple[Person, ...]
    """Whose cards hold nothing that could be shared."""


def common_view(
    snapshot: Snapshot,
    people: Sequence[PersonId],
    today: date,
    ground: SharedGround,
    event: EventId | None = None,
) -> CommonView:
    """What one shares with the user, two with each other, or more among them.

    Args:
        snapshot: the data.
        people: about whom; each once.
        today: the day.
        ground: what was counted among everybody.
        event: where they will be or were together; a room then, however many they are.

    Raises:
        KeyError: where there is no such person.
    """
    cards = tuple(snapshot.people[id] for id in people)
    room = event is not None or len(cards) != 1
    if room:
        shared = _of_several(snapshot, cards, today, ground, event)
        doors = _doors_of_several(shared)
    else:
        shared = _with_me(snapshot, cards[0], today, ground)
        doors = _doors_with_me(snapshot, cards[0], shared, today)
    ids = tuple(PersonId(card.id) for card in cards)
    bare = tuple(card for card in cards if traits_of(card) == Traits())
    return CommonView(
        people=cards,
        event="" if event is None else snapshot.events[event].name,
        shared=shared,
        doors=doors,
        pairs=ground.introductions(snapshot, shared) if len(cards) > 2 else (),
        acquainted=len(ids) == 2 and ground.acquainted(snapshot, *ids),
        lack=_lack(snapshot, bare, shared, with_me=not room),
        bare=bare,
    )


def _with_me(
    snapshot: Snapshot, card: Person, today: date, ground: SharedGround
) -> tuple[Among, ...]:
    found = ground.with_me(snapshot, card, today, most=None)
    return tuple(Among(common=each, people=(PersonId(card.id),), mine=True) for each in found)


def _of_several(
    snapshot: Snapshot,
    cards: Sequence[Person],
    today: date,
    ground: SharedGround,
    event: EventId | None,
) -> tuple[Among, ...]:
    ids = tuple(PersonId(card.id) for card in cards)
    if len(cards) == 2:
        found = ground.between(snapshot, cards[0], cards[1], today, most=None)
        with_me = ground.with_me(snapshot, cards[1], today, most=None)
        mine = {(each.what, each.key) for each in with_me}
        shared = tuple(
            Among(common=each, people=ids, mine=(each.what, each.key) in mine) for each in found
        )
    else:
        shared = ground.room(snapshot, ids, today)
    return tuple(each for each in shared if event is None or each.common.id != event)


def _doors_of_several(shared: Sequence[Among]) -> tuple[Door, ...]:
    found = [each.common for each in shared]
    # A language is a door where there is no other.
    telling = [each for each in found if each.what != "language"]
    best = doors_among(telling or found)
    return tuple(Door(each, opener_for(each)) for each in best)


def _doors_with_me(
    snapshot: Snapshot, card: Person, shared: Sequence[Among], today: date
) -> tuple[Door, ...]:
    """What is shared that opens a talk, and their last news: with what it mentions, or alone."""
    if card.status == "deceased":
        return ()
    openers = [
        (each.common, opener)
        for each in shared
        if (opener := shared_opener(each.common)) is not None
    ]
    question = next_question(snapshot, PersonId(card.id), today)
    by_key = {(common.what, common.key): opener for common, opener in openers}
    news = _words(str(question.values.get("news", ""))) if question is not None else set()
    told = next((each for each, _ in openers if _mentions(news, each)), None)
    alone = question is not None and told is None
    best = doors_among([each for each, _ in openers], DOORS - alone)
    if told is not None and told not in best:
        best = (*best[: DOORS - 1], told)
    doors = [
        Door(each, question if each is told and question else by_key[each.what, each.key])
        for each in best
    ]
    if alone and question is not None:
        doors.insert(0, Door(None, question))
    return tuple(doors)


def _words(text: str) -> set[str]:
    letters = "".join(each if each.isalnum() else " " for each in fold(text))
    return {word for word in letters.split() if len(word) >= SHORTEST}


def _mentions(news: set[str], common: Common) -> bool:
    """Whether their news are about a thing that is shared; a number or a year names nothing."""
    name = {word for word in _words(common.name) if not word.isdigit()}
    return bool(name) and name <= news


def _lack(
    snapshot: Snapshot, bare: Sequence[Person], shared: Sequence[Among], *, with_me: bool
) -> Lack:
    """The user's own card is asked for even where acquaintances are shared."""
    if with_me and traits_of(snapshot.me) == Traits():
        return "mine"
    if shared:
        return ""
    return "cards" if bare else "common"
