"""A table written by hand of what must be found by what, and what must not."""

from __future__ import annotations

import pytest
from found_cases import FOUND, NOT_FOUND

from store.records.person import Person
from store.records.snapshot import snapshot_of
from store.search.find import find

OTHERS = tuple(
    Person(id=f"O{number}", name=f"Otto Quark {number}", org="Quark") for number in range(3)
)


def _found(person: Person, query: str) -> bool:
    network = snapshot_of({"people": {each.id: each for each in (person, *OTHERS)}})
    return person.id in [hit.person.id for hit in find(network, query)]


@pytest.mark.parametrize(("person", "query"), FOUND, ids=[query for _, query in FOUND])
def test_it_is_found(person: Person, query: str) -> None:
    assert _found(person, query)


@pytest.mark.parametrize(("person", "query"), NOT_FOUND, ids=[query for _, query in NOT_FOUND])
def test_it_is_not_found(person: Person, query: str) -> None:
    assert not _found(person, query)


@pytest.mark.parametrize(
    "text",
    ["Claire L'Héritier", "Jean-Marc d'Arc", "Straßer-Æbelø", "Łukasz O'Brien", "Đặng Thị Hà"],
)
def test_every_prefix_of_a_name_finds_it(text: str) -> None:
    person = Person(id="X", name=text)
    for length in range(1, len(text) + 1):
        if text[:length].strip("'- "):
            assert _found(person, text[:length]), text[:length]
