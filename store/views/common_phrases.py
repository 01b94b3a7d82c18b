"""What is in common, in words: for the page and for the command line alike."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from store.records.kinds import CityKind
from store.records.person import Person
from store.rules.common_ground import Common
from store.rules.traits import What
from store.views.common_view import CommonView, Door
from store.views.phrases import shared_line
from store.views.shared_room import Among, Pair
from store.words.quotation_marks import nested
from store.words.words import Words

_WHAT: dict[What, str] = {
    "school": "common.what.school",
    "employer": "common.what.employer",
    "city": "common.what.city",
    "passion": "common.what.passion",
    "field": "common.what.field",
    "language": "common.what.language",
    "person": "common.what.person",
    "event": "common.what.event",
}

_CITY: dict[CityKind, str] = {
    "now": "common.city.now",
    "past": "common.city.past",
    "native": "common.city.native",
}

NAMED = 4
"""People of a room named at most."""


def what_word(what: What, words: Words) -> str:
    """What kind of thing it is."""
    return words.say(_WHAT[what])


def title_said(view: CommonView, names: Sequence[str], words: Words, event: str = "") -> str:
    """Who it is about.

    Args:
        view: what is told.
        names: theirs, as they may be read.
        words: the language.
        event: its name, as it may be read.
    """
    if event:
        return words.say("common.title.event", event=event, n=len(names))
    if len(names) == 1:
        return words.say("common.title.me", name=names[0])
    if len(names) == 2:
        return words.say("common.title.two", one=names[0], other=names[1])
    return words.say("common.title.room", n=len(names))


def shared_said(among: Among, view: CommonView, words: Words) -> str:
    """The thing, with the years spent together, and how a city is whose."""
    common = among.common
    text = shared_line(common, words)
    if common.cities is None:
        return text
    one, other = (words.say(_CITY[each]) for each in common.cities)
    if one == other:
        return words.say("common.city.both", city=text, when=one)
    if len(view.people) == 1:
        return words.say("common.city.me", city=text, mine=one, theirs=other)
    names = [first_name(each) for each in view.people]
    return words.say(
        "common.city.two", city=text, one=names[0], first=one, other=names[1], second=other
    )


def beside_said(among: Among, view: CommonView, words: Words) -> str:
    """Who of a room shares it and whether the user does; of others how many in all."""
    room = len(view.people) != 1
    told: list[str] = []
    if len(view.people) > 2:
        by_id = {each.id: each for each in view.people}
        names = [by_id[id].name for id in among.people]
        rest = len(names) - NAMED
        told.append(", ".join(names[:NAMED]) + (f" +{rest}" if rest > 0 else ""))
    elif among.common.what not in ("person", "event") and among.common.sharing > len(view.people):
        told.append(words.say("common.sharing", n=among.common.sharing))
    if room and among.mine and among.common.what not in ("person", "event"):
        told.append(words.say("common.you_too"))
    return " · ".join(told)


def door_said(door: Door, words: Words, today: date) -> tuple[str, str]:
    """What kind of door it is, and a first line between quotation marks."""
    word = words.say("common.door.news")
    if door.common is not None:
        word = what_word(door.common.what, words)
    text = nested(words.tell(door.opener, today), words.language)
    return word, words.say("pane.why.quoted", text=text)


def pair_said(pair: Pair, view: CommonView, words: Words) -> str:
    """Two who could be introduced, and over what."""
    by_id = {each.id: each for each in view.people}
    return words.say(
        "common.pair",
        one=by_id[pair.one].name,
        other=by_id[pair.other].name,
        over=over_said(pair.common, words),
    )


def over_said(common: Sequence[Common], words: Words) -> str:
    """What two share, the first two things."""
    return ", ".join(shared_line(each, words) for each in common[:2])


def first_name(person: Person) -> str:
    """What a person is called in a short place."""
    return person.name.split()[0] if person.name.split() else person.name


def acquainted_said(view: CommonView, words: Words) -> str:
    """Of two, that they know each other; empty where that is not noted."""
    return words.say("common.acquainted") if view.acquainted else ""
