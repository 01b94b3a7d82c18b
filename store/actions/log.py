"""Log an interaction, past or planned."""

from __future__ import annotations

from datetime import date

from store.actions.action import Action, Context, Outcome, Params
from store.actions.resolve import person_named
from store.records.change import ChangeSet, make
from store.records.clean import clean_text
from store.records.ids import PersonId
from store.records.interaction import Interaction
from store.records.kinds import By, Kind
from store.records.person import Person
from store.records.snapshot import Snapshot
from store.views.week import minutes_for
from store.words.durations import DAY, minutes_message
from store.words.kinds import kind_message
from store.words.message import Message, UsageProblem

LONGEST = DAY
"""Minutes of one interaction at most."""


class Log(Params, frozen=True, kw_only=True):
    """Whom, how, how long, and what they told."""

    people: tuple[str, ...]
    kind: Kind = "call"
    minutes: int | None = None
    """None takes the usual minutes of the kind."""
    note: str = ""
    on: date | None = None
    """None is today; a day to come plans it."""
    by: By | None = None


def log(snapshot: Snapshot, params: Log, context: Context) -> Outcome:
    """One interaction with one or more people.

    Raises:
        UnknownProblem: where somebody is not known.
        UsageProblem: where nobody is named or the minutes cannot be.
    """
    people = people_named(snapshot, params.people)
    minutes = checked_minutes(params.minutes)
    if minutes is None:
        minutes = minutes_for(params.kind, context.ties())
    on = params.on or context.today
    planned = on > context.today
    interaction = Interaction(
        id=context.new_id(),
        people=tuple(PersonId(person.id) for person in people),
        kind=params.kind,
        on=on,
        minutes=minutes,
        note=clean_text(params.note),
        by=params.by,
        planned=planned,
    )
    names = ", ".join(person.name for person in people)
    values: dict[str, object] = {
        "name": names,
        "kind": kind_message(params.kind),
        "minutes": minutes_message(minutes),
        "day": on,
    }
    said = "said.planned" if planned else "said.logged"
    if not planned and any(_promised(snapshot, PersonId(each.id), on) for each in people):
        said = "said.logged_promise"
    return Outcome(
        change_set=ChangeSet((make(interaction),)),
        id=interaction.id,
        about=names,
        said=Message(said, values),
    )


def _promised(snapshot: Snapshot, person: PersonId, on: date) -> bool:
    """Whether something promised to them is due, which a talk does not close."""
    return any(
        each.closed is None and each.on <= on and each.kind in ("follow_up", "event")
        for each in snapshot.follow_ups_of(person)
    )


def people_named(snapshot: Snapshot, names: tuple[str, ...]) -> tuple[Person, ...]:
    """The people meant, each once, in the order given.

    Raises:
        UnknownProblem: where one is not known.
        UsageProblem: where none is named.
    """
    people = {person.id: person for person in (person_named(snapshot, name) for name in names)}
    if not people:
        raise UsageProblem("nobody", "problem.nobody")
    return tuple(people.values())


def checked_minutes(minutes: int | None) -> int | None:
    """The minutes, if they can be.

    Raises:
        UsageProblem: below 0 or above a day.
    """
    if minutes is not None and not 0 <= minutes <= LONGEST:
        raise UsageProblem("bad_minutes", "problem.bad_minutes", most=LONGEST)
    return minutes


LOG = Action("log", Log, log)
