"""What some minutes at hand brought: told from what was logged while they ran."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime, timedelta

import msgspec

from store.records.ids import InteractionId, PersonId, TimeEntryId
from store.records.interaction import Interaction
from store.records.kinds import BUDGET_KINDS, KINDS, BudgetKind, Kind
from store.records.snapshot import Snapshot
from store.records.time_entry import TimeEntry
from store.rules.budget import minutes_of
from store.rules.timer import running_for
from store.views.ties import Ties
from store.views.timer import RunningTimer, running

MINUTE = timedelta(minutes=1)


class Before(msgspec.Struct, frozen=True, kw_only=True):
    """What was there when the minutes began to run."""

    noted: frozenset[str]
    """The ids of what was noted for the day already."""
    plans: frozenset[InteractionId]
    """Plans of days gone by of which nobody has said yet whether they happened."""
    timer: TimeEntry | None
    """The timer that ran."""


class Talks(msgspec.Struct, frozen=True, kw_only=True):
    """Contacts of one kind."""

    kind: Kind
    n: int
    """How many; one with several people counts once."""
    names: tuple[str, ...]
    """With whom, each once, in the order in which they were logged."""


class FitDone(msgspec.Struct, frozen=True, kw_only=True):
    """What some minutes brought."""

    talks: tuple[Talks, ...] = ()
    """In the order of the vocabulary; a timer that was started meanwhile and still runs counts."""
    closed: tuple[str, ...] = ()
    """For whom something was done without a contact: a promise kept, help given."""
    noted: tuple[tuple[Kind, int], ...] = ()
    """Plans of days gone by that happened, as was said meanwhile; their minutes were spent then."""
    times: tuple[BudgetKind, ...] = ()
    """Kinds of time without a contact."""

    @property
    def anything(self) -> bool:
        """Whether there is something to tell."""
        return bool(self.talks or self.closed or self.noted or self.times)


def there_before(snapshot: Snapshot, ties: Ties) -> Before:
    """What is noted at the moment when the minutes begin to run."""
    today, timer = ties.today, running(snapshot)
    talks = snapshot.interactions.plain().values()
    return Before(
        noted=frozenset(
            (
                *(talk.id for talk in ties.week.values() if talk.on == today),
                *(id for id, _ in _closings(snapshot, today)),
                *(entry.id for entry in _times(snapshot, today)),
            )
        ),
        plans=frozenset(
            InteractionId(talk.id) for talk in talks if talk.planned and talk.on < today
        ),
        timer=None if timer is None else timer.entry,
    )


def minutes_logged(
    snapshot: Snapshot, ties: Ties, began: datetime, before: Before, now: datetime
) -> int:
    """Minutes logged for today since some minutes began to run; a timer as far as it has run.

    Args:
        snapshot: the records.
        ties: everybody's standing in that snapshot.
        began: when the minutes began to run, with its zone.
        before: what was there then.
        now: an instant.
    """
    talks, entries = _talks_since(ties, before), _times_since(snapshot, ties.today, before)
    usual = ties.scene.minutes
    logged = sum(minutes_of(talk, usual) for talk in talks)
    logged += sum(entry.minutes or 0 for entry in entries)
    timer = running(snapshot)
    if timer is not None:
        logged += running_for(timer.entry, now) // MINUTE
    return logged - _run_before(timer, talks, entries, began, before)


def _run_before(
    timer: RunningTimer | None,
    talks: Sequence[Interaction],
    entries: Sequence[TimeEntry],
    began: datetime,
    before: Before,
) -> int:
    """Minutes of the timer that ran already, up to then, in what has become of it since."""
    entry = before.timer
    if entry is None:
        return 0
    ran = running_for(entry, began) // MINUTE
    if timer is not None and timer.id == TimeEntryId(entry.id):
        return ran
    # With a person, what is logged in its place is a contact with that person.
    became = (
        *(each.minutes or 0 for each in entries if each.id == entry.id),
        *(each.minutes or 0 for each in talks if entry.person in each.people),
    )
    return min(ran, max(became, default=0))


def fit_done(snapshot: Snapshot, ties: Ties, began: datetime, before: Before) -> FitDone:
    """What was noted for today since then; what was taken back meanwhile is none of it.

    Args:
        snapshot: the records.
        ties: everybody's standing in that snapshot.
        began: when the minutes began to run, with its zone.
        before: what was there then.
    """
    today, timer = ties.today, timer_since(snapshot, began)
    talks = _talks(_talks_since(ties, before), timer)
    times = {entry.kind for entry in _times_since(snapshot, today, before)}
    if timer is not None and not _is_talk(timer):
        times.add(timer.kind)
    met = {person for people in talks.values() for talk in people for person in talk}
    closings = (who for id, who in _closings(snapshot, today) if id not in before.noted)
    return FitDone(
        talks=tuple(
            Talks(kind=kind, n=len(talks[kind]), names=_names(snapshot, _flat(talks[kind])))
            for kind in KINDS
            if kind in talks
        ),
        closed=_names(snapshot, (who for who in closings if who not in met)),
        noted=_noted(snapshot, today, before),
        times=tuple(kind for kind in BUDGET_KINDS if kind in times),
    )


def timer_since(snapshot: Snapshot, began: datetime) -> RunningTimer | None:
    """The timer that runs, where it was started since then."""
    timer = running(snapshot)
    return timer if timer is not None and timer.started >= began else None


def _is_talk(timer: RunningTimer) -> bool:
    return timer.contact is not None and timer.person is not None


def _talks(
    talks: Iterable[Interaction], timer: RunningTimer | None
) -> Mapping[Kind, list[tuple[PersonId, ...]]]:
    """With whom, talk by talk, for each kind."""
    found: dict[Kind, list[tuple[PersonId, ...]]] = {}
    for talk in talks:
        found.setdefault(talk.kind, []).append(talk.people)
    if timer is not None and timer.contact is not None and timer.person is not None:
        found.setdefault(timer.contact, []).append((timer.person,))
    return found


def _talks_since(ties: Ties, before: Before) -> tuple[Interaction, ...]:
    week = sorted(ties.week.values(), key=lambda talk: talk.id)
    fresh = (talk for talk in week if talk.on == ties.today and not talk.source)
    return tuple(talk for talk in fresh if talk.id not in before.noted)


def _times_since(snapshot: Snapshot, today: date, before: Before) -> tuple[TimeEntry, ...]:
    return tuple(each for each in _times(snapshot, today) if each.id not in before.noted)


def _noted(snapshot: Snapshot, today: date, before: Before) -> tuple[tuple[Kind, int], ...]:
    """How many of the plans happened on their day; one that is moved to today is a contact."""
    plans = (snapshot.interactions.get(id) for id in before.plans)
    kinds = [plan.kind for plan in plans if plan and not plan.planned and plan.on < today]
    return tuple((kind, kinds.count(kind)) for kind in KINDS if kind in kinds)


def _flat(people: Iterable[tuple[PersonId, ...]]) -> Iterator[PersonId]:
    return (person for each in people for person in each)


def _closings(snapshot: Snapshot, today: date) -> Iterator[tuple[str, PersonId]]:
    """Promises and help closed today, and for whom."""
    for promise in snapshot.follow_ups.plain().values():
        if promise.closed == today:
            yield promise.id, promise.person
    for help in snapshot.exchanges.plain().values():
        if today in (help.closed, help.thanked, help.told):
            yield help.id, help.person


def _times(snapshot: Snapshot, today: date) -> Iterator[TimeEntry]:
    for entry in snapshot.time_entries.plain().values():
        if entry.minutes and entry.on == today:
            yield entry


def _names(snapshot: Snapshot, people: Iterable[PersonId]) -> tuple[str, ...]:
    return tuple(snapshot.people[id].name for id in dict.fromkeys(people) if id in snapshot.people)
