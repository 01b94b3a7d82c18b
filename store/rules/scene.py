"""What the rows of a day are made from: what is the same for everybody, and one person."""

from __future__ import annotations

from datetime import date

import msgspec

from store.records.exchange import Exchange
from store.records.follow_up import FollowUp
from store.records.ids import PersonId
from store.records.interaction import Interaction
from store.records.introduction import Introduction
from store.records.kinds import Group, Kind
from store.records.person import Person
from store.rules.contacts import History
from store.rules.due import Due, SortKey, order_key
from store.rules.reason import Reason
from store.rules.step import NOWHERE, Cities, proposed_step
from store.rules.tie import Standing
from store.rules.value import BRIDGE, layer_value, value_of


class Scene(msgspec.Struct, frozen=True, kw_only=True):
    """What is the same for everybody today."""

    today: date
    minutes: dict[Kind, int]
    """Usual minutes of each kind."""
    layer_values: dict[str, float]
    bridge_weight: float = BRIDGE
    """The weight of the only way into a field or a city."""
    here: Cities = NOWHERE
    """The cities where the user is."""
    near: frozenset[str] = frozenset()
    """How the birthdays of the coming week end, as written."""


class Subject(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """One person with all that their rows are made from."""

    person: Person
    standing: Standing
    bridge: bool = False
    follow_ups: tuple[FollowUp, ...] = ()
    exchanges: tuple[Exchange, ...] = ()
    passed: tuple[Interaction, ...] = ()
    """Plans whose day has gone by, asked of this person."""
    introductions: tuple[Introduction, ...] = ()
    """Those in which this person is the side to turn to."""

    @property
    def history(self) -> History:
        """What the contacts with this person come to."""
        return self.standing.history


def worth(person: Person, standing: Standing, scene: Scene, bridge: bool) -> float:
    """The value of a turn with somebody."""
    recent = standing.history.recent(standing.today)
    weight = layer_value(person.layer, scene.layer_values)
    return value_of(weight, recent, scene.bridge_weight if bridge else 1.0)


def row_for(
    subject: Subject,
    scene: Scene,
    group: Group,
    id: str,
    reason: Reason,
    *,
    due: date | None = None,
    step: Kind | None = None,
    order: SortKey | None = None,
) -> Due:
    """A row of a person's, with the step proposed unless another one was asked for."""
    person = subject.person
    kind = step or proposed_step(person, subject.history, scene.here, scene.today)
    return Due(
        id=id,
        person=PersonId(person.id),
        name=person.name,
        group=group,
        reason=reason,
        band=subject.standing.band,
        layer=person.layer,
        step=kind,
        minutes=scene.minutes[kind],
        due=due,
        pinned=person.pinned,
        order=order or order_key(group, person, id, due=due),
    )
