"""The command `untouched`: who was not touched for years, and since when."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from store.actions.look_over import LookOver
from store.config.settings import MOST_YEARS
from store.records.person import Person
from store.records.record import Json
from store.rules.untouched import Touches, untouched
from store.words import dates
from store.words.message import UsageProblem
from store.words.width import fit
from store.words.words import Words
from tui.cli.answer import Answer
from tui.cli.session import Session
from tui.cli.verb import Given, Parameter, Verb

NAME = 24
"""Cells for a name."""

Row = tuple[Person, date]
"""Who, and the day of the last touch."""


def _untouched(session: Session, given: Given) -> Answer:
    """Those untouched the longest first; looking changes nothing unless that is asked for."""
    years = _years(session, given)
    snapshot = session.service.snapshot
    touches = Touches(snapshot)
    rows: list[Row] = []
    for id in untouched(snapshot, session.today, years):
        person = snapshot.people[id]
        last = touches.last(person)
        if last is not None:
            rows.append((person, last))
    if given.get("looked_over"):
        session.service.perform("look-over", LookOver())
    value: list[Json] = [
        {"person": {"id": person.id, "name": person.name}, "since": last.isoformat()}
        for person, last in rows
    ]
    return Answer(value=value, lines=lambda: _lines(rows, years, session.words))


def _years(session: Session, given: Given) -> int:
    value = given.get("years")
    if value is None:
        return session.service.settings.untouched_years
    try:
        years = int(str(value))
    except ValueError:
        years = 0
    if not 1 <= years <= MOST_YEARS:
        raise UsageProblem("bad_years", "problem.bad_years", most=MOST_YEARS)
    return years


def _lines(rows: Iterable[Row], years: int, words: Words) -> list[str]:
    lines = [
        f"{fit(person.name, NAME)} {dates.day_of_month(last, words.language)}"
        for person, last in rows
    ]
    if not lines:
        lines.append(words.say("untouched.nobody", years=words.say("duration.years", n=years)))
    return lines


UNTOUCHED = Verb(
    name="untouched",
    help="cli.help.untouched",
    parameters=(
        Parameter(name="years", shape="number"),
        Parameter(name="looked_over", shape="flag"),
    ),
    run=_untouched,
)
