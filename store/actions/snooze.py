"""Put a row of today off until a day."""

from __future__ import annotations

from datetime import date

from store.actions.action import Action, Context, Outcome
from store.actions.row import RowParams, deferred, row_meant
from store.records.change import ChangeSet, alter
from store.records.snapshot import Snapshot
from store.views.today import deferral_key
from store.words.day_messages import on_day
from store.words.message import Message, UsageProblem


class Snooze(RowParams, frozen=True, kw_only=True):
    """Which row, and the first day on which it shows again."""

    until: date


def snooze(snapshot: Snapshot, params: Snooze, context: Context) -> Outcome:
    """Hide a row until its day.

    Raises:
        UnknownProblem: where there is no such row or person.
        Refusal: where nothing is due.
        UsageProblem: where the day has come already.
    """
    if params.until <= context.today:
        raise UsageProblem("not_later", "problem.not_later", until=params.until)
    row = row_meant(snapshot, params, context)
    person = snapshot.people[row.person]
    deferrals = deferred(person, deferral_key(row), context.today, params.until, "snooze")
    return Outcome(
        change_set=ChangeSet((alter(person, deferrals=deferrals),)),
        id=person.id,
        about=person.name,
        said=Message(
            "said.snoozed", {"name": person.name, "day": on_day(params.until, context.today)}
        ),
    )


SNOOZE = Action("snooze", Snooze, snooze)
