"""Floors of what the search finds among a thousand invented people, with one slip a word."""

from __future__ import annotations

from functools import cache
from random import Random

import pytest
from find_network import invented
from find_queries import (
    FIRST,
    first_page,
    names_recall,
    prefixes_recall,
    slipped,
    two_facets,
    typings,
    values_recall,
)

from store.records.snapshot import Snapshot
from store.search.find import Finder

PEOPLE = 1_500
QUERIES = 100


@cache
def _network() -> tuple[Finder, Snapshot]:
    finder, snapshot = Finder(), invented(PEOPLE)
    finder.learn(snapshot)
    return finder, snapshot


def test_names_with_a_slip_in_every_word_are_found() -> None:
    assert names_recall(*_network(), QUERIES, Random(1)) >= 0.97


@pytest.mark.parametrize("field", ["schools", "cities", "passions"])
def test_values_with_a_slip_in_every_word_are_found(field: str) -> None:
    everybody, somebody = values_recall(*_network(), field, QUERIES, Random(2))
    assert everybody >= 0.9
    assert somebody >= 0.95


@pytest.mark.parametrize("named", [False, True])
def test_a_school_and_a_city_together_are_found(named: bool) -> None:
    assert two_facets(*_network(), QUERIES, Random(3), named=named) >= 0.93


def test_every_prefix_of_a_name_finds_its_bearers() -> None:
    assert prefixes_recall(*_network(), 30, Random(4)) >= 0.97


def test_a_page_is_the_beginning_of_all_that_is_found() -> None:
    finder, snapshot = _network()
    for query in typings(snapshot, 16, Random(5)):
        everybody = list(finder.rank(snapshot, query).ids)
        assert len(everybody) == len(set(everybody)) == len(finder.rank(snapshot, query).ids)
        assert tuple(everybody[:FIRST]) == first_page(finder, snapshot, query)


def test_a_slip_changes_one_letter_or_swaps_two() -> None:
    random = Random(6)
    for _ in range(200):
        word = slipped("garnier", random)
        assert abs(len(word) - len("garnier")) <= 1
