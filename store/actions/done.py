"""Done: close a promise, or log the proposed step of any other row."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from store.actions.action import Action, Context, Outcome
from store.actions.log import checked_minutes
from store.actions.row import RowParams, deferred, row_meant, row_to_close
from store.records.change import Change, ChangeSet, alter, make
from store.records.clean import clean_text
from store.records.ids import ExchangeId, FollowUpId, InteractionId
from store.records.interaction import Interaction
from store.records.kinds import Kind
from store.records.snapshot import Snapshot
from store.views.today import TodayRow, deferral_key
from store.views.week import minutes_for
from store.words.durations import minutes_message
from store.words.kinds import kind_message
from store.words.message import Message, Refusal

JOB_ROW_DAYS = 15
"""Days after which a new job is no occasion any more (RULES 2: 14 days)."""


class MarkDone(RowParams, frozen=True, kw_only=True):
    """Which row; kind and minutes where they differ from the proposed step."""

    kind: Kind | None = None
    minutes: int | None = None
    note: str = ""
    on: date | None = None
    """None is today, or the day of the plan."""


def mark_done(snapshot: Snapshot, params: MarkDone, context: Context) -> Outcome:
    """Close what was promised; log a contact where the row asked for one or one is told.

    An open promise or gift is closed though its row does not wait: early, or held back.

    Raises:
        UnknownProblem: where there is no such row or person.
        Refusal: where nothing is due, the day has not come, or who was to be given it has died.
        UsageProblem: where the minutes cannot be.
    """
    minutes = checked_minutes(params.minutes)
    if params.on is not None and params.on > context.today:
        raise Refusal("future_day", "problem.future_day", day=params.on)
    held = row_to_close(snapshot, params, context)
    row = held or row_meant(snapshot, params, context)
    promised = row.group == "promised"
    given = row.group == "give" and ExchangeId(row.id) in snapshot.exchanges
    if given and snapshot.people[row.person].status == "deceased":
        raise Refusal("deceased", "problem.deceased_waits", name=row.name)
    told = params.kind is not None or minutes is not None or bool(params.note.strip())
    plan = snapshot.interactions.get(InteractionId(row.id))
    day = params.on or context.today
    # What manners held back was given on an occasion that is noted already.
    if (promised or held is not None) and not told:
        changes = [*_closing(snapshot, row, context.today, day)]
        id = "said.given" if given else "said.closed"
        return _outcome(
            row,
            changes if plan is None else [_happened(plan, params)],
            Message(id, {"name": row.name}),
        )
    kind = params.kind or (row.step if plan is None else plan.kind)
    if minutes is None:
        minutes = row.minutes if kind == row.step else minutes_for(kind, context.ties())
    values: dict[str, object] = {
        "name": row.name,
        "kind": kind_message(kind),
        "minutes": minutes_message(minutes),
    }
    id = "said.given_and_logged" if given else "said.done"
    said = Message("said.closed_and_logged" if promised else id, values)
    if plan is not None:
        return _outcome(row, [_happened(plan, params, kind, minutes)], said)
    talk = Interaction(
        id=context.new_id(),
        people=(row.person,),
        kind=kind,
        on=day,
        minutes=minutes,
        note=clean_text(params.note),
        by="me",
    )
    return _outcome(row, [*_closing(snapshot, row, context.today, day), make(talk)], said)


def _happened(
    plan: Interaction, params: MarkDone, kind: Kind | None = None, minutes: int | None = None
) -> Change:
    """The plan as the talk that it became: telling it must not make a second one."""
    return alter(
        plan,
        planned=False,
        kind=kind or plan.kind,
        minutes=plan.minutes if minutes is None else minutes,
        note=clean_text(params.note) or plan.note,
        on=params.on or plan.on,
    )


def _outcome(row: TodayRow, changes: list[Change], said: Message) -> Outcome:
    return Outcome(change_set=ChangeSet(tuple(changes)), id=row.id, about=row.name, said=said)


def _closing(snapshot: Snapshot, row: TodayRow, today: date, day: date) -> Iterator[Change]:
    """What keeps the row itself from coming back; the ledger has it on the day of the talk."""
    follow_up = snapshot.follow_ups.get(FollowUpId(row.id))
    exchange = snapshot.exchanges.get(ExchangeId(row.id))
    if follow_up is not None:
        yield alter(follow_up, closed=today)
    elif exchange is not None and row.group == "give":
        yield alter(exchange, on=day, closed=day)
    elif exchange is not None and row.reason.code == "thanks":
        yield alter(exchange, thanked=day)
    elif exchange is not None:
        yield alter(exchange, told=day, closed=day)
    elif row.group == "occasion":
        person = snapshot.people[row.person]
        days = JOB_ROW_DAYS if row.reason.code == "new_job" else 1
        until = (row.due or today) + timedelta(days=days)
        deferrals = deferred(person, deferral_key(row), today, until, "pass")
        yield alter(person, deferrals=deferrals)


DONE = Action("done", MarkDone, mark_done)
