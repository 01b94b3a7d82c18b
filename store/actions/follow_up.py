"""Promise a follow-up."""

from __future__ import annotations

from datetime import date

from store.actions.action import Action, Context, Outcome, Params
from store.actions.resolve import person_named
from store.records.change import ChangeSet, make
from store.records.clean import clean_line
from store.records.exchange import Exchange
from store.records.follow_up import FollowUp
from store.records.ids import ExchangeId, PersonId
from store.records.kinds import FollowUpKind
from store.records.snapshot import Snapshot
from store.rules.promises import owed_for
from store.words.day_messages import on_day
from store.words.message import Message, Refusal


class Promise(Params, frozen=True, kw_only=True):
    """Whom to get back to, by when, and why."""

    person: str
    on: date
    why: str = ""
    kind: FollowUpKind = "follow_up"
    """`thanks` and `news` stand for those that the last help received still owes: what came of it
    can be told before its 30 days are over."""


def promise(snapshot: Snapshot, params: Promise, context: Context) -> Outcome:
    """A dated follow-up.

    Raises:
        UnknownProblem: where the person is not known.
        Refusal: where the person has died.
    """
    person = person_named(snapshot, params.person)
    if person.status == "deceased":
        raise Refusal("deceased", "problem.deceased_waits", name=person.name)
    owed = _owed(snapshot, PersonId(person.id), params.kind)
    follow_up = FollowUp(
        id=context.new_id(),
        person=PersonId(person.id),
        on=params.on,
        why=clean_line(params.why) or (owed.note if owed is not None else ""),
        kind=params.kind,
        made=context.today,
        exchange=ExchangeId(owed.id) if owed is not None else None,
    )
    return Outcome(
        change_set=ChangeSet((make(follow_up),)),
        id=follow_up.id,
        about=person.name,
        said=Message(
            "said.promised", {"name": person.name, "day": on_day(params.on, context.today)}
        ),
    )


def _owed(snapshot: Snapshot, person: PersonId, kind: FollowUpKind) -> Exchange | None:
    """The latest help received for which thanks or news are still to be said."""
    if kind not in ("thanks", "news"):
        return None
    kept = snapshot.follow_ups_of(person)
    waiting = [
        each
        for each in snapshot.exchanges_of(person)
        if owed_for(each, kept) is not None and not (kind == "thanks" and each.thanked)
    ]
    return max(waiting, key=lambda each: (each.on, each.id), default=None)


FOLLOW_UP = Action("follow-up", Promise, promise)
