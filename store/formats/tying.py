"""A tie between two people, noted on the card of one of them."""

from __future__ import annotations

import msgspec

from store.records.ids import PersonId
from store.records.person import Person


def tied(one: Person, other: Person, how: str, *, prefers_other: bool) -> Person | None:
    """The card on which the tie is noted, or None where it is known or cannot be told.

    Args:
        one: of whom a file says so.
        other: whom they know.
        how: `through`: the other brought us together; `distinct`: their cards resemble each other
            and are of two people; else they know each other.
        prefers_other: whether the other's card is to hold it, one side being enough.
    """
    if how == "through":
        if one.through is not None or other.through == one.id:
            return None
        return msgspec.structs.replace(one, through=PersonId(other.id))
    if how == "distinct":
        if other.id in one.distinct_from or one.id in other.distinct_from:
            return None
        apart = (*one.distinct_from, PersonId(other.id))
        return msgspec.structs.replace(one, distinct_from=apart)
    if other.id in one.knows or one.id in other.knows:
        return None
    holder, known = (other, one) if prefers_other else (one, other)
    return msgspec.structs.replace(holder, knows=(*holder.knows, PersonId(known.id)))
