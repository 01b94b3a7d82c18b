"""What the screen of time asks: the budget, and time: spent without a person, or to come."""

from __future__ import annotations

from typing import TYPE_CHECKING

from store.actions.budget import SetBudget, budget_with
from store.actions.service import Done, Service
from store.actions.spent import Spent
from store.records.kinds import BUDGET_KINDS
from store.records.me import Budget
from store.views.phrases import budget_word
from store.words import dates
from store.words.budget_text import read_targets
from store.words.durations import minutes as minutes_said
from store.words.message import Problem
from store.words.words import Words
from tui.phrasing.time_budget import budget_echo
from tui.screens.slot_question import book, completing, slot_echo, typed_slot, wall_time
from tui.screens.verb_host import with_draft
from tui.typed.booking import is_booking
from tui.typed.spent import TypedSpent, read_spent
from tui.writer import Job
from widgets.ask_line import Echo, Question

if TYPE_CHECKING:
    from tui.screens.time_screen import TimeScreen


def ask_budget(screen: TimeScreen) -> None:
    """Ask for the week's targets; they stand there as they are."""
    if screen.fresh is None:
        return
    words, today, budget = screen.words, screen.today(), screen.fresh.snapshot.me.budget

    def read(text: str) -> Echo:
        try:
            typed = read_targets([text])
            after = budget_with(budget, typed.total, typed.kinds)
        except Problem as problem:
            return Echo(words.tell(problem.message, today), accepted=False)
        return Echo(budget_echo(budget, after, words))

    value = budget_typed(budget, words)
    question = Question(
        key="budget",
        label=words.say("time.budget.ask"),
        hint=words.say("time.budget.ask_hint"),
        value=value,
        selected=len(value),
        read=read,
    )
    screen.ask(question, lambda text: _set_budget(screen, text))


def budget_typed(budget: Budget, words: Words) -> str:
    """The targets as one would type them: "call=40 in person=45 week=120"."""
    kinds = [
        f"{budget_word(kind, words)}={budget.kinds[kind]}"
        for kind in BUDGET_KINDS
        if kind in budget.kinds
    ]
    return " ".join((*kinds, f"{words.say('pane.week.whole')}={budget.total}"))


def _set_budget(screen: TimeScreen, text: str) -> None:
    """Set what is named; as on the command line the rest stays."""
    typed = read_targets([text])
    params = SetBudget(total=typed.total, kinds=typed.kinds)

    def run(service: Service) -> Done:
        return service.perform("budget", params)

    screen.submit(Job(run=run, verb="budget", names_nobody=True))


def ask_spent(screen: TimeScreen) -> None:
    """Ask for time that was spent without a person, or for a slot; the echo says which it is."""
    words = screen.words

    def read(text: str) -> Echo:
        booked = typed_slot(screen, text)
        if booked is not None and is_booking(booked, wall_time(screen)):
            return slot_echo(screen, booked)
        spent = read_spent(text, screen.today(), words.language)
        if booked is not None and booked.people and not spent.minutes:
            return slot_echo(screen, booked)
        return _spent_echo(screen, spent)

    question = Question(
        key="spent",
        label=words.say("time.spent.label"),
        hint=words.say("time.spent.hint"),
        read=read,
        complete=completing(screen),
        draft=True,
    )
    screen.ask(with_draft(question, screen, selected=True), lambda text: _entered(screen, text))


def _entered(screen: TimeScreen, text: str) -> None:
    booked = typed_slot(screen, text)
    if booked is not None and is_booking(booked, wall_time(screen)):
        book(screen, booked)
    else:
        _spent(screen, text)


def _spent_echo(screen: TimeScreen, told: TypedSpent) -> Echo:
    words, today = screen.words, screen.today()
    if told.kind is None:
        return Echo(words.say("time.spent.no_kind"), accepted=False)
    if not told.minutes:
        kind = budget_word(told.kind, words)
        return Echo(words.say("time.spent.no_minutes", kind=kind), accepted=False)
    if told.on is not None and told.on > today:
        return Echo(words.say("tui.log.not_yet"), accepted=False)
    day = dates.day(told.on or today, words.language, today)
    spent = words.say("time.spent.echo")
    parts = [spent, budget_word(told.kind, words), minutes_said(told.minutes, words), day]
    if told.note and not screen.curtain:
        parts.append(words.say("pane.why.quoted", text=told.note))
    return Echo(words.say("tui.arrow", text=" · ".join(parts)))


def _spent(screen: TimeScreen, text: str) -> None:
    told = read_spent(text, screen.today(), screen.words.language)
    if told.kind is None or not told.minutes:
        return
    params = Spent(kind=told.kind, minutes=told.minutes, note=told.note, on=told.on)

    def run(service: Service) -> Done:
        return service.perform("spent", params)

    screen.submit(Job(run=run, verb="spent"))
