"""People of an import while it is planned: who is new, who is completed, who stays as they are."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from typing import Literal

import msgspec

from store.actions.me_change import me_change
from store.formats.differing import (
    Told,
    differences,
    is_older,
    revision_of,
    told_otherwise,
    with_told,
)
from store.formats.incoming import IncomingTie, Refused, Whom
from store.formats.matching import Match, PeopleIndex
from store.formats.merging import merged
from store.formats.own_card import completed, filled
from store.formats.plan import Entry, ImportHow
from store.formats.tying import tied
from store.records.change import Change, make
from store.records.identity import keys_of, same_words
from store.records.ids import PersonId
from store.records.me import Me
from store.records.person import Person
from store.records.snapshot import Snapshot
from store.words.message import Message


class _Said(msgspec.Struct):
    """What the files say of one person."""

    file: str
    told: Told = msgspec.field(default_factory=dict)
    revision: str = ""
    """The newest of those files that say something otherwise."""


class PeoplePlan:
    """Everybody whom the files speak of, as they were and as they become."""

    def __init__(
        self, snapshot: Snapshot, how: ImportHow, new_id: Callable[[], str], today: date
    ) -> None:
        """Begin with those who are there."""
        self._snapshot = snapshot
        self._how: ImportHow = how
        self._new_id = new_id
        self._today = today
        self._index = PeopleIndex(snapshot.people.values(), keeps_keys=how == "merge")
        self._shown: dict[PersonId, Person] = {}
        """With `skip`, those who are there with what the files would add."""
        self._said: dict[PersonId, _Said] = {}
        self._turned_away: set[str] = set()
        """Stable keys of the cards of people who were forgotten."""
        self.new: dict[PersonId, PersonId | None] = {}
        """Who is made, each with whom they resemble."""
        self.me = snapshot.me
        self.refused: list[Refused] = []

    # Taking -----------------------------------------------------------------------------------

    def take(self, card: Person, reading: int, file: str) -> None:
        """Find who a card is, and lay it over them or make them; the forgotten stay away.

        Args:
            card: as a format gives it.
            reading: the number of the file that it is from.
            file: its path as shown.
        """
        match = self._index.find(card, reading)
        if self._snapshot.forgotten.holds(card) and not self._is_back(card, match):
            self._turned_away.update(keys_of(card))
            # Neither name nor piece: the plan is shown, and kept by whoever asked for it.
            self.refused.append(Refused(file=file, line=0, why=Message("import.forgotten")))
            return
        fitted = self._fitted(card)
        person = match.person
        if person is None:
            person = PersonId(self._new_id())
            self.new[person] = match.like
            self._said[person] = _Said(file)
            self._index.put(msgspec.structs.replace(fitted, id=person, added=self._today))
        else:
            self._lay(person, fitted, file, same_key=match.by == "key")
        self._index.claim(person, reading, card)

    def _lay(self, person: PersonId, card: Person, file: str, *, same_key: bool) -> None:
        said = self._said.setdefault(person, _Said(file))
        held = self[person]
        after = merged(held, card, same_key=same_key)
        if after is not held:
            self._put(after)
        told = told_otherwise(after, card, same_key=same_key)
        if told:
            said.told |= told
            said.revision = max(said.revision, revision_of(card))

    def take_own(self, told: Me) -> None:
        """Complete the user's own card; what is there stays."""
        if self._how != "skip":
            self.me = completed(self.me, told)

    def tie(self, tie: IncomingTie) -> bool:
        """Note on a card that two people know each other; whether there was anything to note."""
        one, other = self.found(tie.one), self.found(tie.other)
        if one is None or other is None or one == other:
            return False
        others = other in self.new and one not in self.new
        after = tied(self[one], self[other], tie.how, prefers_other=others)
        if after is None:
            return False
        person = PersonId(after.id)
        if self._how == "skip" and person not in self.new:
            return False
        self._said.setdefault(person, _Said(""))
        self._put(after)
        return not self.is_left_alone(person)

    def _put(self, after: Person) -> None:
        if self._how == "skip" and PersonId(after.id) not in self.new:
            self._shown[PersonId(after.id)] = after
        else:
            self._index.put(after)

    def _fitted(self, card: Person) -> Person:
        """A card without a first meeting in days to come."""
        if card.met is not None and card.met > self._today:
            return msgspec.structs.replace(card, met=None)
        return card

    # Finding ----------------------------------------------------------------------------------

    def __getitem__(self, person: PersonId) -> Person:
        """Somebody with what the files add so far."""
        return self._shown.get(person) or self._index[person]

    def found(self, whom: Whom) -> PersonId | None:
        """Somebody of whom a record speaks; nobody who was forgotten."""
        return None if self._is_forgotten(whom) else self._index.named(whom)

    def has_address(self, address: str) -> bool:
        """Whether somebody has an e-mail address, be they of the same import."""
        return self._index.has_address(address)

    def is_left_alone(self, person: PersonId) -> bool:
        """Whether nothing of somebody may change: there already, and to be skipped or shown."""
        if person in self.new or self._how == "merge":
            return False
        return self._how == "skip" or self._index[person] is not self._snapshot.people[person]

    def _is_back(self, card: Person, match: Match) -> bool:
        """Whether a card that looks like a forgotten one is of somebody there all the same.

        Somebody added again by hand, or who shares a number with the forgotten.
        """
        if match.person is None or match.by == "name":
            return False
        return match.by == "key" or same_words(card.name, self._index[match.person].name)

    def _is_forgotten(self, whom: Whom) -> bool:
        forgotten = self._snapshot.forgotten
        if not forgotten.hashes or self._index.is_keyed(whom.source):
            return False
        sources = (whom.source,) if whom.source else ()
        emails = (whom.email,) if whom.email else ()
        looked = Person(id="", name=whom.name, sources=sources, emails=emails)
        return whom.source in self._turned_away or forgotten.holds(looked)

    # What comes of it -------------------------------------------------------------------------

    def entries(self) -> tuple[Entry, ...]:
        """Everybody whom the files speak of, new ones first, in the files' order."""
        there = (person for person in self._said if person not in self.new)
        return tuple(map(self._entry, (*self.new, *there)))

    def _entry(self, person: PersonId) -> Entry:
        said, after = self._said[person], self[person]
        before = self._snapshot.people.get(person)
        how: Literal["new", "changed", "same"] = "new"
        if before is not None:
            how = "same" if after is before else "changed"
        differs = differences(after, said.told) if said.told else ()
        if not differs:
            like = self.new.get(person)
            return Entry(
                person=person, how=how, before=before, after=after, like=like, file=said.file
            )
        kept = revision_of(before or after)
        older = is_older(said.revision, kept)
        revision = said.revision if kept and not older else ""
        return Entry(
            person=person,
            how=how,
            before=before,
            after=after,
            like=self.new.get(person),
            differs=differs,
            theirs=with_told(after, said.told, revision, self._today if before else None),
            older=older,
            file=said.file,
        )

    def changes(self) -> Iterator[Change]:
        """What becomes of people, and of the user's own card."""
        for person in self.new:
            yield make(self._index[person])
        if self._how != "merge":
            return
        for person in self._said:
            before = self._snapshot.people.get(person)
            if before is not None and self._index[person] is not before:
                yield Change("people", person, before, self._index[person])
        own = self.own()
        if own:
            yield me_change(self._snapshot, **{name: getattr(self.me, name) for name in own})

    def own(self) -> dict[str, int]:
        """Fields of the user's own card that the files fill, with how much comes to each."""
        return dict(filled(self._snapshot.me, self.me))
