"""A name taken apart in a file: kept where it says more than the name in one line does."""

from __future__ import annotations

from store.formats.vcard.carried import PASSING, as_entry
from store.formats.vcard.name import name_of_components
from store.formats.vcard.name_parts import parts_of_name
from store.formats.vcard.values import Convention, components_of
from store.records.clean import clean_line
from store.records.identity import same_words
from store.records.person import Person, Property

_SPLIT = "N"


def properties_that_add(held: Person, card: Person) -> tuple[Property, ...]:
    """What a card carries, less a split of the name that we would have worked out ourselves.

    Nothing where no more is left than what tells of the file: an address book that takes every
    name apart would else change everybody.

    Args:
        held: the person who is there, and whose own split, if any, stays anyway.
        card: what a file says.
    """
    left = tuple(
        each
        for each in card.properties
        if each.name.upper() != _SPLIT or each.group or says_more(each, held.name)
    )
    return left if any(each.name.upper() not in PASSING for each in left) else ()


def says_more(split: Property, name: str) -> bool:
    """Whether a name taken apart (RFC 6350, 6.2.2) tells more than the name in one line.

    Args:
        split: a property N, as carried.
        name: of the person.
    """
    plain = clean_line(name)
    parts = tuple(map(clean_line, components_of(as_entry(split), Convention())))
    if len([each for each in parts if each]) < 2:
        return not same_words(name_of_components(parts), plain)
    worked_out = tuple(parts_of_name(plain))
    size = len(worked_out)
    return (*parts, *[""] * size)[:size] != worked_out or any(parts[size:])
