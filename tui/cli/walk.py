"""The command `walk`: today, or the people of an event, for ears, fingers and telephones."""

from __future__ import annotations

import msgspec

from store.actions.resolve_event import event_meant
from store.records.ids import PersonId
from store.records.record import Document, Json
from tui.cli.answer import Answer
from tui.cli.session import Session
from tui.cli.verb import Given, Parameter, Verb


def walk(session: Session, given: Given) -> int:
    """Walk until it is left; gives the exit status.

    Raises:
        UnknownProblem: where there is no such event.
    """
    # Loaded only for the one command that needs it.
    from tui.cli.walking.begin import begin

    return begin(session, given)


def _stops(session: Session, given: Given) -> Answer:
    """Whom it would tell about, for programs: nobody is asked anything."""
    from store.views.answers_today import today_answer
    from store.views.today import today_view

    service = session.service
    rows = today_view(service.snapshot, service.ties(), whole=False).rows
    value: list[Json]
    if given.get("event"):
        event = event_meant(service.snapshot, str(given["event"]))
        people = dict.fromkeys((*event.people, *event.wanted))
        shown = frozenset(row.id for row in rows)
        value = [_at_event(session, id, shown) for id in people if id in service.snapshot.people]
    else:
        value = [today_answer(row) for row in rows]
    return Answer(value=value)


def _at_event(session: Session, id: PersonId, shown: frozenset[str]) -> Document:
    """Their first row, or the same keys where nothing is due for them."""
    from store.views.answers_today import today_answer
    from store.views.today import row_waiting

    service = session.service
    row = row_waiting(service.ties(), id)
    if row is not None:
        return today_answer(msgspec.structs.replace(row, today=row.id in shown))
    from store.views.why import why_view

    why = why_view(service.snapshot, service.ties(), id)
    return {
        "id": None,
        "person": {"id": id, "name": why.name},
        "group": None,
        "band": why.band,
        "reason": None,
        "step": why.step,
        "minutes": why.minutes,
        "due": None,
        "today": False,
    }


WALK = Verb(name="walk", help="cli.help.walk", parameters=(Parameter(name="event"),), run=_stops)
