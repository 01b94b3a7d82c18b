"""All that could be set right, in the order in which it would be done."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from store.clock import Clock
from store.disk.file_keeper import FileKeeper
from store.disk.repairs.found import Found, found_at
from store.disk.repairs.from_backup import backup_repair
from store.disk.repairs.history_lines import history_repair
from store.disk.repairs.journal_lines import journal_repair
from store.disk.repairs.orphaned_parts import parts_repair
from store.disk.repairs.permissions import permissions_repair
from store.disk.repairs.reaches import best_reach
from store.disk.repairs.references import references_repair
from store.disk.repairs.repair import Repair
from store.disk.repairs.salvage import is_ours, salvage_repair
from store.disk.repairs.temporaries import temporaries_repair
from store.words.message import DataProblem

MENDABLE = frozenset({"damaged", "emptied"})
"""What may be wrong with a file that is ours."""


def proposals(path: Path, clock: Clock) -> tuple[Repair, ...]:
    """What could be done; nothing is touched. Empty for a foreign or newer file.

    Of a damaged file there may be two proposals, of which the second is for whoever declines the
    first: once one was applied the other is no longer proposed.

    Args:
        path: the data file, symlinks followed.
        clock: dates the copies that are kept.

    Raises:
        DataProblem: where a file cannot be read at all.
    """
    found = found_at(path, clock)
    problem = found.problem
    if problem is not None and (problem.code not in MENDABLE or _is_foreign(found)):
        return ()
    each = (*_of_contents(found), permissions_repair(path), temporaries_repair(path), _parts(found))
    return tuple(repair for repair in each if repair is not None)


def _parts(found: Found) -> Repair | None:
    """Only where all reads well: what is damaged may be what leads to a picture."""
    if found.problem is not None or journal_repair(found) is not None:
        return None
    return parts_repair(found.path)


def _is_foreign(found: Found) -> bool:
    return bool(found.data) and not is_ours(found)


def _of_contents(found: Found) -> Iterator[Repair | None]:
    if found.problem is not None:
        best = best_reach(found)
        salvage = salvage_repair(found, best)
        if salvage is not None and salvage.kind == "doubles":
            yield salvage
            return
        ways = [each for each in (backup_repair(found, best), salvage) if each is not None]
        # The one after which more is there goes first: a file may hold what no change tells of.
        yield from sorted(ways, key=lambda each: -each.records)
        return
    journal = journal_repair(found)
    if journal is not None:
        yield journal
    elif found.contents is not None:
        yield history_repair(found)
        try:
            snapshot = FileKeeper(found.path, read_only=True).snapshot
        except DataProblem:
            # Changed since it was found: for the next look.
            return
        yield references_repair(found.path, snapshot, found.clock)
