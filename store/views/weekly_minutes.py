"""What every tie asks of a week, kept up change by change."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from math import fsum
from typing import cast

import msgspec

from store.records.ids import PersonId
from store.records.interaction import Interaction
from store.records.person import Person
from store.records.snapshot import Snapshot
from store.records.table import Table
from store.rules.capacity import KNOWN_DAYS, Asking, Idle, home, idle_for, own_minutes, shared_any
from store.rules.pauses import covers
from store.rules.rhythm import usual_gap
from store.rules.scene import Scene
from store.rules.step import Cities, proposed_step
from store.rules.tie import Standing
from store.views.sighting import Sighting
from store.views.supposed import is_supposed
from store.views.ties import Ties


class TieMinutes(msgspec.Struct, frozen=True, gc=False):
    """One tie: what it asks for, or why it asks for nothing."""

    asking: Asking | None
    idle: Idle | None

    @property
    def weekly(self) -> float | None:
        """Minutes a week; None where it asks for none."""
        return None if self.asking is None else self.asking.weekly


class WeeklyMinutes(msgspec.Struct, frozen=True, kw_only=True):
    """Everybody but unsorted cards; the next one after a change costs the change."""

    scene: Scene
    here: Cities
    sightings: Table[PersonId, Sighting]
    lines: dict[PersonId, TieMinutes]
    weekly: dict[PersonId, float]
    """Minutes a week of the ties that count."""

    @classmethod
    def of(cls, snapshot: Snapshot, ties: Ties) -> WeeklyMinutes:
        """Look at everybody.

        Args:
            snapshot: the records.
            ties: everybody's standing in that snapshot.
        """
        here, scene = home(snapshot.me.cities, ties.today), ties.scene
        known = cast("Mapping[str, Interaction]", snapshot.interactions.plain())
        named = snapshot.indexes["interactions"].plain()
        lines = {
            id: tie_minutes(
                sighting.person,
                sighting.standing,
                map(known.__getitem__, named.get(id, ())),
                scene,
                here,
            )
            for id, sighting in ties.sightings.plain().items()
        }
        weekly = {id: line.asking.weekly for id, line in lines.items() if line.asking is not None}
        return cls(
            scene=ties.scene, here=here, sightings=ties.sightings, lines=lines, weekly=weekly
        )

    def after(self, snapshot: Snapshot, ties: Ties) -> WeeklyMinutes:
        """The known of other records, looking anew only at whom they touch.

        Args:
            snapshot: the records.
            ties: everybody's standing in that snapshot.
        """
        if ties.sightings is self.sightings and ties.scene is self.scene:
            return self
        changed = ties.sightings.changes_since(self.sightings)
        if ties.scene is not self.scene or changed is None:
            return WeeklyMinutes.of(snapshot, ties)
        lines, weekly = dict(self.lines), dict(self.weekly)
        for id in changed:
            lines.pop(id, None)
            weekly.pop(id, None)
            sighting = ties.sightings.get(id)
            if sighting is None:
                continue
            line = tie_minutes(
                sighting.person,
                sighting.standing,
                talks_with(snapshot, id),
                self.scene,
                self.here,
            )
            lines[id] = line
            if line.asking is not None:
                weekly[id] = line.asking.weekly
        return msgspec.structs.replace(self, sightings=ties.sightings, lines=lines, weekly=weekly)

    def total(self, instead: Mapping[PersonId, float | None] | None = None) -> float:
        """Minutes a week of all ties, the same in whatever order they stand.

        Args:
            instead: other minutes for some people; None for one who then asks for none.
        """
        if not instead:
            return fsum(self.weekly.values())
        others = (minutes for id, minutes in self.weekly.items() if id not in instead)
        return fsum([*others, *(minutes for minutes in instead.values() if minutes is not None)])


def tie_minutes(
    person: Person, standing: Standing, talks: Iterable[Interaction], scene: Scene, here: Cities
) -> TieMinutes:
    """What one tie asks for.

    Args:
        person: the card.
        standing: where they stand with that card.
        talks: all with this person; read only where they can tell the usual minutes.
        scene: the day.
        here: where the user lives.
    """
    paused = bool(person.pauses) and covers(person.pauses, scene.today)
    idle = idle_for(person, standing, paused)
    if idle is not None:
        return TieMinutes(None, idle)
    history, cadence = standing.history, person.cadence_days
    usual = standing.usual_gap_days or usual_gap(history.rhythm, standing.prior)
    told = tuple(talks) if len(history.year) >= KNOWN_DAYS else ()
    own = own_minutes(told, standing.today)
    minutes = own
    if minutes is None:
        minutes = float(scene.minutes[proposed_step(person, history, here, scene.today)])
    asking = Asking(
        gap_days=float(cadence) if cadence else usual,
        minutes=minutes,
        own=own is not None,
        shared=own is not None and shared_any(told, standing.today),
        is_set=bool(cadence),
        usual_gap_days=usual,
        seen_gap_days=_seen_gap(standing),
    )
    return TieMinutes(asking, None)


def _seen_gap(standing: Standing) -> float | None:
    """The mean of the gaps; a rhythm that was set has no part in what it is in fact."""
    rhythm = standing.rhythm
    if is_supposed(standing.contacts) or not rhythm.gaps:
        return None
    return (rhythm.roots / rhythm.gaps) ** 2


def talks_with(snapshot: Snapshot, person: PersonId) -> Iterable[Interaction]:
    """All contacts with somebody, and plans."""
    talks = cast("Mapping[str, Interaction]", snapshot.interactions)
    return map(talks.__getitem__, snapshot.indexes["interactions"].get(person, ()))
