"""From the interactions with one person to weighted contact days, and what they add up to."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from store.records.interaction import Interaction
from store.records.kinds import Kind
from store.rules.pauses import Spans, paused_between
from store.rules.rhythm import ContactDay, Rhythm, replay

UNANSWERED = 0.4
"""The weight of what only I wrote: it is easily forgotten (A1)."""

GLANCE = 0.1
"""The weight of a sign on a social network."""

WEIGHTS: dict[Kind, float] = {
    "in_person": 1.0,
    "video": 1.0,
    "call": 1.0,
    "event": 1.0,
    "message": UNANSWERED,
    "email": UNANSWERED,
    "social": GLANCE,
}
"""The weight of a contact that I began, not yet answered."""

WRITTEN: frozenset[Kind] = frozenset({"message", "email"})
TALKS: frozenset[Kind] = frozenset({"in_person", "video", "call", "event"})

IN_A_ROW = 3
"""Written contacts in a row after which the voice is proposed."""

YEAR = 365
"""Days that count as the last year."""


class Contacts(msgspec.Struct, frozen=True, gc=False):
    """The contacts with a person up to a day, and the plans after it."""

    days: list[ContactDay] = []
    """In order, one a day."""
    plan: int | None = None
    """The next planned day (ordinal), today's included."""
    passed: tuple[str, ...] = ()
    """Ids of the interactions whose planned day has passed unconfirmed."""


class History(msgspec.Struct, frozen=True, gc=False):
    """What the contacts with one person come to; independent of the others and of the prior."""

    rhythm: Rhythm = Rhythm()
    days: int = 0
    """Contact days in all."""
    recent: int = 0
    """Contact days within the last year."""
    last: int | None = None
    """The real last contact, an ordinal."""
    kind: Kind | None = None
    """The kind of the last contact by which one can be had again (no event, no social sign)."""
    written: int = 0
    """Written contact days in a row, newest first; counted up to `IN_A_ROW`."""
    unanswered: int = 0
    """Days in a row on which only I wrote."""
    before: Rhythm | None = None
    """The rhythm before the last contact; only kept where that ended a silence of a year."""
    silence_ended: int = 0
    """The silence which the last contact ended, paused days out; 0 where below a year."""
    plan: int | None = None
    passed: tuple[str, ...] = ()


NO_HISTORY = History()


def contacts_of(interactions: Iterable[Interaction], today: int) -> Contacts:
    """Contact days up to `today`: a day counts once, with the largest weight of its contacts.

    What I wrote weighs more once they were heard from, on that day or later. Planned interactions
    and those of days to come move nothing.
    """
    found: dict[int, ContactDay] = {}
    heard = 0
    plan: int | None = None
    passed: list[str] = []
    for each in interactions:
        day = each.on.toordinal()
        if each.planned or day > today:
            if day < today:
                passed.append(each.id)
            elif plan is None or day < plan:
                plan = day
            continue
        kind = each.kind
        weight = WEIGHTS[kind]
        if each.by == "them":
            if day > heard:
                heard = day
            if weight == UNANSWERED:
                weight = 1.0
        known = found.get(day)
        if known is None or weight > known[1]:
            found[day] = (day, weight, kind)
    days = sorted(found.values())
    if heard:
        days = [
            (each[0], 1.0, each[2]) if each[1] == UNANSWERED and each[0] <= heard else each
            for each in days
        ]
    return Contacts(days, plan, tuple(passed))


def history_of(contacts: Contacts, today: int, spans: Spans = ()) -> History:
    """What contact days come to on a day."""
    days = contacts.days
    if not days:
        if contacts.plan is None and not contacts.passed:
            return NO_HISTORY
        return History(plan=contacts.plan, passed=contacts.passed)
    rhythm = replay(days, spans)
    last = days[-1][0]
    before: Rhythm | None = None
    ended = 0
    if len(days) > 1 and last - days[-2][0] > YEAR:
        previous = days[-2][0]
        ended = last - previous - int(paused_between(spans, previous, last))
        if ended > YEAR:
            before = replay(days[:-1], spans)
        else:
            ended = 0
    floor = today - YEAR
    recent = len(days) if days[0][0] > floor else sum(1 for each in days if each[0] > floor)
    kind, written, unanswered = _ending(days)
    return History(
        rhythm, len(days), recent, last, kind, written, unanswered, before, ended,
        contacts.plan, contacts.passed,
    )  # fmt: skip


def _ending(days: list[ContactDay]) -> tuple[Kind | None, int, int]:
    """The last repeatable kind, written days in a row, and days in a row without an answer."""
    kind: Kind | None = None
    written = unanswered = 0
    in_writing = unheard = True
    for _, weight, each in reversed(days):
        if weight == GLANCE:
            continue
        unheard = unheard and weight == UNANSWERED
        in_writing = in_writing and each in WRITTEN
        unanswered += unheard
        written += in_writing
        if kind is None and each != "event":
            kind = each
        if kind is not None and not unheard and (written >= IN_A_ROW or not in_writing):
            break
    return kind, min(written, IN_A_ROW), unanswered
