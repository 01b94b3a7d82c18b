"""Where a session stands: what it holds, and which versions of the files that came from."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import msgspec

from store.disk.data_file import Contents
from store.disk.durable import read_or_nothing
from store.disk.journal import Tail, read_tail, size_of
from store.disk.line import Op
from store.disk.loading import Loaded, Mark, load, mark_of
from store.disk.meta import head_of, is_as_written
from store.disk.places import journal_path
from store.disk.replay import Told, foreign_ops, newer_lines, replay, told
from store.records.change import ChangeSet
from store.records.difference import difference
from store.words.message import DataProblem

TRIES = 5
"""How often the files are looked at anew when a checkpoint of somebody else came in between."""


class Base(msgspec.Struct, frozen=True):
    """What the data file holds by itself, without its journal."""

    seq: int
    tip: str
    """The checksum of the line that made this revision."""


class Standing(msgspec.Struct, frozen=True, kw_only=True):
    """What a session knows of the files."""

    contents: Contents
    base: Base
    mark: Mark | None
    """The version of the data file."""
    journal: tuple[int, int]
    """Inode of the journal, and the end of the last line taken in."""
    last: int = 0
    """Where that line begins."""
    older: bytes = b""
    """The data file as it is, where it is of an older shape."""
    edited: str = ""
    """The checksum of the data file where another program has edited it, and no line says so."""
    sure: bool = True
    """False where all must be read anew before it is relied on."""


class News(msgspec.Struct, frozen=True, kw_only=True):
    """What there is after a look at the files."""

    standing: Standing
    commits: tuple[Told, ...] = ()
    """The commits that are new to the session; after a rereading all that the journal holds."""
    reread: bool = False
    """Whether all was read anew, so that nothing known before need hold."""


class OutsideEdit(Exception):  # noqa: N818 - nothing has gone wrong
    """Another program has edited the data file."""

    def __init__(self, before: News, loaded: Loaded, others: tuple[Op, ...]) -> None:
        """Say what there is without the edit and with it."""
        super().__init__("outside edit")
        self.before = before
        self.loaded = loaded
        mine, found = before.standing.contents, loaded.contents
        self.change_set: ChangeSet = difference(mine.snapshot, found.snapshot)
        self.others: tuple[Op, ...] = others


def revision_of(standing: Standing) -> tuple[int, str]:
    """What a session holds: the revision, and the checksum of the line that made it."""
    return standing.contents.snapshot.revision, standing.contents.tip


def standing_of(loaded: Loaded) -> Standing:
    """Where a session stands that has just read the files."""
    base = loaded.base
    return Standing(
        contents=loaded.contents,
        base=Base(base.snapshot.revision, base.tip),
        mark=loaded.mark,
        journal=loaded.journal,
        last=loaded.last,
        older=loaded.older,
        edited=loaded.edited,
    )


def caught_up(path: Path, standing: Standing, knows: Callable[[int, str], bool]) -> News:
    """Look at the files, and take in what is new.

    Args:
        path: the data file.
        standing: where the session stands.
        knows: whether a revision, with the checksum of its line, is one that it has gone through.

    Raises:
        OSError: where a file cannot be read.
        DataProblem: where one is damaged, foreign or newer, or they do not belong together.
        OutsideEdit: where another program has edited the data file.
    """
    for attempt in range(TRIES):
        mark = mark_of(path)
        try:
            if standing.sure and mark == standing.mark:
                return _followed(path, standing)
            return _reread(path, standing, mark, knows)
        except DataProblem:
            if standing.sure:
                # A line that was read may have been taken back since: begin from the file.
                standing = msgspec.structs.replace(standing, sure=False)
            elif mark_of(path) == mark or attempt + 1 == TRIES:
                raise
    raise AssertionError("the last try returns or raises")


def _followed(path: Path, standing: Standing) -> News:
    """The data file is as it was: go on in the journal."""
    journal = journal_path(path)
    inode, size = size_of(journal)
    if (inode, size) == standing.journal:
        return News(standing=standing)
    known, end = standing.journal
    tail = read_tail(journal, end if inode == known and size >= end else 0)
    commits = told(newer_lines(tail.lines, *revision_of(standing)))
    contents = replay(standing.contents, commits)
    standing = msgspec.structs.replace(
        standing, contents=contents, journal=(inode, tail.end), last=_last(tail, standing.last)
    )
    return News(standing=standing, commits=commits)


def _reread(
    path: Path, standing: Standing, mark: Mark | None, knows: Callable[[int, str], bool]
) -> News:
    if standing.sure and mark is not None:
        news = _checkpointed(path, standing, mark, knows)
        if news is not None:
            return news
    loaded = load(path)
    if standing.sure and standing.mark is not None and loaded.edited:
        before = _without_the_edit(standing, loaded)
        if before is not None:
            others = foreign_ops(standing.contents.foreign, loaded.contents.foreign)
            raise OutsideEdit(before, loaded, others)
    return News(standing=standing_of(loaded), commits=loaded.commits, reread=True)


def _checkpointed(
    path: Path, standing: Standing, mark: Mark, knows: Callable[[int, str], bool]
) -> News | None:
    """What is new where another session has only moved known lines into the file; else None."""
    data = read_or_nothing(path)
    head = head_of(data)
    if head is None or not knows(head.seq, head.tip) or not is_as_written(data):
        return None
    inode = size_of(journal_path(path))[0]
    tail = read_tail(journal_path(path), 0)
    own = revision_of(standing)
    reached = {(head.seq, head.tip), *((read.line.seq, read.tip) for read in tail.lines)}
    if own not in reached or mark_of(path) != mark:
        return None
    commits = told(newer_lines(tail.lines, *revision_of(standing)))
    fresh = Standing(
        contents=replay(standing.contents, commits),
        base=Base(head.seq, head.tip),
        mark=mark,
        journal=(inode, tail.end),
        last=_last(tail, 0),
    )
    return News(standing=fresh, commits=commits)


def _last(tail: Tail, otherwise: int) -> int:
    """Where the last whole line begins."""
    return tail.end - len(tail.lines[-1].raw) if tail.lines else otherwise


def _without_the_edit(standing: Standing, loaded: Loaded) -> News | None:
    """What the session holds after the journal's newest lines; None where it is on other ways."""
    own = revision_of(standing)
    chain = [(loaded.base.snapshot.revision, loaded.base.tip)]
    chain += [(each.entry.revision, each.read.tip) for each in loaded.commits]
    if own not in chain:
        return None
    commits = loaded.commits[chain.index(own) :]
    mine = replay(standing.contents, commits)
    snapshot = msgspec.structs.replace(mine.snapshot, forgotten=loaded.contents.snapshot.forgotten)
    contents = msgspec.structs.replace(loaded.contents, snapshot=snapshot, tip=mine.tip)
    fresh = msgspec.structs.replace(standing_of(loaded), contents=contents)
    return News(standing=fresh, commits=commits)
