"""A whole network among the files of an import: laid in after all else."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from store.formats.incoming import Refused
from store.formats.own_card import filled
from store.formats.plan import Entry, ImportHow, Plan, Twin
from store.formats.whole.document import Whole
from store.formats.whole.planning import Laid, laid_in
from store.formats.whole.seating import Seat
from store.records.change import ChangeSet, combine
from store.records.snapshot import Snapshot
from store.words.message import Message


def with_whole(plan: Plan, whole: Whole, file: str, snapshot: Snapshot, how: ImportHow) -> Plan:
    """The plan with all that a document holds.

    Args:
        plan: of the other files.
        whole: the document.
        file: its path as shown.
        snapshot: what is there before the import.
        how: what happens to people who are there already.
    """
    before = snapshot.apply(plan.change_set) if plan.change_set else snapshot
    laid = laid_in(before, whole, how)
    entries = tuple(_entries(plan, laid, file, snapshot))
    return msgspec.structs.replace(
        plan,
        change_set=combine((plan.change_set, laid.change_set)),
        new=tuple(each.person for each in entries if each.how == "new"),
        changed=tuple(each.person for each in entries if each.how == "changed" and how != "skip"),
        same=tuple(
            each.person
            for each in entries
            if each.how == "same" or (each.how == "changed" and how == "skip")
        ),
        me=filled(snapshot.me, laid.me),
        doubtful=tuple(Twin(person=each.person, like=each.like) for each in entries if each.like),
        interactions=plan.interactions + _count(laid.change_set, "interactions"),
        records=plan.records + _count(laid.change_set),
        left=plan.left + laid.left,
        entries=entries,
        refused=(
            *plan.refused,
            *(
                Refused(file=file, line=0, why=Message("import.forgotten"))
                for _ in range(laid.forgotten)
            ),
        ),
    )


def _entries(plan: Plan, laid: Laid, file: str, snapshot: Snapshot) -> Iterator[Entry]:
    """New ones first."""
    entries = {each.person: each for each in plan.entries}
    for seat in laid.people:
        entries[seat.person] = _seated(entries.get(seat.person), seat, file, snapshot)
    yield from (each for each in entries.values() if each.how == "new")
    yield from (each for each in entries.values() if each.how != "new")


def _seated(entry: Entry | None, seat: Seat, file: str, snapshot: Snapshot) -> Entry:
    before = snapshot.people.get(seat.person)
    if before is None:
        known = entry or Entry(
            person=seat.person, how="new", before=None, after=seat.after, like=seat.like, file=file
        )
        return msgspec.structs.replace(known, after=seat.after)
    adds = seat.after is not seat.before or (entry is not None and entry.how == "changed")
    known = entry or Entry(person=seat.person, how="same", before=before, after=before, file=file)
    after = seat.after if adds else before
    return msgspec.structs.replace(known, how="changed" if adds else "same", after=after)


def _count(change_set: ChangeSet, table: str = "") -> int:
    """How many records of a table come; of all but people, talks and the own card without one."""
    if table:
        return sum(each.table == table for each in change_set.changes)
    return sum(each.table not in ("people", "interactions", "me") for each in change_set.changes)
