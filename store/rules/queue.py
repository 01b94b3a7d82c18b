"""The rows of today for one person: promised, occasion, cooling, dormant, give.

The rows that the rhythm brings are many and few are read: their order is known at once, the rest
of them is made when somebody looks.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import msgspec

from store.records.exchange import Exchange
from store.records.follow_up import FollowUp
from store.records.ids import PersonId
from store.records.interaction import Interaction
from store.records.introduction import Introduction
from store.records.kinds import Group, Kind
from store.records.person import Person
from store.rules.contacts import History
from store.rules.due import RANK, Due, SortKey, is_put_off, order_key
from store.rules.etiquette import VOICE_AFTER, restraint
from store.rules.occasions import age_on, birthday_near, new_job_near
from store.rules.promises import promises_of
from store.rules.reason import Reason, ReasonValue
from store.rules.step import proposed_step
from store.rules.tie import Standing
from store.rules.turns import chance, past_cadence, turn_day, turn_is_due
from store.rules.value import layer_value, value_of

WAITING = frozenset({"proposed", "a_agreed", "b_agreed"})
"""States of an introduction that waits for the user's next move."""


class Scene(msgspec.Struct, frozen=True, kw_only=True):
    """What is the same for everybody today."""

    today: date
    minutes: dict[Kind, int]
    """Usual minutes of each kind."""
    layer_values: dict[str, float]
    here: frozenset[str] = frozenset()
    """The cities where the user is, as compared."""
    near: frozenset[str] = frozenset()
    """How the birthdays of the coming week end, as written."""


