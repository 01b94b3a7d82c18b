"""What files say of the user, laid over their own card: only what is missing comes."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from store.actions.trait import with_school
from store.formats.comparing import agree
from store.records.identity import text_key
from store.records.me import Me
from store.records.person import City, Employment
from store.rules.card_union import with_values
from store.rules.card_values import value_key
from store.rules.step import is_trip

FIELDS = (
    *("name", "org", "title", "cities", "schools", "employers", "employment", "fields"),
    "languages",
)
"""What files may fill, in the order in which it is told."""


def completed(held: Me, told: Me) -> Me:
    """The card with what it lacks; done twice it is as done once.

    A post is filled as a whole or not at all: one that contradicts the card's is an employer more.
    """
    org, title = _post(held, told)
    schools = held.schools
    for school in told.schools:
        schools = with_school(schools, school)
    employers = _with_employers(held.employers, (told.org, *told.employers), org)
    return msgspec.structs.replace(
        held,
        name=held.name or told.name,
        org=org,
        title=title,
        cities=_cities(held.cities, told.cities),
        schools=schools,
        employers=employers,
        employment=_with_years(held.employment, told.employment, (org, *employers)),
        fields=with_values(held.fields, told.fields, text_key),
        languages=with_values(held.languages, told.languages, text_key),
    )


def filled(before: Me, after: Me) -> Mapping[str, int]:
    """Fields that a completing has filled, with how much has come to each; years count as well."""
    counts: dict[str, int] = {}
    for field in FIELDS:
        then, now = getattr(before, field), getattr(after, field)
        if then != now:
            counts[field] = 1 if isinstance(now, str) else sum(each not in then for each in now)
    return counts


def _post(held: Me, told: Me) -> tuple[str, str]:
    org = held.org or (told.org if agree(held.title, told.title) else "")
    title = held.title
    if not title and told.org and value_key("employer", org) == value_key("employer", told.org):
        title = told.title
    return org, title


def _cities(held: tuple[City, ...], told: tuple[City, ...]) -> tuple[City, ...]:
    """The city of today where none is known; who has moved since knows better than an old file."""
    if any(each.kind == "now" and not is_trip(each) for each in held):
        return held
    return (*held, *told)


def _with_employers(held: tuple[str, ...], told: tuple[str, ...], org: str) -> tuple[str, ...]:
    known = {value_key("employer", each) for each in (org, *held)}
    kept = list(held)
    for name in told:
        key = value_key("employer", name)
        if key and key not in known:
            known.add(key)
            kept.append(name)
    return tuple(kept)


def _with_years(
    held: tuple[Employment, ...], told: tuple[Employment, ...], employers: tuple[str, ...]
) -> tuple[Employment, ...]:
    """The years with employers of whom none are known, under the name that the card has."""
    names = {value_key("employer", each): each for each in employers}
    kept = list(held)
    for stay in told:
        name = names.get(value_key("employer", stay.name))
        if name is not None and all(each.name != name for each in kept):
            kept.append(msgspec.structs.replace(stay, name=name))
    return tuple(kept)
