"""Pass a row of today over: seen, nothing to do today."""

from __future__ import annotations

from datetime import timedelta

from store.actions.action import Action, Context, Outcome
from store.actions.row import RowParams, deferred, row_meant
from store.records.change import ChangeSet, alter
from store.records.snapshot import Snapshot
from store.views.today import deferral_key
from store.words.message import Message


class Pass(RowParams, frozen=True, kw_only=True):
    """Which row."""


def pass_over(snapshot: Snapshot, params: Pass, context: Context) -> Outcome:
    """Hide a row until tomorrow.

    Raises:
        UnknownProblem: where there is no such row or person.
        Refusal: where nothing is due.
    """
    row = row_meant(snapshot, params, context)
    person = snapshot.people[row.person]
    tomorrow = context.today + timedelta(days=1)
    deferrals = deferred(person, deferral_key(row), context.today, tomorrow, "pass")
    return Outcome(
        change_set=ChangeSet((alter(person, deferrals=deferrals),)),
        id=person.id,
        about=person.name,
        said=Message("said.passed", {"name": person.name}),
    )


PASS = Action("pass", Pass, pass_over)
