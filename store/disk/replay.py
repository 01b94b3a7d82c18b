"""The journal's lines laid over what the data file holds."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import cast

import msgspec

from store.actions.commit import Entry
from store.disk.data_file import Contents, Rows
from store.disk.keys import Keys
from store.disk.line import NOTHING, Op, Read, entry_of_line, is_own
from store.records.change import Change, ChangeSet, combine
from store.records.document import BadDocumentError
from store.records.kinds import TableName
from store.records.record import Record
from store.records.snapshot import Snapshot, StaleChangeError
from store.words.message import DataProblem


def newer_lines(lines: Iterable[Read], revision: int, tip: str) -> tuple[Read, ...]:
    """The lines that go on from a revision; those up to it are passed over.

    Args:
        lines: of the journal, in their order.
        revision: what is held already.
        tip: the checksum of the line that made it.

    Raises:
        DataProblem: where a line is missing in between, or belongs to other data.
    """
    held = revision
    fresh: list[Read] = []
    for read in lines:
        if read.line.seq <= held:
            continue
        if read.line.seq != revision + 1 or read.line.prev != tip:
            raise DataProblem("journal_gap", "problem.journal_gap", have=held)
        revision, tip = read.line.seq, read.tip
        fresh.append(read)
    return tuple(fresh)


class Told(msgspec.Struct, frozen=True):
    """A line and the commit that it tells of."""

    read: Read
    entry: Entry


def told(lines: Iterable[Read]) -> tuple[Told, ...]:
    """The commits of some lines.

    Raises:
        DataProblem: where a line does not hold what its table asks for.
    """
    try:
        return tuple(Told(read, entry_of_line(read.line)) for read in lines)
    except BadDocumentError as error:
        raise DataProblem("damaged", "problem.damaged", where=f"journal: {error}") from error


def replay(contents: Contents, commits: Sequence[Told]) -> Contents:
    """Contents after some commits that go on from them.

    Where the data file was edited by another program since, they are laid over it field by
    field, and what that program wrote stands: it was later than all of them.
    """
    if not commits:
        return contents
    change_sets = [each.entry.change_set for each in commits]
    before = contents.snapshot
    try:
        snapshot = before.apply(combine(change_sets))
    except StaleChangeError:
        snapshot = before
        for change_set in change_sets:
            snapshot = snapshot.apply(_fitted(change_set, snapshot))
    last = commits[-1].read
    snapshot = msgspec.structs.replace(snapshot, revision=last.line.seq)
    ops = [op for each in commits for op in each.read.line.ops]
    return Contents(
        snapshot=snapshot,
        keys=_keys_after(contents.keys, ops, snapshot),
        foreign=_foreign_after(contents.foreign, ops),
        tip=last.tip,
    )


def applied(contents: Contents, snapshot: Snapshot, ops: Sequence[Op], tip: str) -> Contents:
    """Contents after one commit whose snapshot is known."""
    return Contents(
        snapshot=snapshot,
        keys=_keys_after(contents.keys, ops, snapshot),
        foreign=_foreign_after(contents.foreign, ops),
        tip=tip,
    )


def _fitted(change_set: ChangeSet, snapshot: Snapshot) -> ChangeSet:
    changes = (_fit(each, snapshot.tables[each.table].get(each.id)) for each in change_set.changes)
    return ChangeSet(tuple(each for each in changes if each.before != each.after))


def _fit(change: Change, current: Record | None) -> Change:
    """A change on a record that was edited elsewhere after it."""
    after = change.after if current == change.before else current
    if current is not None and change.before is not None and change.after is not None:
        fields = {
            name: getattr(change.after, name)
            for name in current.__struct_fields__
            if getattr(current, name) == getattr(change.before, name)
        }
        after = msgspec.structs.replace(current, **fields)
    return Change(change.table, change.id, current, after)


def _keys_after(
    keys: dict[TableName, Keys], ops: Sequence[Op], snapshot: Snapshot
) -> dict[TableName, Keys]:
    touched: dict[TableName, list[Op]] = {}
    for op in ops:
        if is_own(op) and (op.before == NOTHING or op.after == NOTHING):
            touched.setdefault(cast(TableName, op.table), []).append(op)
    if not touched:
        return keys
    after = dict(keys)
    for name, some in touched.items():
        table, held = snapshot.tables[name], keys[name]
        made: dict[str, str] = {}
        following = held.following
        for op in some:
            if op.id in table and op.id not in held.by_id:
                made[op.id] = op.key or made.get(op.id) or str(following)
                following = max(following, int(made[op.id]) + 1)
        removed = [op.id for op in some if op.id not in table and op.id in held.by_id]
        after[name] = held.with_changes(made, removed)
    return after


def _foreign_after(
    foreign: dict[str, Rows | msgspec.Raw], ops: Sequence[Op]
) -> dict[str, Rows | msgspec.Raw]:
    others = [op for op in ops if not is_own(op)]
    if not others:
        return foreign
    after = dict(foreign)
    for op in others:
        held = after.get(op.table, {})
        rows = {} if isinstance(held, msgspec.Raw) else dict(held)
        if op.after == NOTHING:
            rows.pop(op.id, None)
        else:
            rows[op.id] = op.after
        after[op.table] = rows
    return after


def keys_for(change_set: ChangeSet, contents: Contents) -> dict[tuple[str, str], str]:
    """The doc_ids that new records get: the next free ones of their table."""
    given: dict[tuple[str, str], str] = {}
    following: dict[TableName, int] = {}
    for change in change_set.changes:
        if change.before is None and change.after is not None:
            number = following.get(change.table, contents.keys[change.table].following)
            given[change.table, change.id] = str(number)
            following[change.table] = number + 1
    return given
