"""What would take a row off the list, concretely."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

import msgspec

from store.records.person import Person
from store.rules.occasions import NEW_JOB_DAYS
from store.rules.portion import DORMANT_EVERY
from store.rules.promises import news_day
from store.rules.tie import Standing, standing_of
from store.rules.turns import proposed_from, turn_is_due
from store.views.explain_backdrop import Backdrop
from store.views.today import TodayRow
from store.words.message import Message

CADENCES = (7, 14, 21, 30, 45, 60, 90, 120, 180, 270, 365)
"""Rhythms that people would set, in days."""


def leaves(backdrop: Backdrop, row: TodayRow) -> Iterator[Message]:
    """Done, another rhythm, letting go, or later."""
    if row.group == "promised":
        yield from _promised(row)
    elif row.group == "occasion":
        yield from _occasion(row, backdrop.today)
    elif row.group == "give":
        gift = "kind" in row.reason.values
        yield Message("explain.leave.gift" if gift else "explain.leave.give")
    else:
        yield from _turn(backdrop, row)
    yield Message("explain.leave.later")


def _promised(row: TodayRow) -> Iterator[Message]:
    code = row.reason.code
    if code == "plan_passed":
        yield Message("explain.leave.plan")
        return
    helped = row.reason.values.get("on")
    if code == "thanks" and isinstance(helped, date) and "kind" in row.reason.values:
        yield Message("explain.leave.thanks", {"day": news_day(helped)})
    else:
        yield Message("explain.leave.promise")


def _occasion(row: TodayRow, today: date) -> Iterator[Message]:
    due = row.due or today
    if row.reason.code in ("birthday", "date"):
        yield Message("explain.leave.birthday", {"day": due + timedelta(days=1)})
    else:
        over = due + timedelta(days=NEW_JOB_DAYS + 1)
        yield Message("explain.leave.new_job", {"day": over})


def _turn(backdrop: Backdrop, row: TodayRow) -> Iterator[Message]:
    person = backdrop.snapshot.people[row.person]
    after = backdrop.after_a_call(row.person)
    again = proposed_from(person, after, backdrop.today)
    if again is None:
        yield Message("explain.leave.contact")
    else:
        yield Message("explain.leave.contact_until", {"day": again})
    yield Message("explain.leave.planned")
    if row.group == "dormant":
        yield Message("explain.leave.dormant", {"days": DORMANT_EVERY})
    else:
        cadence = longer_rhythm(backdrop, person, backdrop.ties[row.person])
        if cadence is not None:
            yield Message("explain.leave.cadence", {"days": cadence})
    yield Message("explain.leave.fade")


def longer_rhythm(backdrop: Backdrop, person: Person, standing: Standing) -> int | None:
    """The shortest rhythm that people would set by which no turn is due today.

    None where there is none, or the first turn hangs on it.
    """
    if standing.silent_days is None:
        return None
    ties = backdrop.ties
    for days in CADENCES:
        other = msgspec.structs.replace(person, cadence_days=days)
        stands = standing_of(other, standing.history, standing.spans, ties.day)
        # A tie that sleeps by such a rhythm stays on the list, in its own lane.
        if stands.band != "dormant" and not turn_is_due(other, stands, ties.today):
            return days
    return None
