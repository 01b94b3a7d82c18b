"""One person on one day: where they stand, and the rows they bring to Today."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import msgspec

from store.records.ids import InteractionId, PersonId
from store.records.introduction import Introduction
from store.records.person import Person
from store.records.snapshot import Snapshot
from store.rules.bands import COLD, COLD_FROM, ORDER
from store.rules.contacts import History
from store.rules.due import Due, SortKey
from store.rules.pauses import Spans
from store.rules.portion import DORMANT_EVERY
from store.rules.queue import WAITING, dues_of
from store.rules.rhythm import loss
from store.rules.scene import Scene, Subject
from store.rules.tie import CLOCKED, UNSORTED, Day, Standing, is_unsorted, standing_of
from store.rules.turn_rows import turn_order
from store.rules.value import places_of
from store.views.day_events import Events

SOON_DAYS = 7
"""How far ahead "turning thin soon" looks."""

BEFORE_THIN = frozenset(ORDER[:COLD])
"""Bands from which a tie can still turn thin."""

SOONEST = 0.26
"""Less cannot become one half within a week where the usual gap is a week or more.

The odds of loss grow by e at most then, since S(s + 7) / S(s) >= exp(-sqrt(7 / U)); 0.26 / 0.74
is less than 1 / e.
"""

BACK_DAYS = 30
"""For how long somebody is shown as back in touch."""

TALKED_OF = CLOCKED
"""States with a place in the heat."""

Waiting = tuple[SortKey, PersonId, Due | None]
"""A row's order and person, and the row itself where it is made already."""


