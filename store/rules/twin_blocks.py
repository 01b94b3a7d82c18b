"""Which cards are worth comparing: those that share something that few have."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from store.records.ids import PersonId
from store.rules.twin_evidence import SHORTEST_MAILBOX
from store.rules.twin_traits import Name, Traits
from store.rules.twin_words import FORMS, SHARED_BOXES

MOST_ALIKE = 12
"""Cards of one key that are all compared with each other."""

NEIGHBOURS = 6
"""Of more cards each is compared with so many that follow it in the order of their names."""

_SHORT_OF = {short: name for name, shorts in FORMS.items() for short in shorts}

Pair = tuple[PersonId, PersonId]


def candidates(people: Iterable[Traits]) -> tuple[set[Pair], set[Pair]]:
    """Pairs that share a key; they grow with the people, not with their square.

    Returns:
        Those that share an address, a number, a day of birth or the like, and those whose names
        alone are alike.
    """
    known = tuple(people)
    telling = _sharing(known, _keys)
    return telling, _sharing(known, _name_keys) - telling


def _sharing(people: Iterable[Traits], keys: Callable[[Traits], Iterator[str]]) -> set[Pair]:
    blocks: dict[str, list[Traits]] = {}
    for each in people:
        for key in set(keys(each)):
            blocks.setdefault(key, []).append(each)
    return {pair for block in blocks.values() if len(block) > 1 for pair in _pairs(block)}


def _pairs(block: list[Traits]) -> Iterator[Pair]:
    reach = len(block)
    if reach > MOST_ALIKE:
        block = sorted(block, key=lambda each: (each.sorted_name, each.id))
        reach = NEIGHBOURS
    for place, one in enumerate(block):
        for other in block[place + 1 : place + 1 + reach]:
            yield (one.id, other.id) if one.id < other.id else (other.id, one.id)


def _keys(traits: Traits) -> Iterator[str]:
    for email in traits.emails:
        yield f"@{email}"
        local = email.partition("@")[0]
        if len(local) >= SHORTEST_MAILBOX and local not in SHARED_BOXES:
            yield f"@{local}"
    for phone in traits.phones:
        yield f"+{phone}"
    for key in (*traits.profiles, *traits.links, *traits.sources):
        yield f"/{key}"
    if len(traits.birthday) > len("1985-04"):
        yield f"*{traits.birthday}"


def _name_keys(traits: Traits) -> Iterator[str]:
    for name in (traits.name, *traits.others):
        yield from _of_name(name)


def _of_name(name: Name) -> Iterator[str]:
    """Each word with the initial of another: a slip in one of both leaves the other key alone."""
    if len(name) == 1:
        yield name[0]
    first, last = name[:1], name[-1:]
    for word in name:
        for other in (*first, *last):
            if other is not word:
                yield f"{word} {other[0]}"
    if first and last and first[0] in _SHORT_OF:
        yield f"{last[0]} {_SHORT_OF[first[0]][0]}"
    if len(name) > 1:
        yield "".join(name)
