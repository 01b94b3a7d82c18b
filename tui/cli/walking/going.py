"""Going about on the road: the next, the one before, anybody by name, what fits into a time."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from store.records.ids import PersonId
from store.records.person import Person
from store.rules.fit import MOST_MINUTES
from store.words.fold import fold
from store.words.minutes_text import read_minutes
from tui.cli.walking.today_road import TodayRoad
from tui.typed.person import person_typed

if TYPE_CHECKING:
    from tui.cli.walking.walk import Walk

LONGEST_NAME = 200
"""Signs of a name that are looked for."""

SHOWN = 4
"""People named where a name fits several."""


class Going:
    """The letters that change who is told about, and nothing else."""

    def __init__(self, walk: Walk) -> None:
        """Bind the walk."""
        self._walk = walk

    def table(self) -> Mapping[str, Callable[[str], None]]:
        """Letter to deed."""
        return {
            "j": self.next,
            "k": self.previous,
            "g": self.first,
            "G": self.last,
            "p": self.person,
            "b": self.minutes,
        }

    def next(self, rest: str = "") -> None:
        """The next one; back to the road from a visit; past the end what comes then."""
        walk = self._walk
        if walk.visited is not None:
            walk.return_to_road()
        elif not walk.route.ended:
            walk.route.next()
            walk.tell()
        else:
            further = walk.road.further(walk.route)
            if further is None:
                walk.over = True
                return
            walk.route = further
            walk.tell()

    def previous(self, rest: str = "") -> None:
        """The one before."""
        walk = self._walk
        if walk.visited is not None:
            walk.return_to_road()
        elif walk.route.previous():
            walk.tell()
        else:
            walk.say("sorting.first_one" if walk.route.any_left else "walk.nobody_here")

    def first(self, rest: str = "") -> None:
        """The first one."""
        self._to_end(self._walk.route.first())

    def last(self, rest: str = "") -> None:
        """The last one."""
        self._to_end(self._walk.route.last())

    def _to_end(self, found: bool) -> None:
        walk = self._walk
        walk.visited = None
        if found:
            walk.tell()
        else:
            walk.say("walk.nobody_here")

    def person(self, rest: str = "") -> None:
        """Anybody by name, with or without a row."""
        walk = self._walk
        text = rest or walk.asked("p", walk.words.say("walk.ask.person"))
        if text is None:
            return
        text = text[:LONGEST_NAME]
        found = person_typed(text, walk.service.snapshot, slips=False)
        exact = [each for each in found if fold(each.name) == fold(" ".join(text.split()))]
        meant = exact if len(exact) == 1 else found
        if not meant:
            walk.say("problem.nobody_named", person=text)
        elif len(meant) == 1:
            walk.visit(PersonId(meant[0].id))
        else:
            names = ", ".join(_described(each) for each in meant[:SHOWN])
            id = "walk.several_more" if len(meant) > SHOWN else "walk.several"
            walk.say(id, names=names)

    def minutes(self, rest: str = "") -> None:
        """Only what fits into so many minutes; nothing typed is the whole list again."""
        walk = self._walk
        road = walk.road
        if not isinstance(road, TodayRoad):
            walk.say("walk.minutes_today_only")
            return
        text = rest or walk.asked("b", walk.words.say("walk.ask.minutes"), empty=True)
        if text is None:
            return
        minutes = read_minutes(text) if text else None
        if text and not (minutes is not None and 0 < minutes <= MOST_MINUTES):
            walk.say("walk.minutes_unread")
            return
        before = road.at_hand
        route = road.within(minutes)
        if road.at_hand is not None:
            walk.speech.say(road.at_hand.told())
            if not route.any_left:
                road.at_hand = before
                return
        walk.visited, walk.route = None, route
        walk.tell()


def _described(person: Person) -> str:
    return f"{person.name} ({person.org})" if person.org else person.name
