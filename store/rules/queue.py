"""The rows of today for one person that are not their rhythm's: promised, occasion, give."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from store.records.exchange import Exchange
from store.records.introduction import Introduction
from store.rules.due import Due, is_put_off, order_key
from store.rules.etiquette import restraint
from store.rules.occasions import age_on, birthday_near, dates_near, new_job_near
from store.rules.promises import Promise, promises_of, waits_to_be_given
from store.rules.reason import Reason, ReasonValue
from store.rules.scene import Scene, Subject, row_for, worth

WAITING = frozenset({"proposed", "a_agreed", "b_agreed"})
"""States of an introduction that waits for the user's next move."""


def dues_of(subject: Subject, scene: Scene) -> tuple[Due, ...]:
    """The rows of one person today but that of the rhythm, in no order.

    Those put off are left out.
    """
    state = subject.standing.state
    if state in ("faded", "deceased"):
        return ()
    found = list(_promised(subject, scene))
    if not subject.standing.counted:
        return tuple(found)
    if state == "seen_anyway":
        # No rhythm, hence no manners to wait for: what is put by needs a day without a contact.
        if subject.standing.last_on != scene.today:
            found.extend(_given(subject, scene, ()))
        return tuple(found)
    found.extend(_occasions(subject, scene))
    if state == "tended" and (subject.introductions or subject.exchanges):
        usual = subject.standing.usual_gap_days or subject.standing.prior
        if restraint(subject.history, usual, scene.today.toordinal()) is None:
            found.extend(_given(subject, scene, subject.introductions))
    return tuple(found)


def _promised(subject: Subject, scene: Scene) -> Iterator[Due]:
    for promise in promises_of(subject.follow_ups, subject.exchanges, subject.passed):
        if promise.on <= scene.today and not _put_off(subject, scene, promise.id):
            yield promised_row(subject, scene, promise)


def promised_row(subject: Subject, scene: Scene, promise: Promise) -> Due:
    """The row of a promise, whatever its day."""
    row = row_for(
        subject,
        scene,
        "promised",
        promise.id,
        promise.reason,
        due=promise.on,
        step=promise.step,
    )
    kept = promise.minutes
    return row if kept is None else msgspec.structs.replace(row, minutes=kept)


def _occasions(subject: Subject, scene: Scene) -> Iterator[Due]:
    person, last = subject.person, subject.standing.last_on
    birthday = birthday_near(person, scene.today) if person.birthday else None
    if birthday and last != scene.today and not _put_off(subject, scene, "birthday"):
        values: dict[str, ReasonValue] = {"on": birthday, "days": (birthday - scene.today).days}
        age = age_on(person.birthday, birthday)
        if age is not None:
            values["age"] = age
        reason = Reason("birthday", values)
        yield row_for(subject, scene, "occasion", f"birthday:{person.id}", reason, due=birthday)
    if person.dates and last != scene.today:
        yield from _dates(subject, scene)
    noted = new_job_near(person, scene.today) if person.new_job_on else None
    congratulated = noted is not None and last is not None and last >= noted
    if noted and not congratulated and not _put_off(subject, scene, "new_job"):
        values = {"on": noted, "days": (scene.today - noted).days}
        if person.org:
            values["org"] = person.org
        reason = Reason("new_job", values)
        yield row_for(subject, scene, "occasion", f"new_job:{person.id}", reason, due=noted)


def _dates(subject: Subject, scene: Scene) -> Iterator[Due]:
    """The other dates of the coming week."""
    person = subject.person
    for each in dates_near(person, scene.today):
        if _put_off(subject, scene, f"date:{each.key}"):
            continue
        values: dict[str, ReasonValue] = {"on": each.on, "days": (each.on - scene.today).days}
        if each.years is not None:
            values["years"] = each.years
        reason = Reason("date", {**values, "name": each.name})
        id = f"date:{person.id}:{each.key}"
        yield row_for(subject, scene, "occasion", id, reason, due=each.on)


def _given(
    subject: Subject, scene: Scene, introductions: tuple[Introduction, ...]
) -> Iterator[Due]:
    """What waits to be given, and the introductions under way."""
    gifts = tuple(each for each in subject.exchanges if waits_to_be_given(each))
    everything: tuple[Introduction | Exchange, ...] = (*introductions, *gifts)
    for waiting in everything:
        if waiting.on <= scene.today and not _put_off(subject, scene, waiting.id):
            yield given_row(subject, scene, waiting)


def given_row(subject: Subject, scene: Scene, waiting: Introduction | Exchange) -> Due:
    """The row of what waits to be given, whatever holds it back."""
    gain = worth(subject.person, subject.standing, scene, subject.bridge)
    order = order_key("give", subject.person, waiting.id, gain=gain)
    reason = Reason("give", _gift(waiting))
    return row_for(subject, scene, "give", waiting.id, reason, due=waiting.on, order=order)


def _gift(waiting: Introduction | Exchange) -> dict[str, ReasonValue]:
    """What is to be given, in the user's words where there are any."""
    values: dict[str, ReasonValue] = {"on": waiting.on}
    if isinstance(waiting, Introduction):
        values["state"], why = waiting.state, waiting.why
    else:
        values["kind"], why = waiting.kind, waiting.note
    return {**values, "why": why} if why else values


def _put_off(subject: Subject, scene: Scene, key: str) -> bool:
    """Whether the user put a row off; `key` is a record's id, or the kind of a computed row."""
    person = subject.person
    if not person.deferrals:
        return False
    return is_put_off(person.deferrals, key, person.id, scene.today)
