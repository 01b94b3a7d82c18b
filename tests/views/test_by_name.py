"""The first answer to a search: by names alone."""

from __future__ import annotations

import pytest

from store.records.person import Person
from store.records.snapshot import snapshot_of
from store.views.by_name import ByName, name_matched, query_words

NAMES = ("Zoé Adler", "Amélie Roussel", "Łukasz Wrona", "Jean-Marc Petit", "Roussette Zoë")
SNAPSHOT = snapshot_of({"people": {name: Person(id=name, name=name) for name in NAMES}})


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("rous", ["Roussette Zoë", "Amélie Roussel"]),
        ("zoe", ["Zoé Adler", "Roussette Zoë"]),
        ("ROUSSEL amé", ["Amélie Roussel"]),
        ("lukas", ["Łukasz Wrona"]),
        ("marc", ["Jean-Marc Petit"]),
        ("oussel", []),
        ("!", []),
    ],
)
def test_every_word_begins_one_of_the_name(query: str, names: list[str]) -> None:
    assert list(ByName().found(SNAPSHOT.people, query)) == names


@pytest.mark.parametrize(
    ("name", "query", "marked"),
    [
        ("Amélie Roussel", "rous am", ["Am", "Rous"]),
        ("Straße Œuvrard", "strass oe", ["Straß", "Œ"]),
        ("Łukasz", "lu", ["Łu"]),
        ("Anna Hanna", "anna", ["Anna"]),
    ],
)
def test_the_letters_that_match_are_told_in_the_original_spelling(
    name: str, query: str, marked: list[str]
) -> None:
    (found,) = name_matched(Person(id="A", name=name), query_words(query))
    assert [name[start:end] for start, end in sorted(found.spans)] == marked
