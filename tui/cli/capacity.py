"""`capacity`: what the present rhythms promise a week, and what a change would make of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from store.actions.resolve import person_meant
from store.records.ids import PersonId
from store.records.kinds import LAYERS, Layer
from store.words.message import UsageProblem
from tui.cli.answer import Answer
from tui.cli.finding import layer_given
from tui.cli.session import Session
from tui.cli.verb import Given, Parameter, Verb
from tui.cli.whole_number import whole_number

if TYPE_CHECKING:
    from store.views.weekly_minutes import WeeklyMinutes
    from store.views.what_if import WhatIf


def _capacity(session: Session, given: Given) -> Answer:
    """Everybody who counts, the dearest first; or one person, with another layer or rhythm."""
    if given.get("person"):
        return _one(session, given)
    if given.get("cadence") is not None:
        raise UsageProblem("usage", "problem.capacity_whom")
    from store.views.answers_capacity import capacity_answer
    from store.views.capacity import capacity_view, nudge_of
    from tui.cli.capacity_lines import capacity_lines

    snapshot, ties = session.service.snapshot, session.service.ties()
    view, layer = capacity_view(snapshot, ties), layer_given(given)
    costs = [cost for cost in view.costs if layer in (None, cost.layer)]
    told = [
        (cost, nudge_of(snapshot, ties, cost.person))
        for cost in costs[: whole_number(given, "limit")]
    ]
    return Answer(
        value=capacity_answer(view, told),
        lines=lambda: capacity_lines(view, told, session.words),
    )


def _one(session: Session, given: Given) -> Answer:
    from store.views.answers_capacity import person_capacity_answer
    from store.views.capacity import nudge_of
    from store.views.weekly_minutes import TieMinutes, WeeklyMinutes
    from tui.cli.capacity_lines import person_lines

    snapshot, ties = session.service.snapshot, session.service.ties()
    person = person_meant(snapshot, str(given.get("person")))
    id = PersonId(person.id)
    known = WeeklyMinutes.of(snapshot, ties)
    now = known.lines.get(id) or TieMinutes(None, "unsorted")
    nudge, told = nudge_of(snapshot, ties, id), _what_if(session, given, id, known)
    return Answer(
        value=person_capacity_answer(person, now, nudge, told, known.total()),
        lines=lambda: person_lines(person, now, nudge, told, session.words),
    )


def _what_if(
    session: Session, given: Given, person: PersonId, known: WeeklyMinutes
) -> WhatIf | None:
    """What the layer or rhythm asked about would change; None where none was."""
    from store.views.what_if import what_if

    layer, cadence = _layer(given), _cadence(given)
    if layer is None and cadence is None:
        return None
    snapshot, ties = session.service.snapshot, session.service.ties()
    return what_if(snapshot, ties, person, layer=layer, cadence=cadence, known=known)


def _layer(given: Given) -> Layer | Literal[0] | None:
    """A layer, or 0 for none at all."""
    return 0 if whole_number(given, "layer") == 0 else layer_given(given)


def _cadence(given: Given) -> int | None:
    """Days as `edit --cadence` takes them: 0 is seen anyway, -1 what the contacts show.

    Raises:
        UsageProblem: where it is no such number.
    """
    from store.actions.card_fields import MAX_CADENCE, OWN_RHYTHM

    value = given.get("cadence")
    if value is None:
        return None
    try:
        days = int(str(value))
    except ValueError:
        days = OWN_RHYTHM - 1
    if not OWN_RHYTHM <= days <= MAX_CADENCE:
        raise UsageProblem("bad_cadence", "problem.bad_cadence", most=MAX_CADENCE)
    return days


CAPACITY = Verb(
    name="capacity",
    help="cli.help.capacity",
    parameters=(
        Parameter(name="person", positional=True),
        Parameter(name="layer", shape="number", value="|".join(map(str, (0, *LAYERS)))),
        Parameter(name="cadence", shape="number"),
        Parameter(name="limit", shape="number"),
    ),
    run=_capacity,
)
