"""What is between the user and a person: open things, help each way, and who brought whom."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

import msgspec

from store.records.exchange import Exchange
from store.records.ids import PersonId
from store.records.kinds import EXCHANGE_KINDS, ExchangeKind
from store.records.person import Person
from store.records.snapshot import Snapshot
from store.rules.promises import SAID, waits_to_be_given
from store.views.acquaintances import CAME_ABOUT
from store.views.owed import Owed, asked, promised, to_give, to_tell, to_thank
from store.views.ties import Ties


class Helped(msgspec.Struct, frozen=True, kw_only=True):
    """A kind of help, and how often; one way alone, never set against the other."""

    kind: ExchangeKind
    times: int


class Linked(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody whom a tie leads to, or comes from."""

    person: PersonId
    name: str
    year: int | None = None
    """When, where it is known."""


class Between(msgspec.Struct, frozen=True, kw_only=True):
    """The ledger of a tie, as far as it is of use; it has no balance."""

    promised: tuple[Owed, ...]
    """By the day that each is meant for."""
    give: tuple[Owed, ...]
    thank: tuple[Owed, ...]
    tell: tuple[Owed, ...]
    ask: tuple[Owed, ...]
    """What the user has asked of them and is not settled."""
    given: tuple[Helped, ...]
    """In the order of the kinds; thanks and news are no help of their own."""
    received: tuple[Helped, ...]
    through: Linked | None
    """Who brought us together, and in which year."""
    brought: tuple[Linked, ...]
    """Whom they brought to the user, by name."""
    introduced: tuple[Linked, ...]
    """To whom the user has introduced them, the latest first."""
    knows: tuple[Linked, ...]
    """Whom they know of the network, whichever side notes it, by name."""


def between(snapshot: Snapshot, ties: Ties, person: PersonId) -> Between:
    """What is between the user and a person; nothing is owed to the deceased.

    Raises:
        KeyError: where there is no such person.
    """
    card = snapshot.people[person]
    lively = ties[person].state != "deceased"
    brought, knows = _links(snapshot, card)
    exchanges = snapshot.exchanges_of(person)
    return Between(
        promised=tuple(promised(snapshot, person)) if lively else (),
        give=tuple(to_give(snapshot, person)) if lively else (),
        thank=tuple(to_thank(snapshot, person)) if lively else (),
        tell=tuple(to_tell(snapshot, person)) if lively else (),
        ask=tuple(asked(snapshot, person)) if lively else (),
        given=_counted(each for each in exchanges if _is_given(each)),
        received=_counted(each for each in exchanges if each.direction == "received"),
        through=_through(snapshot, card),
        brought=brought,
        introduced=_introduced(snapshot, person),
        knows=knows,
    )


def _is_given(exchange: Exchange) -> bool:
    return exchange.direction == "given" and not waits_to_be_given(exchange)


def _counted(exchanges: Iterable[Exchange]) -> tuple[Helped, ...]:
    times = Counter(each.kind for each in exchanges if each.kind not in SAID)
    return tuple(Helped(kind=kind, times=times[kind]) for kind in EXCHANGE_KINDS if times[kind])


def _through(snapshot: Snapshot, card: Person) -> Linked | None:
    who = snapshot.people.get(card.through) if card.through is not None else None
    if who is None:
        return None
    return Linked(person=PersonId(who.id), name=who.name, year=card.met.year if card.met else None)


def _links(snapshot: Snapshot, card: Person) -> tuple[tuple[Linked, ...], tuple[Linked, ...]]:
    """Whom they brought, and whom they know, whichever card says so."""
    id = PersonId(card.id)
    brought: list[Person] = []
    knows = {other: snapshot.people[other] for other in card.knows if other in snapshot.people}
    for each in snapshot.cards_naming(id):
        if each.through == id:
            brought.append(each)
        if id in each.knows:
            knows[PersonId(each.id)] = each
    knows.pop(id, None)
    return _named(brought), _named(knows.values())


def _named(people: Iterable[Person]) -> tuple[Linked, ...]:
    linked = [
        Linked(person=PersonId(each.id), name=each.name, year=each.met.year if each.met else None)
        for each in people
    ]
    return tuple(sorted(linked, key=lambda each: (each.name.casefold(), each.person)))


def _introduced(snapshot: Snapshot, person: PersonId) -> tuple[Linked, ...]:
    made = [
        each
        for each in snapshot.introductions.plain().values()
        if person in (each.a, each.b) and each.state in CAME_ABOUT
    ]
    made.sort(key=lambda each: each.on, reverse=True)
    found: dict[PersonId, Linked] = {}
    for each in made:
        other = each.b if person == each.a else each.a
        if other in snapshot.people and other != person and other not in found:
            name = snapshot.people[other].name
            found[other] = Linked(person=other, name=name, year=each.on.year)
    return tuple(found.values())
