"""From a ROW or PERSON as typed to a row of today's follow-ups."""

from __future__ import annotations

from datetime import date, timedelta

from store.actions.action import Context, Params
from store.actions.resolve import is_id, person_named
from store.records.ids import PersonId
from store.records.kinds import DeferralHow
from store.records.person import Deferral, Person
from store.records.snapshot import Snapshot
from store.views.held_rows import Held, HeldWhat, held, held_row
from store.views.today import TodayRow, row_waiting
from store.words.day_messages import until_day
from store.words.message import Message, Refusal, UnknownProblem

REMEMBERED = timedelta(days=30)
"""How long a deferral that is over is kept: a dormant tie passed last week rests the lane."""

WAITING: dict[HeldWhat, str] = {
    "promise": "reason.short.follow_up",
    "gift": "held.gift",
    "news": "reason.short.news",
    "introduction": "reason.short.give",
    "plan": "held.plan",
}
"""What waits, in a word."""


class RowParams(Params, frozen=True, kw_only=True):
    """A row by its id (`cooling:PERSON`, a record's id), or a person, whose first row is meant."""

    row: str = ""
    person: str = ""


def row_meant(snapshot: Snapshot, params: RowParams, context: Context) -> TodayRow:
    """The row that is meant.

    Raises:
        UnknownProblem: where there is neither such a row nor such a person.
        Refusal: where the person has no row, or the record waits for a day to come.
    """
    text = params.row or params.person
    found = row_waiting(context.ties(), text)
    if found is not None:
        return found
    waits = held(snapshot, context.ties(), text)
    if waits is not None:
        raise _refused(waits, context.today)
    if ":" in text or (params.row and is_id(text) and PersonId(text) not in snapshot.people):
        raise UnknownProblem("unknown_row", "problem.unknown_row", row=text)
    person = person_named(snapshot, text)
    found = row_waiting(context.ties(), person.id)
    if found is None:
        raise Refusal("nothing_due", "problem.nothing_due", name=person.name)
    return found


def row_to_close(snapshot: Snapshot, params: RowParams, context: Context) -> TodayRow | None:
    """An open promise or gift that is meant, though no row of today stands for it."""
    text = params.row or params.person
    if row_waiting(context.ties(), text) is not None:
        return None
    return held_row(snapshot, context.ties(), text)


def _refused(waits: Held, today: date) -> Refusal:
    """Why nothing can be done about a record today."""
    if not waits.open:
        return Refusal("nothing_due", "problem.nothing_left", name=waits.name)
    if waits.until is None:
        return Refusal("nothing_due", "problem.nothing_due", name=waits.name)
    return Refusal(
        "not_yet",
        "problem.waits",
        name=waits.name,
        what=Message(WAITING[waits.what]),
        until=until_day(waits.until, today),
    )


def deferred(
    person: Person, key: str, today: date, until: date, how: DeferralHow
) -> tuple[Deferral, ...]:
    """The person's deferrals with this one in, its predecessor and those long over out."""
    kept = (
        each for each in person.deferrals if each.row != key and each.until > today - REMEMBERED
    )
    return (*kept, Deferral(row=key, on=today, until=until, how=how))
