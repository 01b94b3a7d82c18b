"""What files say of the user, laid over their own card: only what is missing comes."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from store.actions.trait import with_school
from store.formats.comparing import agree
from store.records.identity import link_key, phone_key, text_key
from store.records.me import Me
from store.records.person import City, Employment
from store.rules.card_union import with_values
from store.rules.card_values import value_key
from store.rules.step import is_trip

FIELDS = (
    *("name", "emails", "phones", "links", "org", "title", "cities", "schools", "employers"),
    *("employment", "passions", "fields", "languages"),
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
        emails=with_values(held.emails, told.emails, text_key),
        phones=with_values(held.phones, told.phones, phone_key),
        links=with_values(held.links, told.links, link_key),
        org=org,
        title=title,
        cities=_cities(held.cities, told.cities),
        schools=schools,
        employers=employers,
        employment=with_years(held.employment, told.employment, (org, *employers)),
        passions=with_values(held.passions, told.passions, text_key),
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
    return with_cities(held, told)


def with_cities(held: tuple[City, ...], more: tuple[City, ...]) -> tuple[City, ...]:
    """Cities with those of another card that they lack; one may be of several kinds."""
    known = list(held)
    for city in more:
        key = (text_key(city.name), city.kind)
        if key not in [(text_key(each.name), each.kind) for each in known]:
            known.append(city)
    return tuple(known)


def _with_employers(held: tuple[str, ...], told: tuple[str, ...], org: str) -> tuple[str, ...]:
    known = {value_key("employer", each) for each in (org, *held)}
    kept = list(held)
    for name in told:
        key = value_key("employer", name)
        if key and key not in known:
            known.add(key)
            kept.append(name)
    return tuple(kept)


def with_years(
    held: tuple[Employment, ...], told: tuple[Employment, ...], employers: tuple[str, ...]
) -> tuple[Employment, ...]:
    """The years with employers of whom none are known, under the name that the card has.

    Args:
        held: those known.
        told: those that a file tells.
        employers: whom the card names; years with anybody else count for nothing.
    """
    names = {value_key("employer", each): each for each in employers}
    kept = list(held)
    for stay in told:
        name = names.get(value_key("employer", stay.name))
        if name is not None and all(each.name != name for each in kept):
            kept.append(msgspec.structs.replace(stay, name=name))
    return tuple(kept)
