"""Add a tag, school, city or passion to a person, or take it away; what is there stays."""

from __future__ import annotations

from typing import Literal, get_args

from store.actions.action import Action, Context, Outcome, Params
from store.actions.card import read_city, read_school
from store.actions.resolve import person_named
from store.records.change import ChangeSet, alter
from store.records.clean import clean_line
from store.records.person import City, Person, School
from store.records.snapshot import Snapshot
from store.rules.common_ground import institution_key
from store.words.fold import fold
from store.words.message import Message, UsageProblem

What = Literal["tag", "school", "city", "passion"]
WHATS: tuple[What, ...] = get_args(What)


class SetTrait(Params, frozen=True, kw_only=True):
    """Who, and what they have or no longer have."""

    person: str
    what: What
    value: str
    """A school may bring its years: `INSA Lyon 2004-2009`."""
    remove: bool = False


def set_trait(snapshot: Snapshot, params: SetTrait, context: Context) -> Outcome:
    """Add a value to one of a person's lists; one that is there is not added again.

    Raises:
        UnknownProblem: where the person is not known.
        UsageProblem: where the value is empty.
    """
    person = person_named(snapshot, params.person)
    value = clean_line(params.value)
    if not value:
        raise UsageProblem("empty_value", "problem.empty_value")
    fields = (
        _without(person, params.what, value) if params.remove else _with(person, params.what, value)
    )
    changed = alter(person, **fields)
    id = "said.trait_removed" if params.remove else "said.trait_added"
    return Outcome(
        change_set=ChangeSet((changed,) if changed.after != person else ()),
        id=person.id,
        about=person.name,
        said=Message(id, {"name": person.name, "value": value}),
    )


def _with(person: Person, what: What, value: str) -> dict[str, object]:
    if what == "school":
        return {"schools": _with_school(person.schools, read_school(value, ()))}
    if what == "city":
        return {"cities": _with_city(person.cities, read_city(value, ()))}
    field, values = _plain(person, what)
    known = any(fold(each) == fold(value) for each in values)
    return {field: values if known else (*values, value)}


def _with_school(known: tuple[School, ...], school: School) -> tuple[School, ...]:
    """Years come to a school that had none; other years are another stay."""
    key = institution_key(school.name)
    same = [each for each in known if institution_key(each.name) == key]
    if not same:
        return (*known, school)
    timed = bool(school.start or school.end)
    if not timed or any((each.start, each.end) == (school.start, school.end) for each in same):
        return known
    for each in same:
        if not (each.start or each.end):
            later = School(name=each.name, start=school.start, end=school.end, extra=each.extra)
            return tuple(later if one is each else one for one in known)
    return (*known, school)


def _with_city(known: tuple[City, ...], city: City) -> tuple[City, ...]:
    same = any(fold(each.name) == fold(city.name) and each.kind == city.kind for each in known)
    return known if same else (*known, city)


def _without(person: Person, what: What, value: str) -> dict[str, object]:
    if what == "school":
        gone = read_school(value, ())
        timed = bool(gone.start or gone.end)
        key = institution_key(gone.name)
        return {
            "schools": tuple(
                each
                for each in person.schools
                if institution_key(each.name) != key
                or (timed and (each.start, each.end) != (gone.start, gone.end))
            )
        }
    if what == "city":
        name = fold(read_city(value, ()).name)
        return {"cities": tuple(each for each in person.cities if fold(each.name) != name)}
    field, values = _plain(person, what)
    return {field: tuple(each for each in values if fold(each) != fold(value))}


def _plain(person: Person, what: What) -> tuple[str, tuple[str, ...]]:
    return ("tags", person.tags) if what == "tag" else ("passions", person.passions)


TRAIT = Action("trait", SetTrait, set_trait)