class Subject(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """One person with all that their rows are made from."""

    person: Person
    standing: Standing
    history: History
    bridge: bool = False
    follow_ups: tuple[FollowUp, ...] = ()
    exchanges: tuple[Exchange, ...] = ()
    passed: tuple[Interaction, ...] = ()
    """Plans whose day has gone by, asked of this person."""
    introductions: tuple[Introduction, ...] = ()
    """Those in which this person is the side to turn to."""


def dues_of(subject: Subject, scene: Scene) -> tuple[Due, ...]:
    """The rows of one person today but that of the rhythm, in no order.

    Those put off are left out.
    """
    state = subject.standing.state
    if state in ("faded", "deceased"):
        return ()
    found = list(_promised(subject, scene))
    if state == "seen_anyway" or not subject.standing.counted:
        return tuple(found)
    found.extend(_occasions(subject, scene))
    if state == "tended" and subject.introductions:
        found.extend(_given(subject, scene))
    return tuple(found)


def turn_order(subject: Subject, scene: Scene) -> SortKey | None:
    """Where the turn stands that the rhythm of this tie asks for today.

    None where none is due, good manners forbid it, or the user has put it off.
    """
    standing, person = subject.standing, subject.person
    dormant = standing.band == "dormant" and standing.state == "tended"
    if not dormant and not turn_is_due(person, standing, scene.today):
        return None
    usual = standing.usual_gap_days or standing.prior
    if restraint(subject.history, usual, scene.today.toordinal()) is not None:
        return None
    group: Group = "dormant" if dormant else "cooling"
    if person.deferrals and is_put_off(person.deferrals, group, person.id, scene.today):
        return None
    worth = _worth(subject, scene)
    id = f"{group}:{person.id}"
    if dormant:
        return order_key(group, person, id, gain=worth)
    urgent = past_cadence(person, standing)
    return order_key(group, person, id, gain=worth * chance(standing), urgent=urgent)


def turn_row(subject: Subject, scene: Scene, order: SortKey) -> Due:
    """The row of a turn whose order is known."""
    usual = subject.standing.usual_gap_days or subject.standing.prior
    if order[0] == RANK["dormant"]:
        reason = Reason("dormant", _silence(subject, usual))
        return _row(subject, scene, "dormant", order[-1], reason, order=order)
    reason, due = turn_reason(subject), _since(subject, scene.today)
    return _row(subject, scene, "cooling", order[-1], reason, due=due, order=order)


def _worth(subject: Subject, scene: Scene) -> float:
    weight = layer_value(subject.person.layer, scene.layer_values)
    return value_of(weight, subject.standing.recent, subject.bridge)


def _promised(subject: Subject, scene: Scene) -> Iterator[Due]:
    for promise in promises_of(subject.follow_ups, subject.exchanges, subject.passed):
        if promise.on <= scene.today and not _put_off(subject, scene, promise.id):
            row = _row(
                subject,
                scene,
                "promised",
                promise.id,
                promise.reason,
                due=promise.on,
                step=promise.step,
            )
            kept = promise.minutes
            yield row if kept is None else msgspec.structs.replace(row, minutes=kept)


def _occasions(subject: Subject, scene: Scene) -> Iterator[Due]:
    person, last = subject.person, subject.standing.last_on
    birthday = birthday_near(person, scene.today) if person.birthday else None
    if birthday and last != scene.today and not _put_off(subject, scene, "birthday"):
        values: dict[str, ReasonValue] = {"on": birthday, "days": (birthday - scene.today).days}
        age = age_on(person.birthday, birthday)
        if age is not None:
            values["age"] = age
        reason = Reason("birthday", values)
        yield _row(subject, scene, "occasion", f"birthday:{person.id}", reason, due=birthday)
    noted = new_job_near(person, scene.today) if person.new_job_on else None
    congratulated = noted is not None and last is not None and last > noted
    if noted and not congratulated and not _put_off(subject, scene, "new_job"):
        values = {"on": noted, "days": (scene.today - noted).days}
        if person.org:
            values["org"] = person.org
        reason = Reason("new_job", values)
        yield _row(subject, scene, "occasion", f"new_job:{person.id}", reason, due=noted)


def _given(subject: Subject, scene: Scene) -> Iterator[Due]:
    """What waits to be given, where good manners allow it."""
    usual = subject.standing.usual_gap_days or subject.standing.prior
    if restraint(subject.history, usual, scene.today.toordinal()) is not None:
        return
    for each in subject.introductions:
        if each.on > scene.today or _put_off(subject, scene, each.id):
            continue
        values: dict[str, ReasonValue] = {"on": each.on, "state": each.state}
        if each.why:
            values["why"] = each.why
        order = order_key("give", subject.person, each.id, gain=_worth(subject, scene))
        reason = Reason("give", values)
        yield _row(subject, scene, "give", each.id, reason, due=each.on, order=order)


def _put_off(subject: Subject, scene: Scene, key: str) -> bool:
    """Whether the user put a row off; `key` is a record's id, or the kind of a computed row."""
    person = subject.person
    if not person.deferrals:
        return False
    return is_put_off(person.deferrals, key, person.id, scene.today)


def turn_reason(subject: Subject) -> Reason:
    """Why the rhythm asks for a turn."""
    person, standing = subject.person, subject.standing
    usual = standing.usual_gap_days or standing.prior
    if standing.silent_days is None:
        values: dict[str, ReasonValue] = {"usual_gap_days": usual}
        if person.layer is not None:
            values["layer"] = person.layer
        return Reason("not_yet", values)
    values = _silence(subject, usual)
    cadence = person.cadence_days
    if cadence and standing.silent_days > cadence:
        past = standing.silent_days - cadence
        return Reason("over_cadence", {**values, "cadence_days": cadence, "days_past": past})
    if standing.contacts == 1:
        if person.layer is not None:
            values["layer"] = person.layer
        return Reason("met_once", values)
    return Reason("rhythm", values)


def _silence(subject: Subject, usual: float) -> dict[str, ReasonValue]:
    values: dict[str, ReasonValue] = {
        "silent_days": subject.standing.silent_days or 0,
        "usual_gap_days": usual,
        "contacts": subject.standing.contacts,
    }
    if subject.history.unanswered >= VOICE_AFTER:
        values["unanswered"] = subject.history.unanswered
    return values


def _since(subject: Subject, today: date) -> date | None:
    day = turn_day(subject.person, subject.standing)
    return None if day is None or day == date.min else min(day, today)


def _row(
    subject: Subject,
    scene: Scene,
    group: Group,
    id: str,
    reason: Reason,
    *,
    due: date | None = None,
    step: Kind | None = None,
    order: SortKey | None = None,
) -> Due:
    person = subject.person
    kind = step or proposed_step(person, subject.history, scene.here, scene.today)
    return Due(
        id=id,
        person=PersonId(person.id),
        name=person.name,
        group=group,
        reason=reason,
        band=subject.standing.band,
        layer=person.layer,
        step=kind,
        minutes=scene.minutes[kind],
        due=due,
        pinned=person.pinned,
        order=order or order_key(group, person, id, due=due),
    )