class Sighting(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """A person's standing with what the panes draw from it."""

    person: Person
    standing: Standing
    places: tuple[str, ...] = ()
    """Fields and cities into which this tended person may be a bridge."""
    soon: date | None = None
    """The day on which the tie turns cold, where that is within a week."""
    woken: bool = False
    """Whether a dormant tie was woken or passed within the last days."""
    acted: bool = False
    """Whether the user put a row of theirs off or closed a promise today."""
    promised: bool = False
    """Whether there are follow-ups or exchanges with them, open or closed."""

    @property
    def history(self) -> History:
        """What the contacts with them come to."""
        return self.standing.history


def sighting_of(
    snapshot: Snapshot,
    person: Person,
    history: History,
    spans: Spans,
    day: Day,
    events: Events,
    places: tuple[str, ...] | None = None,
) -> Sighting | None:
    """A person's standing, their rows not yet made; None for an unsorted card.

    Args:
        snapshot: the records.
        person: the card.
        history: what the contacts come to.
        spans: the person's paused days.
        day: today.
        events: who has more than a rhythm.
        places: where they are known already.
    """
    if person.sources and is_unsorted(person, history, _is_promised(snapshot, person)):
        return None
    standing = standing_of(person, history, spans, day)
    today, p_lost, usual = day.today, standing.p_lost, standing.usual_gap_days or SOON_DAYS
    return Sighting(
        person=person,
        standing=standing,
        places=_places(person, history) if places is None else places,
        soon=_soon(standing, today)
        if p_lost is not None and (p_lost >= SOONEST or usual < SOON_DAYS)
        else None,
        woken=bool(history.before is not None or person.deferrals)
        and _woken(person, standing, today),
        acted=person.id in events.closed or (bool(person.deferrals) and _put_off_on(person, today)),
        promised=person.id in events.promised,
    )


def _places(person: Person, history: History) -> tuple[str, ...]:
    """The fields and cities of somebody tended."""
    if not (person.fields or person.cities) or person.status != "active":
        return ()
    tended = history.last is not None or person.layer is not None or person.cadence_days is not None
    return places_of(person) if tended else ()


def standing_in(sighting: Sighting | None) -> Standing:
    """The standing of a sighting, or of an unsorted card."""
    return UNSORTED if sighting is None else sighting.standing


def subject_of(sighting: Sighting, bridge: bool) -> Subject:
    """A person as far as their rhythm goes: all that a turn is made from."""
    return Subject(
        person=sighting.person,
        standing=sighting.standing,
        bridge=bridge,
    )


def rows_of(
    snapshot: Snapshot,
    sighting: Sighting,
    scene: Scene,
    bridge: bool,
    introductions: tuple[Introduction, ...],
) -> list[Waiting]:
    """The rows that a person brings to Today."""
    person = sighting.person
    id = PersonId(person.id)
    order = turn_order(person, sighting.standing, scene, bridge)
    turn: list[Waiting] = [] if order is None else [(order, id, None)]
    if not _has_more(sighting, scene, introductions):
        return turn
    whole = _whole_subject(snapshot, sighting, bridge, introductions)
    return [*turn, *((due.order, id, due) for due in dues_of(whole, scene))]


def _has_more(sighting: Sighting, scene: Scene, introductions: tuple[Introduction, ...]) -> bool:
    """Whether a person can bring any row but that of the rhythm."""
    person = sighting.person
    return bool(
        (person.birthday and person.birthday[-5:] in scene.near)
        or person.dates
        or person.new_job_on
        or introductions
        or sighting.standing.history.passed
        or sighting.promised
    )


def _whole_subject(
    snapshot: Snapshot,
    sighting: Sighting,
    bridge: bool,
    introductions: tuple[Introduction, ...],
) -> Subject:
    id = PersonId(sighting.person.id)
    passed = sighting.history.passed
    return Subject(
        person=sighting.person,
        standing=sighting.standing,
        bridge=bridge,
        follow_ups=snapshot.follow_ups_of(id) if id in snapshot.indexes["follow_ups"] else (),
        exchanges=snapshot.exchanges_of(id) if id in snapshot.indexes["exchanges"] else (),
        passed=tuple(
            snapshot.interactions[InteractionId(each)]
            for each in passed
            if asked_of(snapshot, each) == id
        )
        if passed
        else (),
        introductions=introductions,
    )


def asked_of(snapshot: Snapshot, interaction: str) -> PersonId | None:
    """Of whom "did it happen?" is asked: the first of its people who can still be asked."""
    for each in snapshot.interactions[InteractionId(interaction)].people:
        person = snapshot.people.get(each)
        if person is not None and person.status == "active":
            return each
    return None


def side_to_turn_to(introduction: Introduction) -> PersonId | None:
    """Who is to be asked next about an introduction; None once it is made or declined."""
    if introduction.state not in WAITING:
        return None
    return introduction.b if introduction.state == "a_agreed" else introduction.a


def introductions_by_side(snapshot: Snapshot) -> Mapping[PersonId, tuple[Introduction, ...]]:
    """The introductions that wait, by whom to turn to."""
    found: dict[PersonId, tuple[Introduction, ...]] = {}
    for each in snapshot.introductions.values():
        side = side_to_turn_to(each)
        if side is not None:
            found[side] = (*found.get(side, ()), each)
    return found


def _is_promised(snapshot: Snapshot, person: Person) -> bool:
    id = PersonId(person.id)
    if id not in snapshot.indexes["follow_ups"] and id not in snapshot.indexes["exchanges"]:
        return False
    return bool(snapshot.exchanges_of(id)) or any(
        each.closed is None for each in snapshot.follow_ups_of(id)
    )


def _soon(standing: Standing, today: int) -> date | None:
    """The day of turning cold, within a week; the chance a week ahead tells whether to look."""
    p_lost, last = standing.p_lost, standing.history.rhythm.last
    if p_lost is None or last is None or standing.state != "tended":
        return None
    if standing.band not in BEFORE_THIN:
        return None
    ahead = today + SOON_DAYS - last
    if loss(standing.rhythm, standing.prior, standing.evidence, max(0.0, ahead)) < COLD_FROM:
        return None
    day = standing.turns_cold_on()
    return day if day is not None and 0 < day.toordinal() - today <= SOON_DAYS else None


def _put_off_on(person: Person, today: int) -> bool:
    return any(each.on.toordinal() == today for each in person.deferrals)


def _woken(person: Person, standing: Standing, today: int) -> bool:
    return today - woken_on(person, standing) < DORMANT_EVERY


def woken_on(person: Person, standing: Standing) -> int:
    """The last day (an ordinal) on which a dormant tie was woken or passed; before all days where
    there is none.
    """
    history, days = standing.history, [-DORMANT_EVERY]
    if history.before is not None and history.last is not None and standing.back_after is not None:
        days.append(history.last)
    names = ("dormant", f"dormant:{person.id}")
    passed = (each for each in person.deferrals if each.how == "pass" and each.row in names)
    days.extend(each.on.toordinal() for each in passed)
    return max(days)
