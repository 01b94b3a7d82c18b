"""Why a person, and how to begin: the detail pane."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import msgspec

from store.records.ids import PersonId
from store.records.interaction import Interaction
from store.records.kinds import Band, By, Kind, Layer
from store.records.person import Person
from store.records.snapshot import Snapshot
from store.records.time_entry import Slot
from store.rules.common_ground import Common as Shared
from store.rules.contacts import NO_HISTORY
from store.rules.reason import Reason
from store.rules.stays import Stay, stay_with, stays_near
from store.rules.step import proposed_step
from store.rules.tie import Standing, State
from store.rules.turn_rows import turn_reason
from store.views.news import next_question
from store.views.opener import opener
from store.views.owed import Owed, promised, to_give, to_tell, to_thank
from store.views.shared_ground import SharedGround
from store.views.sighting import Sighting
from store.views.slots_ahead import slots_with
from store.views.tie_turn import turns_of
from store.views.ties import Ties
from store.views.today import TodayRow, rows_of_person
from store.words.message import Message

__all__ = ["LastTalk", "Owed", "Shared", "Why", "why_view"]


class LastTalk(msgspec.Struct, frozen=True, kw_only=True):
    """The last contact."""

    on: date
    kind: Kind
    minutes: int | None
    note: str
    by: By | None
    approximate: bool


class Why(msgspec.Struct, frozen=True, kw_only=True):
    """All that helps to decide, and to begin."""

    person: PersonId
    name: str
    layer: Layer | None
    band: Band | None
    state: State
    title: str
    org: str
    cities: tuple[str, ...]
    """Where they live now."""
    prefers: Kind | None
    intent: str
    now: tuple[Reason, ...]
    """The reasons of all their rows, then how the rhythm stands."""
    slots: tuple[Slot, ...]
    """Time set aside for them that is still ahead, by day and time."""
    last: LastTalk | None
    common: tuple[Shared, ...]
    """At most three, the rarest first."""
    promised: tuple[Owed, ...]
    give: tuple[Owed, ...]
    thank: tuple[Owed, ...]
    tell: tuple[Owed, ...]
    step: Kind | None
    """None for the deceased."""
    minutes: int
    stay: Stay | None
    """The trip of the user to where they live, where one lasts or begins within a week."""
    opener: Message | None
    standing: Standing


def why_view(
    snapshot: Snapshot, ties: Ties, person: PersonId, ground: SharedGround | None = None
) -> Why:
    """The detail pane of a person.

    Args:
        snapshot: the records.
        ties: everybody's standing in that snapshot.
        person: whom it is about.
        ground: keeps what was counted among everybody, for whoever asks about many.

    Raises:
        KeyError: where there is no such person.
    """
    card = snapshot.people[person]
    standing = ties[person]
    rows = tuple(rows_of_person(ties, person))
    last = last_talk(snapshot, person, ties.today)
    common = (ground or SharedGround()).with_me(snapshot, card, ties.today)
    step, minutes = _step(ties, card, rows)
    lively = standing.state != "deceased"
    talked = last is not None and last.on == ties.today and not last.approximate
    question = next_question(snapshot, person, ties.today)
    return Why(
        person=person,
        name=card.name,
        layer=card.layer,
        band=standing.band,
        state=standing.state,
        title=card.title,
        org=card.org,
        cities=tuple(city.name for city in card.cities if city.kind == "now"),
        prefers=card.prefers,
        intent=card.intent,
        now=tuple(_now(ties, person, rows)),
        slots=slots_with(snapshot, ties, person),
        last=last,
        common=common,
        promised=tuple(promised(snapshot, person)) if lively else (),
        give=tuple(to_give(snapshot, person)) if lively else (),
        thank=tuple(to_thank(snapshot, person)) if lively else (),
        tell=tuple(to_tell(snapshot, person)) if lively else (),
        step=step if lively else None,
        minutes=minutes,
        stay=stay_with(card, stays_near(snapshot.me.cities, ties.today), ties.today),
        opener=opener(card, rows, question, common, talked=talked) if lively else None,
        standing=standing,
    )


def last_talk(snapshot: Snapshot, person: PersonId, today: date) -> LastTalk | None:
    """The last contact up to today; of several on a day the one with a note, else the latest."""
    best: Interaction | None = None
    for talk in snapshot.interactions_of(person):
        if talk.planned or talk.on > today:
            continue
        if best is None or talk.on > best.on or talk.note or not best.note:
            best = talk
    return None if best is None else talk_told(best)


def talk_told(talk: Interaction) -> LastTalk:
    """What of a contact is told."""
    return LastTalk(
        on=talk.on,
        kind=talk.kind,
        minutes=talk.minutes,
        note=talk.note,
        by=talk.by,
        approximate=talk.approximate,
    )


def _step(ties: Ties, person: Person, rows: tuple[TodayRow, ...]) -> tuple[Kind, int]:
    if rows:
        return rows[0].step, rows[0].minutes
    sighting = ties.sightings.get(PersonId(person.id))
    history = sighting.history if sighting is not None else NO_HISTORY
    step = proposed_step(person, history, ties.scene.here, ties.today)
    return step, ties.minutes(step)


def _now(ties: Ties, person: PersonId, rows: tuple[TodayRow, ...]) -> Iterator[Reason]:
    yield from (row.reason for row in rows)
    sighting = ties.sightings.get(person)
    if sighting is None or sighting.standing.band is None or sighting.standing.last_on is None:
        return
    if not any(row.group in ("cooling", "dormant") for row in rows):
        reason = turn_reason(sighting.person, sighting.standing)
        steady = sighting.standing.band in ("hot", "warm")
        yield _steady(reason, sighting, ties.today) if steady else reason


def _steady(reason: Reason, sighting: Sighting, today: date) -> Reason:
    """The same for a tie that holds, with the day from which it would be slipping."""
    values = dict(reason.values)
    if reason.code == "rhythm":
        values["steady"] = 1
    turns = turns_of(sighting.standing, sighting.person.cadence_days or None, today)
    for turn in turns:
        if turn.what == "slips":
            values["slips_on"] = turn.on
    return Reason(reason.code, values)
