"""Add a tag, school, city and the like to a person, or take it away; what is there stays."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal, TypeVar, get_args

import msgspec

from store.actions.action import Action, Context, Outcome, Params
from store.actions.card import check_years, read_city, read_employers, read_school
from store.actions.membership import membership
from store.actions.resolve import person_named
from store.records.change import ChangeSet, alter
from store.records.clean import clean_line
from store.records.person import City, Person, School
from store.records.snapshot import Snapshot
from store.rules.card_values import PLAIN_LISTS, CardValue, PlainList, value_key
from store.words.fold import fold
from store.words.language_codes import languages_stored
from store.words.message import Message, UsageProblem

Stay = TypeVar("Stay", bound=School | City)

What = Literal[
    "tag",
    "school",
    "city",
    "passion",
    "field",
    "employer",
    "language",
    "circle",
    "need",
    "offer",
]
"""Lists of a card, and the circles that people belong to."""
WHATS: tuple[What, ...] = get_args(What)


class SetTrait(Params, frozen=True, kw_only=True):
    """Who, and what they have or no longer have."""

    person: str
    what: What
    value: str
    """A school, a city or an employer may bring its years: `INSA Lyon 2004-2009`."""
    remove: bool = False


def set_trait(snapshot: Snapshot, params: SetTrait, context: Context) -> Outcome:
    """Add a value to one of a person's lists; one that is there is not added again.

    An employer is an earlier one; the organisation they work for now counts as there already. A
    circle that is not there yet is made.

    Raises:
        UnknownProblem: where the person is not known.
        UsageProblem: where the value is empty, or its years run backwards.
    """
    person = person_named(snapshot, params.person)
    value = clean_line(params.value)
    if not value:
        raise UsageProblem("empty_value", "problem.empty_value")
    if params.what == "circle":
        change_set = membership(snapshot, person, value, params.remove, context.new_id)
    else:
        after = with_trait(person, params.what, value, remove=params.remove)
        change_set = ChangeSet((alter(person, **after),) if after else ())
    id = "said.trait_removed" if params.remove else "said.trait_added"
    return Outcome(
        change_set=change_set,
        id=person.id,
        about=person.name,
        said=Message(id, {"name": person.name, "value": value}),
    )


def with_trait(person: Person, what: What, value: str, *, remove: bool) -> dict[str, object]:
    """The fields of a card that change, with their new value; none for circles."""
    if what == "circle":
        return {}
    fields = _without(person, what, value) if remove else _with(person, what, value)
    return {name: after for name, after in fields.items() if after != getattr(person, name)}


def _with(person: Person, what: CardValue, value: str) -> dict[str, object]:
    if what == "school":
        school = read_school(value, ())
        check_years((school,), person.schools)
        return {"schools": with_school(person.schools, school)}
    if what == "city":
        city = read_city(value, ())
        check_years((city,), person.cities)
        return {"cities": _with_city(person.cities, city)}
    if what == "employer":
        return _with_employer(person, value)
    field, values = _plain(person, what)
    key = value_key(what, value)
    known = any(value_key(what, each) == key for each in values)
    if what == "language":
        (value,) = languages_stored((value,))
    return {field: values if known else (*values, value)}


def with_school(known: tuple[School, ...], school: School) -> tuple[School, ...]:
    """The schools and one more; years come to one that had none, other years are another stay."""
    key = value_key("school", school.name)
    return _with_stay(known, school, lambda each: value_key("school", each.name) == key)


def _with_city(known: tuple[City, ...], city: City) -> tuple[City, ...]:
    def is_same(each: City) -> bool:
        return fold(each.name) == fold(city.name) and each.kind == city.kind

    return _with_stay(known, city, is_same)


def _with_stay(
    known: tuple[Stay, ...], stay: Stay, is_same: Callable[[Stay], bool]
) -> tuple[Stay, ...]:
    same = [each for each in known if is_same(each)]
    years = (stay.start, stay.end)
    if not same:
        return (*known, stay)
    if years == (None, None) or any((each.start, each.end) == years for each in same):
        return known
    for each in same:
        if not (each.start or each.end):
            later = msgspec.structs.replace(each, start=stay.start, end=stay.end)
            return tuple(later if one is each else one for one in known)
    return (*known, stay)


def _with_employer(person: Person, value: str) -> dict[str, object]:
    """An earlier employer, and its years where none are known of it."""
    (name,), stays = read_employers((value,), (), ())
    check_years(stays, person.employment)
    key = value_key("employer", name)
    there = [each for each in (person.org, *person.employers) if value_key("employer", each) == key]
    known = there[0] if there else name
    dated = any(each.name == known for each in person.employment)
    more = () if dated else tuple(msgspec.structs.replace(each, name=known) for each in stays)
    return {
        "employers": person.employers if there else (*person.employers, name),
        "employment": (*person.employment, *more),
    }


def _without_employer(person: Person, value: str) -> dict[str, object]:
    """Without an earlier employer and the years there; the present one stays with its own."""
    (name,), _ = read_employers((value,), (), ())
    key = value_key("employer", name)
    gone = {each for each in person.employers if value_key("employer", each) == key}
    return {
        "employers": tuple(each for each in person.employers if each not in gone),
        "employment": tuple(
            each for each in person.employment if each.name not in gone - {person.org}
        ),
    }


def _without(person: Person, what: CardValue, value: str) -> dict[str, object]:
    if what == "school":
        gone = read_school(value, ())
        timed = bool(gone.start or gone.end)
        key = value_key("school", gone.name)
        return {
            "schools": tuple(
                each
                for each in person.schools
                if value_key("school", each.name) != key
                or (timed and (each.start, each.end) != (gone.start, gone.end))
            )
        }
    if what == "city":
        name = fold(read_city(value, ()).name)
        return {"cities": tuple(each for each in person.cities if fold(each.name) != name)}
    if what == "employer":
        return _without_employer(person, value)
    field, values = _plain(person, what)
    key = value_key(what, value)
    return {field: tuple(each for each in values if value_key(what, each) != key)}


def _plain(person: Person, what: PlainList) -> tuple[str, tuple[str, ...]]:
    field = PLAIN_LISTS[what]
    values: tuple[str, ...] = getattr(person, field)
    return field, values


TRAIT = Action("trait", SetTrait, set_trait)
