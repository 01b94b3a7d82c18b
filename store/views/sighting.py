"""One person on one day: where they stand, and the rows they bring to Today."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import msgspec

from store.records.ids import InteractionId, PersonId
from store.records.introduction import Introduction
from store.records.person import Person
from store.records.snapshot import Snapshot
from store.rules.bands import COLD_FROM
from store.rules.contacts import History
from store.rules.due import Due, SortKey
from store.rules.pauses import Spans
from store.rules.portion import DORMANT_EVERY
from store.rules.queue import WAITING, Scene, Subject, dues_of, turn_order
from store.rules.rhythm import loss
from store.rules.tie import UNSORTED, Day, Standing, is_unsorted, standing_of
from store.rules.value import places_of

SOON_DAYS = 7
"""How far ahead "turning thin soon" looks."""

BACK_DAYS = 30
"""For how long somebody is shown as back in touch."""

TALKED_OF = frozenset({"tended", "paused"})
"""States with a clock, hence with a place in the heat."""

Waiting = tuple[SortKey, PersonId, Due | None]
"""A row's order and person, and the row itself where it is made already."""


class Sighting(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """A person's standing with what the panes draw from it."""

    person: Person
    standing: Standing
    history: History
    places: tuple[str, ...] = ()
    """Fields and cities into which this tended person may be a bridge."""
    soon: date | None = None
    """The day on which the tie turns cold, where that is within a week."""
    woken: bool = False
    """Whether a dormant tie was woken or put off within the last days."""
    acted: bool = False
    """Whether the user put a row of theirs off or closed a promise today."""


def sighting_of(
    snapshot: Snapshot, person: Person, history: History, spans: Spans, day: Day
) -> Sighting | None:
    """A person's standing, their rows not yet made; None for an unsorted card."""
    if person.sources and is_unsorted(person, history, _is_promised(snapshot, person)):
        return None
    standing = standing_of(person, history, spans, day)
    tended = person.status == "active" and (
        history.last is not None or person.layer is not None or person.cadence_days is not None
    )
    return Sighting(
        person=person,
        standing=standing,
        history=history,
        places=places_of(person) if tended and (person.fields or person.cities) else (),
        soon=_soon(standing, day.today),
        woken=_woken(person, standing, day.today),
        acted=_acted(snapshot, person, day.today),
    )


def standing_in(sighting: Sighting | None) -> Standing:
    """The standing of a sighting, or of an unsorted card."""
    return UNSORTED if sighting is None else sighting.standing


def subject_of(sighting: Sighting, bridge: bool) -> Subject:
    """A person as far as their rhythm goes: all that a turn is made from."""
    return Subject(
        person=sighting.person,
        standing=sighting.standing,
        history=sighting.history,
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
    id = PersonId(sighting.person.id)
    found: list[Waiting] = []
    order = turn_order(subject_of(sighting, bridge), scene)
    if order is not None:
        found.append((order, id, None))
    if _has_more(snapshot, sighting, scene, introductions):
        whole = _whole_subject(snapshot, sighting, bridge, introductions)
        found.extend((due.order, id, due) for due in dues_of(whole, scene))
    return found


def _has_more(
    snapshot: Snapshot, sighting: Sighting, scene: Scene, introductions: tuple[Introduction, ...]
) -> bool:
    """Whether a person can bring any row but that of the rhythm."""
    person = sighting.person
    return bool(
        person.birthday[-5:] in scene.near
        or person.new_job_on
        or introductions
        or sighting.history.passed
        or person.id in snapshot.indexes["follow_ups"]
        or person.id in snapshot.indexes["exchanges"]
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
        history=sighting.history,
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
    """The day of turning cold; the chance a week ahead tells cheaply whether to look."""
    p_lost, last = standing.p_lost, standing.rhythm.last
    if p_lost is None or last is None or p_lost >= COLD_FROM or standing.state != "tended":
        return None
    ahead = today + SOON_DAYS - last
    if loss(standing.rhythm, standing.prior, standing.layered, max(0.0, ahead)) < COLD_FROM:
        return None
    day = standing.turns_cold_on()
    return day if day is not None and 0 < day.toordinal() - today <= SOON_DAYS else None


def _woken(person: Person, standing: Standing, today: int) -> bool:
    last = standing.last_on
    back = standing.back_after is not None
    if back and last is not None and today - last.toordinal() < DORMANT_EVERY:
        return True
    if not person.deferrals:
        return False
    names = ("dormant", f"dormant:{person.id}")
    return any(
        each.row in names and today - each.on.toordinal() < DORMANT_EVERY
        for each in person.deferrals
    )


def _acted(snapshot: Snapshot, person: Person, today: int) -> bool:
    if person.deferrals and any(each.on.toordinal() == today for each in person.deferrals):
        return True
    id = PersonId(person.id)
    if id not in snapshot.indexes["follow_ups"]:
        return False
    return any(
        each.closed is not None and each.closed.toordinal() == today
        for each in snapshot.follow_ups_of(id)
    )
