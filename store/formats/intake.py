"""From what files hold to a change set: who is new, who is completed, who stays as they are."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date, timedelta

import msgspec

from store.actions.me_change import me_change
from store.formats.import_files import Progress, Source
from store.formats.incoming import IncomingInteraction, Reading, Refused
from store.formats.matching import Match, PeopleIndex
from store.formats.merging import merged
from store.formats.own_card import completed, filled
from store.formats.plan import ImportHow, Plan, Twin, needs_confirmation, plan_answer
from store.records.change import Change, ChangeSet, make
from store.records.identity import keys_of, same_words
from store.records.ids import PersonId
from store.records.me import Me
from store.records.person import Person
from store.records.snapshot import Snapshot
from store.words.message import Message

__all__ = ["Plan", "import_paths", "needs_confirmation", "plan_answer", "plan_import"]


def import_paths(
    paths: Iterable[str],
    snapshot: Snapshot,
    how: ImportHow,
    new_id: Callable[[], str],
    today: date,
    progress: Progress | None = None,
    only_format: str | None = None,
    found: Callable[[int], None] | None = None,
) -> Plan:
    """Plan the import of files and folders, read one at a time.

    Args:
        paths: files, and folders that are walked.
        snapshot: what is there.
        how: what happens to people who are there already.
        new_id: gives a new id.
        today: the day on which newcomers are added.
        progress: told, before each file and at the end, how many are done, of how many, and the
            path of the next one.
        only_format: the one format to read; other files of a folder are left out.
        found: told, after each file, how many people the files have held so far.

    Raises:
        UsageProblem: where there is no format of that name.
    """
    source = Source(paths, snapshot, progress, only_format)
    readings = source.readings()
    if found is not None:
        readings = _counted(readings, found)
    plan = plan_import(snapshot, readings, how, new_id, today)
    refused = (*source.refused, *plan.refused)
    return msgspec.structs.replace(plan, refused=refused, files=source.files)


def _counted(readings: Iterator[Reading], found: Callable[[int], None]) -> Iterator[Reading]:
    people = 0
    for reading in readings:
        people += len(reading.people)
        found(people)
        yield reading


def plan_import(
    snapshot: Snapshot,
    readings: Iterable[Reading],
    how: ImportHow,
    new_id: Callable[[], str],
    today: date,
) -> Plan:
    """Plan the import of what was read; time grows with what is read and what is there alone.

    The same people in several readings are one person with all their sources. Planned again after
    it was done, it changes nothing.
    """
    planning = _Planning(snapshot, how, new_id, today)
    count = 0
    refused: list[Refused] = []
    waiting: list[IncomingInteraction] = []
    for reading in readings:
        for card in reading.people:
            planning.take(card, count, reading.file)
        if reading.me is not None:
            planning.take_own(reading.me)
        refused.extend(reading.refused)
        waiting.extend(reading.interactions)
        count += 1
    # Only now: the people of a letter may be in a later file.
    for incoming in waiting:
        planning.take_interaction(incoming)
    refused.extend(planning.refused)
    return msgspec.structs.replace(planning.plan(), refused=tuple(refused), files=count)


class _Planning:
    """The state of one plan while it is made."""

    def __init__(
        self, snapshot: Snapshot, how: ImportHow, new_id: Callable[[], str], today: date
    ) -> None:
        self._snapshot = snapshot
        self._how: ImportHow = how
        self._new_id = new_id
        self._today = today
        self._index = PeopleIndex(snapshot.people.values(), keeps_keys=how == "merge")
        self._new: dict[PersonId, None] = {}
        self._touched: dict[PersonId, None] = {}
        self._twins: list[Twin] = []
        self._talks: dict[str, Change] = {}
        self._me = snapshot.me
        self._left = 0
        self._turned_away: set[str] = set()
        """Stable keys of the cards of people who were forgotten."""
        self.refused: list[Refused] = []
        self._known_talks = {each.source for each in snapshot.interactions.values() if each.source}

    def take(self, card: Person, reading: int, file: str = "") -> None:
        """Find who a card is, and lay it over them or make them; the forgotten stay away."""
        match = self._index.find(card, reading)
        if self._snapshot.forgotten.holds(card) and not self._is_back(card, match):
            self._turned_away.update(keys_of(card))
            # Neither name nor piece: the plan is shown, and kept by whoever asked for it.
            self.refused.append(Refused(file=file, line=0, why=Message("import.forgotten")))
            return
        if match.person is None:
            self._take_new(card, reading, match.like)
            return
        person = match.person
        if person not in self._new:
            self._touched[person] = None
        if person in self._new or self._how != "skip":
            held = self._index[person]
            after = merged(held, self._fitted(card), same_key=match.by == "key")
            if after is not held:
                self._index.put(after)
        self._index.claim(person, reading, card)

    def take_own(self, told: Me) -> None:
        """Complete the user's own card; what is there stays."""
        if self._how != "skip":
            self._me = completed(self._me, told)

    def take_interaction(self, incoming: IncomingInteraction) -> None:
        """Keep an interaction with somebody known, once."""
        source = incoming.interaction.source
        if source in self._known_talks or source in self._talks:
            return
        if self._is_of_forgotten(incoming):
            self._left += 1
            return
        person = self._index.named(incoming.with_source, incoming.with_name)
        on = incoming.interaction.on
        if on == self._today + timedelta(days=1):
            # Letters are dated in UTC, where it may be tomorrow already.
            on = self._today
        if person is None or on > self._today:
            self._left += 1
        elif not self._is_left_alone(person):
            talk = msgspec.structs.replace(
                incoming.interaction, id=self._new_id(), people=(person,), on=on
            )
            self._talks[source or talk.id] = make(talk)

    def plan(self) -> Plan:
        """The plan, without what was refused."""
        changed, same = self._changed(), []
        for person in self._touched:
            if person not in changed:
                same.append(person)
        changes = [make(self._index[person]) for person in self._new]
        own = filled(self._snapshot.me, self._me)
        if self._how == "merge":
            people = self._snapshot.people
            changes += [
                Change("people", person, people[person], self._index[person]) for person in changed
            ]
            if own:
                fields = {name: getattr(self._me, name) for name in own}
                changes.append(me_change(self._snapshot, **fields))
        return Plan(
            change_set=ChangeSet((*changes, *self._talks.values())),
            new=tuple(self._new),
            changed=tuple(changed),
            same=tuple(same),
            me=own,
            doubtful=tuple(self._twins),
            interactions=len(self._talks),
            left=self._left,
        )

    def _is_back(self, card: Person, match: Match) -> bool:
        """Whether a card that looks like a forgotten one is of somebody there all the same.

        Somebody added again by hand, or who shares a number with the forgotten.
        """
        if match.person is None or match.by == "name":
            return False
        return match.by == "key" or same_words(card.name, self._index[match.person].name)

    def _is_of_forgotten(self, incoming: IncomingInteraction) -> bool:
        source = incoming.with_source
        if not self._snapshot.forgotten.hashes or self._index.is_keyed(source):
            return False
        sender = Person(id="", name=incoming.with_name, sources=(source,) if source else ())
        return source in self._turned_away or self._snapshot.forgotten.holds(sender)

    def _take_new(self, card: Person, reading: int, like: PersonId | None) -> None:
        fitted = self._fitted(card)
        person = msgspec.structs.replace(fitted, id=self._new_id(), added=self._today)
        id = PersonId(person.id)
        self._new[id] = None
        self._index.put(person)
        self._index.claim(id, reading, card)
        if like is not None:
            self._twins.append(Twin(person=id, like=like))

    def _fitted(self, card: Person) -> Person:
        """A card without a first meeting in days to come."""
        if card.met is not None and card.met > self._today:
            return msgspec.structs.replace(card, met=None)
        return card

    def _changed(self) -> dict[PersonId, None]:
        if self._how == "skip":
            return {}
        people = self._snapshot.people
        return {
            person: None for person in self._touched if self._index[person] is not people[person]
        }

    def _is_left_alone(self, person: PersonId) -> bool:
        """Whether nothing of somebody may change: there already, and to be skipped or shown."""
        if person in self._new or self._how == "merge":
            return False
        return self._how == "skip" or self._index[person] is not self._snapshot.people[person]
