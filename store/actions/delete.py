"""Delete a person, and all that is about nobody else."""

from __future__ import annotations

from collections.abc import Iterator

from store.actions.action import Action, Context, Outcome, Params
from store.actions.resolve import person_named
from store.records.card_links import card_without
from store.records.change import Change, ChangeSet, alter, remove
from store.records.ids import PersonId
from store.records.person import Person
from store.records.snapshot import Snapshot
from store.words.message import Message


class Delete(Params, frozen=True, kw_only=True):
    """Whom."""

    person: str


def delete(snapshot: Snapshot, params: Delete, context: Context) -> Outcome:
    """The card goes, with its interactions, follow-ups and exchanges; what others share stays.

    Raises:
        UnknownProblem: where the person is not known.
    """
    person = person_named(snapshot, params.person)
    return Outcome(
        change_set=removal(snapshot, person),
        id=person.id,
        about=person.name,
        said=Message("said.deleted", {"name": person.name}),
    )


def removal(snapshot: Snapshot, person: Person) -> ChangeSet:
    """What goes with a person, and what others share without them."""
    gone = PersonId(person.id)
    return ChangeSet((remove(person), *_own(snapshot, gone), *_shared(snapshot, gone)))


def _own(snapshot: Snapshot, gone: PersonId) -> Iterator[Change]:
    for interaction in snapshot.interactions_of(gone):
        others = tuple(each for each in interaction.people if each != gone)
        yield alter(interaction, people=others) if others else remove(interaction)
    for follow_up in snapshot.follow_ups_of(gone):
        yield remove(follow_up)
    for exchange in snapshot.exchanges_of(gone):
        yield remove(exchange)
    for introduction in snapshot.introductions.values():
        if gone in (introduction.a, introduction.b):
            yield remove(introduction)
    for slot in snapshot.slots.plain().values():
        if slot.person == gone:
            yield remove(slot)


def _shared(snapshot: Snapshot, gone: PersonId) -> Iterator[Change]:
    for event in snapshot.events.values():
        if gone in event.people or gone in event.wanted:
            people = tuple(each for each in event.people if each != gone)
            yield alter(event, people=people, wanted=tuple(w for w in event.wanted if w != gone))
    for circle in snapshot.circles.values():
        if gone in circle.people:
            yield alter(circle, people=tuple(each for each in circle.people if each != gone))
    slots = {each.id for each in snapshot.slots.plain().values() if each.person == gone}
    for entry in snapshot.time_entries.values():
        slot = None if entry.slot in slots else entry.slot
        if entry.person == gone:
            # The minutes were spent; what was noted was about them.
            yield alter(entry, person=None, note="", slot=slot)
        elif slot != entry.slot:
            yield alter(entry, slot=slot)
    for card in snapshot.cards_naming(gone):
        if card.id != gone:
            yield Change("people", card.id, card, card_without(card, frozenset({gone})))


DELETE = Action("delete", Delete, delete)
