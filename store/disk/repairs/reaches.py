"""Backups of a data file, and up to where the changes that are remembered bring each of them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime

import msgspec

from store.disk.backup_age import age_of, made_of
from store.disk.backups import backups, read_backup
from store.disk.data_file import Contents, empty
from store.disk.repairs.fitting import fitting
from store.disk.repairs.found import Found
from store.disk.repairs.readable import going_on
from store.disk.replay import Told, replay
from store.words.message import Message

BEGINNING = ""
"""In the place of a backup's id: the empty file, from which all changes ever made go on."""


class Reach(msgspec.Struct, frozen=True, kw_only=True):
    """A backup, and up to where it can be brought."""

    id: str
    contents: Contents
    """As in the backup."""
    commits: tuple[Told, ...]
    """What goes on from it."""
    fitted: bool
    """Whether these do not name the backup as what they go on from, but fit what it holds."""

    @property
    def revision(self) -> int:
        """The last change that comes back."""
        if self.commits:
            return self.commits[-1].read.line.seq
        return self.contents.snapshot.revision

    def brought(self) -> Contents:
        """What there would be."""
        return replay(self.contents, self.commits)


def best_reach(found: Found) -> Reach | None:
    """The backup that reaches furthest; None where there is no good one."""
    return max(_reaches(found), key=_order, default=None)


def _order(reach: Reach) -> tuple[int, int, tuple[str, str]]:
    return reach.revision, reach.contents.snapshot.revision, age_of(reach.id)


def _reaches(found: Found) -> Iterator[Reach]:
    good = [backup.id for backup in backups(found.path) if backup.good]
    for id in good:
        yield _reach(found, id, read_backup(found.path, id))
    beginning = _reach(found, BEGINNING, empty())
    if beginning.commits and not good:
        yield beginning


def _reach(found: Found, id: str, contents: Contents) -> Reach:
    commits = going_on(contents.snapshot.revision, contents.tip, found.reads)
    fitted = not commits and id != BEGINNING
    if fitted:
        commits = fitting(contents.snapshot, found.reads)
    return Reach(id=id, contents=contents, commits=commits, fitted=fitted and bool(commits))


def until(reach: Reach, found: Found) -> Message:
    """Up to when changes come back: of the last one, and where nothing tells of that, by the id."""
    if reach.commits:
        return _moment(reach.commits[-1].entry.at, found)
    revision = reach.contents.snapshot.revision
    last = next((each.line for each in found.reads if each.line.seq == revision), None)
    if last is not None:
        return _moment(last.at, found)
    made = made_of(reach.id)
    if made is None:
        return Message("repair.until.unknown")
    if made.time is not None:
        return _told(made.day, f"{made.time:%H:%M}")
    id = "repair.until.week" if reach.id.startswith("weekly-") else "repair.until.day"
    return Message(id, {"day": made.day})


def _moment(at: datetime, found: Found) -> Message:
    moment = at.astimezone(found.clock().tzinfo)
    return _told(moment.date(), f"{moment:%H:%M}")


def _told(day: date, time: str) -> Message:
    return Message("repair.until.moment", {"day": day, "time": time})
