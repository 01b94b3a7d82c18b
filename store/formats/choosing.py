"""A plan after the user has decided, person by person."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import msgspec

from store.formats.merging import merged
from store.formats.plan import Decision, Entry, Plan, Twin
from store.formats.renaming import renamed
from store.formats.wanted_parts import wanted_parts
from store.records.card_links import card_without
from store.records.change import Change, ChangeSet
from store.records.ids import PersonId
from store.records.introduction import Introduction
from store.records.naming import named_in, without_people
from store.records.person import Person
from store.records.record import Record
from store.records.snapshot import Snapshot

_LINKS = ("event", "exchange", "circle")
"""Fields that name another record."""


def chosen(plan: Plan, decisions: Mapping[PersonId, Decision], snapshot: Snapshot) -> Plan:
    """The plan with the decisions carried out; who is not decided on is taken as planned.

    What was to be kept of somebody left out (interactions, promises) is left out with them; of
    somebody taken as the one whom they resemble it goes to that one. `same` where nobody is
    resembled, and `theirs` where nothing differs, mean `take`; who is the same as a newcomer who
    is left out is left out, too.

    Args:
        plan: made for the snapshot; always the first one, not what was chosen before.
        decisions: by the ids of `plan.entries`.
        snapshot: the data that the plan was made for.
    """
    if not decisions:
        return plan
    return _Choosing(plan, decisions, snapshot).plan()


class _Choosing:
    """One carrying out."""

    def __init__(
        self, plan: Plan, decisions: Mapping[PersonId, Decision], snapshot: Snapshot
    ) -> None:
        self._plan = plan
        self._decisions = decisions
        self._snapshot = snapshot
        self._entries = {each.person: each for each in plan.entries}
        self._same = self._resolved()
        """Who is taken as another, with that one."""
        self._left = frozenset(id for id in self._entries if self._is_left(id))

    def _resolved(self) -> dict[PersonId, PersonId]:
        same: dict[PersonId, PersonId] = {}
        for entry in self._plan.entries:
            if entry.like is not None and self._decisions.get(entry.person) == "same":
                same[entry.person] = entry.like
        ends: dict[PersonId, PersonId] = {}
        for person, like in same.items():
            seen = {person}
            while like in same and like not in seen:
                seen.add(like)
                like = same[like]
            if like not in seen:
                ends[person] = like
        return ends

    def _is_left(self, person: PersonId) -> bool:
        end = self._same.get(person)
        if end is None:
            return self._decisions.get(person) == "leave"
        return self._decisions.get(end) == "leave" and end not in self._snapshot.people

    # Cards ------------------------------------------------------------------------------------

    def _cards(self) -> dict[PersonId, Person]:
        """People as they become, by id; who stays as they are is not among them."""
        planned = {
            PersonId(each.id): each.after
            for each in self._plan.change_set.changes
            if isinstance(each.after, Person)
        }
        cards: dict[PersonId, Person] = {
            id: card
            for id, card in planned.items()
            if id not in self._same and id not in self._left
        }
        for id, decision in self._decisions.items():
            entry = self._entries.get(id)
            if entry is None or id in self._same or id in self._left:
                continue
            if decision == "theirs" and entry.theirs is not None:
                cards[id] = entry.theirs
            elif entry.how != "same":
                cards[id] = planned.get(id, entry.after)
        for id, end in self._same.items():
            held = cards.get(end) or self._snapshot.people.get(end)
            if held is not None and id not in self._left:
                cards[end] = self._with_twin(held, self._entries[id].after)
        return {id: self._named(card) for id, card in cards.items()}

    def _with_twin(self, held: Person, twin: Person) -> Person:
        whole = merged(held, twin, same_key=False)
        knows = tuple(dict.fromkeys((*whole.knows, *twin.knows)))
        through = whole.through or twin.through
        if (knows, through) == (whole.knows, whole.through):
            return whole
        return msgspec.structs.replace(whole, knows=knows, through=through)

    def _named(self, card: Person) -> Person:
        """The card without new names of those left out; with those of whom others are taken as."""
        before = self._snapshot.people.get(PersonId(card.id))
        return renamed(card_without(card, self._gone_from(before, card)), self._same)

    def _gone_from(self, before: Record | None, after: Record) -> frozenset[PersonId]:
        """Whom a record would newly name, though they are left out."""
        gone = self._left.intersection(named_in(after))
        return gone.difference(named_in(before)) if gone and before is not None else gone

    # Records ----------------------------------------------------------------------------------

    def _changes(self) -> Iterator[Change]:
        cards = self._cards()
        told: set[PersonId] = set()
        kept: list[Change] = []
        dropped: set[str] = set()
        for change in self._plan.change_set.changes:
            if change.table == "people":
                told.add(PersonId(change.id))
                card = cards.get(PersonId(change.id))
                if card is not None and card != change.before:
                    kept.append(Change("people", change.id, change.before, card))
                continue
            after = None if change.after is None else self._left_of(change.before, change.after)
            if change.after is not None and after is None:
                dropped.add(change.id)
            elif after != change.before:
                kept.append(Change(change.table, change.id, change.before, after))
        for id, card in cards.items():
            before = self._snapshot.people.get(id)
            if id not in told and card != before:
                kept.append(Change("people", id, before, card))
        yield from (_without_links(each, dropped) for each in kept)

    def _left_of(self, before: Record | None, record: Record) -> Record | None:
        kept = without_people(record, self._gone_from(before, record))
        if kept is None:
            return None
        after = renamed(kept, self._same)
        return None if isinstance(after, Introduction) and after.a == after.b else after

    # What comes of it -------------------------------------------------------------------------

    def plan(self) -> Plan:
        """The plan as it is now."""
        changes = ChangeSet(tuple(self._changes()))
        cards = {
            PersonId(each.id): each.after
            for each in changes.changes
            if isinstance(each.after, Person)
        }
        entries = tuple(self._entries_after(cards))
        new = {each.person for each in entries if each.how == "new"}
        talks = [each for each in changes.changes if each.table == "interactions" and each.after]
        before = [
            each
            for each in self._plan.change_set.changes
            if each.table == "interactions" and each.after
        ]
        others = _records(changes)
        return msgspec.structs.replace(
            self._plan,
            change_set=changes,
            new=tuple(each for each in self._plan.new if each in new),
            changed=tuple(each.person for each in entries if each.how == "changed"),
            same=tuple(each.person for each in entries if each.how == "same"),
            doubtful=tuple(
                Twin(person=each.person, like=each.like)
                for each in entries
                if each.like is not None and each.how == "new"
            ),
            interactions=self._plan.interactions - (len(before) - len(talks)),
            records=self._plan.records - (_records(self._plan.change_set) - others),
            entries=entries,
            parts=wanted_parts(changes, self._plan.parts),
        )

    def _entries_after(self, cards: Mapping[PersonId, Person]) -> Iterator[Entry]:
        """Those who are made or were there, as they become."""
        ends = dict.fromkeys(end for id, end in self._same.items() if id not in self._left)
        ids = dict.fromkeys((*self._entries, *ends))
        for id in ids:
            before = self._snapshot.people.get(id)
            card = cards.get(id)
            if card is None and before is None:
                continue
            entry = self._entries.get(id)
            if entry is None:
                assert before is not None
                entry = Entry(person=id, how="same", before=before, after=before)
            if before is None:
                assert card is not None
                yield msgspec.structs.replace(entry, how="new", after=card)
            else:
                how = "same" if card is None else "changed"
                yield msgspec.structs.replace(entry, how=how, after=card or before)


def _without_links(change: Change, dropped: set[str]) -> Change:
    """A record that does not name another one that is left out."""
    links = {
        name: None for name in _LINKS if dropped and getattr(change.after, name, None) in dropped
    }
    if change.after is None or not links:
        return change
    after = msgspec.structs.replace(change.after, **links)
    return Change(change.table, change.id, change.before, after)


def _records(change_set: ChangeSet) -> int:
    """How many records come that are neither cards nor interactions, and ties on cards."""
    count = 0
    for each in change_set.changes:
        if isinstance(each.after, Person):
            before = () if each.before is None else named_in(each.before)
            count += len(set(named_in(each.after)).difference(before))
        elif each.table not in ("interactions", "me"):
            count += 1
    return count
