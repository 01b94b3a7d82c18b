"""A journal that is damaged, or does not go on from the data file."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from store.disk.history_file import history_after
from store.disk.journal import tail_of
from store.disk.line import Read
from store.disk.meta import is_as_written
from store.disk.places import journal_path
from store.disk.repairs.found import Fix, Found, put_right
from store.disk.repairs.readable import going_on
from store.disk.repairs.repair import Repair
from store.disk.repairs.wrong import in_words, wrong
from store.disk.replay import newer_lines, told
from store.words.message import DataProblem, Message


def journal_problem(found: Found) -> DataProblem | None:
    """Why the journal cannot be laid over the data file; None where it can."""
    if found.contents is None:
        return None
    held, tip = found.contents.snapshot.revision, found.contents.tip
    lines: tuple[Read, ...] = ()
    if tip and not is_as_written(found.data):
        # As on opening: an editor may have written the file as it was some checkpoints ago.
        lines = tuple(history_after(found.path, held, tip))
    try:
        tail = tail_of(found.journal, 0, journal_path(found.path))
        told(newer_lines((*lines, *tail.lines), held, tip))
    except DataProblem as problem:
        return in_words(problem, found.data)
    return None


def journal_repair(found: Found) -> Repair | None:
    """Keep the lines that go on from the data file, with those of the history in between."""
    problem = journal_problem(found)
    if problem is None or found.contents is None:
        return None
    held = found.contents.snapshot.revision
    chain = going_on(held, found.contents.tip, found.reads)
    own = {read.tip for read in found.journal_lines.reads if read.line.seq > held}
    kept = {each.read.tip for each in chain}
    given_up = len(own - kept) + found.journal_lines.damaged
    bridged = len(kept - own)
    if chain:
        would = Message(
            "repair.journal.would",
            {
                "kept": Message("repair.changes", {"n": len(chain)}),
                "bridged": Message("repair.changes", {"n": bridged}),
            },
        )
    else:
        would = Message("repair.journal.aside")
    journal = b"".join(each.read.raw for each in chain)
    return Repair(
        kind="journal",
        wrong=wrong(problem),
        would=would,
        lost=Message("repair.journal.lost" if given_up else "repair.nothing_lost", {"n": given_up}),
        apply=partial(_put, found, journal),
    )


def _put(found: Found, journal: bytes) -> tuple[Path, ...]:
    return put_right(found, Fix(journal=journal))
