"""The journal's lines laid over what the data file holds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import cast

import msgspec

from store.actions.commit import Entry
from store.disk.data_file import Contents, Rows
from store.disk.keys import Keys
from store.disk.line import NOTHING, Op, Read, entry_of_line, is_own
from store.disk.session import OUTSIDE
from store.records.change import Change, ChangeSet, combine
from store.records.document import BadDocumentError
from store.records.kinds import TableName
from store.records.record import Record
from store.records.snapshot import Snapshot, StaleChangeError
from store.words.message import DataProblem
from store.words.reader_message import reader_message


def newer_lines(lines: Iterable[Read], revision: int, tip: str) -> tuple[Read, ...]:
    """The lines that go on from a revision; those up to it are passed over.

    Args:
        lines: of the journal, in their order.
        revision: what is held already.
        tip: the checksum of the line that made it.

    Raises:
        DataProblem: where a line is missing in between, or belongs to other data.
    """
    held, known = revision, tip
    fresh: list[Read] = []
    for read in lines:
        if read.line.seq <= revision:
            if read.line.seq == held and known and read.tip != known:
                raise DataProblem("journal_gap", "problem.journal_gap", have=held)
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
        raise DataProblem(
            "damaged", "problem.damaged", where=reader_message(f"journal: {error}")
        ) from error


def replay_over_edited(base: Contents, commits: Sequence[Told]) -> Contents:
    """What a data file that another program has edited and the journal hold together.

    A field that is as the file was before the commits takes their value; one that is not was set
    by that program, which was later than all of them. A line that tells of such an edit is passed
    over, as the file has it or another one since: the commits after it knew of it.
    """
    snapshot = base.snapshot
    for some in _between_edits(commits):
        change_set = combine(each.entry.change_set for each in some)
        snapshot = snapshot.apply(_fitted(change_set, snapshot))
    if not commits:
        return base
    last = commits[-1].read
    ops = [op for some in _between_edits(commits) for each in some for op in each.read.line.ops]
    return Contents(
        snapshot=msgspec.structs.replace(snapshot, revision=last.line.seq),
        keys=_keys_after(base.keys, ops, snapshot),
        foreign=_foreign_after(base.foreign, ops, edited=True),
        tip=last.tip,
    )


def _between_edits(commits: Sequence[Told]) -> Iterator[list[Told]]:
    some: list[Told] = []
    for each in commits:
        if each.entry.session == OUTSIDE:
            yield some
            some = []
        else:
            some.append(each)
    yield some


def replay(contents: Contents, commits: Sequence[Told]) -> Contents:
    """Contents after some commits that go on from them."""
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
            if op.id in table and op.id not in held.by_id and op.id not in made:
                wanted = op.key
                if not wanted or (int(wanted) < held.following and _is_taken(wanted, held, made)):
                    wanted = str(following)
                made[op.id] = wanted
                following = max(following, int(wanted) + 1)
        removed = [op.id for op in some if op.id not in table and op.id in held.by_id]
        after[name] = held.with_changes(made, removed)
    return after


def _is_taken(key: str, held: Keys, made: Mapping[str, str]) -> bool:
    """Whether another record has a doc_id: another program counted on without the journal."""
    return key in made.values() or key in held.by_id.plain().values()


def _foreign_after(
    foreign: dict[str, Rows | msgspec.Raw], ops: Sequence[Op], *, edited: bool = False
) -> dict[str, Rows | msgspec.Raw]:
    others = [op for op in ops if not is_own(op)]
    if not others:
        return foreign
    after = dict(foreign)
    for op in others:
        held = after.get(op.table, {})
        rows = {} if isinstance(held, msgspec.Raw) else dict(held)
        if edited and not _is_same(rows.get(op.id, NOTHING), op.before):
            continue
        if op.after == NOTHING:
            rows.pop(op.id, None)
        else:
            rows[op.id] = op.after
        after[op.table] = rows
    return after


def foreign_ops(
    before: Mapping[str, Rows | msgspec.Raw], after: Mapping[str, Rows | msgspec.Raw]
) -> tuple[Op, ...]:
    """What has changed in the tables of other programs."""
    found: list[Op] = []
    for table in dict.fromkeys((*before, *after)):
        old, new = _rows_of(before, table), _rows_of(after, table)
        for key in dict.fromkeys((*old, *new)):
            was, now = old.get(key, NOTHING), new.get(key, NOTHING)
            if not _is_same(was, now):
                found.append(Op(table, key, was, now))
    return tuple(found)


def _is_same(one: msgspec.Raw, other: msgspec.Raw) -> bool:
    """Whether two documents are the same, however they are written."""
    return bool(one == other or msgspec.json.decode(one) == msgspec.json.decode(other))


def _rows_of(foreign: Mapping[str, Rows | msgspec.Raw], table: str) -> Rows:
    rows = foreign.get(table, {})
    return {} if isinstance(rows, msgspec.Raw) else rows


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
