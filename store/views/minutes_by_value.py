"""Who had the minutes, by what a turn with them is worth: what pleases, and what matters."""

from __future__ import annotations

from collections.abc import Mapping

from store.records.ids import PersonId
from store.records.kinds import Layer
from store.records.person import Person
from store.rules.scene import worth
from store.rules.tie import CLOCKED
from store.rules.time_shares import PARTS, ValuePart, parts_by_value
from store.views.ties import Ties

_Alike = tuple[Layer | None, int, bool]
"""What a turn's worth is made from: layer, contact days of a year, whether a bridge."""


def minutes_by_value(ties: Ties, minutes: Mapping[PersonId, int]) -> dict[ValuePart, list[int]]:
    """The minutes of each person by what a turn with them is worth, as things are today.

    Args:
        ties: of everybody, since the parts are parts of all who are tended.
        minutes: of those who had any.

    Returns:
        All four parts, from the highest.
    """
    bridges = {id for place in ties.roll.alone for id in ties.roll.holders[place]}
    today, theirs = ties.today.toordinal(), dict[PersonId, _Alike]()
    counts: dict[_Alike, int] = {}
    some: dict[_Alike, PersonId] = {}
    for id, sighting in ties.sightings.plain().items():
        standing, person = sighting.standing, sighting.person
        history = standing.history
        if standing.state not in CLOCKED or not (history.last or _is_wanted(person)):
            continue
        alike = (person.layer, history.recent(today), id in bridges)
        counts[alike] = counts.get(alike, 0) + 1
        some[alike] = id
        if id in minutes:
            theirs[id] = alike
    values = {alike: _worth(ties, id, alike[2]) for alike, id in some.items()}
    people: dict[float, int] = {}
    for alike, count in counts.items():
        people[values[alike]] = people.get(values[alike], 0) + count
    parts = parts_by_value(people)
    found: dict[ValuePart, list[int]] = {part: [] for part in PARTS}
    for id, spent in minutes.items():
        found[parts[values[theirs[id]]] if id in theirs else "untended"].append(spent)
    return found


def _worth(ties: Ties, id: PersonId, bridge: bool) -> float:
    sighting = ties.sightings[id]
    return worth(sighting.person, sighting.standing, ties.scene, bridge)


def _is_wanted(person: Person) -> bool:
    """Whether a layer or a rhythm was asked for, where no contact is known yet."""
    return person.layer is not None or person.cadence_days is not None
