"""Note a death."""

from __future__ import annotations

from datetime import date

from store.actions.action import Action, Context, Outcome, Params
from store.actions.resolve import person_named
from store.records.change import Change, ChangeSet, alter
from store.records.ids import PersonId
from store.records.snapshot import Snapshot
from store.words.message import Message, Refusal


class Deceased(Params, frozen=True, kw_only=True):
    """Who, and when, where it is known."""

    person: str
    on: date | None = None


def deceased(snapshot: Snapshot, params: Deceased, context: Context) -> Outcome:
    """Out of queue, birthdays and heat; the card and its memories stay, open promises close.

    Raises:
        UnknownProblem: where the person is not known.
        Refusal: where the day has not come.
    """
    person = person_named(snapshot, params.person)
    if params.on is not None and params.on > context.today:
        raise Refusal("future_day", "problem.future_day", day=params.on)
    changes: list[Change] = [alter(person, status="deceased", deceased_on=params.on)]
    changes += [
        alter(follow_up, closed=context.today)
        for follow_up in snapshot.follow_ups_of(PersonId(person.id))
        if follow_up.closed is None
    ]
    return Outcome(
        change_set=ChangeSet(tuple(change for change in changes if change.before != change.after)),
        id=person.id,
        about=person.name,
        said=Message("said.deceased", {"name": person.name}),
    )


DECEASED = Action("deceased", Deceased, deceased)
