"""The journal's lines moved into the data file: history first, then the file, then the journal."""

from __future__ import annotations

from pathlib import Path

import msgspec

from store.clock import Clock
from store.disk.data_file import outline_of
from store.disk.durable import put_in_place, removed_in_the_end
from store.disk.history_file import bring_up_history
from store.disk.journal import Tail, read_tail
from store.disk.loading import mark_of
from store.disk.lock import Keeping
from store.disk.places import journal_path
from store.disk.standing import Base, Standing
from store.disk.writing import written_beside

JOURNAL_BYTES = 1 << 20
"""A journal longer than this is moved into the file."""

OVERDUE = 32
"""So many times as long, and it is, even where another program has the file open."""

FILE_SHARE = 8
"""Of a large file the journal may reach an eighth, so that a change costs the same at any size."""

CALM_SECONDS = 0.0008
"""A pause after each piece that is written, in which the screen goes first."""

EXIT_BYTES = 16 << 20
"""A file up to this size is written anew whenever a session ends."""


def is_large(standing: Standing) -> bool:
    """Whether the journal has grown so long that the file should be written."""
    size = standing.mark[2] if standing.mark is not None else 0
    return standing.journal[1] > max(JOURNAL_BYTES, size // FILE_SHARE)


def is_overdue(standing: Standing) -> bool:
    """Whether the file is to be written though another program has it open."""
    return standing.journal[1] > OVERDUE * JOURNAL_BYTES


def is_small(standing: Standing) -> bool:
    """Whether writing the file takes no time to speak of."""
    return standing.mark is None or standing.mark[2] <= EXIT_BYTES


def needs_beginning(standing: Standing) -> bool:
    """Whether there is no file yet, or one of an older shape, for a journal to go on from."""
    return standing.mark is None or not standing.mark[2] or bool(standing.older)


def begin_file(path: Path, standing: Standing, clock: Clock, keeping: Keeping) -> Standing | None:
    """Make the file that a journal goes on from, or bring one of an older shape up.

    The lock is held. The file as it was is kept, verified, before it is brought up.

    Args:
        path: the data file.
        standing: what is known of it.
        clock: dates the copy.
        keeping: keeps the lock from being taken over while the name is given.

    Returns:
        None where somebody else has made a file meanwhile, or has taken the lock.

    Raises:
        OSError: where it cannot be done; the old file is as it was.
    """
    contents = standing.contents
    if standing.older:
        from store.disk.backups import keep_older

        schema = outline_of(standing.older)[1].schema
        keep_older(path, standing.older, schema, clock().date())
        tip = bring_up_history(path, contents.snapshot.revision)
        contents = msgspec.structs.replace(contents, tip=tip)
    temporary = written_beside(path, contents)
    with removed_in_the_end(temporary), keeping() as is_held:
        if not is_held or mark_of(path) != standing.mark:
            return None
        put_in_place(temporary, path)
    return msgspec.structs.replace(
        standing,
        contents=contents,
        base=Base(contents.snapshot.revision, contents.tip),
        mark=mark_of(path),
        older=b"",
        edited="",
    )


def journal_of(path: Path) -> Tail:
    """All that the journal holds.

    Raises:
        OSError: where it cannot be read.
        DataProblem: where it is damaged.
    """
    return read_tail(journal_path(path), 0)
