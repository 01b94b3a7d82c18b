"""Two cards of one person as one: nothing of either is lost that nobody has decided on.

Lists hold what both hold, empty fields are filled. Where both say something else, the first card's
stands: the other name becomes a nickname, the other organisation an earlier employer, who else
brought us together somebody whom they know, and the rest is kept in one line at the end of the
notes. What was chosen explicitly lets the other value go. Closeness, rhythm and whether the tie is
tended are the first card's where it says so; the first day of two on which one met is the day.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Literal, get_args

import msgspec

from store.records.identity import same_words, text_key
from store.records.ids import PersonId
from store.records.person import Person
from store.rules.card_union import LISTS, with_properties, with_values
from store.rules.institution_key import institution_key
from store.rules.united_values import (
    city_key,
    one_birthday,
    school_key,
    with_deferrals,
    with_stays,
)

Side = Literal["a", "b", "both"]
SIDES: tuple[Side, ...] = get_args(Side)
Sides = Mapping[str, Side]
"""By field, whose value was chosen."""

SINGLE_FIELDS = (
    *("name", "org", "title", "timezone", "birthday", "met", "where", "intent"),
    *("layer", "cadence_days", "prefers", "status", "through"),
)
"""Fields of one value, of which one side is chosen."""

LIST_FIELDS = (
    *("nicknames", "emails", "phones", "links", "schools", "cities", "employers", "passions"),
    *("fields", "languages", "tags", "needs", "offers", "dates", "avoids", "notes"),
    "private_notes",
)
"""Fields that can hold what both hold."""

CHOOSABLE = (*SINGLE_FIELDS, *LIST_FIELDS)
"""Fields that a person can decide on; all else is put together."""

_ASIDE = ("title", "timezone", "birthday", "where", "intent")
"""Fields whose other value is kept in the notes."""


def united(a: Person, b: Person, sides: Sides, today: date, aside: tuple[str, ...] = ()) -> Person:
    """The card of both.

    Args:
        a: whose id and place stay.
        b: the other one.
        sides: what was chosen; fields that are not named are put together.
        today: dates the line of what is kept in the notes.
        aside: what else is to be kept there.
    """
    fields: dict[str, object] = {
        **_lists(a, b, sides),
        **_singles(a, b, sides),
        **_by_itself(a, b),
    }
    fields["nicknames"] = _nicknames(a, b, sides, fields)
    fields["employers"] = _employers(a, b, sides, fields)
    _settle_knows(a, b, sides, fields)
    kept = (*_kept_aside(a, b, sides, fields), *aside)
    fields["notes"] = _notes(a, b, sides, kept, today)
    fields["private_notes"] = _text(a.private_notes, b.private_notes, sides.get("private_notes"))
    return msgspec.structs.replace(a, **fields)


def _lists(a: Person, b: Person, sides: Sides) -> dict[str, object]:
    whole: dict[str, object] = {
        name: _distinct(getattr(a, name), getattr(b, name))
        for name in Person.__struct_fields__
        if isinstance(getattr(a, name), tuple)
    }
    whole |= {
        name: with_values(getattr(a, name), getattr(b, name), key) for name, key in LISTS.items()
    }
    whole |= {
        "schools": with_stays(a.schools, b.schools, school_key),
        "cities": with_stays(a.cities, b.cities, city_key),
        "employment": with_stays(a.employment, b.employment, school_key),
        "deferrals": with_deferrals(a.deferrals, b.deferrals),
        "properties": with_properties(a.properties, b.properties),
        "extra": {**b.extra, **a.extra},
    }
    for name, side in sides.items():
        if name in whole and name in LIST_FIELDS and side != "both":
            whole[name] = getattr(a if side == "a" else b, name)
    return whole


def _distinct(one: tuple[object, ...], other: tuple[object, ...]) -> tuple[object, ...]:
    return (*one, *(each for each in other if each not in one))


def _singles(a: Person, b: Person, sides: Sides) -> dict[str, object]:
    whole: dict[str, object] = {}
    for name in SINGLE_FIELDS:
        mine, theirs = getattr(a, name), getattr(b, name)
        if name in sides:
            whole[name] = theirs if sides[name] == "b" else mine
        else:
            whole[name] = theirs if mine in (None, "") else mine
    if "birthday" not in sides:
        whole["birthday"] = one_birthday(a.birthday, b.birthday) or a.birthday
    if "met" not in sides:
        whole["met"] = min(filter(None, (a.met, b.met)), default=None)
    if "status" not in sides:
        ended = "deceased" in (a.status, b.status)
        whole["status"] = "deceased" if ended else a.status
    if not whole["name"]:
        whole["name"] = a.name or b.name
    return whole


def _by_itself(a: Person, b: Person) -> dict[str, object]:
    """What nobody needs to decide on."""
    return {
        "pinned": a.pinned or b.pinned,
        "deceased_on": a.deceased_on or b.deceased_on,
        "new_job_on": max(filter(None, (a.new_job_on, b.new_job_on)), default=None),
        "added": min(filter(None, (a.added, b.added)), default=None),
    }


def _nicknames(a: Person, b: Person, sides: Sides, fields: Mapping[str, object]) -> tuple[str, ...]:
    held = _texts(fields["nicknames"])
    own = text_key(str(fields["name"]))
    addresses = set(map(text_key, _texts(fields["emails"])))
    other = "name" not in sides and not same_words(a.name, b.name)
    if other and text_key(b.name) not in addresses:
        held = with_values(held, (b.name,), text_key)
    return tuple(each for each in held if text_key(each) != own or each in a.nicknames)


def _employers(a: Person, b: Person, sides: Sides, fields: Mapping[str, object]) -> tuple[str, ...]:
    """Earlier ones, with the organisation that is not the present one."""
    held = _texts(fields["employers"])
    present = institution_key(str(fields["org"]))
    left = tuple(each for each in (a.org, b.org) if each and institution_key(each) != present)
    return with_values(held, left, institution_key)


def _settle_knows(a: Person, b: Person, sides: Sides, fields: dict[str, object]) -> None:
    """Nobody knows themselves, or was met through themselves."""
    both = (a.id, b.id)
    through = fields["through"]
    if through in both:
        through = next((each.through for each in (a, b) if each.through not in (None, *both)), None)
    fields["through"] = through
    also: tuple[PersonId, ...] = ()
    if "through" not in sides:
        also = tuple(each.through for each in (a, b) if each.through not in (None, through))
    for name, more in (("knows", also), ("distinct_from", ())):
        held = _distinct(_texts(fields[name]), more)
        fields[name] = tuple(each for each in held if each not in both)


def _kept_aside(a: Person, b: Person, sides: Sides, fields: Mapping[str, object]) -> Iterator[str]:
    for name in _ASIDE:
        theirs = getattr(b, name)
        if name in sides or not theirs or not getattr(a, name):
            continue
        one = one_birthday(a.birthday, b.birthday) if name == "birthday" else None
        if one is None and text_key(theirs) != text_key(str(fields[name])):
            yield theirs


def _notes(a: Person, b: Person, sides: Sides, kept: tuple[str, ...], today: date) -> str:
    text = _text(a.notes, b.notes, sides.get("notes"))
    if not kept:
        return text
    line = f"{today.isoformat()} · {b.name}: {' · '.join(kept)}"
    return f"{text.rstrip()}\n\n{line}" if text.strip() else line


def _text(mine: str, theirs: str, side: Side | None) -> str:
    if side in ("a", "b"):
        return mine if side == "a" else theirs
    more = theirs.strip()
    if not more or more in mine:
        return mine
    return f"{mine.rstrip()}\n\n{more}" if mine.strip() else theirs


def _texts(value: object) -> tuple[str, ...]:
    return value if isinstance(value, tuple) else ()
