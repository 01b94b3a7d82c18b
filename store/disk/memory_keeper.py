"""The commit seam over memory: for the demo, and for tests."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import msgspec

from store.actions.commit import UNDO_DEPTH, Committed, Entry, Note, TidyWhen
from store.actions.purge import Purged, PurgePlan, purged_entry
from store.records.attachment import digest_of
from store.records.card_parts import digests_on
from store.records.change import ChangeSet
from store.records.person import Person
from store.records.record import Record
from store.records.snapshot import EMPTY, Snapshot

SESSION = "memory"


class MemoryKeeper:
    """Keeps nothing beyond the process."""

    def __init__(self, snapshot: Snapshot = EMPTY) -> None:
        """Start from a snapshot."""
        self.session = SESSION
        self.rereadings = 0
        self._snapshot = snapshot
        self._entries: list[Entry] = []
        self._parts: dict[str, bytes] = {}

    @property
    def snapshot(self) -> Snapshot:
        """The newest snapshot."""
        return self._snapshot

    def commit(self, change_set: ChangeSet, note: Note) -> Committed:
        """Take a change in."""
        self._snapshot = self._snapshot.apply(change_set)
        entry = entry_of(change_set, note, self._snapshot.revision, SESSION)
        self._entries = [*self._entries, entry][-2 * UNDO_DEPTH :]
        return Committed(self._snapshot, entry)

    def keep_parts(self, parts: Mapping[str, bytes]) -> None:
        """Hold them as long as the process lasts."""
        for digest, part in parts.items():
            if digest_of(part) != digest:
                raise ValueError(f"not the part {digest}")
            self._parts[digest] = part

    def leave_parts(self) -> None:
        """Nobody removes any but by forgetting."""

    def part(self, digest: str) -> bytes | None:
        """What is held under a digest."""
        return self._parts.get(digest)

    def history(self) -> Sequence[Entry]:
        """The commits remembered, oldest first."""
        return tuple(self._entries)

    def refresh(self) -> Snapshot:
        """The same: nobody else can reach it."""
        return self._snapshot

    def is_due(self, when: TidyWhen) -> bool:
        """Never."""
        return False

    def tidy(self, when: TidyWhen) -> None:
        """There are no files."""

    def purge(self, plan: PurgePlan) -> Purged:
        """End a person here and in what is remembered."""
        purge = plan(self._snapshot, self.history())
        snapshot = self._snapshot.apply(purge.change_set)
        self._snapshot = msgspec.structs.replace(snapshot, forgotten=purge.forgotten)
        kept = (purged_entry(entry, purge) for entry in self._entries)
        self._entries = [entry for entry in kept if entry is not None]
        return Purged(parts=self._drop_parts())

    def _drop_parts(self) -> int:
        """Let go of what no record refers to, today or in what is remembered."""
        cards: list[Record | None] = [*self._snapshot.people.values()]
        for entry in self._entries:
            for change in entry.change_set.changes:
                cards += (change.before, change.after)
        held = {each for card in cards if isinstance(card, Person) for each in digests_on(card)}
        gone = self._parts.keys() - held
        for digest in gone:
            del self._parts[digest]
        return len(gone)

    def close(self) -> None:
        """Nothing to let go of."""


def entry_of(change_set: ChangeSet, note: Note, revision: int, session: str) -> Entry:
    """The entry of a commit."""
    return Entry(
        revision=revision,
        at=note.at,
        session=session,
        action=note.action,
        about=note.about,
        how=note.how,
        of=note.of,
        over=note.over,
        change_set=change_set,
    )
