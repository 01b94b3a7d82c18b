"""The standing of everybody on one day, and the rows that follow from it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

import msgspec

from store.config.settings import Settings
from store.records.change import Change, ChangeSet
from store.records.ids import InteractionId, PersonId
from store.records.interaction import Interaction
from store.records.introduction import Introduction
from store.records.kinds import LAYERS, Kind, Layer
from store.records.me import Me
from store.records.snapshot import Snapshot, people_of
from store.records.table import Table
from store.rules.budget import Week, week_of
from store.rules.contacts import NO_HISTORY
from store.rules.due import Due
from store.rules.minutes import usual_minutes
from store.rules.occasions import near_endings
from store.rules.pauses import spans_of
from store.rules.queue import Scene, turn_row
from store.rules.step import cities_now
from store.rules.tie import Day, Standing, State
from store.views.roll import Roll
from store.views.sighting import (
    Sighting,
    Waiting,
    introductions_by_side,
    rows_of,
    side_to_turn_to,
    sighting_of,
    standing_in,
    subject_of,
)
from store.views.survey import person_spans, personal_history, surveyed

__all__ = ["Standing", "State", "Ties"]

MANY = 400
"""People touched by one change from which on everything is built anew."""

DEFAULT_LAYER_DAYS: dict[Layer, int] = {5: 21, 15: 45, 50: 120, 150: 365}
"""Where the settings leave a layer out."""


class Ties(msgspec.Struct, frozen=True, kw_only=True):
    """Where everybody stands; immutable, and the next one after a change costs the change.

    Within the day the user's own usual gap and own minutes stay as they were in the morning, so
    that one log does not move the figures of the others.
    """

    day: Day
    settings: Settings
    scene: Scene
    calendar: Week
    """The week that holds today."""
    week: dict[InteractionId, Interaction]
    """Contacts of this week up to today."""
    sightings: Table[PersonId, Sighting]
    """Everybody but unsorted cards."""
    roll: Roll
    introductions: Mapping[PersonId, tuple[Introduction, ...]]

    @classmethod
    def of(cls, snapshot: Snapshot, today: date, settings: Settings) -> Ties:
        """Look at everybody.

        Args:
            snapshot: the records.
            today: the day.
            settings: layers, minutes and the first day of the week.
        """
        calendar = week_of(today, settings.week_starts)
        survey = surveyed(snapshot, today, calendar.start)
        day = Day(today=today.toordinal(), layer_days=_layer_days(settings), usual=survey.usual)
        scene = Scene(
            today=today,
            minutes=usual_minutes(survey.noted, settings.minutes),
            layer_values=settings.layer_values,
            here=cities_now(snapshot.me.cities, today),
            near=near_endings(today),
        )
        everybody = spans_of(snapshot.me.pauses)
        roll = Roll()
        introductions = introductions_by_side(snapshot)
        seen: dict[PersonId, Sighting] = {}
        for person in snapshot.people.values():
            id = PersonId(person.id)
            spans = person_spans(person, everybody, snapshot)
            history = survey.histories.get(id, NO_HISTORY)
            sighting = sighting_of(snapshot, person, history, spans, day)
            if sighting is not None:
                seen[id] = sighting
                roll.enter(id, sighting, today)
        roll.hold(seen)
        rows: list[Waiting] = []
        for id, sighting in seen.items():
            bridge = roll.is_bridge(sighting.places)
            rows.extend(rows_of(snapshot, sighting, scene, bridge, introductions.get(id, ())))
        roll.lay_all(rows)
        return cls(
            day=day,
            settings=settings,
            scene=scene,
            calendar=calendar,
            week=survey.week,
            sightings=Table(seen),
            roll=roll,
            introductions=introductions,
        )

    @property
    def today(self) -> date:
        """The day looked at."""
        return self.scene.today

    def __getitem__(self, person: PersonId) -> Standing:
        """Where a person stands; an unknown one stands as an unsorted card does."""
        return standing_in(self.sightings.get(person))

    def __contains__(self, person: object) -> bool:
        """Whether a person is more than an unsorted card."""
        return person in self.sightings

    def minutes(self, kind: Kind) -> int:
        """The usual minutes of a kind: the own median, or the setting."""
        return self.scene.minutes[kind]

    def row(self, waiting: Waiting) -> Due:
        """A row that waits in `roll`, made where it is not yet."""
        order, person, due = waiting
        if due is not None:
            return due
        sighting = self.sightings[person]
        bridge = self.roll.is_bridge(sighting.places)
        return turn_row(subject_of(sighting, bridge), self.scene, order)

    def after(self, change_set: ChangeSet, snapshot: Snapshot) -> Ties:
        """The ties after a change, looking anew only at the people it touches.

        Args:
            change_set: what was committed since.
            snapshot: the records after it.
        """
        touched = {id for change in change_set.changes for id in _touched(change, snapshot)}
        if len(touched) > MANY or any(_moves_all(change) for change in change_set.changes):
            return Ties.of(snapshot, self.today, self.settings)
        introductions = self.introductions
        if any(change.table == "introductions" for change in change_set.changes):
            introductions = introductions_by_side(snapshot)
        roll = self.roll.copy()
        everybody = spans_of(snapshot.me.pauses)
        fresh: dict[PersonId, Sighting | None] = {}
        turned: set[PersonId] = set()
        for id in touched:
            old = self.sightings.get(id)
            if old is not None:
                roll.leave(id, old)
            new = self._sight(snapshot, id, everybody)
            if new is not None:
                roll.enter(id, new, self.today)
            if new is not None or old is not None:
                fresh[id] = new
            turned |= roll.move(id, old.places if old else (), new.places if new else ())
        sightings = self.sightings.with_changes(fresh) if fresh else self.sightings
        roll.lift(frozenset(touched | turned))
        for id in touched | turned:
            sighting = sightings.get(id)
            if sighting is not None:
                bridge, waiting = roll.is_bridge(sighting.places), introductions.get(id, ())
                roll.lay(rows_of(snapshot, sighting, self.scene, bridge, waiting))
        return msgspec.structs.replace(
            self,
            week=self._week_after(change_set),
            sightings=sightings,
            roll=roll,
            introductions=introductions,
        )

    def _sight(
        self, snapshot: Snapshot, id: PersonId, everybody: tuple[tuple[int, int], ...]
    ) -> Sighting | None:
        person = snapshot.people.get(id)
        if person is None:
            return None
        history = personal_history(snapshot, person, self.day.today, everybody)
        spans = person_spans(person, everybody, snapshot)
        return sighting_of(snapshot, person, history, spans, self.day)

    def _week_after(self, change_set: ChangeSet) -> dict[InteractionId, Interaction]:
        talks = [each for each in change_set.changes if each.table == "interactions"]
        if not talks:
            return self.week
        week = dict(self.week)
        for change in talks:
            week.pop(InteractionId(change.id), None)
            talk = change.after
            if not isinstance(talk, Interaction) or talk.planned:
                continue
            if self.calendar.start <= talk.on <= self.today:
                week[InteractionId(talk.id)] = talk
        return week


def _layer_days(settings: Settings) -> dict[Layer, int]:
    return {
        layer: max(1, settings.layer_days.get(str(layer), DEFAULT_LAYER_DAYS[layer]))
        for layer in LAYERS
    }


def _touched(change: Change, snapshot: Snapshot) -> Iterable[PersonId]:
    """Whose standing or rows a change may move."""
    if change.table == "people":
        # A plan with several people is asked about once, for the first of them who is tended.
        shared = (talk.people for talk in snapshot.interactions_of(PersonId(change.id)))
        planned = {each for people in shared if len(people) > 1 for each in people}
        return {PersonId(change.id), *planned}
    found: set[PersonId] = set()
    for record in (change.before, change.after):
        if isinstance(record, Introduction):
            side = side_to_turn_to(record)
            if side is not None:
                found.add(side)
        elif record is not None:
            found.update(people_of(record))
    return found


def _moves_all(change: Change) -> bool:
    """Whether a change moves everybody: the user's own pauses and whereabouts do."""
    if change.table != "me":
        return False
    before = change.before if isinstance(change.before, Me) else Me()
    after = change.after if isinstance(change.after, Me) else Me()
    return before.pauses != after.pauses or before.cities != after.cities
