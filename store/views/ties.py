"""The standing of everybody on one day, and the rows that follow from it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import msgspec

from store.config.settings import Settings
from store.records.change import ChangeSet
from store.records.ids import InteractionId, PersonId
from store.records.interaction import Interaction
from store.records.introduction import Introduction
from store.records.kinds import LAYERS, Kind, Layer
from store.records.snapshot import Snapshot
from store.records.table import Table
from store.rules.budget import Week, week_of
from store.rules.due import Due
from store.rules.minutes import usual_minutes
from store.rules.occasions import near_endings
from store.rules.pauses import Spans, spans_of
from store.rules.scene import Scene
from store.rules.step import whereabouts
from store.rules.tie import Day, Standing, State
from store.rules.turn_rows import turn_row
from store.rules.weights import Weights, weights_of
from store.views.contact_log import ContactLog
from store.views.day_events import events_about
from store.views.histories import person_spans, usual_of
from store.views.muster import Muster, called, looked_at, mustered, mustered_again
from store.views.roll import Roll
from store.views.sighting import (
    Sighting,
    Waiting,
    introductions_by_side,
    rows_of,
    sighting_of,
    standing_in,
    subject_of,
)
from store.views.touched import history_after, moves_all, touched_by

__all__ = ["Standing", "State", "Ties", "weights_in"]

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
    log: ContactLog
    """Contacts of the week, and minutes noted."""
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
            settings: layers, weights, minutes and the first day of the week.
        """
        calendar = week_of(today, settings.week_starts)
        log = ContactLog.of(snapshot.interactions.plain().values(), today, calendar.start)
        return cls._seen(snapshot, settings, log, mustered(snapshot, today, weights_in(settings)))

    def on(self, snapshot: Snapshot, today: date) -> Ties:
        """The ties of a later day, from what is known of everybody's contacts.

        Args:
            snapshot: the records these ties are of.
            today: the day; where it is an earlier one everything is looked at anew.
        """
        if today < self.today:
            return Ties.of(snapshot, today, self.settings)
        log = self.log.on(today, week_of(today, self.settings.week_starts).start)
        muster = mustered_again(
            snapshot, self.sightings.plain(), self.roll, today, weights_in(self.settings)
        )
        return Ties._seen(snapshot, self.settings, log, muster)

    @classmethod
    def _seen(cls, snapshot: Snapshot, settings: Settings, log: ContactLog, muster: Muster) -> Ties:
        """Everybody's standing and rows, from what their contacts come to."""
        today = log.today
        histories = (each[:2] for each in muster.known)
        usual = usual_of(snapshot, histories, today.toordinal(), weights_in(settings))
        day = Day(
            today=today.toordinal(),
            layer_days=_layer_days(settings),
            usual=usual,
            layer_evidence=settings.layer_evidence,
        )
        scene = Scene(
            today=today,
            minutes=usual_minutes(log.before_today(), settings.minutes),
            layer_values=settings.layer_values,
            bridge_weight=settings.bridge_weight,
            here=whereabouts(snapshot.me.cities, today),
            near=near_endings(today),
        )
        seen = looked_at(snapshot, muster, day)
        introductions = introductions_by_side(snapshot)
        return cls(
            day=day,
            settings=settings,
            scene=scene,
            calendar=week_of(today, settings.week_starts),
            log=log,
            sightings=Table(seen),
            roll=called(snapshot, seen, scene, introductions, muster.held),
            introductions=introductions,
        )

    @property
    def today(self) -> date:
        """The day looked at."""
        return self.scene.today

    @property
    def week(self) -> dict[InteractionId, Interaction]:
        """Contacts of this week up to today."""
        return self.log.week

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
        touched = touched_by(change_set, snapshot)
        if len(touched) > MANY or moves_all(change_set):
            return Ties.of(snapshot, self.today, self.settings)
        introductions = self.introductions
        if any(change.table == "introductions" for change in change_set.changes):
            introductions = introductions_by_side(snapshot)
        roll = self.roll.copy()
        everybody, weights = spans_of(snapshot.me.pauses), weights_in(self.settings)
        fresh: dict[PersonId, Sighting | None] = {}
        turned: set[PersonId] = set()
        for id in touched:
            old = self.sightings.get(id)
            if old is not None:
                roll.leave(id, old)
            new = self._sight(id, old, change_set, snapshot, everybody, weights)
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
            log=self.log.after(change_set),
            sightings=sightings,
            roll=roll,
            introductions=introductions,
        )

    def _sight(
        self,
        id: PersonId,
        old: Sighting | None,
        change_set: ChangeSet,
        snapshot: Snapshot,
        everybody: Spans,
        weights: Weights,
    ) -> Sighting | None:
        person = snapshot.people.get(id)
        if person is None:
            return None
        history = history_after(
            old, person, change_set, snapshot, self.day.today, everybody, weights
        )
        spans = person_spans(person, everybody, snapshot)
        events = events_about(snapshot, id, self.today)
        return sighting_of(snapshot, person, history, spans, self.day, events)


def weights_in(settings: Settings) -> Weights:
    """The weights of contacts by the settings."""
    return weights_of(settings.contact_weights, settings.unanswered_weight)


def _layer_days(settings: Settings) -> dict[Layer, int]:
    return {
        layer: max(1, settings.layer_days.get(str(layer), DEFAULT_LAYER_DAYS[layer]))
        for layer in LAYERS
    }
