"""The road along today's follow-ups: those shown, then what can wait, or what fits into a time."""

from __future__ import annotations

from collections.abc import Iterator

from store.actions.service import Service
from store.views.day_state import day_said
from store.views.phrases import group_word
from store.views.spoken import sentence
from store.views.today import TodayRow, TodayView, today_view
from store.words.durations import minutes as minutes_said
from store.words.spoken_words import SpokenWords
from tui.cli.walking.at_hand import AtHand
from tui.cli.walking.route import Route, Stop


class TodayRoad:
    """The same list as the screen's."""

    def __init__(self, service: Service, words: SpokenWords) -> None:
        """Look at nothing yet."""
        self._service = service
        self._words = words
        self._everything = False
        self.at_hand: AtHand | None = None
        """The minutes that run; None where the road is whole."""

    def view(self) -> TodayView:
        """Today as it is now."""
        service = self._service
        whole = self._everything or self.at_hand is not None
        return today_view(service.snapshot, service.ties(), whole=whole)

    def stops(self) -> tuple[Stop, ...]:
        """The rows shown; all of them once one has gone on, or those that fit."""
        view = self.view()
        if self.at_hand is not None:
            chosen = self.at_hand.rows(view)
            return tuple(self._stop(row, counted=True, aside=aside) for row, aside in chosen)
        rows = (row for row in view.rows if row.today or self._everything)
        return tuple(self._stop(row, counted=row.today) for row in rows)

    def _stop(self, row: TodayRow, *, counted: bool, aside: str = "") -> Stop:
        return Stop(
            id=row.id,
            person=row.person,
            heading=sentence(group_word(row.group, self._words)),
            row=row,
            counted=counted,
            aside=aside,
        )

    def opening(self) -> tuple[str, ...]:
        """The day, how many rows it holds, and the way about."""
        words, service = self._words, self._service
        day = sentence(words.day(service.today()))
        me, today = service.snapshot.me, service.today()
        state = tuple(sentence(each) for each in day_said(me, today, words))
        summary = self.view().summary
        if not summary.shown:
            return (day, *state)
        time = minutes_said(summary.minutes, words)
        return (
            f"{day} {words.say('walk.begin', n=summary.shown, time=time)}",
            *state,
            words.say("walk.ways"),
        )

    def closing(self, *, any_left: bool) -> tuple[str, ...]:
        """That it is over, what was done, and what Enter does."""
        return tuple(self._closing(any_left))

    def _closing(self, any_left: bool) -> Iterator[str]:
        words, summary = self._words, self.view().summary
        if self.at_hand is not None:
            time = minutes_said(self.at_hand.minutes, words)
            yield words.say("walk.end_fit" if any_left else "walk.end_fit_done", time=time)
            yield from self.leaving()
            yield words.say("walk.end_whole")
            return
        if any_left:
            yield words.say("walk.end")
        elif summary.finished:
            yield words.say("pane.follow_ups.finished")
        elif summary.next_name and summary.next_on:
            on = words.day(summary.next_on, self._service.today())
            yield words.say("pane.follow_ups.nobody_next", name=summary.next_name, day=on)
        else:
            yield words.say("pane.follow_ups.nobody")
        if summary.done_names and not any_left:
            names = ", ".join(summary.done_names)
            time = minutes_said(summary.done_minutes, words)
            yield words.say("walk.done_today", names=names, time=time)
        if summary.waiting and not self._everything:
            yield words.say("walk.rest")
        else:
            yield words.say("walk.end_back" if any_left else "walk.end_ways")

    def leaving(self) -> tuple[str, ...]:
        """What was done with the minutes at hand, where there are any and something was."""
        done = "" if self.at_hand is None else self.at_hand.done()
        return (done,) if done else ()

    def further(self, route: Route) -> Route | None:
        """On to what can wait; or from what fits back to the whole."""
        if self.at_hand is not None:
            return self.within(None)
        if self._everything or not self.view().summary.waiting:
            return None
        self._everything = True
        route.follow(self.stops())
        route.settle()
        return route

    def within(self, minutes: int | None) -> Route:
        """What fits into so many minutes from now on; None is the whole again."""
        self.at_hand = (
            None
            if minutes is None
            else AtHand(self._service, self._words, minutes, before=self.at_hand)
        )
        return Route(self.stops())
