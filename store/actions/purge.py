"""What a keeper is asked to end everywhere when a person is forgotten."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

import msgspec

from store.actions.commit import Entry
from store.records.change import Change, ChangeSet
from store.records.document import from_document, to_document
from store.records.forgotten import Forgotten
from store.records.record import Document, Record
from store.records.snapshot import Snapshot
from store.records.tables import RECORD_TYPES

ACTION = "forget"


class Purge(msgspec.Struct, frozen=True, kw_only=True):
    """The one change without an inverse."""

    at: datetime
    change_set: ChangeSet
    """What goes from the present data."""
    forgotten: Forgotten
    """Who is not to come back, from now on."""
    touches: Callable[[str], bool]
    """Whether a text may hold anything of the person; quick, and never wrongly no."""
    redact: Callable[[str, Document], Document | None]
    """By table, a document without the person; None where it is theirs alone."""
    redact_text: Callable[[str], str]


PurgePlan = Callable[[Snapshot, Sequence[Entry]], Purge]
"""Works out what is to end from the data and their history."""


class Purged(msgspec.Struct, frozen=True, kw_only=True):
    """What was done to the files."""

    rewritten: tuple[str, ...] = ()
    """Names of backups and kept copies that held something of the person."""
    removed: tuple[str, ...] = ()
    """Names of copies that could not be read, but held their name, and are gone."""
    parts: int = 0
    """How many files beside the data file, such as pictures, are gone."""

    def after(self, before: Purged) -> Purged:
        """Both, where it took more than one go."""
        return Purged(
            rewritten=tuple(dict.fromkeys((*before.rewritten, *self.rewritten))),
            removed=tuple(dict.fromkeys((*before.removed, *self.removed))),
            parts=before.parts + self.parts,
        )


def purged_record(record: Record, purge: Purge) -> Record | None:
    """A record without the person; the same one where it holds nothing of them."""
    if not purge.touches(msgspec.json.encode(record).decode()):
        return record
    table = TABLE_NAMES[type(record)]
    document = purge.redact(table, to_document(record))
    return None if document is None else from_document(type(record), document)


TABLE_NAMES: dict[type[Record], str] = {kind: name for name, kind in RECORD_TYPES.items()}


def purged_entry(entry: Entry, purge: Purge) -> Entry | None:
    """A commit of the history without the person; None where nothing of it is left."""
    changes = [_purged_change(change, purge) for change in entry.change_set.changes]
    kept = tuple(each for each in changes if each is not None and each.before != each.after)
    if entry.change_set and not kept:
        return None
    held = {(each.table, each.id) for each in kept}
    return msgspec.structs.replace(
        entry,
        about=purge.redact_text(entry.about),
        over=tuple(each for each in entry.over if (each.table, each.id) in held),
        change_set=ChangeSet(kept),
    )


def _purged_change(change: Change, purge: Purge) -> Change | None:
    before = None if change.before is None else purged_record(change.before, purge)
    after = None if change.after is None else purged_record(change.after, purge)
    if before is None and after is None:
        return None
    return Change(change.table, change.id, before, after)
