"""Lists of two cards put together: what one holds, then what only the other has."""

from __future__ import annotations

from collections.abc import Callable

import msgspec

from store.records.clean import clean_raw
from store.records.identity import link_key, phone_key, text_key
from store.records.person import Property

LISTS: dict[str, Callable[[str], str]] = {
    "nicknames": text_key,
    "emails": text_key,
    "phones": phone_key,
    "links": link_key,
    "employers": text_key,
    "passions": text_key,
    "fields": text_key,
    "languages": text_key,
    "tags": text_key,
    "needs": text_key,
    "offers": text_key,
    "sources": str,
}
"""Lists of plain values, each with what makes two values the same."""

_ONCE = frozenset(
    (
        "N",
        "REV",
        "PRODID",
        "UID",
        "KIND",
        "BDAY",
        "ANNIVERSARY",
        "DEATHDATE",
        "GENDER",
        "SORT-STRING",
        "CLASS",
        "MAILER",
    )
)
"""Properties that a card holds at most once (RFC 6350, 6): the one that is there stays."""


def with_values(
    held: tuple[str, ...], more: tuple[str, ...], key: Callable[[str], str]
) -> tuple[str, ...]:
    """The values held with those that they lack; the very same where they lack none.

    Args:
        held: come first, as they are.
        more: those of the other card.
        key: what makes two values the same.
    """
    if held == more or not more:
        return held
    present = set(map(key, held))
    added: list[str] = []
    for value in more:
        if value and key(value) not in present:
            present.add(key(value))
            added.append(value)
    return (*held, *added) if added else held


def with_properties(held: tuple[Property, ...], more: tuple[Property, ...]) -> tuple[Property, ...]:
    """Properties with those of another card that they lack, verbatim.

    A group, such as a date and its label, is one thing; where its name is taken it gets another.
    """
    if held == more or not more:
        return held
    known = list(held)
    present = {_said(each) for each in held if not each.group}
    once = {each.name.upper() for each in held} & _ONCE
    for each in more:
        name = each.name.upper()
        if each.group or _said(each) in present or name in once:
            continue
        present.add(_said(each))
        once |= {name} & _ONCE
        known.append(each)
    _add_groups(known, more)
    return held if len(known) == len(held) else tuple(known)


def _add_groups(known: list[Property], more: tuple[Property, ...]) -> None:
    taken = _groups(known)
    for name, properties in _groups(more).items():
        said = {_said(each) for each in properties}
        if any(said <= {_said(each) for each in group} for group in taken.values()):
            continue
        free, number = name, len(taken)
        while free in taken:
            number += 1
            free = f"item{number}"
        renamed = [msgspec.structs.replace(each, group=free) for each in properties]
        taken[free] = renamed
        known.extend(renamed)


def _groups(properties: list[Property] | tuple[Property, ...]) -> dict[str, list[Property]]:
    groups: dict[str, list[Property]] = {}
    for each in properties:
        if each.group:
            groups.setdefault(each.group.lower(), []).append(each)
    return groups


def _said(each: Property) -> tuple[str, str, str]:
    # Cards go out without what a terminal obeys, and come back as what they were.
    return each.name.upper(), clean_raw(each.params), clean_raw(each.value)
