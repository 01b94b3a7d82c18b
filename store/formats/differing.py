"""Where a file says otherwise than a card, and the card with what the file says.

Nothing of it is taken unless the user says so for the one person. Some of it is no difference:

- a former employer named as the present one: the card knows what came after it;
- a first meeting later than the one kept: whoever connects has often met before;
- a name kept among the nicknames, and the same words in another order.

A file is called older where it and the card both carry the day of their last change (`REV`, RFC
6350, 6.7.4) and the file's is not later: whatever differs was then changed here since.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date

import msgspec

from store.actions.new_job import new_job
from store.formats.comparing import birthdays_agree, is_fuller_birthday
from store.formats.plan import Differing
from store.records.identity import same_words, text_key
from store.records.person import Person, Property
from store.rules.card_values import value_key

FIELDS = (
    *("name", "org", "title", "timezone", "birthday", "met", "where", "intent", "prefers"),
    "status",
)
"""Fields with one value, in the order in which they are told."""

Told = dict[str, object]
"""Field to what a file says of it."""

_REVISION = "REV"
_DIGITS = re.compile(r"\d+")
_DATE_DIGITS, _MOMENT_DIGITS = 8, 14


def told_otherwise(held: Person, card: Person, *, same_key: bool) -> Told:
    """What a card says otherwise than a person of whom it speaks.

    Args:
        held: the person, with what the card adds.
        card: what the file says.
        same_key: whether they are one by a stable key; otherwise the other name is a nickname now.
    """
    told: Told = {}
    if same_key and _is_other_name(held, card.name):
        told["name"] = card.name
    told |= _other_post(held, card)
    if (
        card.birthday
        and card.birthday != held.birthday
        and not birthdays_agree(held.birthday, card.birthday)
        and not is_fuller_birthday(held.birthday, card.birthday)
    ):
        told["birthday"] = card.birthday
    if card.met is not None and held.met is not None and card.met < held.met:
        told["met"] = card.met
    for name in ("timezone", "where", "intent"):
        theirs = getattr(card, name)
        if theirs and text_key(theirs) != text_key(getattr(held, name)):
            told[name] = theirs
    if card.prefers is not None and card.prefers != held.prefers:
        told["prefers"] = card.prefers
    if card.status == "deceased" != held.status:
        told["status"] = card.status
    return told


def _is_other_name(held: Person, name: str) -> bool:
    return bool(name) and not any(same_words(each, name) for each in (held.name, *held.nicknames))


def _other_post(held: Person, card: Person) -> Told:
    org = value_key("employer", card.org)
    if org and org != value_key("employer", held.org):
        former = {value_key("employer", each) for each in held.employers}
        if org in former:
            return {}
        post: Told = {"org": card.org}
        if card.title and text_key(card.title) != text_key(held.title):
            post["title"] = card.title
        return post
    if card.title and text_key(card.title) != text_key(held.title):
        return {"title": card.title}
    return {}


def differences(held: Person, told: Mapping[str, object]) -> tuple[Differing, ...]:
    """What was told otherwise, as text, in the order of `FIELDS`."""
    return tuple(
        Differing(field=name, held=_text(getattr(held, name)), told=_text(told[name]))
        for name in FIELDS
        if name in told and told[name] != getattr(held, name)
    )


def _text(value: object) -> str:
    if value is None:
        return ""
    return value.isoformat() if isinstance(value, date) else str(value)


def with_told(
    held: Person, told: Mapping[str, object], revision: str, today: date | None
) -> Person:
    """The person with what was told in the place of what is kept.

    The employer left is a former one, and a new job is noted, as where the user types it; the name
    borne so far is a nickname.

    Args:
        held: the person.
        told: by field.
        revision: when the file was written, where it says so and is newer.
        today: the day on which a new job is noted; None for somebody who is new themselves.
    """
    fields: dict[str, object] = {name: told[name] for name in FIELDS if name in told}
    fields |= new_job(held, fields, today or date.min)
    if today is None:
        fields.pop("new_job_on", None)
    name = fields.get("name")
    if isinstance(name, str) and not same_words(held.name, name):
        fields["nicknames"] = tuple(dict.fromkeys((*held.nicknames, held.name)))
    if revision:
        fields["properties"] = _revised(held.properties, revision)
    return msgspec.structs.replace(held, **fields)


def _revised(properties: tuple[Property, ...], revision: str) -> tuple[Property, ...]:
    return tuple(
        msgspec.structs.replace(each, value=revision) if each.name.upper() == _REVISION else each
        for each in properties
    )


def revision_of(card: Person) -> str:
    """When a card says that it was last changed, as written; nothing where it does not say."""
    for each in card.properties:
        if each.name.upper() == _REVISION:
            return each.value
    return ""


def is_older(revision: str, kept: str) -> bool:
    """Whether of two such moments the first is not later; False where one cannot be read."""
    told, held = _moment(revision), _moment(kept)
    return bool(told) and bool(held) and told <= held


def _moment(revision: str) -> str:
    """Digits from the year to the second, in the basic as in the extended form of ISO 8601."""
    digits = "".join(_DIGITS.findall(revision[: _MOMENT_DIGITS + 5]))[:_MOMENT_DIGITS]
    return digits.ljust(_MOMENT_DIGITS, "0") if len(digits) >= _DATE_DIGITS else ""
