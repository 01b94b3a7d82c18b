"""Circles written as cards of groups, for the programs that know them."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from store.formats.vcard.escaping import escaped, escaped_uri
from store.formats.vcard.own_names import PRODUCT
from store.records.circle import Circle
from store.records.person import Property


def circle_card(
    circle: Circle, uid_of: Callable[[str], str | None], *, old: bool
) -> Iterator[Property]:
    """The properties of a group: KIND and MEMBER (RFC 6350, 6.1.4 and 6.6.5).

    Args:
        circle: the group; its people are named by their UIDs.
        uid_of: gives the UID of a person.
        old: for 3.0, with the names that address books have given them there.
    """
    kind, member = (f"X-ADDRESSBOOKSERVER-{each}" if old else each for each in ("KIND", "MEMBER"))
    yield Property(name="VERSION", value="3.0" if old else "4.0")
    yield Property(name="PRODID", value=PRODUCT)
    yield Property(name="UID", value=f"arrosoir-{circle.id}")
    yield Property(name=kind, value="group")
    yield Property(name="FN", value=escaped(circle.name))
    if old:
        yield Property(name="N", value=f"{escaped(circle.name)};;;;")
    if circle.notes:
        yield Property(name="NOTE", value=escaped(circle.notes))
    for person in circle.people:
        uid = uid_of(person)
        if uid is not None:
            yield Property(name=member, value=escaped_uri(_address(uid)))


def _address(uid: str) -> str:
    """A UID as an address, which MEMBER has to be."""
    return uid if ":" in uid else f"urn:uuid:{uid}"
