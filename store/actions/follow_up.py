"""Promise a follow-up."""

from __future__ import annotations

from datetime import date

from store.actions.action import Action, Context, Outcome, Params
from store.actions.resolve import person_named
from store.records.change import ChangeSet, make
from store.records.clean import clean_line
from store.records.follow_up import FollowUp
from store.records.ids import PersonId
from store.records.snapshot import Snapshot
from store.words.message import Message


class Promise(Params, frozen=True, kw_only=True):
    """Whom to get back to, by when, and why."""

    person: str
    on: date
    why: str = ""


def promise(snapshot: Snapshot, params: Promise, context: Context) -> Outcome:
    """A dated follow-up.

    Raises:
        UnknownProblem: where the person is not known.
    """
    person = person_named(snapshot, params.person)
    follow_up = FollowUp(
        id=context.new_id(),
        person=PersonId(person.id),
        on=params.on,
        why=clean_line(params.why),
        made=context.today,
    )
    return Outcome(
        change_set=ChangeSet((make(follow_up),)),
        id=follow_up.id,
        about=person.name,
        said=Message("said.promised", {"name": person.name, "day": params.on}),
    )


FOLLOW_UP = Action("follow-up", Promise, promise)
