"""From what files hold to a change set, made durable later as one step of undo."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from itertools import chain
from typing import TypeVar

import msgspec

from store.formats.choices import Choices
from store.formats.comparing import giver_of
from store.formats.csv.sketch import Sketch
from store.formats.import_files import Progress, Source
from store.formats.incoming import (
    IncomingInteraction,
    IncomingRecord,
    IncomingTie,
    Reading,
    Refused,
)
from store.formats.mail.letter import Letter
from store.formats.people_plan import PeoplePlan
from store.formats.plan import ImportHow, Plan, Twin, needs_confirmation, plan_answer
from store.formats.records_plan import RecordsPlan
from store.formats.resembling import Slips, resembling
from store.formats.talks_plan import TalksPlan
from store.formats.wanted_parts import wanted_parts
from store.formats.whole.document import Whole
from store.records.change import ChangeSet
from store.records.snapshot import Snapshot

__all__ = ["Plan", "import_paths", "needs_confirmation", "plan_answer", "plan_import"]

Piece = TypeVar("Piece")

STRIDE = 200
"""How many pieces are placed between two looks whether the user has changed their mind."""


def _goes_on() -> None:
    """Where nobody can change their mind."""


def import_paths(
    paths: Iterable[str],
    snapshot: Snapshot,
    how: ImportHow,
    new_id: Callable[[], str],
    today: date,
    progress: Progress | None = None,
    only_format: str | None = None,
    found: Callable[[int], None] | None = None,
    choices: Choices = Choices(),  # noqa: B008 - immutable
    piped: bytes | None = None,
    slips: Slips | None = None,
) -> Plan:
    """Plan the import of files and folders, read one at a time.

    Args:
        paths: files, and folders that are walked.
        snapshot: what is there.
        how: what happens to people who are there already.
        new_id: gives a new id.
        today: the day on which newcomers are added.
        progress: told, before each file, now and then within it, and at the end, how many files
            are done, of how many, the path of the one that is read, and how many records of it
            are read; what it raises ends the reading, and nothing has changed then.
        only_format: the one format to read; other files of a folder are left out.
        found: told, after each file, how many people the files have held so far.
        choices: how to read what files do not say; text pasted is read after the files.
        piped: what came on the standard input, read as one file more.
        slips: how many slips of the keyboard lie between two words, for newcomers who may be
            there already; without it a slip is another word.

    Raises:
        UsageProblem: where there is no format of that name.
    """
    source = Source(paths, snapshot, progress, only_format, today, choices, piped)
    readings = source.readings()
    if found is not None:
        readings = _counted(readings, found)
    plan = plan_import(snapshot, readings, how, new_id, today, source.go_on, slips)
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
    go_on: Callable[[], None] = _goes_on,
    slips: Slips | None = None,
) -> Plan:
    """Plan the import of what was read; time grows with what is read and what is there alone.

    The same people in several readings are one person with all their sources. Planned again after
    it was done, it changes nothing.

    Args:
        snapshot: what is there.
        readings: what each file holds, in their order.
        how: what happens to people who are there already.
        new_id: gives a new id.
        today: the day on which newcomers are added.
        go_on: called now and then; what it raises ends the planning.
        slips: as for `import_paths`.
    """
    planning = _Planning(snapshot, how, new_id, today, go_on)
    for reading in readings:
        planning.read(reading)
    return planning.plan(slips)


class _Planning:
    """One plan while it is made: people at once, all that is about them when all are there."""

    def __init__(
        self,
        snapshot: Snapshot,
        how: ImportHow,
        new_id: Callable[[], str],
        today: date,
        go_on: Callable[[], None],
    ) -> None:
        self._snapshot = snapshot
        self._how: ImportHow = how
        self._go_on = go_on
        self._placed = 0
        self._people = PeoplePlan(snapshot, how, new_id, today)
        self._talks = TalksPlan(snapshot, self._people, new_id, today)
        self._records = RecordsPlan(snapshot, self._people, today)
        self._files = 0
        self._books: dict[str, int] = {}
        self._left = 0
        self._own = 0
        self._refused: list[Refused] = []
        self._waiting: list[IncomingInteraction] = []
        self._noted: list[IncomingRecord] = []
        self._ties: list[IncomingTie] = []
        self._letters: list[Letter] = []
        self._wholes: list[tuple[Whole, str]] = []
        self._parts: dict[str, bytes] = {}
        self._sketches: dict[str, Sketch] = {}

    def read(self, reading: Reading) -> None:
        """Take what one file holds."""
        self._files += 1
        book = self._book_of(reading)
        for card in self._paced(reading.people):
            self._people.take(card, book, reading.file)
        if reading.me is not None:
            self._people.take_own(reading.me)
        self._refused.extend(reading.refused)
        self._left += reading.left
        self._own += reading.own
        # Only later: the people of a letter may be in a later file.
        self._waiting.extend(reading.interactions)
        self._noted.extend(reading.records)
        self._ties.extend(reading.ties)
        self._letters.extend(reading.letters)
        self._parts.update(reading.parts)
        if reading.whole is not None:
            self._wholes.append((reading.whole, reading.file))
        if reading.sketch is not None:
            self._sketches[reading.file] = reading.sketch

    def _book_of(self, reading: Reading) -> int:
        """The number of the address book that a file is, or that its folder is.

        Files of one vCard each are a folder's book (vdir): two of its cards are two people, as two
        of one file are.
        """
        folder = reading.file.rpartition("/")[0]
        card = reading.people[0] if len(reading.people) == 1 else None
        is_one_of_many = card is not None and bool(folder) and giver_of(card) == "vcard"
        # No path ends in a slash, so that a folder's book is never a file's.
        name = f"{folder}/" if is_one_of_many else f"{reading.file}:{self._files}"
        return self._books.setdefault(name, len(self._books))

    def plan(self, slips: Slips | None) -> Plan:
        """The plan of all that was read."""
        self._read_letters()
        ties = sum(map(self._people.tie, self._paced(self._ties)))
        for incoming in self._paced(self._waiting):
            self._talks.take(incoming)
        self._talks.settle()
        for record in self._paced(self._noted):
            self._records.take(record)
        people = self._people
        changes = ChangeSet(
            tuple(chain(people.changes(), self._talks.changes(), self._records.changes()))
        )
        entries = resembling(people.entries(), self._snapshot, slips, self._go_on)
        plan = Plan(
            change_set=changes,
            new=tuple(people.new),
            changed=tuple(
                each.person for each in entries if each.how == "changed" and self._how != "skip"
            ),
            same=tuple(
                each.person
                for each in entries
                if each.how == "same" or (each.how == "changed" and self._how == "skip")
            ),
            me=people.own(),
            doubtful=tuple(
                Twin(person=each.person, like=each.like) for each in entries if each.like
            ),
            interactions=self._talks.count,
            records=self._records.count + ties,
            left=self._left + self._talks.left + self._records.left,
            own=self._own,
            entries=entries,
            sketches=self._sketches,
            refused=(*self._refused, *people.refused),
            files=self._files,
        )
        return self._with_parts(self._with_wholes(plan))

    def _read_letters(self) -> None:
        if self._letters:
            # Mail takes long to load, and few imports hold any.
            from store.formats.mail.correspondence import correspondence

            people = self._people
            self.read(correspondence(tuple(self._letters), people.me, people.has_address))

    def _with_wholes(self, plan: Plan) -> Plan:
        for whole, file in self._wholes:
            from store.formats.whole_plan import with_whole

            plan = with_whole(plan, whole, file, self._snapshot, self._how)
        return plan

    def _with_parts(self, plan: Plan) -> Plan:
        parts: Mapping[str, bytes] = wanted_parts(plan.change_set, self._parts)
        return msgspec.structs.replace(plan, parts=parts)

    def _paced(self, pieces: Iterable[Piece]) -> Iterator[Piece]:
        """The pieces one by one, with a look now and then whether to go on."""
        for piece in pieces:
            self._placed += 1
            if self._placed % STRIDE == 0:
                self._go_on()
            yield piece
