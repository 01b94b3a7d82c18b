"""From a ROW or PERSON as typed to a row of today's follow-ups."""

from __future__ import annotations

from datetime import date, timedelta

from store.actions.action import Context, Params
from store.actions.resolve import person_named
from store.records.kinds import DeferralHow
from store.records.person import Deferral, Person
from store.records.snapshot import Snapshot
from store.views.today import TodayRow, row_waiting
from store.words.message import Refusal, UnknownProblem

REMEMBERED = timedelta(days=30)
"""How long a deferral that is over is kept: a dormant tie passed last week rests the lane."""


class RowParams(Params, frozen=True, kw_only=True):
    """A row by its id (`cooling:PERSON`, a record's id), or a person, whose first row is meant."""

    row: str = ""
    person: str = ""


def row_meant(snapshot: Snapshot, params: RowParams, context: Context) -> TodayRow:
    """The row that is meant.

    Raises:
        UnknownProblem: where there is neither such a row nor such a person.
        Refusal: where the person has no row.
    """
    text = params.row or params.person
    found = row_waiting(context.ties(), text)
    if found is not None:
        return found
    if ":" in text:
        raise UnknownProblem("unknown_row", "problem.unknown_row", row=text)
    person = person_named(snapshot, text)
    found = row_waiting(context.ties(), person.id)
    if found is None:
        raise Refusal("nothing_due", "problem.nothing_due", name=person.name)
    return found


def deferred(
    person: Person, key: str, today: date, until: date, how: DeferralHow
) -> tuple[Deferral, ...]:
    """The person's deferrals with this one in, its predecessor and those long over out."""
    kept = (
        each for each in person.deferrals if each.row != key and each.until > today - REMEMBERED
    )
    return (*kept, Deferral(row=key, on=today, until=until, how=how))
