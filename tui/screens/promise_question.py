"""Something promised to somebody for a day, asked in one line."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from store.actions.follow_up import Promise
from store.actions.service import Done, Service
from store.words import dates
from tui.screens.targets import Targets
from tui.screens.verb_host import Deed, Host, targets_shown, with_draft
from tui.typed.promise import TypedPromise, read_promise
from tui.writer import Job
from widgets.ask_line import Echo, Question


def ask_promise(host: Host, remember: Callable[[Deed], None]) -> None:
    """Ask what, and for when.

    Args:
        host: the screen.
        remember: is told what `.` does from now on.
    """
    targets = targets_shown(host)
    if targets.people:
        question = with_draft(_question(host, targets), host)
        host.ask(question, partial(_answered, host, remember, targets))


def _question(host: Host, targets: Targets) -> Question:
    words, today = host.words, host.today()

    def read(text: str) -> Echo:
        told = read_promise(text, today, words.language)
        if told.on < today:
            return Echo(words.say("tui.promise.past"), accepted=False)
        weekday = dates.weekday_short(told.on, words.language)
        day = f"{weekday} {dates.day_of_month(told.on, words.language, today)}"
        why = told.why or words.say("reason.short.follow_up")
        return Echo(words.say("tui.promise.echo", day=day, why=why))

    return Question(
        key=f"promise:{targets.key}",
        label=words.say("tui.promise.label", name=targets.names),
        hint=words.say("tui.promise.hint"),
        read=read,
        draft=True,
    )


def _answered(host: Host, remember: Callable[[Deed], None], targets: Targets, text: str) -> None:
    told = read_promise(text, host.today(), host.words.language)
    remember(lambda: _promise(host, targets_shown(host), told))
    _promise(host, targets, told)


def _promise(host: Host, targets: Targets, told: TypedPromise) -> None:
    several = [Promise(person=each.id, on=told.on, why=told.why) for each in targets.people]

    def run(service: Service) -> Done:
        return service.perform_many("follow-up", several)

    host.submit(Job(run=run, verb="promise"))
