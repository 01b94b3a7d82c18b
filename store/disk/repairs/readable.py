"""Lines of a journal or a history that can still be read, and how they hang together."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from store.disk.history_file import KEPT
from store.disk.line import BadLineError, Read, entry_of_line, read_line
from store.disk.older_history import from_older, is_older
from store.disk.replay import Told
from store.records.document import BadDocumentError

NEWEST = 1 << 62
"""Beyond every revision."""


class Lines(msgspec.Struct, frozen=True):
    """What a file of lines holds."""

    reads: tuple[Read, ...]
    damaged: int
    """Whole lines that cannot be read."""
    first: int = 0
    """The number of the first of them; 0 where there is none."""


def readable(data: bytes) -> Lines:
    """The lines of some bytes; a torn one at the end was never acknowledged and does not count."""
    if is_older(data):
        return Lines(tuple(from_older(data, NEWEST)), 0)
    reads: list[Read] = []
    first = 0
    pieces = data.split(b"\n")[:-1]
    for place, piece in enumerate(pieces, 1):
        try:
            reads.append(read_line(piece + b"\n"))
        except BadLineError:
            if place == len(pieces) and b"\x00" in piece and data.endswith(b"\n"):
                # Left by a power cut in the middle of writing: torn, as the journal takes it.
                return Lines(tuple(reads), place - 1 - len(reads), first)
            first = first or place
    return Lines(tuple(reads), len(pieces) - len(reads), first)


def going_on(seq: int, tip: str, reads: Iterable[Read]) -> tuple[Told, ...]:
    """The lines that go on from a revision without a gap, each with its commit.

    Args:
        seq: the revision.
        tip: the checksum of the line that made it; empty for the very first, and where that is not
            known.
        reads: in any order; of two that follow on the same, the later one counts.
    """
    reads = tuple(reads)
    after = {(read.line.seq - 1, read.line.prev): read for read in reads}
    tip = known_tip(seq, tip, reads)
    chain: list[Told] = []
    while (read := after.get((seq, tip))) is not None:
        try:
            chain.append(Told(read, entry_of_line(read.line)))
        except BadDocumentError:
            break
        seq, tip = read.line.seq, read.tip
    return tuple(chain)


def leading_to(seq: int, tip: str, reads: Iterable[Read]) -> tuple[Read, ...]:
    """The lines that lead up to a revision, oldest first, as many as are kept.

    Each says which line it goes on from; what concerned a forgotten person alone is left out.
    """
    made: dict[str, list[Read]] = {}
    for read in reads:
        made.setdefault(read.tip, []).append(read)
    chain: list[Read] = []
    line = next((each for each in made.get(tip, ()) if each.line.seq == seq), None)
    while line is not None and len(chain) < KEPT:
        chain.append(line)
        prev, before = line.line.prev, line.line.seq
        line = next((each for each in made.get(prev, ()) if each.line.seq < before), None)
    return tuple(reversed(chain))


def known_tip(seq: int, tip: str, reads: Iterable[Read]) -> str:
    """The checksum of the line that made a revision, looked for where the file does not say it."""
    if tip or not seq:
        return tip
    return next((read.tip for read in reads if read.line.seq == seq), "")
