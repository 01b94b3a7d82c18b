"""The commands `time`, `budget` and `spent`: what a week is meant to take, and what it took."""

from __future__ import annotations

from store.actions.budget import SetBudget
from store.actions.spent import Spent
from store.records.kinds import BUDGET_KINDS, BudgetKind
from store.records.record import Json
from store.words.budget_text import read_targets
from store.words.message import UsageProblem
from store.words.time_vocabulary import time_told
from store.words.week_text import read_week
from tui.cli.answer import Answer
from tui.cli.session import Session
from tui.cli.typed_texts import typed_texts
from tui.cli.verb import Given, Parameter, Verb, positional


def _time(session: Session, given: Given) -> Answer:
    """A week's minutes against the budget, who got the time, and twelve weeks."""
    from store.views.answers_time import time_answer
    from store.views.time_figures import time_figures
    from tui.cli.time_lines import time_lines

    service, today = session.service, session.today
    text = given.get("week")
    day = today if text is None else read_week(str(text), today, session.words.language)
    figures = time_figures(service.snapshot, service.ties(), day)
    return Answer(
        value=time_answer(figures), lines=lambda: time_lines(figures, session.words, today)
    )


def _budget(session: Session, given: Given) -> Answer:
    """The budget; with targets, changed first."""
    from tui.cli.time_lines import budget_lines

    typed = read_targets(typed_texts(given, "targets"))
    rest = {name: value for name, value in given.items() if name != "targets"}
    # A program tells `total` and `kinds` without having to write them as a person types them.
    told = session.read(SetBudget, rest)
    total = told.total if typed.total is None else typed.total
    wanted = SetBudget(total=total, kinds=told.kinds | typed.kinds)
    service = session.service
    if wanted != SetBudget():
        return session.answer(service.perform("budget", wanted))
    budget = service.snapshot.me.budget
    kinds: dict[str, Json] = {
        kind: budget.kinds[kind] for kind in BUDGET_KINDS if kind in budget.kinds
    }
    return Answer(
        value={"total": budget.total, "kinds": kinds},
        lines=lambda: budget_lines(budget, session.words),
    )


def _spent(session: Session, given: Given) -> Answer:
    """Time without a person."""
    kind = _kind(str(given.get("kind") or ""))
    read_params = session.read(Spent, {**given, "kind": kind})
    return session.answer(session.service.perform("spent", read_params))


def _kind(text: str) -> BudgetKind:
    told = time_told(text)
    if told is None:
        raise UsageProblem("bad_kind", "problem.bad_time_kind", text=text)
    return told.kind


TIME = Verb(name="time", help="cli.help.time", parameters=(Parameter(name="week"),), run=_time)

BUDGET = Verb(
    name="budget",
    help="cli.help.budget",
    parameters=(positional("targets", many=True, required=False),),
    more=True,
    run=_budget,
)

SPENT = Verb(
    name="spent",
    help="cli.help.spent",
    parameters=(
        positional("kind"),
        positional("minutes"),
        Parameter(name="note"),
        Parameter(name="on", value="DATE"),
    ),
    run=_spent,
)
