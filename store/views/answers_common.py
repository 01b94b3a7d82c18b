"""What is in common, as the answer of the command line."""

from __future__ import annotations

from datetime import date

from store.records.event import Event
from store.records.ids import PersonId
from store.records.record import Json
from store.rules.common_ground import Common
from store.views.common_view import CommonView, Door
from store.views.shared_room import Among, Pair
from store.words.words import Words


def common_answer(view: CommonView, words: Words, today: date, event: Event | None = None) -> Json:
    """The answer to `common`.

    {"with": [person], "me": whether the user is one side, "event": {id, name} or null,
    "acquainted": of two whether they know each other, else null,
    "shared": [{what, name, id, years, cities, weight, sharing, people: [person], me}],
    "doors": [{what, name, opener}], "introductions": [{people: [person], over: [{what, name}]}]}.
    A person is {id, name}; `id` names a person or an event, `cities` says of a city how it is whose
    (now, past, native), `sharing` how many of the network share it. A door that is their last news
    alone has the kind "news" and no name.
    """
    names = {PersonId(each.id): each.name for each in view.people}
    people = {id: _person(id, name) for id, name in names.items()}
    return {
        "with": list(people.values()),
        "me": len(view.people) == 1 and event is None,
        "event": None if event is None else {"id": event.id, "name": event.name},
        "acquainted": view.acquainted if len(view.people) == 2 else None,
        "shared": [_shared(each, people) for each in view.shared],
        "doors": [_door(each, words, today) for each in view.doors],
        "introductions": [_pair(each, people) for each in view.pairs],
    }


def _person(id: PersonId, name: str) -> Json:
    return {"id": id, "name": name}


def _shared(among: Among, people: dict[PersonId, Json]) -> Json:
    common = among.common
    return {
        **_thing(common),
        "id": common.id or None,
        "years": common.years or None,
        "cities": None if common.cities is None else list(common.cities),
        "weight": round(common.weight, 3),
        "sharing": common.sharing,
        "people": [people[id] for id in among.people],
        "me": among.mine,
    }


def _thing(common: Common) -> dict[str, Json]:
    return {"what": common.what, "name": common.name}


def _door(door: Door, words: Words, today: date) -> Json:
    thing: dict[str, Json] = {"what": "news", "name": None}
    if door.common is not None:
        thing = _thing(door.common)
    return {**thing, "opener": words.tell(door.opener, today)}


def _pair(pair: Pair, people: dict[PersonId, Json]) -> Json:
    return {
        "people": [people[pair.one], people[pair.other]],
        "over": [_thing(each) for each in pair.common],
    }
