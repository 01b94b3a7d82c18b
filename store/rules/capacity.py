"""What a rhythm asks of a week: usual minutes over the gap promised, for the ties that count.

The gap promised is the rhythm that the user has set: all this is told as "your rhythms promise",
and a promise is what was said, not what the contacts then came to. Ten minutes every ninety days
are .8 a week, however often the two talk in fact. Where none is set the contacts alone can tell,
and the usual gap stands.

Never a demand on anybody: it tells what the user's own rhythms add up to.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Literal, get_args

import msgspec

from store.records.interaction import Interaction
from store.records.kinds import LAYERS
from store.records.person import City, Person
from store.rules.contacts import YEAR
from store.rules.step import Cities, cities_now, is_trip
from store.rules.tie import Standing

WEEK_DAYS = 7.0

KNOWN_DAYS = 3
"""Contact days of the last year with minutes noted, from which the tie's own median stands."""

SEATS = LAYERS[-1]
"""How many ties a mind holds at once (Dunbar); shown, never forced."""

Idle = Literal["dormant", "paused", "not_yet", "seen_anyway", "faded", "deceased", "unsorted"]
"""Why a tie asks for no minutes.

`dormant`: its rhythm has ended, it waits in a lane of its own. `paused`: this person's clock stands
still; days off of everybody change nothing, since they are about one week and this is about usual
ones. `not_yet`: never talked to, with neither layer nor cadence. `unsorted`: an imported card that
nobody has sorted.
"""
IDLE: tuple[Idle, ...] = get_args(Idle)


class Asking(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """What one tie asks for."""

    gap_days: float
    """From one contact to the next as promised: the rhythm set, else the usual gap."""
    minutes: float
    """Of a usual contact; the user's part where several people share one."""
    own: bool
    """Whether these are the median of this tie's contacts, and not those of the step proposed."""
    shared: bool = False
    """Whether there were contacts with several people among those, of which this is a part."""
    is_set: bool
    """Whether the gap is a rhythm that the user has set."""
    usual_gap_days: float
    """What is supposed and what the contacts show, as everywhere else."""
    seen_gap_days: float | None
    """What the contacts alone show, where there are enough of them to say how it is in fact."""

    @property
    def weekly(self) -> float:
        """Minutes a week."""
        return WEEK_DAYS * self.minutes / self.gap_days


def idle_for(person: Person, standing: Standing, paused: bool) -> Idle | None:
    """Why a tie asks for no minutes; None where it counts.

    Args:
        person: the card.
        standing: where they stand today.
        paused: whether a pause of this person's own holds today.
    """
    if not standing.counted:
        return "unsorted"
    if standing.state in ("faded", "deceased", "seen_anyway"):
        return standing.state
    if paused:
        return "paused"
    if standing.history.last is None and person.layer is None and person.cadence_days is None:
        return "not_yet"
    return "dormant" if standing.band == "dormant" else None


def own_minutes(talks: Iterable[Interaction], today: int) -> float | None:
    """The usual minutes of a contact with one person; None below three days: see `noted_days`."""
    days = noted_days(talks, today)
    return _middle(days) if len(days) >= KNOWN_DAYS else None


def shared_any(talks: Iterable[Interaction], today: int) -> bool:
    """Whether several people shared the minutes of any contact that `noted_days` counts."""
    return any(len(talk.people) > 1 and noted_days((talk,), today) for talk in talks)


def noted_days(talks: Iterable[Interaction], today: int) -> list[float]:
    """The minutes of each day of the last year on which those of a contact were noted, least first.

    The minutes of one day add up, as its contacts are one; those of a contact with several people
    are shared evenly, so that all ties together ask for no more than is spent. Signs on a social
    network, guesses and plans do not count.

    Args:
        talks: all with that person.
        today: an ordinal.
    """
    since = date.fromordinal(max(1, today - YEAR))
    until = date.fromordinal(today)
    days: dict[date, float] = {}
    for talk in talks:
        on, minutes = talk.on, talk.minutes
        if not minutes or on <= since or on > until or talk.kind == "social":
            continue
        if talk.approximate or talk.planned:
            continue
        several = len(talk.people)
        part = minutes if several < 2 else minutes / several
        days[on] = days.get(on, 0.0) + part
    return sorted(days.values())


def _middle(values: Sequence[float]) -> float:
    """The median of values in their order."""
    half = len(values) // 2
    return values[half] if len(values) % 2 else (values[half - 1] + values[half]) / 2


def home(cities: Iterable[City], today: date) -> Cities:
    """Where the user lives, by the own card: a trip makes no rhythm."""
    return Cities(cities_now((city for city in cities if not is_trip(city)), today))
