"""Edit the user's own card."""

from __future__ import annotations

from store.actions.action import Action, Context, Outcome, Params
from store.actions.card import LISTS, distinct, read_city, read_school
from store.actions.me_change import me_change
from store.records.change import ChangeSet
from store.records.clean import clean_line
from store.records.kinds import BudgetKind
from store.records.me import ME, Budget
from store.records.snapshot import Snapshot
from store.rules.step import is_trip
from store.words.message import Message, UsageProblem

LONGEST_WEEK = 7 * 24 * 60
"""Minutes in a week."""

ME_LISTS = ("email", "phone", "link", "passion", "field", "language", "employer")


class EditMe(Params, frozen=True, kw_only=True):
    """Fields of the own card; None leaves one as it is, a list replaces the old one."""

    name: str | None = None
    org: str | None = None
    title: str | None = None
    email: tuple[str, ...] | None = None
    phone: tuple[str, ...] | None = None
    link: tuple[str, ...] | None = None
    school: tuple[str, ...] | None = None
    city: tuple[str, ...] | None = None
    employer: tuple[str, ...] | None = None
    passion: tuple[str, ...] | None = None
    field: tuple[str, ...] | None = None
    language: tuple[str, ...] | None = None
    budget: int | None = None
    """Minutes a week in all."""
    budgets: dict[BudgetKind, int] | None = None
    """Minutes a week per kind; 0 takes the target of a kind away."""


def edit_me(snapshot: Snapshot, params: EditMe, context: Context) -> Outcome:
    """Set fields of the own card and the week's budget.

    Raises:
        UsageProblem: where minutes cannot be.
    """
    me = snapshot.me
    fields: dict[str, object] = {}
    for name in ("name", "org", "title"):
        value = getattr(params, name)
        if value is not None:
            fields[name] = clean_line(value)
    for name in ME_LISTS:
        values = getattr(params, name)
        if values is not None:
            fields[LISTS[name]] = distinct(values)
    if params.school is not None:
        fields["schools"] = tuple(read_school(each, me.schools) for each in distinct(params.school))
    if params.city is not None:
        homes = tuple(each for each in me.cities if not is_trip(each))
        trips = tuple(each for each in me.cities if is_trip(each))
        typed = (read_city(each, homes) for each in distinct(params.city))
        fields["cities"] = (*typed, *trips)
    if params.budget is not None or params.budgets is not None:
        fields["budget"] = _budget(me.budget, params)
    change = me_change(snapshot, **fields)
    changes = (change,) if change.before != change.after else ()
    return Outcome(change_set=ChangeSet(changes), id=ME, said=Message("said.me_edited"))


def _budget(budget: Budget, params: EditMe) -> Budget:
    total = budget.total if params.budget is None else params.budget
    kinds = budget.kinds | (params.budgets or {})
    if any(not 0 <= minutes <= LONGEST_WEEK for minutes in (total, *kinds.values())):
        raise UsageProblem("bad_minutes", "problem.bad_minutes", most=LONGEST_WEEK)
    return Budget(total=total, kinds={kind: minutes for kind, minutes in kinds.items() if minutes})


EDIT_ME = Action("me", EditMe, edit_me)
