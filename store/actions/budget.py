"""What the user means to spend in a week: in all, and for each kind."""

from __future__ import annotations

import msgspec

from store.actions.action import Action, Context, Outcome, Params
from store.actions.me_change import me_change
from store.records.change import ChangeSet
from store.records.kinds import BudgetKind
from store.records.me import ME, Budget
from store.records.snapshot import Snapshot
from store.views.budget_words import budget_told
from store.words.message import Message, UsageProblem

LONGEST_WEEK = 7 * 24 * 60
"""Minutes in a week."""


class SetBudget(Params, frozen=True, kw_only=True):
    """Minutes a week; what is not named stays."""

    total: int | None = None
    """In all; 0 means nothing in particular."""
    kinds: dict[BudgetKind, int] = msgspec.field(default_factory=dict)
    """0 takes the target of a kind away."""


def set_budget(snapshot: Snapshot, params: SetBudget, context: Context) -> Outcome:
    """Set targets.

    Raises:
        UsageProblem: where minutes cannot be.
    """
    budget = budget_with(snapshot.me.budget, params.total, params.kinds)
    change = me_change(snapshot, budget=budget)
    changes = (change,) if change.before != change.after else ()
    said = Message("said.budget", {"budget": budget_told(budget)})
    return Outcome(change_set=ChangeSet(changes), id=ME, said=said)


def budget_with(budget: Budget, total: int | None, kinds: dict[BudgetKind, int]) -> Budget:
    """A budget with some targets set anew.

    Args:
        budget: before.
        total: minutes in all; None leaves them.
        kinds: minutes per kind; 0 takes a target away.

    Raises:
        UsageProblem: below 0 or above a week.
    """
    whole = budget.total if total is None else total
    targets = budget.kinds | kinds
    if any(not 0 <= minutes <= LONGEST_WEEK for minutes in (whole, *targets.values())):
        raise UsageProblem("bad_minutes", "problem.bad_minutes", most=LONGEST_WEEK)
    return Budget(
        total=whole, kinds={kind: minutes for kind, minutes in targets.items() if minutes}
    )


SET_BUDGET = Action("budget", SetBudget, set_budget)
