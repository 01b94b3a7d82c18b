"""Changes that came after a copy of the data, though none names it as what it goes on from.

Forgetting somebody writes the history anew: its lines no longer name the copies made before. They
are laid over a copy where every one of them finds in it, field by field, what it says was there.
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from store.disk.line import Read, entry_of_line
from store.disk.replay import Told
from store.records.document import BadDocumentError
from store.records.rebase import ConflictError, rebase
from store.records.snapshot import Snapshot


def fitting(snapshot: Snapshot, reads: Sequence[Read]) -> tuple[Told, ...]:
    """The commits after a copy, as they apply to it; none where one does not fit or is missing.

    Args:
        snapshot: the copy.
        reads: all lines that can be read, the newest last.
    """
    commits: list[Told] = []
    for read in _after(snapshot.revision, reads):
        try:
            entry = entry_of_line(read.line)
            change_set = rebase(entry.change_set, snapshot, strict=True)
        except (BadDocumentError, ConflictError):
            return ()
        snapshot = snapshot.apply(change_set)
        commits.append(Told(read, msgspec.structs.replace(entry, change_set=change_set)))
    return tuple(commits)


def _after(revision: int, reads: Sequence[Read]) -> tuple[Read, ...]:
    """The lines that follow each other from a revision, as far as none is missing.

    That none is missing shows in a line up to the revision, or in that right after it.
    """
    made = {each.tip: each for each in reads}
    seen: set[str] = set()
    places = {each.tip: place for place, each in enumerate(reads)}
    newest_first = sorted(reads, key=lambda each: (-each.line.seq, -places[each.tip]))
    for newest in newest_first:
        read: Read | None = newest
        chain: list[Read] = []
        while read is not None and read.line.seq > revision and read.tip not in seen:
            seen.add(read.tip)
            chain.append(read)
            before = made.get(read.line.prev)
            read = before if before is not None and before.line.seq < read.line.seq else None
        reached = read is not None and read.line.seq <= revision
        if chain and (reached or chain[-1].line.seq == revision + 1):
            return tuple(reversed(chain))
    return ()
