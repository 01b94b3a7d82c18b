"""Why this kind of contact, and why so many minutes, term by term."""

from __future__ import annotations

from collections.abc import Iterator

from store.records.kinds import Kind
from store.records.person import Person
from store.rules.contacts import History
from store.rules.etiquette import REST_AFTER, REST_DAYS, VOICE_AFTER
from store.rules.minutes import ENOUGH
from store.rules.step import Rung, Step, cities_now, step_for, trip_days, trips_on
from store.views.explain_backdrop import Backdrop
from store.views.explain_figure import Figure
from store.views.explain_source import LADDER, MANNERS
from store.views.today import TodayRow
from store.words.fold import fold
from store.words.kinds import kind_message
from store.words.message import Message

RUNGS: dict[Rung, str] = {
    "prefers": "explain.rule.prefers",
    "last_kind": "explain.rule.last_kind",
    "near_layer": "explain.rule.near_layer",
    "written_first": "explain.rule.written_first",
    "unanswered": "explain.rule.voice_unanswered",
    "written_often": "explain.rule.voice_written",
    "trip": "explain.rule.trip",
}
"""Why each rung is taken."""


def step_figures(backdrop: Backdrop, row: TodayRow) -> Iterator[Figure]:
    """The rung of the ladder, and the minutes."""
    sighting = backdrop.ties.sightings[row.person]
    history, person = sighting.standing.history, sighting.person
    chosen = step_for(person, history, backdrop.ties.scene.here, backdrop.today)
    if history.unanswered >= VOICE_AFTER:
        yield _unanswered(history.unanswered, chosen.rung)
    if row.group == "promised" and row.step != chosen.kind:
        plan = row.reason.code == "plan_passed"
        rule = Message("explain.rule.step_plan" if plan else "explain.rule.step_promised")
    else:
        rule = rung_rule(backdrop, person, history, chosen)
    yield Figure(
        name="step",
        part="step",
        value=row.step,
        what=Message("explain.step", {"kind": kind_message(row.step)}),
        rule=rule,
        source=LADDER,
    )
    yield _minutes(backdrop, row)


def _unanswered(count: int, rung: Rung) -> Figure:
    """Messages without an answer; the voice that follows from them, where it decides the step."""
    id = "explain.rule.unanswered" if rung == "unanswered" else "explain.rule.unanswered_rest"
    values: dict[str, object] = {"voice": VOICE_AFTER, "rest": REST_AFTER, "days": REST_DAYS}
    return Figure(
        name="unanswered",
        part="step",
        value=count,
        what=Message("explain.unanswered", {"n": count}),
        rule=Message(id, values),
        source=MANNERS,
    )


def rung_rule(backdrop: Backdrop, person: Person, history: History, step: Step) -> Message:
    """Why this step; where the wanted one cannot be, why not."""
    if step.kind != step.wanted:
        wanted: dict[str, object] = {"kind": kind_message(step.wanted)}
        avoided = step.wanted in person.avoids
        return Message("explain.rule.avoided" if avoided else "explain.rule.apart", wanted)
    if step.kind == "in_person":
        return _meeting(backdrop, person, step)
    return Message(RUNGS[step.rung], {"n": history.unanswered or history.written})


def _meeting(backdrop: Backdrop, person: Person, step: Step) -> Message:
    """Where both are: on a trip that the user has noted, or at home."""
    theirs = cities_now(person.cities, backdrop.today)
    why = Message(RUNGS[step.rung])
    for city in trips_on(backdrop.snapshot.me.cities, backdrop.today):
        days = trip_days(city)
        if days is not None and fold(city.name) in theirs:
            there: dict[str, object] = {"city": city.name, "day": days[1], "why": why}
            return Message("explain.rule.meeting_trip", there)
    both = theirs & backdrop.ties.scene.here.names
    shared = (city.name for city in person.cities if fold(city.name) in both)
    return Message("explain.rule.meeting", {"city": next(shared, ""), "why": why})


def _minutes(backdrop: Backdrop, row: TodayRow) -> Figure:
    kind: Kind = row.step
    if row.reason.code != "plan_passed":
        return minutes_figure(backdrop, kind, row.minutes)
    return Figure(
        name="minutes",
        part="step",
        value=row.minutes,
        what=Message("explain.no_minutes"),
        rule=Message("explain.rule.minutes_none"),
    )


def minutes_figure(backdrop: Backdrop, kind: Kind, minutes: int) -> Figure:
    """The usual minutes of a kind: the user's own, or those of the settings."""
    noted = backdrop.noted(kind)
    if noted >= ENOUGH:
        rule = Message("explain.rule.minutes_own", {"minutes": minutes, "n": noted})
    else:
        rule = Message("explain.rule.minutes_setting", {"enough": ENOUGH})
    what = Message("explain.minutes", {"minutes": minutes, "n": noted})
    return Figure(name="minutes", part="step", value=minutes, what=what, rule=rule)
