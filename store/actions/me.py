"""Edit the user's own card."""

from __future__ import annotations

from store.actions.action import Action, Context, Outcome, Params
from store.actions.budget import budget_with
from store.actions.card import check_years, distinct, read_city, read_employers, read_school
from store.actions.card_form import OWN_CARD
from store.actions.me_change import me_change
from store.records.change import ChangeSet
from store.records.clean import clean_line
from store.records.kinds import BudgetKind
from store.records.me import ME, Me
from store.records.person import City
from store.records.snapshot import Snapshot
from store.rules.step import is_trip
from store.words.language_codes import languages_stored
from store.words.message import Message


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
        UsageProblem: where minutes or years cannot be.
    """
    me = snapshot.me
    fields = _card(params, me)
    if params.budget is not None or params.budgets is not None:
        fields["budget"] = budget_with(me.budget, params.budget, params.budgets or {})
    change = me_change(snapshot, **fields)
    changes = (change,) if change.before != change.after else ()
    return Outcome(change_set=ChangeSet(changes), id=ME, said=Message("said.me_edited"))


def _card(params: EditMe, me: Me) -> dict[str, object]:
    fields: dict[str, object] = {}
    for each in OWN_CARD:
        value = getattr(params, each.param)
        if value is None:
            continue
        if each.shape == "line":
            fields[each.field] = clean_line(value)
        elif each.shape == "lines":
            fields[each.field] = distinct(value)
        elif each.shape == "languages":
            fields[each.field] = languages_stored(distinct(value), me.languages)
        elif each.shape == "schools":
            schools = tuple(read_school(text, me.schools) for text in distinct(value))
            check_years(schools, me.schools)
            fields["schools"] = schools
        elif each.shape == "employers":
            typed = read_employers(distinct(value), me.employers, me.employment)
            check_years(typed[1], me.employment)
            fields["employers"], fields["employment"] = typed
        else:
            fields["cities"] = _cities(distinct(value), me)
    return fields


def _cities(texts: tuple[str, ...], me: Me) -> tuple[City, ...]:
    """Homes as typed; trips stay as they are."""
    homes = tuple(each for each in me.cities if not is_trip(each))
    trips = tuple(each for each in me.cities if is_trip(each))
    typed = tuple(read_city(text, homes) for text in texts)
    check_years(typed, homes)
    return (*typed, *trips)


EDIT_ME = Action("me", EditMe, edit_me)
