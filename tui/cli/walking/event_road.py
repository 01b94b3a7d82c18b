"""The road along the people of one event: who is there, then whom one wants to meet besides."""

from __future__ import annotations

from collections.abc import Iterator

from store.actions.service import Service
from store.records.event import Event
from store.records.ids import EventId, PersonId
from store.views.spoken import sentence
from store.words.spoken_words import SpokenWords
from tui.cli.walking.route import Route, Stop


class EventRoad:
    """People of an event, each once, whether or not anything is due for them."""

    def __init__(self, service: Service, words: SpokenWords, event: EventId) -> None:
        """Remember which."""
        self._service = service
        self._words = words
        self._id = event

    @property
    def _event(self) -> Event | None:
        return self._service.snapshot.events.get(self._id)

    def stops(self) -> tuple[Stop, ...]:
        """Those who are still in the address book; nobody once the event is gone."""
        event = self._event
        return () if event is None else tuple(self._stops(event))

    def _stops(self, event: Event) -> Iterator[Stop]:
        words, people = self._words, self._service.snapshot.people
        there, wanted = words.say("walk.event_there"), words.say("walk.event_wanted")
        both = frozenset(event.people) & frozenset(event.wanted)
        for id in dict.fromkeys((*event.people, *event.wanted)):
            if id not in people:
                continue
            yield Stop(
                id=id,
                person=PersonId(id),
                heading=there if id in event.people else wanted,
                aside=words.say("walk.event_both") if id in both else "",
            )

    def opening(self) -> tuple[str, ...]:
        """What it is, when and where, what one wants of it, and how many are noted."""
        event, words = self._event, self._words
        if event is None:
            return ()
        today = self._service.today()
        when = ", ".join(filter(None, (event.name, words.day(event.on, today), event.place)))
        parts = [sentence(when)]
        if event.goal:
            parts.append(sentence(words.say("walk.event_goal", goal=event.goal)))
        if event.bring:
            parts.append(sentence(words.say("walk.event_bring", bring=event.bring)))
        stops = self.stops()
        if not stops:
            return (" ".join(parts),)
        return (
            f"{' '.join(parts)} {words.say('walk.event_people', n=len(stops))}",
            words.say("walk.ways"),
        )

    def closing(self, *, any_left: bool) -> tuple[str, ...]:
        """That it is over."""
        words = self._words
        if not any_left:
            return (words.say("walk.event_nobody"), words.say("walk.end_ways"))
        return (words.say("walk.end"), words.say("walk.end_back"))

    def leaving(self) -> tuple[str, ...]:
        """Nothing."""
        return ()

    def further(self, route: Route) -> Route | None:
        """Nothing comes after them."""
        return None
