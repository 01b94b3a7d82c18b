"""From the interactions with one person to weighted contact days, and what they add up to."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

import msgspec

from store.records.interaction import Interaction
from store.records.kinds import KINDS, Kind
from store.rules.pauses import Spans, paused_between
from store.rules.rhythm import ContactDay, Rhythm, replay
from store.rules.weights import PLAIN, TALKS, WRITTEN, Weights

IN_A_ROW = 3
"""Written contacts in a row after which the voice is proposed."""

YEAR = 365
"""Days that count as the last year."""

EVER = 10**9
"""A day that never comes, as an ordinal."""


class Contacts(msgspec.Struct, frozen=True, gc=False):
    """The contacts with a person up to a day, and the plans after it."""

    days: list[ContactDay] = []
    """In order, one a day."""
    plan: int | None = None
    """The next planned day (ordinal), today's included."""
    passed: tuple[str, ...] = ()
    """Ids of the interactions whose planned day has passed unconfirmed."""
    holds: int = EVER
    """The last day (ordinal) on which no other interaction has come due or gone by."""
    waits: int = 0
    """The place in `days` of the first that waits for an answer; past the end where none does."""


class History(msgspec.Struct, frozen=True, gc=False):
    """What the contacts with one person come to; independent of the others and of the prior.

    It stands from the day it was made for until `holds`.
    """

    rhythm: Rhythm = Rhythm()
    days: int = 0
    """Contact days in all."""
    year: tuple[int, ...] = ()
    """The contact days (ordinals) of the year before it was made, and since."""
    last: int | None = None
    """The real last contact, an ordinal."""
    kind: Kind | None = None
    """The kind of the last contact by which one can be had again: no event, no social sign, no talk
    of which only the rough day was remembered."""
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
    holds: int = EVER
    settled: Rhythm = Rhythm()
    """The rhythm before the first day of `tail`."""
    tail: tuple[ContactDay, ...] = ()
    """The days from the first that still waits for an answer; else the last day alone."""

    def recent(self, today: int) -> int:
        """Contact days within the year before a day that is not before the one it was made for."""
        return len(self.year) - bisect_right(self.year, today - YEAR)


NO_HISTORY = History()


def contacts_of(
    interactions: Iterable[Interaction], today: int, weights: Weights = PLAIN
) -> Contacts:
    """Contact days up to `today`: a day counts once, with the largest weight of its contacts.

    What I wrote weighs more once they were heard from, on that day or later. Planned interactions
    and those of days to come move nothing.
    """
    theirs, mine = weights.answered, weights.mine
    found: dict[int, ContactDay] = {}
    heard = 0
    plan: int | None = None
    passed: list[str] = []
    holds = EVER
    for each in interactions:
        day = each.on.toordinal()
        if each.planned or day > today:
            if day < today:
                passed.append(each.id)
                continue
            if plan is None or day < plan:
                plan = day
            holds = min(holds, day if each.planned else day - 1)
            continue
        kind = each.kind
        if each.by == "them":
            # A sign on a social network answers nothing that was written.
            if day > heard and kind != "social":
                heard = day
            weight, waits = theirs[kind], False
        else:
            weight, waits = mine[kind], kind in WRITTEN
        known = found.get(day)
        if known is None:
            found[day] = (day, weight, told_kind(each), waits)
        elif known[1] < weight or (known[1] == weight and outranks(each, known)):
            found[day] = (day, weight, told_kind(each), waits and _may_wait(known))
        elif known[3] and not waits and kind != "social":
            found[day] = (*known[:3], False)
    days = _heard_from(sorted(found.values()), heard, theirs)
    return Contacts(days, plan, tuple(passed), holds, _first_waiting(days))


def _may_wait(known: ContactDay) -> bool:
    """Whether a day may still wait for an answer: no talk on it, nor anything of theirs."""
    return known[3] or known[2] == "social"


def told_kind(talk: Interaction) -> Kind | None:
    """The kind of a contact; None for a talk of which only the rough day was remembered."""
    return None if talk.approximate and talk.kind in TALKS else talk.kind


def outranks(talk: Interaction, known: ContactDay) -> bool:
    """Which of two contacts of one weight gives a day its kind, whatever their order."""
    kind = told_kind(talk)
    return kind is not None and (known[2] is None or KINDS.index(kind) < KINDS.index(known[2]))


def _heard_from(days: list[ContactDay], heard: int, theirs: dict[Kind, float]) -> list[ContactDay]:
    """What I wrote weighs as theirs does where they were heard from on that day or later."""
    if not heard:
        return days
    return [
        (each[0], theirs[each[2]], each[2], False)
        if each[3] and each[2] is not None and each[0] <= heard
        else each
        for each in days
    ]


def _first_waiting(days: list[ContactDay]) -> int:
    for place, each in enumerate(days):
        if each[3]:
            return place
    return len(days)


def history_of(contacts: Contacts, today: int, spans: Spans = ()) -> History:
    """What contact days come to on a day."""
    days = contacts.days
    if not days:
        if contacts.plan is None and not contacts.passed:
            return NO_HISTORY
        return History(plan=contacts.plan, passed=contacts.passed, holds=contacts.holds)
    cut = min(contacts.waits, len(days) - 1)
    settled = replay(days[:cut], spans)
    rhythm = replay(days[cut:], spans, settled)
    last = days[-1][0]
    before: Rhythm | None = None
    ended = 0
    if len(days) > 1 and last - days[-2][0] > YEAR:
        ended = silence_between(days[-2][0], last, spans)
        if ended > YEAR:
            before = replay(days[:-1], spans)
        else:
            ended = 0
    floor = today - YEAR
    kind, written, unanswered = _ending(days)
    return History(
        rhythm, len(days), tuple([each[0] for each in days if each[0] > floor]), last, kind,
        written, unanswered, before, ended, contacts.plan, contacts.passed, contacts.holds,
        settled, tuple(days[cut:]),
    )  # fmt: skip


def silence_between(one: int, other: int, spans: Spans) -> int:
    """Days from a contact to the next, paused ones out."""
    return other - one - int(paused_between(spans, one, other))


def _ending(days: list[ContactDay]) -> tuple[Kind | None, int, int]:
    """The last repeatable kind, written days in a row, and days in a row without an answer."""
    kind: Kind | None = None
    written = unanswered = 0
    in_writing = unheard = True
    for _, _, each, waits in reversed(days):
        if each == "social":
            continue
        unheard = unheard and waits
        in_writing = in_writing and each in WRITTEN
        unanswered += unheard
        written += in_writing
        if kind is None and each is not None and each != "event":
            kind = each
        if kind is not None and not unheard and (written >= IN_A_ROW or not in_writing):
            break
    return kind, min(written, IN_A_ROW), unanswered
