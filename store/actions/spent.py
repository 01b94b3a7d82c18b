"""Time spent on the network without a person: preparing, an event, an evening of messages."""

from __future__ import annotations

from datetime import date

from store.actions.action import Action, Context, Outcome, Params
from store.actions.log import LONGEST
from store.records.change import ChangeSet, make
from store.records.clean import clean_text
from store.records.kinds import BudgetKind
from store.records.snapshot import Snapshot
from store.records.time_entry import TimeEntry
from store.words.day_messages import for_day
from store.words.durations import minutes_message
from store.words.kinds import budget_message
from store.words.message import Message, Refusal, UsageProblem


class Spent(Params, frozen=True, kw_only=True):
    """Of what kind, how long, when."""

    kind: BudgetKind
    minutes: int
    note: str = ""
    on: date | None = None
    """None is today; no day to come."""


def spent(snapshot: Snapshot, params: Spent, context: Context) -> Outcome:
    """An entry of time.

    Raises:
        UsageProblem: where the minutes cannot be.
        Refusal: where the day is yet to come.
    """
    if not 1 <= params.minutes <= LONGEST:
        raise UsageProblem("bad_minutes", "problem.minutes_from_one", most=LONGEST)
    on = params.on or context.today
    if on > context.today:
        raise Refusal("future_day", "problem.future_day", day=on)
    entry = TimeEntry(
        id=context.new_id(),
        kind=params.kind,
        on=on,
        minutes=params.minutes,
        note=clean_text(params.note),
    )
    due = for_day(on, context.today)
    values: dict[str, object] = {
        "kind": budget_message(params.kind),
        "due": due,
        "minutes": minutes_message(params.minutes),
    }
    return Outcome(
        change_set=ChangeSet((make(entry),)),
        id=entry.id,
        said=Message("said.spent" if on == context.today else "said.spent_on", values),
    )


SPENT = Action("spent", Spent, spent)
