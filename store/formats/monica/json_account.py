"""Monica's JSON made an account; whatever is not as it should be is passed over."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import cast

from store.formats.monica.account import (
    DETAIL_KINDS,
    MOST_CONTACTS,
    Account,
    Activity,
    Contact,
    Detail,
    Relationship,
    SpecialDate,
    Values,
    special_date,
)

Node = Mapping[str, object]
"""An object of the JSON."""

_NAMED_BY_TYPE = {
    "contact_field": "contact_field_types",
    "life_event": "life_event_types",
    "activity": "activity_types",
}
"""Details whose `type` is the key of an entry of `account.instance`."""

USER = ("first_name", "last_name", "email")
"""All that is taken of the user: the rest are settings and secrets."""


def account_of_json(root: object, step: Callable[[int], None]) -> Account:
    """The account of a whole document.

    Args:
        root: as parsed.
        step: told now and then how many contacts are read.
    """
    account = node(node(root).get("account"))
    types = _types(node(account.get("instance")))
    photos = {
        text(each.get("uuid")): text(node(each.get("properties")).get("dataUrl"))
        for each in _values(account, "photo")
    }
    contacts: list[Contact] = []
    doing: dict[str, list[str]] = {}
    rest = 0
    for count, each in enumerate(_values(account, "contact"), start=1):
        if count > MOST_CONTACTS:
            rest = 1  # All of it stands on one line.
            break
        contact = _contact(each, types, photos)
        if contact.key:
            contacts.append(contact)
            for key in _uuids(each, "activity"):
                doing.setdefault(key, []).append(contact.key)
        step(count)
    users = list(_values(account, "user"))
    own = users[0] if users else {}
    properties = node(account.get("properties"))
    return Account(
        contacts=tuple(contacts),
        activities=tuple(_activities(account, types, doing)),
        relationships=tuple(_relationships(account)),
        user={name: text(own.get(name)) for name in USER},
        own_contact=text(node(own.get("properties")).get("me_contact")),
        left={
            "journal": len(items(properties.get("journal_entries"))),
            "documents": sum(1 for _ in _values(account, "document")),
        },
        rest=rest,
    )


def node(value: object) -> Node:
    """An object, empty where it is none."""
    return cast("Node", value) if isinstance(value, dict) else {}


def items(value: object) -> list[object]:
    """A list, empty where it is none."""
    return value if isinstance(value, list) else []


def text(value: object) -> str:
    """A plain value as text; true is `1`, false `0`."""
    if isinstance(value, bool):
        return str(int(value))
    return str(value) if isinstance(value, str | int | float) else ""


def _values(holder: Node, kind: str) -> Iterator[Node]:
    for group in items(holder.get("data")):
        if node(group).get("type") == kind:
            yield from map(node, items(node(group).get("values")))


def _uuids(holder: Node, kind: str) -> Iterator[str]:
    for group in items(holder.get("data")):
        if node(group).get("type") == kind:
            yield from map(text, items(node(group).get("values")))


def _plain(each: Node) -> dict[str, str]:
    """Properties and dates of making, as texts."""
    whole = {**each, **node(each.get("properties"))}
    return {name: text(value) for name, value in whole.items() if text(value)}


def _types(instance: Node) -> dict[str, Values]:
    """What each kind of field, activity, event of a life is, by its key."""
    return {
        text(node(each).get("uuid")): _plain(node(each))
        for group in _NAMED_BY_TYPE.values()
        for each in items(instance.get(group))
    }


def _contact(each: Node, types: Mapping[str, Values], photos: Mapping[str, str]) -> Contact:
    properties = node(each.get("properties"))
    avatar = text(node(properties.get("avatar")).get("avatar_photo"))
    return Contact(
        key=text(each.get("uuid")),
        values=_plain(each),
        tags=tuple(filter(None, map(_tag, items(properties.get("tags"))))),
        birthdate=_special(properties.get("birthdate")),
        deceased_date=_special(properties.get("deceased_date")),
        first_met_date=_special(properties.get("first_met_date")),
        through=text(properties.get("first_met_through")),
        details=tuple(
            _detail(kind, found, types) for kind in DETAIL_KINDS for found in _values(each, kind)
        ),
        photo=photos.get(avatar) or next(filter(None, map(photos.get, _uuids(each, "photo"))), ""),
    )


def _tag(value: object) -> str:
    return text(value) or text(node(value).get("name"))


def _special(value: object) -> SpecialDate | None:
    return special_date(_plain(node(value)))


def _detail(kind: str, each: Node, types: Mapping[str, Values]) -> Detail:
    values = _plain(each)
    named = types.get(values.get("type", ""), {})
    values |= {f"type_{name}": value for name, value in named.items()}
    messages = items(node(each.get("properties")).get("messages"))
    known = next(name for name in DETAIL_KINDS if name == kind)
    return Detail(
        kind=known, values=values, messages=tuple(_plain(node(each)) for each in messages)
    )


def _activities(
    account: Node, types: Mapping[str, Values], doing: Mapping[str, list[str]]
) -> Iterator[Activity]:
    for each in _values(account, "activity"):
        values = _plain(each)
        named = types.get(values.get("type", ""), {})
        values |= {f"type_{name}": value for name, value in named.items()}
        yield Activity(values=values, contacts=tuple(doing.get(values.get("uuid", ""), ())))


def _relationships(account: Node) -> Iterator[Relationship]:
    for each in _values(account, "relationship"):
        values = _plain(each)
        yield Relationship(
            kind=values.get("type", ""),
            contact=values.get("contact_is", ""),
            of=values.get("of_contact", ""),
        )
