"""The row that the rhythm of a tie brings: its order is known at once, the rest when it is read."""

from __future__ import annotations

from datetime import date

from store.records.kinds import Group
from store.records.person import Person
from store.rules.due import RANK, Due, SortKey, is_put_off, order_key
from store.rules.etiquette import VOICE_AFTER, restraint, rests_until
from store.rules.reason import Reason, ReasonValue
from store.rules.scene import Scene, Subject, row_for, worth
from store.rules.step import turns_to_voice
from store.rules.tie import LAST_DAY, Standing
from store.rules.turns import chance, past_cadence, spread_until, turn_day, turn_is_due


def turn_order(
    person: Person, standing: Standing, scene: Scene, bridge: bool = False
) -> SortKey | None:
    """Where the turn stands that the rhythm of this tie asks for today.

    None where none is due, good manners forbid it, or the user has put it off.
    """
    dormant = standing.band == "dormant" and standing.state == "tended"
    if not dormant and not turn_is_due(person, standing, scene.today):
        return None
    usual = standing.usual_gap_days or standing.prior
    if restraint(standing.history, usual, standing.today) is not None:
        return None
    group: Group = "dormant" if dormant else "cooling"
    if person.deferrals and is_put_off(person.deferrals, group, person.id, scene.today):
        return None
    if not dormant and standing.spans:
        spread = spread_until(person, standing, scene.today)
        if spread is not None and spread > scene.today:
            return None
    gain = worth(person, standing, scene, bridge)
    id = f"{group}:{person.id}"
    if dormant:
        return order_key(group, person, id, gain=gain)
    urgent = past_cadence(person, standing)
    return order_key(group, person, id, gain=gain * chance(standing), urgent=urgent)


def turn_row(subject: Subject, scene: Scene, order: SortKey) -> Due:
    """The row of a turn whose order is known."""
    usual = subject.standing.usual_gap_days or subject.standing.prior
    if order[0] == RANK["dormant"]:
        reason = Reason("dormant", _silence(subject.person, subject.standing, usual))
        return row_for(subject, scene, "dormant", order[-1], reason, order=order)
    reason, due = turn_reason(subject.person, subject.standing), _since(subject, scene.today)
    return row_for(subject, scene, "cooling", order[-1], reason, due=due, order=order)


def turn_reason(person: Person, standing: Standing) -> Reason:
    """Why the rhythm asks for a turn."""
    usual = standing.usual_gap_days or standing.prior
    if standing.silent_days is None:
        values: dict[str, ReasonValue] = {"usual_gap_days": usual}
        if person.layer is not None:
            values["layer"] = person.layer
        return Reason("not_yet", values)
    values = _silence(person, standing, usual)
    cadence = person.cadence_days
    if cadence and standing.silent_days > cadence:
        past = standing.silent_days - cadence
        return Reason("over_cadence", {**values, "cadence_days": cadence, "days_past": past})
    if standing.contacts == 1:
        if person.layer is not None:
            values["layer"] = person.layer
        return Reason("met_once", values)
    return Reason("rhythm", values)


def _silence(person: Person, standing: Standing, usual: float) -> dict[str, ReasonValue]:
    values: dict[str, ReasonValue] = {
        "silent_days": standing.silent_days or 0,
        "usual_gap_days": usual,
        "contacts": standing.contacts,
    }
    history = standing.history
    if history.unanswered >= VOICE_AFTER:
        values["unanswered"] = history.unanswered
        rests = rests_until(history)
        if rests is not None and rests > standing.today:
            values["rests_until"] = date.fromordinal(min(rests, LAST_DAY))
        elif turns_to_voice(person, history):
            values["voice"] = 1
    return values


def _since(subject: Subject, today: date) -> date | None:
    day = turn_day(subject.person, subject.standing)
    return None if day is None or day == date.min else min(day, today)
