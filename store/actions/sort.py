"""Sorting newcomers: how close, and when the last real talk was."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Literal

import msgspec

from store.actions.action import Action, Context, Outcome, Params
from store.actions.approximate import told_interaction
from store.actions.me_change import me_change
from store.actions.resolve import person_named
from store.records.change import Change, ChangeSet, alter, make
from store.records.ids import PersonId
from store.records.kinds import Layer
from store.records.me import ME
from store.records.snapshot import Snapshot
from store.words.message import Message

LastTalk = Literal["week", "month", "quarter", "year", "longer"]

DAYS_AGO: dict[LastTalk, int] = {"week": 4, "month": 18, "quarter": 60, "year": 210, "longer": 540}
"""What each answer is taken to mean, in days: somewhere in the middle of it."""


class Sort(Params, frozen=True, kw_only=True):
    """Whom, how close, and when the last real talk was; None is "not now" and "unknown"."""

    person: str
    layer: Layer | None = None
    last: LastTalk | None = None


class EndSorting(Params, frozen=True, kw_only=True):
    """Nothing more to say."""


def sort(snapshot: Snapshot, params: Sort, context: Context) -> Outcome:
    """Both answers about one person; whatever they are, nobody is asked about twice.

    Whoever sorts wants to go on: a sorting that was ended is taken up again.

    Raises:
        UnknownProblem: where the person is not known.
    """
    person = person_named(snapshot, params.person)
    key = PersonId(person.id)
    changes: list[Change] = []
    if params.layer is not None and params.layer != person.layer:
        changes.append(alter(person, layer=params.layer))
    if params.last is not None:
        on = context.today - timedelta(days=DAYS_AGO[params.last])
        if not _talked_since(snapshot, key, on):
            changes.append(make(told_interaction(key, on, context)))
    sorting = snapshot.me.sorting
    if key not in sorting.asked:
        asked = msgspec.structs.replace(
            sorting, asked=(*sorting.asked, key), last=context.today, wanted=True
        )
        changes.append(me_change(snapshot, sorting=asked))
    return Outcome(
        change_set=ChangeSet(tuple(changes)),
        id=person.id,
        about=person.name,
        said=Message("said.sorted", {"name": person.name}),
    )


def _talked_since(snapshot: Snapshot, person: PersonId, on: date) -> bool:
    talks = snapshot.interactions_of(person)
    return any(talk.on >= on and not talk.planned for talk in talks)


def end_sorting(snapshot: Snapshot, params: EndSorting, context: Context) -> Outcome:
    """Nobody is offered for sorting any more."""
    ended = msgspec.structs.replace(snapshot.me.sorting, wanted=False)
    change = me_change(snapshot, sorting=ended)
    changes = (change,) if change.before != change.after else ()
    return Outcome(change_set=ChangeSet(changes), id=ME, said=Message("said.sorting_ended"))


SORT = Action("sort", Sort, sort)
END_SORTING = Action("end-sorting", EndSorting, end_sorting)
