"""Two versions of one record laid together, field by field."""

from __future__ import annotations

from typing import TypeVar

import msgspec

from store.actions.traces import Trace, fields_of, is_empty
from store.records.me import SavedSearch
from store.records.person import Deferral
from store.records.record import Record
from store.words.fold import fold

R = TypeVar("R", bound=Record)

_QUIET = frozenset({"id", "last_act"})
"""Fields that are never laid together: the one that is the same, and the day of the last act."""

_UNTOLD = frozenset({"deferrals", "sorting"})
"""Fields that the program keeps by itself: nobody needs to hear of a difference."""

_WORDS = frozenset(
    {
        *("nicknames", "emails", "employers", "passions", "fields", "languages"),
        *("tags", "needs", "offers"),
    }
)
"""Lists in which a word written with other capitals or accents is the same word."""


_GATHERED = frozenset({"searches"})
"""Lists of which both copies keep all, where both changed them after they had parted."""


class Difference(msgspec.Struct, frozen=True):
    """A field in which ours stood: nothing told which is later, or both changed it apart."""

    field: str
    ours: object
    theirs: object


def laid_together(
    ours: R, theirs: R, mine: dict[str, Trace], other: dict[str, Trace]
) -> tuple[R, tuple[Difference, ...]]:
    """One record out of two versions, and where they differ without an answer.

    The later change of a field stands. Where neither is known to be later, a field that is set
    stands over an empty one, lists are put together, and otherwise ours stands.

    Args:
        ours: the version at home.
        theirs: the version of the other copy.
        mine: the fields that our history shows as touched.
        other: the fields that their history shows as touched.
    """
    fields: dict[str, object] = {}
    told: list[Difference] = []
    for field in fields_of(type(ours)):
        name = field.name
        own, peer = getattr(ours, name), getattr(theirs, name)
        if name in _QUIET or own == peer:
            continue
        later = _later(mine.get(name), other.get(name))
        if name in _GATHERED and _both_apart(mine.get(name), other.get(name)):
            later = 0
        value, open_end = _decided(field, own, peer, later)
        if later > 0:
            open_end = _both_apart(mine.get(name), other.get(name)) and _is_lost(field, peer, own)
        if value != own:
            fields[name] = value
        if open_end and name not in _UNTOLD:
            told.append(Difference(name, own, peer))
    return (msgspec.structs.replace(ours, **fields) if fields else ours), tuple(told)


def _later(mine: Trace | None, other: Trace | None) -> int:
    """1 where ours was touched later, -1 where theirs was, 0 where that is not known."""
    if mine is None or other is None:
        return (mine is not None) - (other is not None)
    if mine.apart != other.apart:
        # One of them still holds what both held when they parted, whatever the clocks say.
        return 1 if mine.apart else -1
    return (mine.at > other.at) - (mine.at < other.at)


def _decided(
    field: msgspec.structs.FieldInfo, own: object, peer: object, later: int
) -> tuple[object, bool]:
    """The value that stands, and whether that is only because it is ours."""
    if later:
        return (own if later > 0 else peer), False
    if is_empty(field, own):
        return peer, False
    if is_empty(field, peer):
        return own, False
    if isinstance(own, tuple) and isinstance(peer, tuple):
        return _together(field.name, own, peer), False
    if field.name == "extra" and isinstance(own, dict) and isinstance(peer, dict):
        whole = {**peer, **own}
        return whole, any(whole[key] != value for key, value in peer.items())
    return own, True


def _together(name: str, own: tuple[object, ...], peer: tuple[object, ...]) -> tuple[object, ...]:
    """Ours first, then what only theirs has."""
    whole = list(own)
    keys = [_key(name, each) for each in own]
    for each in peer:
        key = _key(name, each)
        if key not in keys:
            keys.append(key)
            whole.append(each)
    return tuple(whole)


def _key(name: str, value: object) -> object:
    if isinstance(value, Deferral):
        return value.row
    if isinstance(value, SavedSearch):
        return fold(value.name)
    if name in _WORDS and isinstance(value, str):
        return fold(value).strip() or value
    return value


def _both_apart(mine: Trace | None, other: Trace | None) -> bool:
    """Whether both copies changed the field after they had parted."""
    return mine is not None and other is not None and mine.apart and other.apart


def _is_lost(field: msgspec.structs.FieldInfo, peer: object, own: object) -> bool:
    """Whether theirs holds something that ours does not."""
    if is_empty(field, peer):
        return False
    if isinstance(own, tuple) and isinstance(peer, tuple):
        return len(_together(field.name, own, peer)) > len(own)
    return not (isinstance(own, str) and isinstance(peer, str) and peer in own)
