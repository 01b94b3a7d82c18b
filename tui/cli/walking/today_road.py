"""The road along today's follow-ups: those shown, then what can wait, or what fits into a time."""

from __future__ import annotations

from collections.abc import Iterator

from store.actions.service import Service
from store.views.day_state import day_said
from store.views.phrases import group_word
from store.views.spoken import sentence
from store.views.today import Fit, TodayRow, TodayView, fit_rows, today_view
from store.words.durations import minutes as minutes_said
from store.words.spoken_words import SpokenWords
from tui.cli.walking.route import Route, Stop


class TodayRoad:
    """The same list as the screen's."""

    def __init__(self, service: Service, words: SpokenWords) -> None:
        """Look at nothing yet."""
        self._service = service
        self._words = words
        self._everything = False
        self._minutes: int | None = None
        self._fit: Fit | None = None

    def view(self) -> TodayView:
        """Today as it is now."""
        service = self._service
        whole = self._everything or self._minutes is not None
        return today_view(service.snapshot, service.ties(), whole=whole)

    def stops(self) -> tuple[Stop, ...]:
        """The rows shown; all of them once one has gone on, or those that fit."""
        view = self.view()
        if self._minutes is not None:
            service = self._service
            self._fit = fit_rows(view, service.snapshot, service.ties(), self._minutes)
            return tuple(self._stop(row, counted=True) for row in self._fit.rows)
        rows = (row for row in view.rows if row.today or self._everything)
        return tuple(self._stop(row, counted=row.today) for row in rows)

    def _stop(self, row: TodayRow, *, counted: bool) -> Stop:
        return Stop(
            id=row.id,
            person=row.person,
            heading=sentence(group_word(row.group, self._words)),
            row=row,
            counted=counted,
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
        if self._minutes is not None:
            time = minutes_said(self._minutes, words)
            yield words.say("walk.end_fit" if any_left else "walk.end_fit_done", time=time)
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

    def further(self, route: Route) -> Route | None:
        """On to what can wait; or from what fits back to the whole."""
        if self._minutes is not None:
            return self.within(None)
        if self._everything or not self.view().summary.waiting:
            return None
        self._everything = True
        route.follow(self.stops())
        route.settle()
        return route

    @property
    def minutes(self) -> int | None:
        """For how many minutes the road is; None where it is whole."""
        return self._minutes

    def within(self, minutes: int | None) -> Route:
        """What fits into so many minutes; None is the whole again."""
        self._minutes = minutes
        return Route(self.stops())

    def fit_told(self) -> str:
        """What fits into the minutes set last."""
        words, fit = self._words, self._fit
        time = minutes_said(self._minutes or 0, words)
        if fit is None or not fit.rows:
            return words.say("walk.fits_none", time=time)
        used = minutes_said(fit.minutes, words)
        return words.say("walk.fits", time=time, n=len(fit.rows), used=used)
