"""Cards made one here, made one in another copy as well, before both are joined.

Otherwise what was noted there about the one that went would be about nobody, and lost.
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from store.actions.repointing import repointed
from store.actions.traces import Trace, Traces
from store.actions.unions import Union
from store.records.change import Change, ChangeSet, remove
from store.records.snapshot import Snapshot
from store.rules.united_card import united


def with_unions(theirs: Snapshot, made: Sequence[Union]) -> Snapshot:
    """The other copy as it would be, had the same cards been made one there."""
    for each in made:
        goes, stays = theirs.people.get(each.goes), theirs.people.get(each.stays)
        if goes is None:
            continue
        moved = repointed(theirs, each.stays, each.goes)
        changes = [*moved.changes, remove(goes)]
        if stays is not None:
            card = united(stays, goes, {}, each.entry.at.date(), moved.aside)
            changes.append(Change("people", stays.id, stays, card))
        theirs = theirs.apply(ChangeSet(tuple(changes)))
    return theirs


def traces_united(traces: Traces, made: Sequence[Union]) -> Traces:
    """What a history shows of the cards that went, as shown of those that stay."""
    fields = dict(traces.fields)
    for each in made:
        touched = fields.pop(("people", each.goes), {})
        mine = dict(fields.get(("people", each.stays), {}))
        for name, trace in touched.items():
            held = mine.get(name)
            mine[name] = trace if held is None else _later(held, trace)
        if mine:
            fields["people", each.stays] = mine
    return msgspec.structs.replace(traces, fields=fields)


def _later(one: Trace, other: Trace) -> Trace:
    return Trace(max(one.at, other.at), one.apart or other.apart)
