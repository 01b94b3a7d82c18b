"""When a turn is due, term by term: for the rhythm, for newcomers, after days away."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from store.records.person import Person
from store.rules.absence import SPREAD_DAYS
from store.rules.etiquette import LEAST_DAYS, REST_DAYS, quiet_days, restraint, rests_until
from store.rules.tie import Standing
from store.rules.turns import first_turn, proposed_from, spread_until, turn_day
from store.views.explain_figure import Figure
from store.views.explain_source import MANNERS
from store.words.day_messages import since_day
from store.words.message import Message
from store.words.numbers import Measure


def turn_figures(person: Person, standing: Standing, today: date) -> Iterator[Figure]:
    """The day of the turn, and that on which manners allow it."""
    if standing.state != "tended" or not standing.counted or standing.band == "dormant":
        return
    if standing.silent_days is None:
        yield from _first(person, standing)
    else:
        yield from _turn(person, standing, today)
    spread = spread_until(person, standing, today)
    if spread is not None:
        yield Figure(
            name="spread",
            part="tie",
            value=spread,
            what=Message("explain.spread", {"day": spread}),
            rule=Message("explain.rule.spread", {"weeks": SPREAD_DAYS // 7}),
        )


def _first(person: Person, standing: Standing) -> Iterator[Figure]:
    day = first_turn(person, standing)
    if day is not None and day != date.min:
        gap = Measure(standing.usual_gap_days or standing.prior)
        yield Figure(
            name="first_turn",
            part="tie",
            value=day,
            what=Message("explain.first_turn", {"day": day}),
            rule=Message("explain.rule.first_turn", {"days": gap}),
        )


def _turn(person: Person, standing: Standing, today: date) -> Iterator[Figure]:
    day = turn_day(person, standing)
    if day is None:
        return
    if day > today:
        day = proposed_from(person, standing, today) or day
    yield Figure(
        name="turn",
        part="tie",
        value=day,
        what=(
            Message("explain.turn", {"since": since_day(day, today)})
            if day <= today
            else Message("explain.turn_to_come", {"day": day})
        ),
        rule=Message("explain.rule.turn"),
    )


def manner_figures(standing: Standing, usual: float, today: date) -> Iterator[Figure]:
    """How long somebody is left alone after a contact, a plan, or messages without an answer."""
    history = standing.history
    if history.last is None and history.plan is None:
        return
    quiet = quiet_days(usual)
    held = restraint(history, usual, today.toordinal())
    what = Message("explain.guard", {"days": Measure(quiet)})
    if held == "planned":
        what = Message("explain.planned", {"day": standing.plan_on})
    elif held == "just_talked":
        what = Message("explain.just_talked", {"days": Measure(quiet)})
    elif held == "resting":
        rests = rests_until(history)
        until = date.fromordinal(rests) if rests is not None else today
        what = Message("explain.resting", {"n": history.unanswered, "day": until})
    yield Figure(
        name="guard",
        part="order",
        value=quiet,
        what=what,
        rule=Message("explain.rule.harass", {"least": LEAST_DAYS, "rest": REST_DAYS}),
        source=MANNERS,
    )
